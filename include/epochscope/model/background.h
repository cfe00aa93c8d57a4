#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace epochscope {

/// Which end of the frame row 0 of a background shows: `upper` is y = max (matplotlib's word),
/// `lower` y = min.
enum class Origin : std::uint8_t { lower, upper };

/// The background pictures of a series, decoded when they are asked for. May be used from several
/// threads.
class BackgroundSource {
  public:
    BackgroundSource() = default;
    BackgroundSource(const BackgroundSource&) = delete;
    BackgroundSource& operator=(const BackgroundSource&) = delete;
    virtual ~BackgroundSource() = default;

    /// Whether there is a picture for the epoch of this index. Cheap.
    [[nodiscard]] virtual bool has(std::size_t epoch) const = 0;
    /// Reads and decodes it; throws Error where it cannot. Slow: not for the GUI thread.
    [[nodiscard]] virtual Image load(std::size_t epoch) const = 0;
    /// The PNG that it is read from; empty where it comes from elsewhere.
    [[nodiscard]] virtual std::filesystem::path file(std::size_t /*epoch*/) const { return {}; }
};

}  // namespace epochscope
