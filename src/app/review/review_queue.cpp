#include "app/review/review_queue.h"

#include "app/messages/message_words.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

/// Of all samples; nothing, with a reason, if it cannot be computed.
std::optional<Column> suspicion_of(const SampleColumns& columns, QString& problem, const Job& job) {
    try {
        return columns.column(name_of(Signal::suspicion), job);
    } catch (const Error& error) {
        problem = message_words(error.what());
        return std::nullopt;
    }
}

}  // namespace

ReviewQueue queue_of(const SampleColumns& columns, std::vector<std::size_t> samples,
                     const Job& job) {
    ReviewQueue queue;
    const auto suspicion = suspicion_of(columns, queue.order_problem, job.part(0, 0.6));
    const auto of = [&](std::size_t sample) {
        return suspicion ? suspicion->number(sample) : std::numeric_limits<double>::quiet_NaN();
    };
    std::ranges::sort(samples);
    std::ranges::stable_sort(samples, [&](std::size_t a, std::size_t b) {
        const double x = of(a);
        const double y = of(b);
        return std::isnan(y) ? !std::isnan(x) : x > y;
    });
    if (samples.size() > most_reviewed) {
        queue.left_out = samples.size() - most_reviewed;
        samples.resize(most_reviewed);
    }
    LabelProposer proposer(columns.dataset()->series, job.part(0.6, 1));
    queue.items.reserve(samples.size());
    for (const std::size_t sample : samples)
        queue.items.push_back({sample, of(sample), proposer.of(sample)});
    return queue;
}

}  // namespace epochscope::app
