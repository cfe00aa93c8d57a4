#pragma once

#include <epochscope/export/frames.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// One colour all over, an epoch; counts how often it is decoded.
class PlainBackgrounds : public BackgroundSource {
  public:
    explicit PlainBackgrounds(std::vector<Colour> colours)
        : colours_(std::move(colours)), loads(colours_.size()) {}

    [[nodiscard]] bool has(std::size_t epoch) const override { return epoch < colours_.size(); }
    [[nodiscard]] Image load(std::size_t epoch) const override {
        ++loads[epoch];
        Image image({2, 2});
        const Colour c = colours_[epoch];
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
            image.rgba[i] = c.r;
            image.rgba[i + 1] = c.g;
            image.rgba[i + 2] = c.b;
            image.rgba[i + 3] = 255;
        }
        return image;
    }

  private:
    std::vector<Colour> colours_;

  public:
    mutable std::vector<int> loads;
};

/// Two samples, blue and orange, in the frame (0,0)..(10,10) at epochs 1, 2 and 4: the first moves
/// from (2,2) over (4,2) to (8,2), the second stays at (5,8).
inline Dataset sample_dataset() {
    const Classes classes{{"blue", "orange"}, {{0, 0, 255}, {255, 128, 0}}};
    std::vector<EpochColumns> epochs(3);
    epochs[0].number = 1;
    epochs[0].positions = {{2, 2}, {5, 8}};
    epochs[1].number = 2;
    epochs[1].positions = {{4, 2}, {5, 8}};
    epochs[2].number = 4;
    epochs[2].positions = {{8, 2}, {5, 8}};
    return {.series = make_series(classes, {0, 1}, std::move(epochs), {{0, 0}, {10, 10}}),
            .backgrounds = nullptr,
            .name = "sample",
            .path = "/sample",
            .format = "Sequence-Scatter",
            .warnings = {}};
}

/// Samples alone, on white.
inline ViewState plain_view() {
    ViewState view;
    view.camera = home({{0, 0}, {10, 10}});
    view.style.axes = false;
    view.style.epoch_number = false;
    return view;
}

inline Colour colour_at(const Image& image, int x, int y) {
    const auto at = static_cast<std::size_t>(y * image.size.width + x) * 4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

/// The names of what lies in a folder, hidden files too, in order.
inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// PATH with another value while it lives.
class PathVariable {
  public:
    explicit PathVariable(const std::string& value) : before_(std::getenv("PATH")) {
        setenv("PATH", value.c_str(), 1);
    }
    ~PathVariable() { setenv("PATH", before_.c_str(), 1); }
    PathVariable(const PathVariable&) = delete;
    PathVariable& operator=(const PathVariable&) = delete;

  private:
    std::string before_;
};

}  // namespace epochscope::tests
