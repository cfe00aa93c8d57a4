#include "analysis/faithfulness/spread_pass.h"

#include <epochscope/compute/threads.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace epochscope {

namespace {

/// Where points are on the whole.
struct Moments {
    double count = 0;
    std::vector<double> mean;
    /// The sum of squared distances from the mean.
    double squares = 0;

    [[nodiscard]] double spread() const { return count > 0 ? std::sqrt(squares / count) : 0; }
};

double square_apart(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

/// Of the samples that are known at an epoch.
Moments moments_of(const Measuring& measuring, std::size_t epoch, const Table& rows) {
    Moments found{0, std::vector<double>(rows.columns), 0};
    const auto add_known = [&](const auto& add) {
        for (std::size_t i = 0; i < rows.rows(); ++i)
            if (measuring.is_known(epoch, i)) add(rows.row(i));
    };
    add_known([&](std::span<const float> row) {
        ++found.count;
        for (std::size_t d = 0; d < row.size(); ++d) found.mean[d] += static_cast<double>(row[d]);
    });
    for (double& value : found.mean) value /= std::max(found.count, 1.0);
    add_known([&](std::span<const float> row) {
        for (std::size_t d = 0; d < row.size(); ++d) {
            const double off = static_cast<double>(row[d]) - found.mean[d];
            found.squares += off * off;
        }
    });
    return found;
}

/// Of all epochs together.
Moments together(const std::vector<Moments>& epochs) {
    Moments all{0, std::vector<double>(epochs.front().mean.size()), 0};
    for (const Moments& epoch : epochs) {
        all.count += epoch.count;
        for (std::size_t d = 0; d < all.mean.size(); ++d)
            all.mean[d] += epoch.count * epoch.mean[d];
    }
    for (double& value : all.mean) value /= std::max(all.count, 1.0);
    for (const Moments& epoch : epochs)
        all.squares += epoch.squares + epoch.count * square_apart(epoch.mean, all.mean);
    return all;
}

void add_spreads(EmbeddingTally& tally, const std::vector<Moments>& epochs) {
    const double last = epochs.back().spread();
    for (std::size_t e = 0; e < epochs.size(); ++e)
        tally.at(Metric::spread, e)
            .add(last > 0 ? std::optional(epochs[e].spread() / last) : std::nullopt);
    tally[Metric::spread].explain("all samples of the last epoch are at one place");
}

}  // namespace

std::vector<double> measure_spreads(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                                    const Job& job) {
    std::vector<double> all;
    for (std::size_t t = 0; t < tallies.size(); ++t) {
        std::vector<Moments> epochs;
        for (std::size_t e = 0; e < measuring.epochs.size(); ++e) {
            end_if_stopped(job.stop);
            const std::size_t recorded = measuring.epochs[e];
            epochs.push_back(moments_of(measuring, e,
                                        t == 0 ? measuring.recording.epoch(recorded).embeddings
                                               : table_of(measuring.embeddings[t - 1].places[e])));
            if (t == 0) measuring.recording.release(recorded);
        }
        add_spreads(tallies[t], epochs);
        all.push_back(together(epochs).spread());
    }
    return all;
}

}  // namespace epochscope
