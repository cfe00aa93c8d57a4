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

/// What a classifier predicts at a point of the plane where there is no sample.
struct PlaceReading {
    /// The probability of each class, 0..1: the softmax of the logits there.
    std::vector<double> probabilities;
    /// The embedding of the point, D numbers; empty if no map leads back to feature space.
    std::vector<float> embedding;
};

/// The part of the plane that a picture covers, and the picture's size.
struct Cutout {
    Size size;
    /// Need not lie within the frame; nothing: the frame.
    std::optional<Box> part;

    Cutout(Size s, std::optional<Box> p = {}) : size(s), part(p) {}  // NOLINT: of the whole frame
    friend bool operator==(const Cutout&, const Cutout&) = default;
};

/// The classification landscape of a series: the class predicted at each point of its frame.
/// Painted on demand. May be used from several threads.
class Landscape {
  public:
    Landscape() = default;
    Landscape(const Landscape&) = delete;
    Landscape& operator=(const Landscape&) = delete;
    virtual ~Landscape() = default;

    /// Whether anything is known of predictions at the epoch of this index. Cheap.
    [[nodiscard]] virtual bool has(std::size_t epoch) const = 0;
    /// Whether samples vote for it, because nothing makes logits of points. Cheap.
    [[nodiscard]] virtual bool is_from_points(std::size_t epoch) const = 0;
    /// Whether the model itself decides. Cheap.
    [[nodiscard]] bool is_by_model(std::size_t epoch) const {
        return has(epoch) && !is_from_points(epoch);
    }
    /// What the classifier predicts at a point at the epoch of this index; nothing if samples vote
    /// for the landscape or a logit is not finite. O(C D + weights of the map).
    [[nodiscard]] virtual std::optional<PlaceReading> reading_at(std::size_t /*epoch*/,
                                                                 Point /*place*/) const {
        return std::nullopt;
    }
    /// The plane in the classes' colours, row 0 at y = min (Origin::lower); parts of it only if
    /// is_by_model. A point has the same colour in every picture, whatever that covers. Throws
    /// Error for an impossible size. Not for the GUI thread. The same bytes for any number of
    /// threads (0: all there are).
    [[nodiscard]] virtual Image paint(std::size_t epoch, std::span<const Colour> colours,
                                      const Cutout& cutout, int threads = 0) const = 0;

    /// Whether there is a landscape between the epochs of these indices: maps and heads of one kind
    /// make logits of points at both. Cheap.
    [[nodiscard]] virtual bool has_between(std::size_t /*from*/, std::size_t /*to*/) const {
        return false;
    }
    /// The landscape of interpolated weights: a head whose weights (logits, if heads are not
    /// linear) lie between those of two epochs, `t` of the way, 0..1, decides on interpolated
    /// embeddings, (1 - t) psi(y) + t psi'(y), where psi and psi' map points y back to feature
    /// space at the two epochs. Only if has_between. Otherwise as `paint`, which it equals at 0
    /// and 1.
    [[nodiscard]] virtual Image paint_between(std::size_t from, std::size_t to, double t,
                                              std::span<const Colour> colours, const Cutout& cutout,
                                              int threads = 0) const;
};

/// Whether there is a landscape between any two epochs that follow each other.
bool has_between(const Landscape& landscape, std::size_t epoch_count);

/// A landscape in these colours (one a class) as backgrounds.
std::shared_ptr<const BackgroundSource> backgrounds_of(std::shared_ptr<const Landscape> landscape,
                                                       std::vector<Colour> colours, Cutout cutout,
                                                       int threads = 0);

/// The same with `steps` pictures from each epoch to the next: the index of a picture counts steps
/// from the first epoch on. If there is no landscape between two epochs, their pictures are
/// cross-faded.
std::shared_ptr<const BackgroundSource> backgrounds_between(
    std::shared_ptr<const Landscape> landscape, std::vector<Colour> colours, Cutout cutout,
    std::size_t steps, int threads = 0);

/// The size at which landscapes are painted to be stored.
inline constexpr Size landscape_size{1000, 800};
/// The size at which they are painted while epochs go by, within a few milliseconds each: smaller
/// if samples vote at one of so many epochs.
Size live_size(const Landscape& landscape, std::size_t epoch_count);

}  // namespace epochscope
