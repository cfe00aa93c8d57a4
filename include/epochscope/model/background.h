#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace epochscope {

/// Which end of the frame row 0 of a background shows: `upper` is y = max (matplotlib's word),
/// `lower` y = min.
enum class Origin : std::uint8_t { lower, upper };

[[nodiscard]] constexpr Origin opposite(Origin origin) {
    return origin == Origin::lower ? Origin::upper : Origin::lower;
}

/// Which way up backgrounds are, and how that is known.
struct Orientation {
    /// The share of points whose background has the colour of the class predicted for them, each
    /// way round (manual, formats.md).
    struct Agreement {
        double lower = 0;
        double upper = 0;
    };
    /// As the folder says, else as more points agree with; nothing where neither decides, which is
    /// shown as `lower`.
    std::optional<Origin> origin;
    /// What was found where the folder says nothing.
    std::optional<Agreement> agreement;
    /// Why nothing was found: the picture that decides is broken. Empty where all is well.
    std::string problem;
};

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
    /// Which way up the pictures are. The first call may have to decode one to find out: not for
    /// the GUI thread.
    [[nodiscard]] virtual Orientation orientation() const { return {}; }
    /// The PNG that it is read from; empty where it comes from elsewhere.
    [[nodiscard]] virtual std::filesystem::path file(std::size_t /*epoch*/) const { return {}; }
};

}  // namespace epochscope
