#pragma once

#include <epochscope/export/frames.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/playhead.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>

namespace epochscope {

/// Makes the pictures of a run one after another, and keeps the two backgrounds used last, so that
/// frames between two epochs decode nothing. For one thread at a time.
class PictureMaker {
  public:
    /// Both must outlive it. Throws Error where the size cannot be.
    PictureMaker(const Dataset& dataset, const FrameRun& run);

    /// Slow where it decodes a background.
    [[nodiscard]] Image at(double playhead);

  private:
    struct Kept {
        const BackgroundSource* source = nullptr;
        std::size_t epoch = 0;
        std::shared_ptr<const Image> picture;
    };

    [[nodiscard]] std::shared_ptr<const Image> background(const BackgroundSource& source,
                                                          std::size_t epoch) const;
    [[nodiscard]] BackgroundPair backgrounds(const Moment& moment);
    /// The landscape of what is seen of the frame.
    [[nodiscard]] BackgroundPair landscape(const Moment& moment);
    [[nodiscard]] BackgroundPair pair_of(const BackgroundSource& source, const Moment& moment);

    const Dataset& dataset_;
    const FrameRun& run_;
    ViewState view_;
    int threads_;
    /// Null where there is nothing behind the samples.
    std::shared_ptr<const BackgroundSource> backgrounds_;
    /// What the pictures show of the frame, and the landscape of that.
    std::optional<Cutout> seen_;
    std::shared_ptr<const BackgroundSource> seen_landscape_;
    /// Whether it is asked for moments between epochs.
    bool between_ = false;
    std::array<Kept, 2> kept_;
    /// What was drawn last: an epoch that is left behind need not stay in memory.
    Moment last_;
};

}  // namespace epochscope
