#include "analysis/dynamics/block_signals.h"
#include "analysis/dynamics/series_evaluation.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <span>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t block_size = BlockSignals::max_samples;

/// Throws what the first faulty epoch throws.
std::vector<double> weights_at(const EpochSeries& series, const std::vector<std::size_t>& epochs,
                               const Job& job) {
    std::vector<double> weights(epochs.size());
    std::vector<std::exception_ptr> faults(epochs.size());
    tbb::parallel_for(std::size_t{0}, epochs.size(), [&](std::size_t k) {
        end_if_stopped(job.stop);
        try {
            const RightCount count = count_right(series, epochs[k]);
            weights[k] = suspicion_weight(count.evaluated, count.right);
        } catch (const Error&) {
            faults[k] = std::current_exception();
        }
    });
    for (const std::exception_ptr& fault : faults)
        if (fault) std::rethrow_exception(fault);
    return weights;
}

void write_block(const EpochSeries& series, const std::vector<std::size_t>& epochs,
                 const std::vector<double>& weights, std::size_t first, SignalTable& table) {
    const std::size_t count = std::min(block_size, series.sample_count() - first);
    const std::vector<std::int32_t> marks(count, 0);
    BlockSignals block(series.labels().subspan(first, count), marks,
                       series.classes().predictable_count(), 0);
    for (std::size_t k = 0; k < epochs.size(); ++k)
        block.add(evaluation_of(series, epochs[k], first, count), weights[k]);
    for (std::size_t s = 0; s < signal_count; ++s)
        block.write(static_cast<Signal>(s),
                    table.column(static_cast<Signal>(s)).subspan(first, count));
}

}  // namespace

SignalTable signals_of(const EpochSeries& series, const Job& job, int threads) {
    const std::vector<std::size_t> epochs = evaluated_epochs(series);
    SignalTable table(series.sample_count());
    on_threads(threads, [&] {
        const std::vector<double> weights = weights_at(series, epochs, job);
        const std::size_t blocks = (series.sample_count() + block_size - 1) / block_size;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            end_if_stopped(job.stop);
            write_block(series, epochs, weights, b * block_size, table);
        });
    });
    if (const auto fault = series.fault()) throw Error(*fault);
    job.reached(1);
    return table;
}

}  // namespace epochscope
