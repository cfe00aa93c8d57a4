#include "projection/between.h"
#include "projection/landscape_field.h"
#include "projection/mixed_head.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/analysis/learned_map.h>
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

/// Of maps, of which there are none, one for all epochs or one an epoch.
template <typename Map>
const Map* of_epoch(const std::vector<Map>& maps, std::size_t epoch) {
    if (maps.size() == 1) return &maps.front();
    return epoch < maps.size() ? &maps[epoch] : nullptr;
}

bool is_alike(const Head& a, const Head& b) {
    return a.is_known() && b.is_known() && a.class_count() == b.class_count() &&
           a.dimension() == b.dimension();
}

/// The way back of a linear map as a learned one's, which heads of any kind are asked by.
LearnedMap decoder_of(const LinearMap& map) {
    LearnedMap made{.middle = {map.mean.begin(), map.mean.end()}, .encoder = {}, .decoder = {}};
    DenseLayer& back = made.decoder.emplace_back();
    back = {.inputs = 2, .outputs = map.mean.size(), .weight = {}, .bias = {}};
    for (std::size_t d = 0; d < map.mean.size(); ++d)
        for (const std::vector<double>& axis : map.axes)
            back.weight.push_back(static_cast<float>(axis[d]));
    back.bias.assign(map.mean.size(), 0.0F);
    return made;
}

/// What a head that can only be asked makes of features between what two maps take places back to:
/// of some thousand at a time, since features of all may be more than memory holds.
std::vector<float> asked_between(const LearnedMap& map, const LearnedMap& next, double t,
                                 const Head& head, std::span<const Point> places, int threads) {
    constexpr std::size_t places_at_once = 8192;
    std::vector<float> logits;
    logits.reserve(places.size() * head.class_count());
    for (std::size_t first = 0; first < places.size(); first += places_at_once) {
        const auto some = places.subspan(first, std::min(places_at_once, places.size() - first));
        const std::vector<float> features =
            between(embeddings_by(map, some, threads), embeddings_by(next, some, threads), t);
        for (const double logit : logits_of(head, {features, map.dimension()}, threads))
            logits.push_back(static_cast<float>(logit));
    }
    return logits;
}

class SeriesLandscape : public Landscape {
  public:
    SeriesLandscape(EpochSeries series, LogitsOfPlane logits)
        : series_(std::move(series)), logits_(std::move(logits)), greatest_(series_.epoch_count()) {
        logits_.planes.resize(series_.epoch_count());
        logits_.heads.resize(series_.epoch_count());
        for (auto& greatest : greatest_) greatest = -1;
        if (!logits_.learned.empty() || std::ranges::none_of(logits_.heads, &Head::is_module))
            return;
        for (const LinearMap& map : logits_.linear) logits_.learned.push_back(decoder_of(map));
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
        const Head& head = logits_.heads[from];
        const Head& next = logits_.heads[to];
        if (by_planes(from) && by_planes(to))
            return logits_.planes[from].size() == logits_.planes[to].size() &&
                   (logits_.linear.size() == 1 ||
                    (is_alike(head, next) && head.is_linear() && next.is_linear() &&
                     of_epoch(logits_.linear, from) != nullptr &&
                     of_epoch(logits_.linear, to) != nullptr));
        return by_decoder(from) && by_decoder(to) && is_alike(head, next);
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
               logits_.heads[epoch].is_known();
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
    const DenseLayer head =
        between(logits_.heads[at.from].linear(), logits_.heads[at.to].linear(), at.t);
    return planes_of(between(logits_.linear[at.from], logits_.linear[at.to], at.t),
                     {.weight = {head.weight, head.inputs}, .bias = head.bias});
}

LogitsAt SeriesLandscape::logits_at(const Stage& at, int threads) const {
    const LearnedMap& map = *of_epoch(logits_.learned, at.from);
    const LearnedMap& next = *of_epoch(logits_.learned, at.to);
    Head head = logits_.heads[at.from];
    if (at.t > 0) head = mixed_head(head, logits_.heads[at.to], at.t);
    const std::size_t classes = head.class_count();
    return {classes, [&map, &next, head = std::move(head), t = at.t,
                      threads](std::span<const Point> places) {
                if (&map == &next) return logits_by(map, head, places, threads);
                if (!head.is_linear()) return asked_between(map, next, t, head, places, threads);
                // It makes of features between two what lies between what it makes of these.
                return between(logits_by(map, head, places, threads),
                               logits_by(next, head, places, threads), t);
            }};
}

}  // namespace

std::shared_ptr<const Landscape> make_landscape(EpochSeries series, LogitsOfPlane logits) {
    return std::make_shared<SeriesLandscape>(std::move(series), std::move(logits));
}

}  // namespace epochscope
