#include "projection/between.h"
#include "projection/landscape_field.h"

#include <epochscope/analysis/learned_map.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/landscape.h>

#include <atomic>
#include <utility>

namespace epochscope {

namespace {

/// Gaps are divided by the greatest at the middles of so many pixels of the frame, so that a place
/// has one colour in every picture.
constexpr Size sounded{125, 100};

/// Of maps, of which there are none, one for all epochs or one an epoch.
template <typename Map>
const Map* of_epoch(const std::vector<Map>& maps, std::size_t epoch) {
    if (maps.size() == 1) return &maps.front();
    return epoch < maps.size() ? &maps[epoch] : nullptr;
}

bool is_alike(const DenseLayer& a, const DenseLayer& b) {
    return a.outputs > 0 && a.outputs == b.outputs && a.inputs == b.inputs;
}

class SeriesLandscape : public Landscape {
  public:
    SeriesLandscape(EpochSeries series, LogitsOfPlane logits)
        : series_(std::move(series)), logits_(std::move(logits)), greatest_(series_.epoch_count()) {
        logits_.planes.resize(series_.epoch_count());
        logits_.heads.resize(series_.epoch_count());
        for (auto& greatest : greatest_) greatest = -1;
    }

    [[nodiscard]] bool has(std::size_t epoch) const override {
        return by_planes(epoch) || by_decoder(epoch) || is_from_points(epoch);
    }
    [[nodiscard]] bool is_from_points(std::size_t epoch) const override {
        return !by_planes(epoch) && !by_decoder(epoch) && !series_.epoch(epoch).predictions.empty();
    }
    [[nodiscard]] std::optional<PlaceReading> reading_at(std::size_t epoch,
                                                         Point place) const override {
        if (by_planes(epoch))
            return reading_by_planes(logits_.planes[epoch], of_epoch(logits_.linear, epoch), place);
        if (by_decoder(epoch))
            return reading_by_decoder(*of_epoch(logits_.learned, epoch), logits_.heads[epoch],
                                      place);
        return std::nullopt;
    }
    [[nodiscard]] Image paint(std::size_t epoch, std::span<const Colour> colours,
                              const Cutout& cutout, int threads) const override {
        if (is_from_points(epoch)) {
            if (cutout.part)
                throw Error("landscape", "samples vote for pictures of the whole frame alone");
            return paint_by_points(series_.epoch(epoch), series_.frame(), colours, cutout.size,
                                   threads);
        }
        // Whoever comes first works it out; all find the same.
        float greatest = greatest_[epoch];
        if (greatest < 0)
            greatest_[epoch] = greatest = greatest_gap(field({epoch, epoch, 0}, sounded, threads));
        return coloured(field({epoch, epoch, 0}, cutout, threads), colours, greatest, threads);
    }

    [[nodiscard]] bool has_between(std::size_t from, std::size_t to) const override {
        const bool heads = is_alike(logits_.heads[from], logits_.heads[to]);
        if (by_planes(from) && by_planes(to))
            return logits_.planes[from].size() == logits_.planes[to].size() &&
                   (logits_.linear.size() == 1 ||
                    (heads && of_epoch(logits_.linear, from) != nullptr &&
                     of_epoch(logits_.linear, to) != nullptr));
        return by_decoder(from) && by_decoder(to) && heads;
    }
    [[nodiscard]] Image paint_between(std::size_t from, std::size_t to, double t,
                                      std::span<const Colour> colours, const Cutout& cutout,
                                      int threads) const override {
        if (t <= 0) return paint(from, colours, cutout, threads);
        if (t >= 1) return paint(to, colours, cutout, threads);
        const float greatest = greatest_gap(field({from, to, t}, sounded, threads));
        return coloured(field({from, to, t}, cutout, threads), colours, greatest, threads);
    }

  private:
    /// An epoch (t is 0), or what lies between two.
    struct Stage {
        std::size_t from;
        std::size_t to;
        double t;
    };

    [[nodiscard]] bool by_planes(std::size_t epoch) const { return !logits_.planes[epoch].empty(); }
    [[nodiscard]] bool by_decoder(std::size_t epoch) const {
        return !by_planes(epoch) && of_epoch(logits_.learned, epoch) != nullptr &&
               logits_.heads[epoch].outputs > 0;
    }
    [[nodiscard]] LandscapeField field(const Stage& at, const Cutout& cutout, int threads) const {
        const Box part = cutout.part.value_or(series_.frame());
        return by_decoder(at.from)
                   ? field_by_logits(logits_at(at, threads), part, cutout.size, threads)
                   : field_by_planes(planes_at(at), part, cutout.size, threads);
    }
    [[nodiscard]] std::vector<LogitPlane> planes_at(const Stage& at) const;
    [[nodiscard]] LogitsAt logits_at(const Stage& at, int threads) const;

    EpochSeries series_;
    LogitsOfPlane logits_;
    /// The greatest gap at each epoch; below 0 until somebody asked.
    mutable std::vector<std::atomic<float>> greatest_;
};

std::vector<LogitPlane> SeriesLandscape::planes_at(const Stage& at) const {
    if (at.t == 0) return logits_.planes[at.from];
    if (logits_.linear.size() == 1)
        return between(logits_.planes[at.from], logits_.planes[at.to], at.t);
    const DenseLayer head = between(logits_.heads[at.from], logits_.heads[at.to], at.t);
    return planes_of(between(logits_.linear[at.from], logits_.linear[at.to], at.t),
                     {.weight = {head.weight, head.inputs}, .bias = head.bias});
}

/// A head makes of features between two what lies between what it makes of these.
LogitsAt SeriesLandscape::logits_at(const Stage& at, int threads) const {
    const LearnedMap& map = *of_epoch(logits_.learned, at.from);
    const LearnedMap& next = *of_epoch(logits_.learned, at.to);
    DenseLayer head = logits_.heads[at.from];
    if (at.t > 0) head = between(std::move(head), logits_.heads[at.to], at.t);
    const std::size_t classes = head.outputs;
    return {classes, [&map, &next, head = std::move(head), t = at.t,
                      threads](std::span<const Point> places) {
                std::vector<float> logits = logits_by(map, head, places, threads);
                if (&map == &next) return logits;
                return between(std::move(logits), logits_by(next, head, places, threads), t);
            }};
}

}  // namespace

std::shared_ptr<const Landscape> make_landscape(EpochSeries series, LogitsOfPlane logits) {
    return std::make_shared<SeriesLandscape>(std::move(series), std::move(logits));
}

}  // namespace epochscope
