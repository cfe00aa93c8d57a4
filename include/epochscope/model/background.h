#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace epochscope {

/// The end of the frame that row 0 of a background shows: `upper` is y = max (matplotlib's term),
/// `lower` is y = min.
enum class Origin : std::uint8_t { lower, upper };

[[nodiscard]] constexpr Origin opposite(Origin origin) {
    return origin == Origin::lower ? Origin::upper : Origin::lower;
}

/// Which way up backgrounds are, and how that is known.
struct Orientation {
    /// The fractions of points whose background has the colour of their predicted class, for each
    /// origin (manual, formats.md).
    struct Agreement {
        double lower = 0;
        double upper = 0;
    };
    /// From the folder, or else the origin with the larger agreement. Nothing if neither decides;
    /// then backgrounds are shown as `lower`.
    std::optional<Origin> origin;
    /// Set if the folder does not state an origin and the pictures were compared.
    std::optional<Agreement> agreement;
    /// Why the pictures could not be compared: a broken picture. Empty if there is no problem.
    std::string problem;
};

/// The background pictures of a series, decoded on demand. Thread-safe.
class BackgroundSource {
  public:
    BackgroundSource() = default;
    BackgroundSource(const BackgroundSource&) = delete;
    BackgroundSource& operator=(const BackgroundSource&) = delete;
    virtual ~BackgroundSource() = default;

    /// Whether the epoch of this index has a picture. Cheap.
    [[nodiscard]] virtual bool has(std::size_t epoch) const = 0;
    /// Reads and decodes the picture. Throws Error if that fails. Slow: not for the GUI thread.
    [[nodiscard]] virtual Image load(std::size_t epoch) const = 0;
    /// Which way up the pictures are. The first call may decode a picture: not for the GUI thread.
    [[nodiscard]] virtual Orientation orientation() const { return {}; }
    /// The PNG file of the picture; empty if it does not come from one.
    [[nodiscard]] virtual std::filesystem::path file(std::size_t /*epoch*/) const { return {}; }
};

}  // namespace epochscope
