#include <epochscope/analysis/linear_heads.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

double product(std::span<const float> row, std::span<const double> column) {
    double sum = 0;
    for (std::size_t d = 0; d < row.size(); ++d) sum += static_cast<double>(row[d]) * column[d];
    return sum;
}

bool is_finite(const LogitPlane& plane) {
    return std::isfinite(plane.at_origin) && std::isfinite(plane.per_x) &&
           std::isfinite(plane.per_y);
}

std::string misfit(std::size_t epochs, std::size_t of, double residual) {
    std::ostringstream text;
    text << std::setprecision(2) << "at " << epochs << " of " << of
         << " epochs no linear head makes the logits of the embeddings (its residual is up to "
         << residual << ", expected at most " << head_residual_limit
         << "); their landscapes are painted from the points";
    return text.str();
}

/// Of maps, of which there are none, one for all epochs or one an epoch.
template <typename Map>
const Map* of_epoch(const std::vector<Map>& maps, std::size_t epoch) {
    if (maps.size() == 1) return &maps.front();
    return epoch < maps.size() ? &maps[epoch] : nullptr;
}

double mix(double a, double b, double t) { return a * (1 - t) + b * t; }

std::vector<LogitPlane> mix(std::vector<LogitPlane> a, const std::vector<LogitPlane>& b, double t) {
    for (std::size_t c = 0; c < a.size(); ++c)
        a[c] = {mix(a[c].at_origin, b[c].at_origin, t), mix(a[c].per_x, b[c].per_x, t),
                mix(a[c].per_y, b[c].per_y, t)};
    return a;
}

/// The head whose logits of any embedding lie between those of two others: heads are linear.
DenseLayer mix(DenseLayer a, const DenseLayer& b, double t) {
    const auto into = [t](std::vector<float>& values, const std::vector<float>& others) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(
                mix(static_cast<double>(values[i]), static_cast<double>(others[i]), t));
    };
    into(a.weight, b.weight);
    into(a.bias, b.bias);
    return a;
}

class SeriesLandscape : public Landscape {
  public:
    SeriesLandscape(EpochSeries series, LogitsOfPlane logits)
        : series_(std::move(series)), logits_(std::move(logits)) {
        logits_.planes.resize(series_.epoch_count());
        logits_.heads.resize(series_.epoch_count());
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
    [[nodiscard]] Image paint(std::size_t epoch, std::span<const Colour> colours, Size size,
                              int threads) const override {
        const Box frame = series_.frame();
        if (by_decoder(epoch))
            return paint_by_decoder(*of_epoch(logits_.learned, epoch), logits_.heads[epoch], frame,
                                    colours, size, threads);
        if (!is_from_points(epoch))
            return paint_by_planes(logits_.planes[epoch], frame, colours, size, threads);
        return paint_by_points(series_.epoch(epoch), frame, colours, size, threads);
    }

    [[nodiscard]] bool has_between(std::size_t from, std::size_t to) const override {
        if (by_planes(from) && by_planes(to))
            return logits_.linear.size() == 1 &&
                   logits_.planes[from].size() == logits_.planes[to].size();
        return logits_.learned.size() == 1 && by_decoder(from) && by_decoder(to);
    }
    [[nodiscard]] Image paint_between(std::size_t from, std::size_t to, double t,
                                      std::span<const Colour> colours, Size size,
                                      int threads) const override {
        const Box frame = series_.frame();
        if (by_planes(from))
            return paint_by_planes(mix(logits_.planes[from], logits_.planes[to], t), frame, colours,
                                   size, threads);
        return paint_by_decoder(logits_.learned.front(),
                                mix(logits_.heads[from], logits_.heads[to], t), frame, colours,
                                size, threads);
    }

  private:
    [[nodiscard]] bool by_planes(std::size_t epoch) const { return !logits_.planes[epoch].empty(); }
    [[nodiscard]] bool by_decoder(std::size_t epoch) const {
        return !by_planes(epoch) && !logits_.learned.empty() && logits_.heads[epoch].outputs > 0;
    }

    EpochSeries series_;
    LogitsOfPlane logits_;
};

}  // namespace

std::vector<LogitPlane> planes_of(const LinearMap& map, const LinearHead& head) {
    std::vector<LogitPlane> planes;
    for (std::size_t c = 0; c < head.bias.size(); ++c) {
        const std::span<const float> weight = head.weight.row(c);
        planes.push_back({product(weight, map.mean) + static_cast<double>(head.bias[c]),
                          product(weight, map.axes[0]), product(weight, map.axes[1])});
    }
    return planes;
}

HeadsFound find_heads(const Recording& recording, int threads, const Job& job) {
    HeadsFound found;
    std::size_t misfits = 0;
    double worst = 0;
    const std::size_t epochs = recording.epoch_count();
    for (std::size_t e = 0; e < epochs; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs));
        DenseLayer& layer = found.heads.emplace_back();
        auto head = head_of(recording, e, threads);
        recording.release(e);
        if (!head) continue;
        if (head->residual > head_residual_limit) {
            ++misfits;
            worst = std::max(worst, head->residual);
            continue;
        }
        layer = {recording.dimension(), recording.class_count(), std::move(head->weight),
                 std::move(head->bias)};
    }
    if (misfits > 0) found.warnings.push_back(misfit(misfits, epochs, worst));
    job.reached(1);
    return found;
}

LogitPlanes planes_by(std::span<const LinearMap> maps, const LinearHeads& heads) {
    LogitPlanes all;
    for (std::size_t e = 0; !maps.empty() && e < heads.size(); ++e) {
        std::vector<LogitPlane>& planes = all.emplace_back();
        const DenseLayer& head = heads[e];
        if (head.outputs == 0) continue;
        planes = planes_of(maps[maps.size() == 1 ? 0 : e],
                           {.weight = {head.weight, head.inputs}, .bias = head.bias});
        if (!std::all_of(planes.begin(), planes.end(), is_finite)) planes.clear();
    }
    return all;
}

std::shared_ptr<const Landscape> make_landscape(EpochSeries series, LogitsOfPlane logits) {
    return std::make_shared<SeriesLandscape>(std::move(series), std::move(logits));
}

std::string described(const Landscape& landscape, std::size_t epoch_count) {
    std::size_t by_points = 0;
    std::size_t painted = 0;
    for (std::size_t e = 0; e < epoch_count; ++e) {
        painted += landscape.has(e) ? 1 : 0;
        by_points += landscape.is_from_points(e) ? 1 : 0;
    }
    const std::string points = "from the points";
    const std::string heads = "by map and head";
    std::string text = by_points == 0 ? heads
                       : by_points == painted
                           ? points
                           : heads + ", at " + std::to_string(by_points) + " of " +
                                 std::to_string(painted) + " epochs " + points;
    if (painted < epoch_count) text += ", at " + std::to_string(epoch_count - painted) + " none";
    return text;
}

}  // namespace epochscope
