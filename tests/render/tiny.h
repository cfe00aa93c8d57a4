#pragma once

#include <epochscope/render/compose.h>

#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

inline constexpr Colour red{200, 0, 0};
inline constexpr Colour green{0, 200, 0};
inline constexpr Colour blue{0, 0, 200};
inline constexpr Size canvas{160, 160};

/// Five epochs (10, 11, 12, 13, 14) of four samples, red, red, green and blue; a pixel is a tenth
/// of a unit. Sample 0 goes right by one unit an epoch, the others stay. The folder's neighbours of
/// sample 0 are 1 (intra) and 2 (inter), but at the last epoch 1 and 3.
inline EpochSeries make_tiny() {
    std::vector<EpochColumns> epochs;
    for (int e = 0; e < 5; ++e) {
        EpochColumns epoch;
        epoch.number = 10 + e;
        epoch.positions = {{static_cast<float>(e), 0}, {-4, 4}, {4, 4}, {4, -4}};
        // Sample 0 stands in its own list, as in real folders.
        epoch.intra = {{0, 2, 2, 2, 2}, {0, 1}};
        epoch.inter = {{0, 1, 1, 1, 1}, {e < 4 ? 2 : 3}};
        if (e > 0) epoch.predictions = {1, 0, 1, e < 4 ? 2 : 0};
        if (e == 3) epoch.confidence = {0.5, 1, 0, 1};
        epochs.push_back(epoch);
    }
    return make_series({{"r", "g", "b"}, {red, green, blue}}, {0, 0, 1, 2}, epochs);
}

/// One for all, since frames view its memory.
inline const EpochSeries& tiny() {
    static const EpochSeries series = make_tiny();
    return series;
}

/// A view that draws nothing but points.
inline ViewState plain_view(double playhead) {
    ViewState view;
    view.playhead = playhead;
    view.style.axes = false;
    view.style.epoch_number = false;
    view.style.trails = false;
    return view;
}

inline ViewState selecting(double playhead, std::vector<std::size_t> selection) {
    ViewState view = plain_view(playhead);
    view.selection = std::move(selection);
    return view;
}

inline bool same_rgb(Colour a, Colour b) { return a.r == b.r && a.g == b.g && a.b == b.b; }

inline std::vector<std::string> words_of(const Frame& frame, TextRole role) {
    std::vector<std::string> words;
    for (const Text& text : frame.texts)
        if (text.role == role) words.push_back(text.words);
    return words;
}

}  // namespace epochscope::tests
