#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// The samples of a thread's task.
constexpr std::size_t grain = 1024;
/// A row that is this many times as long as the median is told of.
constexpr double far_longer = 20;
/// The squares of longer rows, and what is summed up of them, leave float32.
constexpr double longest_usable = 1e18;
/// The maximum of copied bytes.
constexpr std::size_t max_copied = std::size_t{1} << 32U;

using Samples = std::vector<std::uint32_t>;

/// The length of each row; not finite if an entry is not.
std::vector<double> lengths_of(const Table& rows, const std::stop_token& stop) {
    std::vector<double> lengths(rows.rows());
    const tbb::blocked_range<std::size_t> all(0, lengths.size(), grain);
    tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& some) {
        end_if_stopped(stop);
        for (std::size_t i = some.begin(); i < some.end(); ++i) {
            // The squares of floats do not overflow a double. Several sums at once, for speed.
            constexpr std::size_t width = 4;
            double sums[width]{};
            const std::span<const float> row = rows.row(i);
            const std::size_t whole = row.size() - row.size() % width;
            for (std::size_t d = 0; d < whole; d += width)
                for (std::size_t k = 0; k < width; ++k)
                    sums[k] += static_cast<double>(row[d + k]) * static_cast<double>(row[d + k]);
            for (std::size_t d = whole; d < row.size(); ++d)
                sums[0] += static_cast<double>(row[d]) * static_cast<double>(row[d]);
            lengths[i] = std::sqrt((sums[0] + sums[1]) + (sums[2] + sums[3]));
        }
    });
    return lengths;
}

bool is_usable(double length) { return length <= longest_usable; }

/// The rows that are not finite or too long.
Samples unusable(const std::vector<double>& lengths) {
    Samples samples;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        if (!is_usable(lengths[i])) samples.push_back(static_cast<std::uint32_t>(i));
    return samples;
}

/// Whether all usable rows are the same, of which there are at least two.
bool is_constant(const Table& rows, const std::vector<double>& lengths) {
    std::optional<std::size_t> first;
    std::size_t count = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (!is_usable(lengths[i])) continue;
        if (!first) first = i;
        if (lengths[i] != lengths[*first] || !std::ranges::equal(rows.row(i), rows.row(*first)))
            return false;
        ++count;
    }
    return count > 1;
}

/// What a projection would hardly show.
class UnusualRows {
  public:
    void look_at(const RecordedEpoch& epoch, const std::vector<double>& lengths) {
        note_unusable(epoch.number, lengths);
        if (is_constant(epoch.embeddings, lengths)) {
            if (constant_++ == 0) first_constant_ = epoch.number;
            return;
        }
        std::vector<double> usable;
        std::ranges::copy_if(lengths, std::back_inserter(usable), is_usable);
        if (usable.size() < 3) return;
        const auto middle = usable.begin() + static_cast<std::ptrdiff_t>(usable.size() / 2);
        std::ranges::nth_element(usable, middle);
        const double limit = far_longer * *middle;
        if (limit > 0) count_longer(epoch.number, lengths, limit);
    }

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> said;
        if (unusable_ > 0) {
            std::ostringstream text;
            text << "epoch " << first_unusable_ << ": the embedding of sample " << unusable_sample_
                 << " is longer than " << longest_usable;
            if (unusable_ > 1) text << ", as are " << unusable_ - 1 << " more";
            text << "; such samples are absent there, and projected as at their nearest epoch";
            said.push_back(text.str());
        }
        if (constant_ > 0) {
            std::ostringstream text;
            text << "epoch " << first_constant_ << ": all embeddings are the same";
            if (constant_ > 1) text << ", as at " << constant_ - 1 << " more epochs";
            text << "; there is nothing to project";
            said.push_back(text.str());
        }
        if (longer_ > 0) {
            std::ostringstream text;
            text << "epoch " << number_ << ": the embedding of sample " << sample_ << " is "
                 << std::round(times_) << " times as long as the median";
            if (longer_ > 1) text << ", and so are " << longer_ - 1 << " more that are too long";
            text << "; such samples decide the projection";
            said.push_back(text.str());
        }
        return said;
    }

  private:
    void note_unusable(std::int64_t number, const std::vector<double>& lengths) {
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            if (!std::isfinite(lengths[i]) || is_usable(lengths[i])) continue;
            if (unusable_++ > 0) continue;
            first_unusable_ = number;
            unusable_sample_ = i;
        }
    }
    void count_longer(std::int64_t number, const std::vector<double>& lengths, double limit) {
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            if (!(lengths[i] > limit) || !is_usable(lengths[i])) continue;
            if (longer_++ > 0) continue;
            number_ = number;
            sample_ = i;
            times_ = far_longer * lengths[i] / limit;
        }
    }

    std::size_t unusable_ = 0;
    std::int64_t first_unusable_ = 0;
    std::size_t unusable_sample_ = 0;
    std::size_t constant_ = 0;
    std::int64_t first_constant_ = 0;
    std::size_t longer_ = 0;
    std::int64_t number_ = 0;
    std::size_t sample_ = 0;
    double times_ = 0;
};

