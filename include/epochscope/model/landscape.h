#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// What a classifier says at a place of the plane, as nobody's sample.
struct PlaceReading {
    /// The probability of each class, 0..1: the softmax of the logits there.
    std::vector<double> probabilities;
    /// What the place stands for in feature space, D numbers; empty where no map leads back there.
    std::vector<float> embedding;
};

/// What a picture of the plane covers, and how large it is.
struct Cutout {
    Size size;
    /// The part of the plane, which need not lie within the frame; nothing: the frame.
    std::optional<Box> part;

    Cutout(Size s, std::optional<Box> p = {}) : size(s), part(p) {}  // NOLINT: of the whole frame
    friend bool operator==(const Cutout&, const Cutout&) = default;
};

/// The classification landscape of a series: which class is predicted where in its frame. Painted
/// on demand. May be used from several threads.
class Landscape {
  public:
    Landscape() = default;
    Landscape(const Landscape&) = delete;
    Landscape& operator=(const Landscape&) = delete;
    virtual ~Landscape() = default;

    /// Whether anything is known of predictions at the epoch of this index. Cheap.
    [[nodiscard]] virtual bool has(std::size_t epoch) const = 0;
    /// Whether it is made up of the samples around, for want of a way from the plane to logits.
    /// Cheap.
    [[nodiscard]] virtual bool is_from_points(std::size_t epoch) const = 0;
    /// Whether it is the model's own there. Cheap.
    [[nodiscard]] bool is_by_model(std::size_t epoch) const {
        return has(epoch) && !is_from_points(epoch);
    }
    /// What the classifier says at a place at the epoch of this index; nothing where the landscape
    /// is made up of the samples around, or logits are no numbers there. O(C D) and the weights of
    /// a decoder.
    [[nodiscard]] virtual std::optional<PlaceReading> reading_at(std::size_t /*epoch*/,
                                                                 Point /*place*/) const {
        return std::nullopt;
    }
    /// The plane as a picture in the classes' colours, row 0 at y = min (Origin::lower); a part of
    /// it only where is_by_model. A place has the same colour in every picture, whatever that
    /// covers. Throws Error for a size that cannot be. Not for the GUI thread. The same bytes for
    /// any number of threads (0: all there are).
    [[nodiscard]] virtual Image paint(std::size_t epoch, std::span<const Colour> colours,
                                      const Cutout& cutout, int threads = 0) const = 0;

    /// Whether there is a landscape between the epochs of these indices: at both, maps of one kind
    /// and heads lead from the plane to logits. Cheap.
    [[nodiscard]] virtual bool has_between(std::size_t /*from*/, std::size_t /*to*/) const {
        return false;
    }
    /// What a head would say whose weights lie between those of two epochs, `t` of the way, 0..1
    /// (where heads are not linear: its logits between theirs), of features that lie between: what
    /// a place y stands for is (1 - t) psi(y) + t psi'(y), psi and psi' being the ways back of the
    /// two epochs' maps, to features as they are (not normalised). Only where has_between. As
    /// `paint` otherwise, which it is at 0 and 1.
    [[nodiscard]] virtual Image paint_between(std::size_t from, std::size_t to, double t,
                                              std::span<const Colour> colours, const Cutout& cutout,
                                              int threads = 0) const;
};

/// Whether there is a landscape between any two epochs that follow each other.
bool has_between(const Landscape& landscape, std::size_t epoch_count);

/// The pictures of a landscape in these colours (one a class), as backgrounds.
std::shared_ptr<const BackgroundSource> backgrounds_of(std::shared_ptr<const Landscape> landscape,
                                                       std::vector<Colour> colours, Cutout cutout,
                                                       int threads = 0);

/// The same with `steps` pictures from each epoch to the next: the index of a picture counts steps
/// from the first epoch on. Where there is no landscape between two epochs, one picture is faded
/// into the other.
std::shared_ptr<const BackgroundSource> backgrounds_between(
    std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours, Cutout cutout,
    std::size_t steps, int threads = 0);

/// Landscapes are painted so large to be kept.
inline constexpr Size landscape_size{1000, 800};
/// How large they are painted to be looked at while epochs go by, within a few milliseconds each:
/// smaller where one of so many epochs is from the points.
Size live_size(const Landscape& landscape, std::size_t epoch_count);

}  // namespace epochscope
