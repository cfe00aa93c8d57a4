#include <epochscope/analysis/training_signals.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/projection/memory.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The warnings of what was opened, then those of its dynamics.
TrainingDynamics with_warnings(std::vector<std::string> warnings, TrainingDynamics dynamics) {
    warnings.insert(warnings.end(), dynamics.warnings.begin(), dynamics.warnings.end());
    dynamics.warnings = std::move(warnings);
    return dynamics;
}

/// Does it; what goes wrong is told of with the folder.
template <typename Work>
auto in_folder(const std::string& path, const Work& work) {
    try {
        return work();
    } catch (const Error& error) {
        throw Error(path, error.what());
    }
}

/// The fraction of the work after opening a recording.
constexpr double recording_opened = 0.05;
/// Bytes for an evaluation of a sample (dynamics and positions), and for the signals of a sample.
constexpr double bytes_an_evaluation = 60;
constexpr double bytes_a_sample = 400;

bool has_logits(const Recording& recording) {
    return std::ranges::any_of(recording.epochs(),
                               [](const RecordedEpoch& epoch) { return !epoch.logits.empty(); });
}

/// Nothing where no epoch of it has logits.
std::optional<SignalSource> open_recorded(const fs::path& folder, const std::string& epochs,
                                          const Job& job, int threads) {
    RecordedRun run = open_recording(folder, {.epochs = epochs, .heads = {.is_wanted = false}},
                                     job.part(0, recording_opened));
    if (!has_logits(run.recording)) return std::nullopt;
    TrainingDynamics dynamics = in_folder(run.path, [&] {
        return dynamics_of(run.recording, job.part(recording_opened, 1), threads);
    });
    return SignalSource{.dynamics = with_warnings(std::move(run.warnings), std::move(dynamics)),
                        .name = std::move(run.name),
                        .path = std::move(run.path),
                        .format = std::move(run.format),
                        .sidecar_files = std::move(run.sidecar_files),
                        .metadata = std::move(run.metadata)};
}

SignalSource open_projected(const fs::path& folder, const Job& job, int threads) {
    constexpr double opened = 0.5;
    Dataset dataset = open_dataset(folder, {}, job.part(0, opened));
    if (auto missing = missing_recording(dataset)) dataset.warnings.push_back(*std::move(missing));
    TrainingDynamics dynamics = dynamics_for(dataset, job.part(opened, 1), threads);
    return {.dynamics = with_warnings(std::move(dataset.warnings), std::move(dynamics)),
            .name = std::move(dataset.name),
            .path = std::move(dataset.path),
            .format = std::move(dataset.format),
            .sidecar_files = std::move(dataset.sidecar_files),
            .metadata = std::move(dataset.metadata)};
}

/// Ids and marks as columns; null if no sample is marked.
std::shared_ptr<const Metadata> marks_of(const TrainingDynamics& dynamics) {
    if (std::ranges::count(dynamics.s_labels, 0) == std::ssize(dynamics.s_labels)) return nullptr;
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& id : dynamics.ids) {
        bytes += id;
        ends.push_back(bytes.size());
    }
    Metadata metadata{{Column::of_texts("id", std::move(bytes), std::move(ends)),
                       Column::of_whole("s_label", ColumnType::whole,
                                        {dynamics.s_labels.begin(), dynamics.s_labels.end()})}};
    return std::make_shared<const Metadata>(std::move(metadata));
}

SignalSource open_trustai(const fs::path& file, const Job& job, unsigned threads) {
    SignalSource source{.dynamics = read_trustai_signals(file, job, threads),
                        .name = file.filename().string(),
                        .path = file.string(),
                        .format = "TrustAI",
                        .sidecar_files = {}};
    source.metadata = marks_of(source.dynamics);
    return source;
}

/// A file of that name, or a folder that has one and no evaluations.
void expect_no_coordinates(const fs::path& place) {
    std::error_code ignored;
    for (const std::string_view name : data_map_names) {
        const fs::path file = fs::is_directory(place, ignored) ? place / name : place;
        if (file.filename() != name || !fs::is_regular_file(file, ignored)) continue;
        throw Error(file.string(),
                    "has the coordinates of a data map, and not the evaluations that they were "
                    "computed from (training_dynamics/dynamics_epoch_<k>.jsonl); open it itself "
                    "(epochscope FILE): it is shown as that map");
    }
}

/// A file of an epoch of Dataset Cartography, or an array, stands for its folder.
fs::path folder_of_signals(const fs::path& path) {
    const std::string name = path.filename().string();
    const bool is_part = name.starts_with("dynamics_epoch_") || path.extension() == ".npy";
    return is_part ? path.parent_path() : path;
}

