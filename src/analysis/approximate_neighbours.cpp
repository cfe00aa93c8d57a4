#include "analysis/float_matrix.h"

#include <epochscope/analysis/approximate_neighbours.h>
#include <epochscope/compute/threads.h>

// The manual vectorization of hnswlib reads beyond the end of its data.
#define NO_MANUAL_VECTORIZATION
#include <hnswlib/hnswlib.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The number of links of a sample, and of candidates for them: more is slower and has a higher
/// recall.
constexpr std::size_t joined = 16;
constexpr std::size_t looked_at_building = 100;
constexpr std::size_t min_looked_at = 64;
/// Approximate fractions of the work.
constexpr double built_fraction = 0.5;
constexpr double found_fraction = 0.95;

struct Near {
    float square;
    std::int32_t sample;
    friend bool operator<(const Near& a, const Near& b) {
        return std::pair(a.square, a.sample) < std::pair(b.square, b.sample);
    }
};

/// Squared distances, as parallel partial sums.
float square_of(const void* a, const void* b, const void* dimension) {
    constexpr std::size_t lanes = 16;
    const auto* const x = static_cast<const float*>(a);
    const auto* const y = static_cast<const float*>(b);
    const std::size_t count = *static_cast<const std::size_t*>(dimension);
    std::array<float, lanes> parts{};
    std::size_t d = 0;
    for (; d + lanes <= count; d += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float off = x[d + lane] - y[d + lane];
            parts[lane] += off * off;
        }
    float sum = std::accumulate(parts.begin(), parts.end(), 0.0F);
    for (; d < count; ++d) sum += (x[d] - y[d]) * (x[d] - y[d]);
    return sum;
}

class FeatureSpace : public hnswlib::SpaceInterface<float> {
  public:
    explicit FeatureSpace(std::size_t dimension) : dimension_(dimension) {}
    size_t get_data_size() override { return dimension_ * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return square_of; }
    void* get_dist_func_param() override { return &dimension_; }

  private:
    std::size_t dimension_;
};

/// The samples of one class.
class ClassGraph {
  public:
    ClassGraph(const FloatMatrix& rows, std::vector<std::int32_t> samples)
        : rows_(rows), samples_(std::move(samples)), space_(rows.dimension) {}

    void build(const std::stop_token& stop) {
        graph_ = std::make_unique<hnswlib::HierarchicalNSW<float>>(&space_, samples_.size(), joined,
                                                                   looked_at_building);
        for (const std::int32_t sample : samples_) {
            end_if_stopped(stop);
            const auto label = static_cast<std::size_t>(sample);
            graph_->addPoint(rows_.row(label), label);
        }
    }
    void look_at(std::size_t count) { graph_->setEf(count); }

    /// Adds the nearest of a sample, without itself.
    void find(std::size_t sample, std::size_t count, std::vector<Near>& found) const {
        auto nearest = graph_->searchKnn(rows_.row(sample), std::min(count + 1, samples_.size()));
        for (; !nearest.empty(); nearest.pop())
            if (nearest.top().second != sample)
                found.push_back(
                    {nearest.top().first, static_cast<std::int32_t>(nearest.top().second)});
    }

  private:
    const FloatMatrix& rows_;
    std::vector<std::int32_t> samples_;
    FeatureSpace space_;
    std::unique_ptr<hnswlib::HierarchicalNSW<float>> graph_;
};

/// The nearest of the candidates, nearest first.
std::vector<std::int32_t> best_of(std::vector<Near>& found, std::size_t count) {
    std::sort(found.begin(), found.end());
    if (found.size() > count) found.resize(count);
    std::vector<std::int32_t> samples;
    samples.reserve(found.size());
    for (const Near& near : found) samples.push_back(near.sample);
    return samples;
}

using Rows = std::vector<std::vector<std::int32_t>>;

EpochColumns::Lists joined_up(const Rows& rows) {
    EpochColumns::Lists lists;
    lists.offsets.push_back(0);
    for (const auto& row : rows) {
        lists.samples.insert(lists.samples.end(), row.begin(), row.end());
        lists.offsets.push_back(lists.samples.size());
    }
    return lists;
}

