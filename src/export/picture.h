#pragma once

#include <epochscope/export/frames.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/frame.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>

namespace epochscope {

/// Renders the pictures of a run in sequence. Caches the last two backgrounds, so that frames
/// between two epochs decode nothing. Not thread-safe.
class PictureMaker {
  public:
    /// Both must outlive it. Throws Error like check_size.
    PictureMaker(const Dataset& dataset, const FrameRun& run);

    /// What a picture shows, with backgrounds and pictures of samples. Slow where it decodes them.
    [[nodiscard]] Frame frame_at(double playhead);
    /// The picture, with texts.
    [[nodiscard]] Image at(double playhead);

  private:
    struct Kept {
        const BackgroundSource* source = nullptr;
        std::size_t epoch = 0;
        std::shared_ptr<const Image> picture;
    };

    /// Takes a view whose backgrounds may be others.
    void prepare(ViewState view);
    [[nodiscard]] std::shared_ptr<const Image> background(const BackgroundSource& source,
                                                          std::size_t epoch) const;
    [[nodiscard]] BackgroundPair backgrounds(const Moment& moment);
    /// The landscape of the visible part of the frame.
    [[nodiscard]] BackgroundPair landscape(const Moment& moment);
    /// Reads the pictures of samples that the frame shows. One that cannot be read is left out: its
    /// sample is seen as a disc.
    void read_pictures(Frame& frame);
    [[nodiscard]] BackgroundPair pair_of(const BackgroundSource& source, const Moment& moment);

    const Dataset& dataset_;
    const FrameRun& run_;
    ViewState view_;
    int threads_;
    /// Null without backgrounds.
    std::shared_ptr<const BackgroundSource> backgrounds_;
    /// The visible part of the frame and its landscape.
    std::optional<Cutout> seen_;
    std::shared_ptr<const BackgroundSource> seen_landscape_;
    /// Whether it is also painted between epochs.
    bool between_ = false;
    std::array<Kept, 2> kept_;
    /// The pictures of the last frame.
    std::unordered_map<std::size_t, std::shared_ptr<const Image>> pictures_;
    /// The last moment, to release its epochs.
    Moment last_;
};

}  // namespace epochscope