/// Those of the recording; nothing if it has none, or, with a warning, if a folder names one that
/// cannot be used.
std::optional<TrainingDynamics> usable_dynamics(const Dataset& dataset, const Job& job, int threads,
                                                std::vector<std::string>& warnings) {
    try {
        return recorded_dynamics(dataset, job, threads);
    } catch (const Error& error) {
        if (dataset.recording.empty() || is_recording(dataset.path)) throw;
        warnings.emplace_back(error.what());
        return std::nullopt;
    }
}

/// Whether a label's probability of a wrong prediction is among those of the table.
bool has_estimates(const EpochSeries& series, const SignalTable& table) {
    if (series.classes().predictable_count() <= 2) return false;
    const std::span<const double> all = table[Signal::evaluations];
    const std::span<const double> right = table[Signal::correct_times];
    for (std::size_t i = 0; i < all.size(); ++i)
        if (right[i] < all[i]) return true;
    return false;
}

}  // namespace

SignalSource open_signals(const fs::path& path, const Job& job, int threads,
                          const std::string& epochs) {
    std::error_code error;
    const fs::path place = folder_of_signals(fs::canonical(path, error));
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    const unsigned readers = static_cast<unsigned>(std::max(threads, 0));
    if (!is_recording(place)) expect_no_chosen_epochs(path, epochs);
    if (!fs::is_directory(place, error)) {
        expect_no_coordinates(place);
        return open_trustai(place, job, readers);
    }
    if (is_cartography(place))
        return {.dynamics = read_cartography(place, job, readers),
                .name = place.filename().string(),
                .path = place.string(),
                .format = "Dataset Cartography",
                .sidecar_files = {}};
    if (is_predicted_probabilities(place))
        return {.dynamics = read_predicted_probabilities(place, job),
                .name = place.filename().string(),
                .path = place.string(),
                .format = "predicted probabilities",
                .sidecar_files = {}};
    if (is_recording(place))
        if (auto source = open_recorded(place, epochs, job, threads)) return *std::move(source);
    expect_no_chosen_epochs(path, epochs);
    if (is_dataset(place)) return open_projected(place, job, threads);
    if (fs::exists(place / "output_data.json", error))
        return open_trustai(place / "output_data.json", job, readers);
    expect_no_coordinates(place);
    throw Error(path.string(),
                "has no training signals: expected a file of TrustAI's, dynamics_epoch_<k>.jsonl "
                "(Dataset Cartography), pred_probs.npy with labels.npy, a recording with "
                "predictions.npy, or a dataset folder with predictions and confidence");
}

std::optional<TrainingDynamics> recorded_dynamics(const Dataset& dataset, const Job& job,
                                                  int threads) {
    const std::string folder = recording_behind(dataset);
    if (folder.empty()) return std::nullopt;
    OpenOptions options = recording_options(dataset);
    options.heads.is_wanted = false;
    const Recording recording = open_recording(folder, options_for_recording(folder, options),
                                               job.part(0, recording_opened))
                                    .recording;
    if (!std::ranges::equal(recording.labels(), dataset.series.labels())) {
        // The projections of a run's folder may be of other samples.
        if (folder == dataset.path) return std::nullopt;
        throw Error(folder, "holds other samples than ", dataset.path, ", which names it");
    }
    if (!has_logits(recording)) return std::nullopt;
    return in_folder(
        folder, [&] { return dynamics_of(recording, job.part(recording_opened, 1), threads); });
}

TrainingDynamics dynamics_for(const Dataset& dataset, const Job& job, int threads) {
    std::vector<std::string> warnings;
    if (auto recorded = usable_dynamics(dataset, job, threads, warnings))
        return *std::move(recorded);
    // Progress never goes back.
    const Job rest{.progress = warnings.empty() ? job.progress : nullptr, .stop = job.stop};
    TrainingDynamics estimated =
        in_folder(dataset.path, [&] { return dynamics_of(dataset.series, rest, threads); });
    return with_warnings(std::move(warnings), std::move(estimated));
}

SampleSignals signals_for(const Dataset& dataset, const Job& job, int threads) {
    std::vector<std::string> warnings;
    if (auto recorded = usable_dynamics(dataset, job, threads, warnings))
        return {.table = signals_of(*recorded, all_evaluations, threads),
                .estimated = recorded->estimated,
                .warnings = std::move(recorded->warnings)};
    SignalTable table = in_folder(dataset.path, [&] {
        return signals_of(dataset.series, {.progress = {}, .stop = job.stop}, threads);
    });
    const bool estimated = has_estimates(dataset.series, table);
    return {.table = std::move(table), .estimated = estimated, .warnings = std::move(warnings)};
}

bool has_room_for_dynamics(const EpochSeries& series) {
    const auto samples = static_cast<double>(series.sample_count());
    const auto evaluations = samples * static_cast<double>(series.epoch_count());
    const double needed = evaluations * bytes_an_evaluation + samples * bytes_a_sample;
    const auto available = memory_available();
    return !available || needed <= *available;
}

}  // namespace epochscope
