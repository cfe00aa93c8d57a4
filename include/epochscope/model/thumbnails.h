#pragma once

#include <epochscope/model/image.h>

#include <cstddef>

namespace epochscope {

/// Pictures of the samples, read on demand. Thread-safe.
class ThumbnailSource {
  public:
    ThumbnailSource() = default;
    ThumbnailSource(const ThumbnailSource&) = delete;
    ThumbnailSource& operator=(const ThumbnailSource&) = delete;
    virtual ~ThumbnailSource() = default;

    /// Whether the sample of this index has a picture; may look into a folder.
    [[nodiscard]] virtual bool has(std::size_t sample) const = 0;
    /// Reads the picture in its full size. Throws Error if that fails. May be slow (decoding,
    /// disk): not for the GUI thread.
    [[nodiscard]] virtual Image load(std::size_t sample) const = 0;
};

}  // namespace epochscope
