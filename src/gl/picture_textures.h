#pragma once

#include "gl/functions.h"

#include <epochscope/model/image.h>

#include <cstddef>
#include <list>
#include <memory>

namespace epochscope::gl {

/// Backgrounds as textures: the few used last, as long as their pictures live.
class PictureTextures {
  public:
    explicit PictureTextures(Functions& gl) : gl_(gl) {}
    ~PictureTextures() { forget(); }
    PictureTextures(const PictureTextures&) = delete;
    PictureTextures& operator=(const PictureTextures&) = delete;

    /// Binds the texture of a picture to a unit. Throws Error if it is too large.
    void bind(GLuint unit, const std::shared_ptr<const Image>& picture);
    void forget();

  private:
    struct Entry {
        /// Detects a new picture at the same address.
        std::weak_ptr<const Image> picture;
        GLuint texture = 0;
    };

    void upload(const std::shared_ptr<const Image>& picture);
    void drop_last();

    Functions& gl_;
    /// The most recently used first.
    std::list<Entry> entries_;
};

}  // namespace epochscope::gl
