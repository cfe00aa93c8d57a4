#include "io/curves/curve_file.h"
#include "io/curves/epoch_line.h"
#include "io/curves/log_line.h"
#include "io/files/mapped_file.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace epochscope {

namespace {

class LogFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    void read_on(const Job& job, unsigned threads) override;
    [[nodiscard]] CurveSource source() const override { return CurveSource::log; }
    [[nodiscard]] StepUnit steps_are() const override {
        return epoch_ && batches_ == 0 ? StepUnit::epochs : StepUnit::steps;
    }
    [[nodiscard]] std::vector<std::string> warnings() const override;

  private:
    void read_line(std::string_view text);
    /// Whether the line is one of a batch: see LogLine.
    bool read_log_values(std::string_view text);
    /// Whether the line is one of Keras.
    bool read_keras(std::string_view text);
    /// Whether the line is one of an evaluation, which belongs to the step that was last.
    bool read_test(std::string_view text);
    /// Whether the line is one that people print themselves: see EpochLine.
    bool read_epoch(std::string_view text);
    void begin_epoch(std::int64_t epoch);
    void keep(double step, double epoch, std::string_view name, double value);
    /// The same, for what is printed again as it becomes known.
    void keep_latest(double step, double epoch, std::string_view name, double value);
    void begin_again(double step);

    /// The end of the complete lines that were read.
    std::size_t end_ = 0;
    std::size_t lines_ = 0;
    std::size_t others_ = 0;
    std::size_t broken_ = 0;
    std::size_t first_broken_ = 0;
    std::size_t replaced_ = 0;
    double last_step_ = -1;
    double last_epoch_ = 0;
    /// The epoch that was named last; nothing if lines name it only beside their batch.
    std::optional<std::int64_t> epoch_;
    /// Batches an epoch, as the lines of batches say; 0 if there are none.
    std::int64_t batches_ = 0;
    /// The epoch of the last of these.
    std::int64_t batch_epoch_ = -1;
    /// Bars with values that do not name their epoch.
    std::size_t nameless_bars_ = 0;
    /// Whether the last line is incomplete.
    bool has_rest_ = false;
};

/// Progress bars go back and overwrite a line.
std::size_t line_end(std::string_view text) {
    return std::min(text.find_first_of("\n\r\b"), text.size());
}

void LogFile::read_on(const Job& job, unsigned) {
    constexpr std::size_t between_looks = 1000;
    const MappedFile mapped(file());
    std::string_view rest(reinterpret_cast<const char*>(mapped.bytes().data()),
                          mapped.bytes().size());
    rest.remove_prefix(std::min(end_, rest.size()));
    // The last line may be incomplete until its end is written.
    const std::size_t whole = rest.find_last_of("\n\r") + 1;
    has_rest_ = whole < rest.size();
    rest = rest.substr(0, whole);
    while (!rest.empty()) {
        if (lines_ % between_looks == 0 && job.stop.stop_requested()) throw Cancelled();
        const std::size_t end = line_end(rest);
        const bool is_two = rest.substr(end).starts_with("\r\n");
        read_line(rest.substr(0, end));
        const std::size_t taken = std::min(end + (is_two ? 2 : 1), rest.size());
        if (is_two || rest[end] == '\n') ++lines_;
        rest.remove_prefix(taken);
        end_ += taken;
    }
    if (mapped.is_broken()) throw Error(file().string(), "has become shorter while it was read");
}

void LogFile::read_line(std::string_view text) {
    // Rules between epochs are drawn of such signs.
    if (text.find_first_not_of(" \t-=*_#~+") == std::string_view::npos) return;
    if (is_progress(text)) {
        const bool has_batch = text.find("][") != std::string_view::npos;
        if (read_log_values(text) || (!has_batch && read_epoch(text))) return;
        if (broken_++ == 0) first_broken_ = lines_ + 1;
    } else if (!read_test(text) && !read_keras(text) && !read_epoch(text)) {
        ++others_;
    }
}

bool LogFile::read_log_values(std::string_view text) {
    const auto line = read_log_line(text);
    if (!line) return false;
    batches_ = line->batches;
    batch_epoch_ = line->epoch;
    if (line->step() < last_step_) begin_again(line->step());
    last_step_ = line->step();
    last_epoch_ = line->epochs();
    for (const LogEntry& entry : line->entries) {
        keep(line->step(), line->epochs(), entry.name, entry.value);
        if (entry.mean) keep(line->step(), line->epochs(), entry.name + " (mean)", *entry.mean);
    }
    return true;
}

bool LogFile::read_test(std::string_view text) {
    // Other programs begin lines with a star, too.
    if (!is_test(text) && set().all().empty()) return false;
    const std::vector<LogEntry> entries = read_test_values(text);
    for (const LogEntry& entry : entries)
        keep_latest(std::max(last_step_, 0.0), last_epoch_, entry.name, entry.value);
    return !entries.empty();
}