/// The memory of a prepared recording.
struct Prepared : EpochMemory {
    explicit Prepared(const Recording& recording) : original(recording) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return original.fault(); }
    void release(std::size_t epoch) const override { original.release(epoch); }

    Recording original;
    /// One an epoch.
    std::vector<Samples> absent;
    std::deque<std::vector<float>> copies;
};

bool contains(const Samples& samples, std::uint32_t sample) {
    return std::ranges::binary_search(samples, sample);
}

/// The nearest epoch at which a sample is known, the earlier of two; nothing if there is none.
std::optional<std::size_t> nearest_known(const std::vector<Samples>& absent, std::size_t epoch,
                                         std::uint32_t sample) {
    for (std::size_t away = 1; away < absent.size(); ++away) {
        if (away <= epoch && !contains(absent[epoch - away], sample)) return epoch - away;
        if (epoch + away < absent.size() && !contains(absent[epoch + away], sample))
            return epoch + away;
    }
    return std::nullopt;
}

std::vector<float> mean_row(const Table& rows, const Samples& absent) {
    std::vector<double> sums(rows.columns);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        if (contains(absent, static_cast<std::uint32_t>(i))) continue;
        for (std::size_t d = 0; d < rows.columns; ++d)
            sums[d] += static_cast<double>(rows.row(i)[d]);
    }
    const auto known = static_cast<double>(std::max<std::size_t>(1, rows.rows() - absent.size()));
    std::vector<float> means;
    for (const double sum : sums) means.push_back(static_cast<float>(sum / known));
    return means;
}

/// The embeddings of an epoch with rows for its absent samples.
std::vector<float> filled(const Prepared& memory, std::size_t epoch) {
    const Table& rows = memory.original.epoch(epoch).embeddings;
    std::vector<float> values(rows.values.begin(), rows.values.end());
    const std::vector<float> mean = mean_row(rows, memory.absent[epoch]);
    for (const std::uint32_t sample : memory.absent[epoch]) {
        const auto known = nearest_known(memory.absent, epoch, sample);
        const std::span<const float> row =
            known ? memory.original.epoch(*known).embeddings.row(sample) : std::span(mean);
        std::ranges::copy(row, values.begin() + static_cast<std::ptrdiff_t>(sample * rows.columns));
    }
    return values;
}

Recording filled(const Recording& recording, std::vector<Samples> absent, const Job& job) {
    const std::size_t size = recording.epoch(0).embeddings.values.size() * sizeof(float);
    const auto epochs = static_cast<std::size_t>(
        std::ranges::count_if(absent, [](const Samples& samples) { return !samples.empty(); }));
    if (epochs > max_copied / size)
        throw Error("embeddings", "are not finite, or too long, at ", epochs,
                    " epochs, of which copies of ", size >> 20U,
                    " MiB each would be needed; expected less than 4 GiB in all");
    auto memory = std::make_shared<Prepared>(recording);
    memory->absent = std::move(absent);
    std::vector<RecordedEpoch> views(recording.epochs().begin(), recording.epochs().end());
    for (std::size_t e = 0; e < views.size(); ++e) {
        end_if_stopped(job.stop);
        if (memory->absent[e].empty()) continue;
        views[e].embeddings.values = memory->copies.emplace_back(filled(*memory, e));
        views[e].absent = memory->absent[e];
    }
    return {recording.classes(), recording.labels(), std::move(views), std::move(memory)};
}

