#pragma once

#include <epochscope/model/image.h>

#include <cstddef>

namespace epochscope {

/// Pictures of the samples, read when they are asked for. May be used from several threads.
class ThumbnailSource {
  public:
    ThumbnailSource() = default;
    ThumbnailSource(const ThumbnailSource&) = delete;
    ThumbnailSource& operator=(const ThumbnailSource&) = delete;
    virtual ~ThumbnailSource() = default;

    /// Whether there is a picture of the sample of this index; may look into a folder.
    [[nodiscard]] virtual bool has(std::size_t sample) const = 0;
    /// Reads it, as large as it is; throws Error where it cannot. Slow where it has to be decoded
    /// or comes from a slow disk: not for the GUI thread.
    [[nodiscard]] virtual Image load(std::size_t sample) const = 0;
};

}  // namespace epochscope