/// All samples and their graphs.
class Finder {
  public:
    Finder(const Table& table, std::span<const std::int32_t> classes, const NearestOptions& options)
        : classes_(classes), options_(options) {
        std::vector<std::int32_t> order(table.rows());
        std::iota(order.begin(), order.end(), 0);
        rows_ = Framing::of(table, table, options.distance).rows(table, order);
        const std::int32_t last = *std::max_element(classes.begin(), classes.end());
        std::vector<std::vector<std::int32_t>> members(static_cast<std::size_t>(last) + 1);
        for (const std::int32_t i : order)
            members[static_cast<std::size_t>(class_of(static_cast<std::size_t>(i)))].push_back(i);
        for (auto& samples : members)
            graphs_.push_back(samples.empty()
                                  ? nullptr
                                  : std::make_unique<ClassGraph>(rows_, std::move(samples)));
    }

    ApproximateByClass find(const Job& job) {
        ApproximateByClass made;
        on_threads(options_.threads, [&] {
            // A graph depends on insertion order: each is built by one thread.
            tbb::parallel_for(std::size_t{0}, graphs_.size(), [&](std::size_t c) {
                if (!graphs_[c]) return;
                graphs_[c]->build(job.stop);
                graphs_[c]->look_at(std::max(min_looked_at, 2 * options_.count));
            });
            job.reached(built_fraction);
            Rows intra(classes_.size());
            Rows inter(classes_.size());
            tbb::parallel_for(std::size_t{0}, classes_.size(), [&](std::size_t i) {
                end_if_stopped(job.stop);
                intra[i] = nearest(i, true);
                inter[i] = nearest(i, false);
            });
            job.reached(found_fraction);
            made.recall = recall_of(intra, inter, job.stop);
            made.lists = {joined_up(intra), joined_up(inter)};
        });
        job.reached(1);
        return made;
    }

  private:
    [[nodiscard]] std::int32_t class_of(std::size_t sample) const { return classes_[sample]; }

    [[nodiscard]] std::vector<std::int32_t> nearest(std::size_t sample, bool own) const {
        std::vector<Near> found;
        for (std::size_t c = 0; c < graphs_.size(); ++c)
            if (graphs_[c] && (static_cast<std::size_t>(class_of(sample)) == c) == own)
                graphs_[c]->find(sample, options_.count, found);
        return best_of(found, options_.count);
    }

    [[nodiscard]] float square(std::size_t a, std::size_t b) const {
        return square_of(rows_.row(a), rows_.row(b), &rows_.dimension);
    }

    /// The number of a sample's nearest, and how many of them are listed.
    [[nodiscard]] std::pair<std::size_t, std::size_t> found_of(
        std::size_t sample, bool own, const std::vector<std::int32_t>& list) const {
        std::vector<float> squares;
        for (std::size_t other = 0; other < classes_.size(); ++other)
            if (other != sample && (class_of(other) == class_of(sample)) == own)
                squares.push_back(square(sample, other));
        const std::size_t count = std::min(options_.count, squares.size());
        if (count == 0) return {0, 0};
        const auto last = squares.begin() + static_cast<std::ptrdiff_t>(count - 1);
        std::nth_element(squares.begin(), last, squares.end());
        const auto found = std::count_if(list.begin(), list.end(), [&](std::int32_t other) {
            return square(sample, static_cast<std::size_t>(other)) <= *last;
        });
        return {count, static_cast<std::size_t>(found)};
    }

    [[nodiscard]] double recall_of(const Rows& intra, const Rows& inter,
                                   const std::stop_token& stop) const {
        const std::size_t asked = std::min(recall_samples, classes_.size());
        std::vector<std::size_t> there(asked);
        std::vector<std::size_t> found(asked);
        tbb::parallel_for(std::size_t{0}, asked, [&](std::size_t a) {
            end_if_stopped(stop);
            const std::size_t sample = a * classes_.size() / asked;
            for (const bool own : {true, false}) {
                const auto [wanted, had] = found_of(sample, own, (own ? intra : inter)[sample]);
                there[a] += wanted;
                found[a] += had;
            }
        });
        const auto all = std::accumulate(there.begin(), there.end(), std::size_t{0});
        const auto had = std::accumulate(found.begin(), found.end(), std::size_t{0});
        return all == 0 ? 1 : static_cast<double>(had) / static_cast<double>(all);
    }

    std::span<const std::int32_t> classes_;
    NearestOptions options_;
    FloatMatrix rows_;
    /// One a class; null without samples.
    std::vector<std::unique_ptr<ClassGraph>> graphs_;
};

}  // namespace

ApproximateByClass approximately_nearest_by_class(const Table& rows,
                                                  std::span<const std::int32_t> classes,
                                                  const NearestOptions& options, const Job& job) {
    if (rows.rows() == 0) return {};
    return Finder(rows, classes, options).find(job);
}

}  // namespace epochscope
