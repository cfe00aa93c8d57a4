#include "projection/boundary_placing.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

constexpr double near_points = 15;
constexpr std::size_t least_near = 10;
/// Of the places' variance: the square of how far is far.
constexpr float reach = 0.01F;
constexpr float sharpness = 2;
constexpr float rate = 0.1F;
constexpr float first_decay = 0.9F;
constexpr float second_decay = 0.99F;

float square_of(std::span<const float> a, std::span<const float> b) {
    float sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

/// In eight sums beside one another, which is as many as vectors have.
float sum_of(std::span<const float> values) {
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> sums{};
    const std::size_t whole = values.size() - values.size() % lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += values[i + lane];
    const float rest =
        std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(whole), values.end(), 0.0F);
    return std::accumulate(sums.begin(), sums.end(), rest);
}

/// Places, a column a coordinate.
struct Columns {
    std::vector<float> x;
    std::vector<float> y;

    explicit Columns(std::size_t count) : x(count, 0.0F), y(count, 0.0F) {}
};

/// Adam's moments along one coordinate.
class Descent {
  public:
    explicit Descent(std::size_t count) : first_(count, 0.0F), second_(count, 0.0F) {}

    void step(std::vector<float>& values, const std::vector<float>& slopes, int iteration,
              float length) {
        const auto times = static_cast<float>(iteration + 1);
        const float first_share = 1 - std::pow(first_decay, times);
        const float second_share = 1 - std::pow(second_decay, times);
        constexpr float tiny = 1e-12F;
        for (std::size_t b = 0; b < values.size(); ++b) {
            first_[b] += (1 - first_decay) * (slopes[b] - first_[b]);
            second_[b] += (1 - second_decay) * (slopes[b] * slopes[b] - second_[b]);
            values[b] -=
                length * (first_[b] / first_share) / (std::sqrt(second_[b] / second_share) + tiny);
        }
    }

  private:
    std::vector<float> first_;
    std::vector<float> second_;
};

class Placement {
  public:
    Placement(const Table& rows, std::span<const Point> places, const Table& points,
              const BoundaryPlacing& options)
        : samples_(std::min(options.samples, rows.rows())),
          points_(points.rows()),
          affinities_(samples_ * points_),
          at_(samples_),
          placed_(points_) {
        const auto asked = RandomGenerator(options.seed).sample(rows.rows(), samples_);
        for (std::size_t s = 0; s < samples_; ++s) {
            at_.x[s] = places[asked[s]].x;
            at_.y[s] = places[asked[s]].y;
            fill_affinities(rows.row(asked[s]), points, near_of(rows.rows()), s);
        }
        deviation_ = std::sqrt((variance_of(at_.x) + variance_of(at_.y)) / 2);
    }

    [[nodiscard]] bool is_possible() const { return deviation_ > 0; }

    std::vector<Point> run(int iterations, const std::stop_token& stop) {
        start();
        Descent along_x(points_);
        Descent along_y(points_);
        for (int i = 0; i < iterations; ++i) {
            end_if_stopped(stop);
            const Columns slopes = slopes_now();
            const float left = 1 - static_cast<float>(i) / static_cast<float>(iterations);
            along_x.step(placed_.x, slopes.x, i, rate * deviation_ * left);
            along_y.step(placed_.y, slopes.y, i, rate * deviation_ * left);
        }
        std::vector<Point> places;
        places.reserve(points_);
        for (std::size_t b = 0; b < points_; ++b) places.push_back({placed_.x[b], placed_.y[b]});
        return places;
    }

  private:
    static float variance_of(const std::vector<float>& values) {
        const auto count = static_cast<float>(values.size());
        const float mean = std::accumulate(values.begin(), values.end(), 0.0F) / count;
        float squares = 0;
        for (const float value : values) squares += (value - mean) * (value - mean);
        return squares / count;
    }

    [[nodiscard]] std::size_t near_of(std::size_t samples) const {
        const auto asked_of =
            static_cast<double>(std::max<std::size_t>(boundary_count(samples), 1));
        const auto near =
            static_cast<std::size_t>(static_cast<double>(points_) * near_points / asked_of);
        return std::min(std::max(near, least_near), points_) - 1;
    }

    void fill_affinities(std::span<const float> row, const Table& points, std::size_t near,
                         std::size_t sample) {
        const std::span<float> affinities =
            std::span(affinities_).subspan(sample * points_, points_);
        for (std::size_t b = 0; b < points_; ++b) affinities[b] = square_of(row, points.row(b));
        std::vector<float> sorted(affinities.begin(), affinities.end());
        const auto kth = sorted.begin() + static_cast<std::ptrdiff_t>(near);
        std::nth_element(sorted.begin(), kth, sorted.end());
        const float nearest = *std::min_element(sorted.begin(), kth + 1);
        const float width = *kth > nearest ? *kth - nearest : 1;
        float sum = 0;
        for (float& affinity : affinities)
            sum += affinity = std::exp(-sharpness * (affinity - nearest) / width);
        for (float& affinity : affinities) affinity /= sum;
    }

    /// Each where the samples are, on average, to which it is near.
    void start() {
        std::vector<float> weights(points_, 0.0F);
        for (std::size_t s = 0; s < samples_; ++s)
            for (std::size_t b = 0; b < points_; ++b) {
                const float affinity = affinities_[s * points_ + b];
                weights[b] += affinity;
                placed_.x[b] += affinity * at_.x[s];
                placed_.y[b] += affinity * at_.y[s];
            }
        for (std::size_t b = 0; b < points_; ++b) {
            // Of a point that is far from all, nobody says where it belongs.
            const float weight = weights[b] > 0 ? weights[b] : 1;
            placed_.x[b] /= weight;
            placed_.y[b] /= weight;
        }
    }

    [[nodiscard]] Columns slopes_now() {
        Columns slopes(points_);
        const float scale = 1 / (reach * deviation_ * deviation_);
        std::vector<float> near(points_);
        for (std::size_t s = 0; s < samples_; ++s) {
            const float x = at_.x[s];
            const float y = at_.y[s];
            for (std::size_t b = 0; b < points_; ++b) {
                const float dx = x - placed_.x[b];
                const float dy = y - placed_.y[b];
                near[b] = 1 / (1 + scale * (dx * dx + dy * dy));
            }
            const float sum = sum_of(near);
            const float* affinities = &affinities_[s * points_];
            for (std::size_t b = 0; b < points_; ++b) {
                const float pull = (affinities[b] - near[b] / sum) * near[b];
                slopes.x[b] -= pull * (x - placed_.x[b]);
                slopes.y[b] -= pull * (y - placed_.y[b]);
            }
        }
        return slopes;
    }

    std::size_t samples_;
    std::size_t points_;
    /// A row of points a sample.
    std::vector<float> affinities_;
    Columns at_;
    Columns placed_;
    float deviation_ = 0;
};

}  // namespace

PlacedBoundary place_boundary(const Table& rows, std::span<const Point> places, const Head& head,
                              const BoundaryPlacing& options, const std::stop_token& stop) {
    BoundaryPoints points =
        boundary_points(rows, head, {.count = options.points, .seed = options.seed});
    if (points.count() == 0) return {};
    Placement placement(rows, places, points.view(), options);
    if (!placement.is_possible()) return {};
    std::vector<Point> placed = placement.run(options.iterations, stop);
    return {std::move(points.values), std::move(placed)};
}

}  // namespace epochscope
