#include <epochscope/analysis/prototype_signals.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t rows_at_once = 64;

struct Ranked {
    double square = 0;
    std::int32_t name = 0;
    friend bool operator<(const Ranked& a, const Ranked& b) {
        return std::pair(a.square, a.name) < std::pair(b.square, b.name);
    }
};

double square_between(std::span<const float> row, const double* centre) {
    // Four independent sums, for instruction-level parallelism.
    std::array<double, 4> sums{};
    for (std::size_t d = 0; d < row.size(); ++d) {
        const double off = static_cast<double>(row[d]) - centre[d];
        sums[d % 4] += off * off;
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

class Ranker {
  public:
    Ranker(const Table& rows, const Clusters& clusters, const PrototypeLoss& loss,
           std::size_t listed)
        : rows_(rows),
          clusters_(clusters),
          loss_(loss),
          centres_(clusters.centres.begin(), clusters.centres.end()) {
        made_.listed = std::min(listed, clusters.counts.size());
        made_.nearest.resize(rows.rows() * made_.listed, -1);
        made_.squares.resize(rows.rows() * made_.listed);
        made_.hinges.resize(rows.rows());
        terms_.resize(rows.rows());
    }

    void rank(std::size_t row) {
        std::vector<Ranked> all;
        all.reserve(clusters_.counts.size());
        for (std::size_t k = 0; k < clusters_.counts.size(); ++k)
            if (clusters_.counts[k] > 0)
                all.push_back({square_between(rows_.row(row), &centres_[k * rows_.columns]),
                               static_cast<std::int32_t>(k)});
        std::vector<Ranked> first(std::min(std::max(loss_.nearest, made_.listed), all.size()));
        std::partial_sort_copy(all.begin(), all.end(), first.begin(), first.end());
        list(row, first);
        first.resize(std::min(loss_.nearest, first.size()));
        terms_[row] = terms_of(all, first);
        made_.hinges[row] = static_cast<std::int32_t>(terms_[row].hinges);
    }

    SampleLosses made() {
        for (const LossTerms& terms : terms_) {
            made_.mean.pull += terms.pull;
            made_.mean.push += terms.push;
            made_.mean.hinges += terms.hinges;
        }
        const auto count = static_cast<double>(terms_.size());
        for (double* sum : {&made_.mean.pull, &made_.mean.push, &made_.mean.hinges}) *sum /= count;
        return std::move(made_);
    }

  private:
    void list(std::size_t row, const std::vector<Ranked>& first) {
        for (std::size_t i = 0; i < std::min(made_.listed, first.size()); ++i) {
            made_.nearest[row * made_.listed + i] = first[i].name;
            made_.squares[row * made_.listed + i] = static_cast<float>(first[i].square);
        }
    }

    [[nodiscard]] LossTerms terms_of(const std::vector<Ranked>& all,
                                     const std::vector<Ranked>& nearest) const {
        LossTerms terms;
        std::vector<double> squares;
        squares.reserve(nearest.size());
        for (const Ranked& one : nearest) squares.push_back(one.square);
        const std::vector<double> weights = prototype_weights(squares, loss_.rule);
        for (std::size_t k = 0; k < squares.size(); ++k) terms.pull += weights[k] * squares[k];
        for (const Ranked& one : all) {
            const double hinge = loss_.alpha - one.square;
            if (hinge <= 0 || !(nearest.back() < one)) continue;
            terms.push += loss_.lambda * hinge;
            ++terms.hinges;
        }
        return terms;
    }

    const Table& rows_;
    const Clusters& clusters_;
    const PrototypeLoss& loss_;
    std::vector<double> centres_;
    std::vector<LossTerms> terms_;
    SampleLosses made_;
};

}  // namespace

std::vector<double> prototype_weights(std::span<const double> squares, WeightRule rule) {
    std::vector<double> weights;
    weights.reserve(squares.size());
    if (rule == WeightRule::equal) {
        weights.assign(squares.size(), 1 / static_cast<double>(squares.size()));
        return weights;
    }
    const bool meets = std::find(squares.begin(), squares.end(), 0.0) != squares.end();
    double sum = 0;
    for (const double square : squares) {
        const double far = square > 0 ? 1 / std::sqrt(square) : 0;
        // In the limit, prototypes at distance 0 have all of the weight.
        const double shared = square > 0 ? 0 : 1;
        weights.push_back(rule == WeightRule::normalised && meets ? shared : far);
        sum += weights.back();
    }
    if (rule == WeightRule::normalised)
        for (double& weight : weights) weight /= sum;
    return weights;
}

SampleLosses sample_losses(const Table& rows, const Clusters& clusters, const PrototypeLoss& loss,
                           std::size_t listed, int threads, const std::stop_token& stop) {
    Ranker ranker(rows, clusters, loss, listed);
    const std::size_t blocks = (rows.rows() + rows_at_once - 1) / rows_at_once;
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t block) {
            end_if_stopped(stop);
            const std::size_t end = std::min(rows.rows(), (block + 1) * rows_at_once);
            for (std::size_t row = block * rows_at_once; row < end; ++row) ranker.rank(row);
        });
    });
    return ranker.made();
}

}  // namespace epochscope
