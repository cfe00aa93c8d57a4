#include <epochscope/analysis/training_signals.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_signals.h>

#include <algorithm>
#include <optional>
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
TrainingDynamics dynamics_in(const std::string& path, const Work& work) {
    try {
        return work();
    } catch (const Error& error) {
        throw Error(path, error.what());
    }
}

/// Nothing where no epoch of it has logits.
std::optional<SignalSource> open_recorded(const fs::path& folder, const Job& job, int threads) {
    constexpr double opened = 0.05;
    RecordedRun run = open_recording(folder, {.heads = {.is_wanted = false}}, job.part(0, opened));
    const auto epochs = run.recording.epochs();
    if (std::all_of(epochs.begin(), epochs.end(),
                    [](const RecordedEpoch& epoch) { return epoch.logits.empty(); }))
        return std::nullopt;
    TrainingDynamics dynamics = dynamics_in(
        run.path, [&] { return dynamics_of(run.recording, job.part(opened, 1), threads); });
    return SignalSource{.dynamics = with_warnings(std::move(run.warnings), std::move(dynamics)),
                        .name = std::move(run.name),
                        .path = std::move(run.path),
                        .format = std::move(run.format),
                        .sidecar_files = std::move(run.sidecar_files)};
}

SignalSource open_predicted(const fs::path& folder, const Job& job) {
    constexpr double opened = 0.5;
    Dataset dataset = open_dataset(folder, {}, job.part(0, opened));
    TrainingDynamics dynamics =
        dynamics_in(dataset.path, [&] { return dynamics_of(dataset.series, job.part(opened, 1)); });
    return {.dynamics = with_warnings(std::move(dataset.warnings), std::move(dynamics)),
            .name = std::move(dataset.name),
            .path = std::move(dataset.path),
            .format = std::move(dataset.format),
            .sidecar_files = std::move(dataset.sidecar_files)};
}

SignalSource open_trustai(const fs::path& file, const Job& job, unsigned threads) {
    return {.dynamics = read_trustai_signals(file, job, threads),
            .name = file.filename().string(),
            .path = file.string(),
            .format = "TrustAI",
            .sidecar_files = {}};
}

}  // namespace

SignalSource open_signals(const fs::path& path, const Job& job, int threads) {
    std::error_code error;
    const fs::path place = fs::canonical(path, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    const unsigned readers = static_cast<unsigned>(std::max(threads, 0));
    if (!fs::is_directory(place, error)) return open_trustai(place, job, readers);
    if (is_cartography(place))
        return {.dynamics = read_cartography(place, job, readers),
                .name = place.filename().string(),
                .path = place.string(),
                .format = "Dataset Cartography",
                .sidecar_files = {}};
    if (is_recording(place))
        if (auto source = open_recorded(place, job, threads)) return *std::move(source);
    if (is_dataset(place)) return open_predicted(place, job);
    if (fs::exists(place / "output_data.json", error))
        return open_trustai(place / "output_data.json", job, readers);
    throw Error(path.string(),
                "has no training signals: expected a file of TrustAI's, dynamics_epoch_<k>.jsonl "
                "(Dataset Cartography), a recording with predictions.npy, or a dataset folder with "
                "predictions and confidence");
}

}  // namespace epochscope
