#include "io/dynamics/trustai_file.h"

#include "io/dynamics/line_faults.h"
#include "io/dynamics/line_file.h"
#include "io/dynamics/literal_reader.h"
#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/json/json_text.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

/// The bytes of a file that is one array: it is read as a whole.
constexpr std::size_t max_array = std::size_t{1} << 30U;

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

/// Whether a file is one JSON array.
bool begins_array(const std::filesystem::path& file) {
    std::array<std::uint8_t, 256> bytes{};
    InputFile input(file, std::numeric_limits<std::size_t>::max());
    const std::size_t count = input.read(bytes);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), count);
    const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && text[first] == '[';
}

/// Reads the records of an array, as far as it is whole.
class ArrayReader {
  public:
    ArrayReader(const std::filesystem::path& file, const Job& job)
        : file_(file.string()), job_(job), text_(read_text(file, max_array)), flat_(text_) {
        // Ends of lines mean nothing between values, and never occur within them.
        std::ranges::replace(flat_, '\n', ' ');
    }

    TrainingDynamics read() {
        LiteralReader reader(flat_, texts_, flat_.size());
        TrustaiGatherer gatherer(file_);
        LineChunk chunk;
        try {
            for (reader.take('['); !reader.take(']'); reader.take(',')) {
                if (job_.stop.stop_requested()) throw Cancelled();
                chunk.records.assign(1, layout_.read(reader, numbers_));
                gatherer.take(chunk, line_at(reader.byte()));
                texts_.clear();
            }
        } catch (const LineFault& fault) {
            const std::size_t line = line_at(fault.byte);
            chunk.records.clear();
            chunk.fault = {0, fault.byte - line_begin_, fault.what(), fault.cut, fault.cut};
            gatherer.take(chunk, line);
        }
        return gatherer.finish();
    }

  private:
    /// The line of a byte after those asked for before.
    std::size_t line_at(std::size_t byte) {
        const std::size_t end = std::min(byte, text_.size());
        for (; counted_ < end; ++counted_)
            if (text_[counted_] == '\n') {
                ++lines_;
                line_begin_ = counted_ + 1;
            }
        return lines_;
    }

    std::string file_;
    const Job& job_;
    std::string text_;
    std::string flat_;
    TrustaiLayout layout_;
    std::deque<std::string> texts_;
    std::vector<double> numbers_;
    std::size_t counted_ = 0;
    std::size_t lines_ = 1;
    std::size_t line_begin_ = 0;
};

TrainingDynamics read_array(const std::filesystem::path& file, const Job& job) {
    return ArrayReader(file, job).read();
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
    if (begins_array(file)) return read_array(file, job);
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
