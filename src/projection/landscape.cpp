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

class SeriesLandscape : public Landscape {
  public:
    SeriesLandscape(EpochSeries series, LogitPlanes planes)
        : series_(std::move(series)), planes_(std::move(planes)) {
        planes_.resize(series_.epoch_count());
    }

    [[nodiscard]] bool has(std::size_t epoch) const override {
        return !planes_[epoch].empty() || is_from_points(epoch);
    }
    [[nodiscard]] bool is_from_points(std::size_t epoch) const override {
        return planes_[epoch].empty() && !series_.epoch(epoch).predictions.empty();
    }
    [[nodiscard]] Image paint(std::size_t epoch, std::span<const Colour> colours, Size size,
                              int threads) const override {
        if (!is_from_points(epoch))
            return paint_by_planes(planes_[epoch], series_.frame(), colours, size, threads);
        return paint_by_points(series_.epoch(epoch), series_.frame(), colours, size, threads);
    }

  private:
    EpochSeries series_;
    LogitPlanes planes_;
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

PlanesFound find_planes(const Recording& recording, std::span<const LinearMap> maps, int threads,
                        const Job& job) {
    PlanesFound found;
    if (maps.empty()) return found;
    std::size_t misfits = 0;
    double worst = 0;
    const std::size_t epochs = recording.epoch_count();
    for (std::size_t e = 0; e < epochs; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs));
        std::vector<LogitPlane>& planes = found.planes.emplace_back();
        const auto head = head_of(recording, e, threads);
        recording.release(e);
        if (!head) continue;
        if (head->residual > head_residual_limit) {
            ++misfits;
            worst = std::max(worst, head->residual);
            continue;
        }
        planes = planes_of(maps[maps.size() == 1 ? 0 : e], head->view());
        if (!std::all_of(planes.begin(), planes.end(), is_finite)) planes.clear();
    }
    if (misfits > 0) found.warnings.push_back(misfit(misfits, epochs, worst));
    job.reached(1);
    return found;
}

std::shared_ptr<const Landscape> make_landscape(EpochSeries series, LogitPlanes planes) {
    return std::make_shared<SeriesLandscape>(std::move(series), std::move(planes));
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
