#include "projection/between.h"
#include "projection/landscape_field.h"
#include "projection/mixed_head.h"
#include "projection/place_reading.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <atomic>
#include <utility>

namespace epochscope {

namespace {

/// Gaps are divided by the greatest at the middles of so many pixels of the frame, so that a place
/// has one colour in every picture.
constexpr Size sounded{125, 100};

bool is_alike(const Head& a, const Head& b) {
    return a.is_known() && b.is_known() && a.class_count() == b.class_count() &&
           a.dimension() == b.dimension();
}

/// What a head that can only be asked makes of features between what two maps take places back to:
/// of some thousand at a time, since features of all may be more than memory holds.
std::vector<float> asked_between(const EpochMap& map, const EpochMap& next, double t,
                                 const Head& head, std::span<const Point> places, int threads) {
    constexpr std::size_t places_at_once = 8192;
    std::vector<float> logits;
    logits.reserve(places.size() * head.class_count());
    for (std::size_t first = 0; first < places.size(); first += places_at_once) {
        const auto some = places.subspan(first, std::min(places_at_once, places.size() - first));
        const std::vector<float> features =
            between(map.embedding(some, threads), next.embedding(some, threads), t);
        for (const double logit : logits_of(head, {features, map.dimension()}, threads))
            logits.push_back(static_cast<float>(logit));
    }
    return logits;
}

class SeriesLandscape : public Landscape {
  public:
    SeriesLandscape(EpochSeries series, PlaneMap map)
        : series_(std::move(series)), map_(std::move(map)), greatest_(series_.epoch_count()) {
        for (auto& greatest : greatest_) greatest = -1;
    }

    [[nodiscard]] bool has(std::size_t epoch) const override {
        return map_.has_logits(epoch) || is_from_points(epoch);
    }
    [[nodiscard]] bool is_from_points(std::size_t epoch) const override {
        return !map_.has_logits(epoch) && !series_.epoch(epoch).predictions.empty();
    }
    [[nodiscard]] std::optional<PlaceReading> reading_at(std::size_t epoch,
                                                         Point place) const override {
        return reading_by(map_, epoch, place);
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
        const EpochMap* map = map_.at(from);
        const EpochMap* next = map_.at(to);
        if (!map_.has_logits(from) || !map_.has_logits(to) || map == nullptr || next == nullptr ||
            by_planes(from) != by_planes(to))
            return false;
        const auto& [head, planes] = map_.logits(from);
        const auto& [next_head, next_planes] = map_.logits(to);
        if (by_planes(from) && map == next) return planes.size() == next_planes.size();
        return is_alike(head, next_head) &&
               (!by_planes(from) || (head.is_linear() && next_head.is_linear()));
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

    [[nodiscard]] bool by_planes(std::size_t epoch) const {
        return !map_.logits(epoch).planes.empty();
    }
    [[nodiscard]] LandscapeField field(const Stage& at, const Cutout& cutout, int threads) const {
        const Box part = cutout.part.value_or(series_.frame());
        return by_planes(at.from)
                   ? field_by_planes(planes_at(at), part, cutout.size, threads)
                   : field_by_logits(logits_at(at, threads), part, cutout.size, threads);
    }
    [[nodiscard]] std::vector<LogitPlane> planes_at(const Stage& at) const;
    [[nodiscard]] LogitsAt logits_at(const Stage& at, int threads) const;

    EpochSeries series_;
    PlaneMap map_;
    /// The greatest gap at each epoch; below 0 until somebody asked.
    mutable std::vector<std::atomic<float>> greatest_;
};

std::vector<LogitPlane> SeriesLandscape::planes_at(const Stage& at) const {
    const auto& [head, planes] = map_.logits(at.from);
    if (at.t == 0) return planes;
    const EpochMap& map = *map_.at(at.from);
    const EpochMap& next = *map_.at(at.to);
    const auto& [next_head, next_planes] = map_.logits(at.to);
    if (&map == &next) return between(planes, next_planes, at.t);
    const DenseLayer mixed = between(head.linear(), next_head.linear(), at.t);
    return between(map.planes(mixed), next.planes(mixed), at.t);
}

LogitsAt SeriesLandscape::logits_at(const Stage& at, int threads) const {
    const EpochMap& map = *map_.at(at.from);
    const EpochMap& next = *map_.at(at.to);
    Head head = map_.logits(at.from).head;
    if (at.t > 0) head = mixed_head(head, map_.logits(at.to).head, at.t);
    const std::size_t classes = head.class_count();
    return {classes, [&map, &next, head = std::move(head), t = at.t,
                      threads](std::span<const Point> places) {
                if (&map == &next) return map.logits(head, places, threads);
                if (!head.is_linear()) return asked_between(map, next, t, head, places, threads);
                // Its logits of features between two lie between those of the two.
                return between(map.logits(head, places, threads),
                               next.logits(head, places, threads), t);
            }};
}

}  // namespace

std::shared_ptr<const Landscape> make_landscape(EpochSeries series, PlaneMap map) {
    return std::make_shared<SeriesLandscape>(std::move(series), std::move(map));
}

}  // namespace epochscope
