#include <epochscope/analysis/heads.h>
#include <epochscope/analysis/linear_heads.h>
#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/compute/head_logits.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <limits>
#include <numeric>
#include <span>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// As many rows go through a head at once, whatever the number of threads: last bits may depend on
/// it.
constexpr std::size_t rows_at_once = 512;

void write_logits(const Head& head, const Table& rows, std::size_t first, std::size_t count,
                  std::span<double> to) {
    const std::size_t classes = head.class_count();
    if (head.is_linear()) {
        const LinearHead view = view_of(head.linear());
        for (std::size_t i = 0; i < count; ++i)
            logits_at(view, rows.row(first + i), to.subspan(i * classes, classes));
        return;
    }
    std::vector<float> logits(count * classes);
    head.module()->write_logits(rows.values.subspan(first * rows.columns, count * rows.columns),
                                logits);
    std::ranges::copy(logits, to.begin());
}

/// A linear head that answers like any other.
class LinearAnswers : public ClassifierHead {
  public:
    explicit LinearAnswers(DenseLayer layer) : layer_(std::move(layer)) {}

    [[nodiscard]] std::size_t dimension() const override { return layer_.inputs; }
    [[nodiscard]] std::size_t class_count() const override { return layer_.outputs; }
    void write_logits(std::span<const float> rows, std::span<float> logits) const override {
        const LinearHead view = view_of(layer_);
        const Table table{rows, layer_.inputs};
        std::vector<double> row(layer_.outputs);
        for (std::size_t i = 0; i < table.rows(); ++i) {
            logits_at(view, table.row(i), std::span<double>(row));
            for (std::size_t c = 0; c < row.size(); ++c)
                logits[i * row.size() + c] = static_cast<float>(row[c]);
        }
    }
    void write_gradients(std::span<const float> rows, std::span<const float> weights,
                         std::span<float> gradients) const override {
        const std::size_t count = rows.size() / layer_.inputs;
        std::ranges::fill(gradients, 0.0F);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t c = 0; c < layer_.outputs; ++c)
                for (std::size_t d = 0; d < layer_.inputs; ++d)
                    gradients[i * layer_.inputs + d] +=
                        weights[i * layer_.outputs + c] * layer_.weight[c * layer_.inputs + d];
    }

  private:
    DenseLayer layer_;
};

/// Takes from each value of a row their mean, and sums up the squares.
double squares_about_mean(std::span<const double> row) {
    const double mean =
        std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size());
    double sum = 0;
    for (const double value : row) sum += (value - mean) * (value - mean);
    return sum;
}

/// See FittedHead::residual.
double residual_of(std::span<const double> made, const RecordedEpoch& epoch) {
    const Table& recorded = epoch.logits;
    const std::size_t classes = recorded.columns;
    const std::vector<std::size_t> known = known_rows(epoch);
    const auto count = static_cast<double>(known.size());
    std::vector<double> means(classes, 0);
    for (const std::size_t i : known)
        for (std::size_t c = 0; c < classes; ++c)
            means[c] += static_cast<double>(recorded.row(i)[c]) / count;
    std::vector<double> miss(classes);
    std::vector<double> varied(classes);
    double misses = 0;
    double all = 0;
    for (const std::size_t i : known) {
        for (std::size_t c = 0; c < classes; ++c) {
            const auto value = static_cast<double>(recorded.row(i)[c]);
            miss[c] = made[i * classes + c] - value;
            varied[c] = value - means[c];
        }
        misses += squares_about_mean(miss);
        all += squares_about_mean(varied);
    }
    // What single precision leaves is no miss.
    const double rounding =
        1e-12 * count * std::inner_product(means.begin(), means.end(), means.begin(), 0.0);
    if (misses <= rounding) return 0;
    return all > 0 ? std::sqrt(misses / all) : std::numeric_limits<double>::infinity();
}

FoundHead found_module(const RecordedEpoch& epoch, int threads) {
    FoundHead found{.head = Head(epoch.module), .is_module = true};
    const auto without = [&](FoundHead::Fault fault, std::string failure) {
        found.head = {};
        found.fault = fault;
        found.failure = std::move(failure);
        return found;
    };
    std::vector<double> logits;
    try {
        logits = logits_of(found.head, epoch.embeddings, threads);
    } catch (const Error& error) {
        return without(FoundHead::Fault::failed, error.what());
    }
    if (!std::ranges::all_of(logits, [](double value) { return std::isfinite(value); }))
        return without(FoundHead::Fault::failed, "it gives logits that are not finite");
    if (!epoch.logits.empty()) found.residual = residual_of(logits, epoch);
    if (found.residual > head_residual_limit) return without(FoundHead::Fault::misfit, {});
    return found;
}

}  // namespace

std::string FoundHead::words() const {
    std::ostringstream text;
    switch (fault) {
        case Fault::none:
            break;
        case Fault::missing:
            text << "has no linear head, neither recorded nor to be fitted to logits";
            break;
        case Fault::misfit:
            text << "has logits that "
                 << (is_module ? "its head.pt does not make" : "no linear head makes")
                 << " (residual " << std::setprecision(2) << residual << ", at most "
                 << head_residual_limit << " will do)";
            break;
        case Fault::failed:
            text << "has a head.pt that fails: " << failure;
            break;
    }
    return text.str();
}

FoundHead find_head(const Recording& recording, std::size_t epoch, int threads) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    if (recorded.module) {
        check_values(recording, epoch);
        return found_module(recorded, threads);
    }
    std::optional<FittedHead> fitted = head_of(recording, epoch, threads);
    FoundHead found;
    if (!fitted) {
        found.fault = FoundHead::Fault::missing;
        return found;
    }
    found.residual = fitted->residual;
    if (fitted->residual > head_residual_limit)
        found.fault = FoundHead::Fault::misfit;
    else
        found.head = DenseLayer{.inputs = recording.dimension(),
                                .outputs = recording.class_count(),
                                .weight = std::move(fitted->weight),
                                .bias = std::move(fitted->bias)};
    return found;
}

std::vector<double> logits_of(const Head& head, const Table& rows, int threads) {
    const std::size_t classes = head.class_count();
    const std::size_t count = rows.rows();
    std::vector<double> logits(count * classes);
    on_threads(threads, [&] {
        tbb::parallel_for(
            std::size_t{0}, (count + rows_at_once - 1) / rows_at_once, [&](std::size_t block) {
                const std::size_t first = block * rows_at_once;
                const std::size_t here = std::min(rows_at_once, count - first);
                write_logits(head, rows, first, here,
                             std::span(logits).subspan(first * classes, here * classes));
            });
    });
    return logits;
}

std::shared_ptr<const ClassifierHead> asked(const Head& head) {
    if (!head.is_linear()) return head.module();
    return std::make_shared<LinearAnswers>(head.linear());
}

}  // namespace epochscope
