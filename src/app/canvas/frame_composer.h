#pragma once

#include "app/canvas/frame_renderer.h"
#include "app/canvas/shot.h"
#include "app/latest_wins.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope::app {

/// A shot with all that OpenGL does not work out itself.
struct ComposedShot {
    /// Its image is what lies over OpenGL's picture: texts on a transparent canvas.
    Picture picture;
    /// Where the frame shows the density of samples: density_image.
    std::shared_ptr<const Image> density;
};

/// Throws Cancelled soon after `stop` is asked for.
ComposedShot composed(const Shot& shot, const std::stop_token& stop = {});

/// Composes shots on a thread of its own: the newest wins. It looks at samples, which a mapped file
/// may have on a slow disk.
class FrameComposer {
  public:
    /// `deliver` is called on that thread, with the number that the shot came with.
    using Deliver = std::function<void(ComposedShot shot, std::uint64_t number)>;
    explicit FrameComposer(Deliver deliver);

    void compose(Shot shot, std::uint64_t number) { worker_.wish({std::move(shot), number}); }
    /// What was to be composed is not wanted any more.
    void drop() { worker_.drop(); }

  private:
    struct Wish {
        Shot shot;
        std::uint64_t number = 0;
    };

    void fulfil(const Wish& wish, const std::stop_token& stop);

    Deliver deliver_;
    // The thread's own.
    EpochFootprint footprint_;
    // Last, so that it ends before what it uses.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
