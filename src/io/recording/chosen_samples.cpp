#include "io/recording/chosen_samples.h"

#include "io/json/json_text.h"

#include <epochscope/io/chosen_metadata.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The maximum of copied bytes.
constexpr std::size_t max_copied = std::size_t{1} << 32U;
constexpr std::string_view dots = "..";

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Adds those of "12" or "9..12". Throws Error if they do not come after the others.
void add_range(std::vector<std::size_t>& samples, std::string_view range, std::size_t count) {
    const std::size_t between = range.find(dots);
    const bool is_one = between == std::string_view::npos;
    const auto first = number_in(range.substr(0, between));
    const auto last = is_one ? first : number_in(range.substr(between + dots.size()));
    if (!first || !last || *first > *last || *last >= count ||
        (!samples.empty() && *first <= samples.back()))
        throw Error("samples", in_quotes(range), " is not expected there, but samples 0..",
                    count - 1, " that increase, such as 0..5,9");
    for (std::size_t sample = *first; sample <= *last; ++sample) samples.push_back(sample);
}

std::vector<std::size_t> samples_in(std::string_view text, std::size_t count) {
    std::vector<std::size_t> samples;
    while (true) {
        const std::size_t comma = text.find(',');
        add_range(samples, text.substr(0, comma), count);
        if (comma == std::string_view::npos) return samples;
        text.remove_prefix(comma + 1);
    }
}

/// The memory of some rows of a recording.
struct ChosenRows : EpochMemory {
    explicit ChosenRows(const Recording& recording) : original(recording) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return original.fault(); }

    Recording original;
    std::vector<std::int32_t> labels;
    std::deque<std::vector<float>> values;
};

std::span<const float> rows_of(const Table& table, std::span<const std::size_t> samples,
                               ChosenRows& memory) {
    if (table.empty()) return {};
    std::vector<float>& rows = memory.values.emplace_back();
    rows.reserve(samples.size() * table.columns);
    for (const std::size_t sample : samples) {
        const std::span<const float> row = table.row(sample);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    return rows;
}

/// What is copied of a sample, in bytes.
std::size_t bytes_a_sample(const Recording& recording) {
    std::size_t numbers = 0;
    for (const RecordedEpoch& epoch : recording.epochs())
        numbers += epoch.embeddings.columns + epoch.logits.columns + 1;
    return numbers * sizeof(float);
}

Recording rows_of(const Recording& recording, std::span<const std::size_t> samples,
                  const Job& job) {
    const std::size_t bytes = bytes_a_sample(recording);
    if (samples.size() > max_copied / bytes)
        throw Error("samples", "copies of ", samples.size(), " samples of ", bytes,
                    " bytes each would be needed; expected less than 4 GiB in all");
    auto memory = std::make_shared<ChosenRows>(recording);
    for (const std::size_t sample : samples) memory->labels.push_back(recording.labels()[sample]);
    std::vector<RecordedEpoch> epochs(recording.epochs().begin(), recording.epochs().end());
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(epochs.size()));
        RecordedEpoch& epoch = epochs[e];
        epoch.embeddings.values = rows_of(epoch.embeddings, samples, *memory);
        epoch.logits.values = rows_of(epoch.logits, samples, *memory);
        epoch.losses = rows_of(Table{epoch.losses, 1}, samples, *memory);
        recording.release(e);
    }
    const std::span<const std::int32_t> labels = memory->labels;
    return {recording.classes(), labels, std::move(epochs), std::move(memory)};
}

class ChosenThumbnails : public ThumbnailSource {
  public:
    ChosenThumbnails(std::shared_ptr<const ThumbnailSource> all, std::vector<std::size_t> samples)
        : all_(std::move(all)), samples_(std::move(samples)) {}

    [[nodiscard]] bool has(std::size_t sample) const override {
        return sample < samples_.size() && all_->has(samples_[sample]);
    }
    [[nodiscard]] Image load(std::size_t sample) const override {
        return all_->load(samples_.at(sample));
    }

  private:
    std::shared_ptr<const ThumbnailSource> all_;
    std::vector<std::size_t> samples_;
};

std::shared_ptr<const Metadata> known_of(const std::shared_ptr<const Metadata>& metadata,
                                         std::span<const std::size_t> samples) {
    Metadata known = metadata ? *metadata_of(metadata, samples) : Metadata{};
    if (known.find("id") == nullptr)
        known.columns.insert(
            known.columns.begin(),
            Column::of_whole("id", ColumnType::whole, {samples.begin(), samples.end()}));
    return std::make_shared<const Metadata>(std::move(known));
}

}  // namespace

std::string sample_ranges(std::span<const std::size_t> samples) {
    std::string text;
    for (std::size_t i = 0; i < samples.size();) {
        std::size_t end = i + 1;
        while (end < samples.size() && samples[end] == samples[end - 1] + 1) ++end;
        if (i > 0) text += ',';
        text += std::to_string(samples[i]);
        if (end - i > 1) text.append(dots).append(std::to_string(samples[end - 1]));
        i = end;
    }
    return text;
}

RecordedRun with_samples(RecordedRun run, std::string_view text, const Job& job) {
    const std::size_t count = run.recording.sample_count();
    std::vector<std::size_t> samples = samples_in(text, count);
    run.recording = rows_of(run.recording, samples, job);
    run.metadata = known_of(run.metadata, samples);
    // Those beside are of all samples.
    if (!run.thumbnails) run.thumbnails = open_run_thumbnails(run.path, count, run.warnings);
    if (run.thumbnails)
        run.thumbnails =
            std::make_shared<ChosenThumbnails>(std::move(run.thumbnails), std::move(samples));
    std::erase_if(run.sidecar_files, [](const std::string& file) {
        return std::filesystem::path(file).filename() != "curves.csv";
    });
    return run;
}

}  // namespace epochscope
