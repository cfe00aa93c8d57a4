#include "io/dynamics/trustai_file.h"

#include "io/dynamics/line_faults.h"
#include "io/dynamics/line_file.h"
#include "io/json/json_text.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

namespace epochscope {

namespace {

/// The mean p_y of an evaluation.
double mean_of(const Evaluation& evaluation) {
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < evaluation.right.size(); ++i) {
        if (!evaluation.has(i)) continue;
        sum += evaluation.label_probability[i];
        ++count;
    }
    return sum / count;
}

/// The evaluation at which all learning is lost, as if another run began; nothing if there is none.
std::string warning_of_relearning(const std::string& file,
                                  const std::vector<Evaluation>& evaluations) {
    // The thresholds of what must have been learnt, and of the fraction that is lost.
    constexpr double learnt = 0.2;
    constexpr double lost = 0.75;
    double first = 0;
    double before = 0;
    for (std::size_t e = 0; e < evaluations.size(); ++e) {
        const double mean = mean_of(evaluations[e]);
        if (e == 0) first = mean;
        if (e > 1 && before - first > learnt && before - mean > lost * (before - first))
            return file + ": at evaluation " + std::to_string(e) +
                   " what was learnt is lost, as where a second run was appended; all count as "
                   "one run";
        before = mean;
    }
    return {};
}

}  // namespace

void TrustaiGatherer::take(const LineChunk& chunk, std::size_t first_line) {
    for (const SignalLine& record : chunk.records) {
        const std::size_t line = first_line + record.line;
        const std::size_t evaluations = builder_.evaluation_count();
        builder_.add_next(record, line);
        if (builder_.evaluation_count() > std::max(evaluations, std::size_t{1})) {
            note_beginning(record, line);
        } else if (just_began_) {
            just_began_ = false;
            beginnings_.back().in_row +=
                builder_.samples_at(builder_.evaluation_count() - 1) > 1 ? 1 : 0;
        }
    }
    expect_faultless(file_, chunk, first_line, warnings_);
}

void TrustaiGatherer::note_beginning(const SignalLine& record, std::size_t line) {
    beginnings_.push_back({.line = line,
                           .id = std::string(record.id),
                           .before = builder_.samples_at(builder_.evaluation_count() - 2),
                           .in_row = 1});
    just_began_ = true;
}

std::string TrustaiGatherer::warning_of_order() const {
    const std::size_t samples = builder_.sample_count();
    for (std::size_t e = 0; e < beginnings_.size(); ++e) {
        const Beginning& begun = beginnings_[e];
        if (begun.before == samples) continue;
        const std::string where =
            file_ + ": line " + std::to_string(begun.line) + ": sample " + in_quotes(begun.id);
        if (begun.in_row == 1)
            return where + " occurs twice within evaluation " + std::to_string(e);
        return where + " is evaluated again when " + std::to_string(begun.before) + " of " +
               std::to_string(samples) + " samples have evaluation " + std::to_string(e) +
               ", as where a second run was appended to one that was stopped";
    }
    return {};
}

std::string TrustaiGatherer::warning_of_counts() const {
    std::map<std::uint32_t, std::size_t> samples_with;
    for (const std::uint32_t count : builder_.evaluations_of_samples()) ++samples_with[count];
    if (samples_with.size() < 2) return {};
    const auto max =
        std::max_element(samples_with.begin(), samples_with.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return file_ + ": samples have " + std::to_string(samples_with.begin()->first) + " to " +
           std::to_string(samples_with.rbegin()->first) + " evaluations (" +
           std::to_string(max->second) + " of " + std::to_string(builder_.sample_count()) +
           " have " + std::to_string(max->first) + "); each one's signals are of its own";
}

TrainingDynamics TrustaiGatherer::finish() {
    if (builder_.sample_count() == 0)
        throw Error(file_,
                    "has no complete record, expected a line for each sample and evaluation");
    for (std::string warning : {warning_of_counts(), warning_of_order()})
        if (!warning.empty()) warnings_.push_back(std::move(warning));
    std::vector<std::int64_t> numbers(builder_.evaluation_count());
    std::iota(numbers.begin(), numbers.end(), 0);
    TrainingDynamics dynamics = builder_.finish(std::move(numbers));
    warnings_.insert(warnings_.end(), dynamics.warnings.begin(), dynamics.warnings.end());
    std::string relearning = warning_of_relearning(file_, dynamics.evaluations);
    if (!relearning.empty()) warnings_.push_back(std::move(relearning));
    dynamics.warnings = std::move(warnings_);
    return dynamics;
}

TrainingDynamics read_trustai_signals(const std::filesystem::path& file, const Job& job,
                                      unsigned threads) {
    TrustaiGatherer gatherer(file.string());
    LineSlicing slicing;
    slicing.threads = threads;
    const LineSource source{file, std::make_shared<TrustaiLayout>()};
    read_lines(
        {&source, 1},
        [&](const LineChunk& chunk, const ChunkPosition& place) {
            gatherer.take(chunk, place.first_line);
        },
        slicing, job);
    return gatherer.finish();
}

}  // namespace epochscope