bool LogFile::read_keras(std::string_view text) {
    if (const auto epoch = read_keras_epoch(text)) {
        // Its bars may name the same epoch again.
        if (batches_ == 0 && static_cast<double>(*epoch) <= last_step_)
            begin_again(static_cast<double>(*epoch));
        begin_epoch(*epoch);
        return true;
    }
    if (!epoch_) return false;
    const std::vector<LogEntry> entries = read_keras_values(text);
    // Keras prints the values of an epoch again when it has evaluated.
    for (const LogEntry& entry : entries)
        keep_latest(last_step_, last_step_, entry.name, entry.value);
    // A bar that is not full yet is no other program's line.
    return !entries.empty() || text.find("/step") != std::string_view::npos ||
           text.find(" ETA: ") != std::string_view::npos;
}

bool LogFile::read_epoch(std::string_view text) {
    const auto line = read_epoch_line(text);
    if (!line) return false;
    if (line->is_bar && !line->epoch && !epoch_) {
        nameless_bars_ += line->entries.empty() ? 0 : 1;
        return true;
    }
    if (!line->epoch && !epoch_) return false;
    if (line->batches > 0) batches_ = line->batches;
    if (line->epoch) begin_epoch(*line->epoch);
    if (line->batches > 0) {
        const LogLine place{.epoch = epoch_.value_or(0),
                            .batch = line->batch,
                            .batches = line->batches,
                            .entries = {}};
        batch_epoch_ = place.epoch;
        if (place.step() < last_step_) begin_again(place.step());
        last_step_ = place.step();
        last_epoch_ = place.epochs();
    }
    for (const LogEntry& entry : line->entries)
        keep_latest(last_step_, last_epoch_, entry.name, entry.value);
    return true;
}

/// Where lines of batches came before, what is said of a whole epoch belongs to its last batch.
void LogFile::begin_epoch(std::int64_t epoch) {
    if (epoch_ == epoch) return;
    epoch_ = epoch;
    const auto number = static_cast<double>(epoch);
    const double step = number * static_cast<double>(std::max<std::int64_t>(batches_, 1));
    if (batches_ > 0 && batch_epoch_ == epoch) return;
    if (step < last_step_) begin_again(step);
    last_step_ = step;
    last_epoch_ = number;
}

void LogFile::keep(double step, double epoch, std::string_view name, double value) {
    ScalarSeries* series = set().named(name);
    if (series == nullptr) return;
    series->steps.push_back(step);
    series->values.push_back(value);
    series->epochs.push_back(epoch);
}

void LogFile::keep_latest(double step, double epoch, std::string_view name, double value) {
    ScalarSeries* series = set().named(name);
    if (series == nullptr) return;
    if (!series->steps.empty() && series->steps.back() == step)
        series->values.back() = value;
    else
        keep(step, epoch, name, value);
}

/// A resumed run repeats steps.
void LogFile::begin_again(double step) {
    std::size_t max = 0;
    for (ScalarSeries& series : set().all()) max = std::max(max, cut_from(series, step));
    replaced_ += max;
}

std::vector<std::string> LogFile::warnings() const {
    std::vector<std::string> sentences;
    const std::string name = file().string() + ": ";
    if (broken_ > 0)
        sentences.push_back(name + "line " + std::to_string(first_broken_) +
                            (broken_ == 1 ? " is cut off or broken; it is left out"
                                          : " is the first of " + std::to_string(broken_) +
                                                " that are cut off or broken; they are left out"));
    if (others_ > 0)
        sentences.push_back(name + std::to_string(others_) +
                            (others_ == 1 ? " line of other programs is skipped"
                                          : " lines of other programs are skipped"));
    if (has_rest_)
        sentences.push_back(name + "the last line, " + std::to_string(lines_ + 1) +
                            ", has no end yet; it is left for later");
    if (nameless_bars_ > 0 && !epoch_)
        sentences.push_back(
            name +
            "its progress bars do not name their epoch, so they are left out; print "
            "a line \"Epoch 1/10\" before each, or name it in their description");
    if (replaced_ > 0)
        sentences.push_back(name + "the run was resumed at an earlier step; of " +
                            std::to_string(replaced_) + " steps the later writing counts");
    if (set().is_full())
        sentences.push_back(name + "has more than " + std::to_string(max_series) +
                            " curves; the others are left out");
    return sentences;
}

}  // namespace

bool begins_like_log(std::string_view text) {
    bool has_epoch = false;
    while (!text.empty()) {
        const std::size_t end = line_end(text);
        const std::string_view line = text.substr(0, end);
        if (read_log_line(line) || (is_test(line) && !read_test_values(line).empty())) return true;
        if (has_epoch && !read_keras_values(line).empty()) return true;
        const auto epoch = read_epoch_line(line);
        has_epoch = has_epoch || read_keras_epoch(line) || (epoch && epoch->epoch);
        if (epoch && !epoch->entries.empty() && has_epoch) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

std::unique_ptr<CurveFile> make_log_file(const std::filesystem::path& file) {
    return std::make_unique<LogFile>(file);
}

}  // namespace epochscope
