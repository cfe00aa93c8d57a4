#include <epochscope/analysis/faithfulness.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/compare_datasets.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

namespace epochscope {

namespace {

constexpr double opened = 0.02;

/// A recording, and the index of each epoch of a series in it.
struct Features {
    Recording recording;
    std::vector<std::size_t> epochs;
};

Features open_features(const Dataset& dataset, const Job& job) {
    const std::string folder = recording_behind(dataset);
    if (folder.empty()) throw Error(dataset.path, "does not say which recording it was made from");
    OpenOptions options = recording_options(dataset);
    options.heads.is_wanted = false;
    Recording recording = open_recording(folder, options, job).recording;
    if (!std::ranges::equal(recording.labels(), dataset.series.labels()))
        throw Error(folder, "holds other samples than ", dataset.path, ", which names it");
    std::vector<std::size_t> epochs = epochs_of(recording, dataset.series);
    return {std::move(recording), std::move(epochs)};
}

/// Whether features say anything: of two projections of one recording, they are the same.
bool are_two_recordings(const Dataset& first, const Dataset& second) {
    const std::string a = recording_behind(first);
    const std::string b = recording_behind(second);
    return !a.empty() && !b.empty() && a != b;
}

std::size_t find_epoch(const Dataset& dataset, std::int64_t number) {
    const auto found = dataset.series.find_epoch(number);
    if (!found) throw Error(dataset.path, "has no epoch ", number);
    return *found;
}

/// The recordings of both, if they are wanted and can be used.
class BothFeatures {
  public:
    BothFeatures(const Dataset& first, const Dataset& second, CompareSpace space,
                 std::vector<std::string>& warnings, const Job& job) {
        if (space == CompareSpace::plane) return;
        if (space == CompareSpace::automatic && !are_two_recordings(first, second)) return;
        try {
            Features features = open_features(first, job.part(0, 0.5));
            second_ = open_features(second, job.part(0.5, 1));
            first_ = std::move(features);
        } catch (const Error& error) {
            if (space == CompareSpace::features) throw;
            warnings.push_back(std::string(error.what()) + "; neighbours are those in the plane");
        }
    }

    [[nodiscard]] ComparedSeries of_first(const EpochSeries& series) const {
        return side(series, first_);
    }
    [[nodiscard]] ComparedSeries of_second(const EpochSeries& series) const {
        return side(series, second_);
    }
    void expect_whole() const {
        for (const auto* features : {&first_, &second_})
            if (*features)
                if (const auto what = (*features)->recording.fault()) throw Error(*what);
    }

  private:
    [[nodiscard]] ComparedSeries side(const EpochSeries& series,
                                      const std::optional<Features>& features) const {
        if (!first_) return {.series = series};
        return {.series = series, .recording = &features->recording, .recorded = features->epochs};
    }

    /// Both or none.
    std::optional<Features> first_;
    std::optional<Features> second_;
};

using Value = std::optional<double> Sameness::*;

/// What is the same, by its names in Compared.
constexpr std::array<std::pair<const char*, Value>, 3> same_names{
    {{"shared_neighbours", &Sameness::shared_neighbours},
     {"agreement", &Sameness::agreement},
     {"confidence_change", &Sameness::confidence}}};

/// Nothing if no value is known.
std::optional<Column> column_of(const Dataset& first, const DatasetComparison& comparison,
                                const char* name, Value value) {
    std::vector<double> values(first.series.sample_count(), std::nan(""));
    bool is_known = false;
    for (std::size_t i = 0; i < comparison.found.samples.size(); ++i)
        if (const auto known = comparison.found.samples[i].*value) {
            values[static_cast<std::size_t>(comparison.pairs.first[i])] = *known;
            is_known = true;
        }
    return is_known ? std::optional(Column::of_real(name, std::move(values))) : std::nullopt;
}

/// How many epochs later the second first predicted the label; nothing if that is never known.
std::optional<Column> later_of(const Dataset& first, const DatasetComparison& comparison) {
    std::vector<std::int64_t> later(first.series.sample_count(), Column::missing);
    bool is_known = false;
    for (std::size_t i = 0; i < comparison.pairs.first.size(); ++i) {
        const auto& here = comparison.found.first_correct[i];
        const auto& there = comparison.found.second_correct[i];
        if (!here || !there) continue;
        later[static_cast<std::size_t>(comparison.pairs.first[i])] = *there - *here;
        is_known = true;
    }
    if (!is_known) return std::nullopt;
    return Column::of_whole("later", ColumnType::whole, std::move(later));
}

void add_curve(const Dataset& first, const DatasetComparison& comparison, const char* name,
               Value value, const std::string& class_name, std::span<const Sameness> epochs,
               Compared& compared) {
    Compared::Curve curve{name, class_name, {}};
    curve.values.resize(first.series.epoch_count());
    for (std::size_t e = 0; e < epochs.size(); ++e)
        curve.values[comparison.pairs.epochs[e].first] = epochs[e].*value;
    if (std::ranges::any_of(curve.values, [](const auto& known) { return known.has_value(); }))
        compared.curves.push_back(std::move(curve));
}

}  // namespace

DatasetComparison compare_datasets(const Dataset& first, const Dataset& second,
                                   const CompareOptions& options, CompareSpace space,
                                   std::optional<std::pair<std::int64_t, std::int64_t>> epochs,
                                   const Comparison& before, const Job& job) {
    DatasetComparison comparison{
        .pairs = pair_series(first, second, options.epochs_by), .found = {}, .warnings = {}};
    if (epochs) {
        comparison.pairs.epochs = {
            {find_epoch(first, epochs->first), find_epoch(second, epochs->second)}};
        comparison.pairs.epochs_by = EpochPairing::choice;
    }
    const BothFeatures features(first, second, space, comparison.warnings, job.part(0, opened));
    comparison.found =
        compare_series(features.of_first(first.series), features.of_second(second.series),
                       comparison.pairs, options, before, job.part(opened, 1));
    for (const Dataset* dataset : {&first, &second})
        if (const auto what = dataset->series.fault()) throw Error(*what);
    features.expect_whole();
    comparison.warnings.insert(comparison.warnings.begin(), comparison.pairs.warnings.begin(),
                               comparison.pairs.warnings.end());
    return comparison;
}

Compared compared_of(const Dataset& first, const std::string& other,
                     const DatasetComparison& comparison) {
    Compared compared{.other = other, .columns = {}, .curves = {}, .warnings = comparison.warnings};
    for (const auto& [name, value] : same_names)
        if (auto column = column_of(first, comparison, name, value))
            compared.columns.push_back(std::move(*column));
    if (auto later = later_of(first, comparison)) compared.columns.push_back(std::move(*later));
    const Comparison& found = comparison.found;
    for (const auto& [name, value] : same_names)
        add_curve(first, comparison, name, value, {}, found.epochs, compared);
    const Classes& classes = first.series.classes();
    for (const auto& [name, value] : same_names)
        for (std::size_t c = 0; c < found.classes.size(); ++c)
            add_curve(first, comparison, name, value, classes.names[c], found.classes[c], compared);
    return compared;
}

}  // namespace epochscope
