#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <unordered_map>

namespace epochscope {

/// Adds pictures to a frame where samples have room, if the view shows pictures and few samples
/// are visible: first of the selected samples, then of the picked ones, then of the others.
void add_pictures(const Scene& scene, Frame& frame);

/// Finds the pictures of a frame by their samples.
class PicturesBySample {
  public:
    explicit PicturesBySample(Frame& frame);

    /// Null if the sample has no picture.
    [[nodiscard]] SamplePicture* find(std::size_t sample) const;
    /// Adds a marker of a sample; one with a picture needs it only if the picture is unknown.
    void add_marker(std::size_t sample, const Marker& marker) const;

  private:
    Frame& frame_;
    std::unordered_map<std::size_t, std::size_t> index_;
};

}  // namespace epochscope