bool is_finite(std::span<const float> row) {
    return std::ranges::all_of(row, [](float value) { return std::isfinite(value); });
}

/// Notes the samples that are there but have logits that are not numbers.
void note_unevaluated(const RecordedEpoch& epoch, const Samples& absent, AbsentValues& counted) {
    for (std::size_t i = 0; i < epoch.logits.rows(); ++i)
        if (!is_finite(epoch.logits.row(i)) && !contains(absent, static_cast<std::uint32_t>(i)))
            counted.add("logits", epoch.number, i);
}

void take_out(const RecordedEpoch& epoch, EpochColumns::Lists& lists) {
    if (lists.offsets.empty()) return;
    std::uint64_t kept = 0;
    std::uint64_t begin = lists.offsets[0];
    for (std::size_t i = 0; i + 1 < lists.offsets.size(); ++i) {
        const std::uint64_t end = lists.offsets[i + 1];
        const bool is_known = !is_absent(epoch, i);
        for (std::uint64_t k = begin; k < end; ++k) {
            const std::int32_t neighbour = lists.samples[k];
            if (is_known && !is_absent(epoch, static_cast<std::size_t>(neighbour)))
                lists.samples[kept++] = neighbour;
        }
        begin = end;
        lists.offsets[i + 1] = kept;
    }
    lists.samples.resize(kept);
}

}  // namespace

PreparedRecording prepared(const Recording& recording, const Job& job, int threads) {
    const std::size_t epochs = recording.epoch_count();
    if (std::ranges::any_of(recording.epochs(),
                            [](const RecordedEpoch& epoch) { return !epoch.absent.empty(); }))
        return {recording, {}};
    std::vector<Samples> absent;
    AbsentValues counted;
    AbsentValues unevaluated;
    UnusualRows unusual;
    std::size_t unknown = 0;
    for (std::size_t e = 0; e < epochs; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs));
        const RecordedEpoch& epoch = recording.epoch(e);
        std::vector<double> lengths;
        on_threads(threads, [&] { lengths = lengths_of(epoch.embeddings, job.stop); });
        absent.push_back(unusable(lengths));
        for (const std::uint32_t sample : absent.back())
            if (!std::isfinite(lengths[sample])) counted.add("embedding", epoch.number, sample);
        unknown += absent.back().size();
        note_unevaluated(epoch, absent.back(), unevaluated);
        unusual.look_at(epoch, lengths);
        recording.release(e);
    }
    if (unknown == epochs * recording.sample_count())
        throw Error("embeddings", "hold no row of finite numbers up to ", longest_usable);
    std::vector<std::string> warnings = counted.sentences();
    for (std::string& warning : warnings)
        warning += "; it is absent there, and projected as at its nearest epoch";
    for (std::string& sentence : unevaluated.sentences())
        warnings.push_back(std::move(sentence) + "; it is not evaluated there");
    for (std::string& sentence : unusual.sentences()) warnings.push_back(std::move(sentence));
    if (unknown == 0) return {recording, std::move(warnings)};
    return {filled(recording, std::move(absent), job), std::move(warnings)};
}

bool is_absent(const RecordedEpoch& epoch, std::size_t sample) {
    return std::ranges::binary_search(epoch.absent, static_cast<std::uint32_t>(sample));
}

void without_absent(const RecordedEpoch& epoch, NearestByClass& lists) {
    if (epoch.absent.empty()) return;
    take_out(epoch, lists.intra);
    take_out(epoch, lists.inter);
}

std::vector<std::size_t> known_rows(const RecordedEpoch& epoch) {
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < epoch.logits.rows(); ++i)
        if (!is_absent(epoch, i) &&
            std::ranges::all_of(epoch.logits.row(i), [](float v) { return std::isfinite(v); }))
            known.push_back(i);
    return known;
}

}  // namespace epochscope
