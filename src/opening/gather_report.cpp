#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/curves.h>
#include <epochscope/analysis/label_proposal.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/source.h>
#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/gather_report.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/projection/controls.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Multiplications, and values that are read, which take some tens of seconds.
constexpr double most_products = 4e10;
constexpr double most_values = 4e9;
/// What ranking neighbours adds to the dimensions of a pair of samples.
constexpr double rank_cost = 60;

void append(std::vector<std::string>& sentences, const std::vector<std::string>& more) {
    for (const std::string& sentence : more)
        if (std::ranges::find(sentences, sentence) == sentences.end())
            sentences.push_back(sentence);
}

/// The recording of a dataset, and how much there is of it.
struct ItsRecording {
    RecordedRun run;

    [[nodiscard]] double samples() const {
        return static_cast<double>(run.recording.sample_count());
    }
    [[nodiscard]] double epochs() const { return static_cast<double>(run.recording.epoch_count()); }
    [[nodiscard]] double dimension() const {
        return static_cast<double>(run.recording.dimension());
    }
    [[nodiscard]] double classes() const {
        return static_cast<double>(run.recording.class_count());
    }
    [[nodiscard]] bool measures_quickly() const {
        return epochs() * samples() * samples() * (dimension() + rank_cost) <= most_products;
    }
    /// Signals of features are those of some samples.
    [[nodiscard]] bool is_quickly_well() const {
        const double sampled = std::min(samples(), static_cast<double>(health_samples));
        return is_quickly_read() &&
               epochs() * sampled * (dimension() + classes()) * classes() <= most_products;
    }
    [[nodiscard]] bool is_quickly_read() const {
        return epochs() * samples() * (dimension() + classes()) <= most_values;
    }
};

/// Nothing if the folder is no recording, and names none that is there.
Finding<ItsRecording> recording_of(const Dataset& dataset, const Job& job) {
    const std::string folder = recording_behind(dataset);
    if (folder.empty()) return {};
    try {
        const OpenOptions options = options_for_recording(folder, recording_options(dataset));
        ItsRecording found{open_recording(folder, options, job)};
        // Throws if it is of other samples or lacks an epoch.
        epochs_of(found.run.recording, dataset.series);
        return {.value = std::move(found)};
    } catch (const Error& error) {
        return {.absence = Absence::fault, .fault = error.what()};
    }
}

/// What `find` makes of the recording, if it is there and that is quick.
template <typename Value, typename Find>
Finding<Value> found_in(const Finding<ItsRecording>& recording, bool is_wanted, const Find& find) {
    if (!recording.value) return {.absence = recording.absence, .fault = recording.fault};
    if (!is_wanted) return {.absence = Absence::takes_long};
    try {
        return {.value = find(*recording.value)};
    } catch (const Error& error) {
        return {.absence = Absence::fault, .fault = error.what()};
    }
}

class Gatherer {
  public:
    Gatherer(std::shared_ptr<const Dataset> dataset, const GatherOptions& options, const Job& job)
        : options_(options), job_(job), series_(dataset->series) {
        report_.dataset = std::move(dataset);
        report_.warnings = report_.dataset->warnings;
    }

    RunReport gather() {
        recording_ = recording_of(*report_.dataset, job_.part(0, 0.05));
        if (recording_.value) append(report_.warnings, recording_.value->run.warnings);
        report_.method = method();
        add_series(job_.part(0.05, 0.2));
        add_curves(job_.part(0.2, 0.25));
        report_.dynamics = signals(job_.part(0.25, 0.4));
        report_.health = health(job_.part(0.4, 0.6));
        report_.faithfulness = faithfulness(job_.part(0.6, 1));
        if (const auto what = series_.fault()) throw Error(*what);
        return std::move(report_);
    }

  private:
    [[nodiscard]] const Dataset& dataset() const { return *report_.dataset; }
    [[nodiscard]] bool is_quick(bool (ItsRecording::*quickly)() const) const {
        return options_.measure_all || !recording_.value || (*recording_.value.*quickly)();
    }

    [[nodiscard]] std::string method() const {
        try {
            const auto source = read_source(
                dataset().projection_folder.empty() ? dataset().path : dataset().projection_folder);
            const auto found = source.find("method");
            return found == source.end() ? std::string() : found->second;
        } catch (const Error&) {
            // Not every format has one.
            return {};
        }
    }

    /// What the series alone says.
    void add_series(const Job& job) {
        for (std::size_t e = 0; e < series_.epoch_count(); ++e)
            report_.accuracy.push_back(accuracy_at(series_, e, job.stop));
        report_.confused = confused_classes(series_, options_.pairs, job.part(0, 0.5));
        report_.flipped = flipped_classes(series_, options_.pairs, job.part(0.5, 1));
    }

    /// Those beside the folder, or else those of its recording.
    void add_curves(const Job& job) {
        add_curves_of(dataset().path, job);
        if (report_.curves.empty() && recording_.value)
            add_curves_of(recording_.value->run.path, job);
    }

    void add_curves_of(const fs::path& folder, const Job& job) {
        for (const fs::path& file : curves_beside(folder)) {
            try {
                add_curves(file.filename().string(), read_training_curves(file, {{}, job.stop}),
                           folder);
            } catch (const Error& error) {
                append(report_.warnings, {error.what()});
            }
        }
    }

    void add_curves(const std::string& source, TrainingCurves curves, const fs::path& folder) {
        append(report_.warnings, curves.warnings);
        std::vector<std::int64_t> numbers;
        for (const Epoch& epoch : series_.epochs()) numbers.push_back(epoch.number);
        const auto steps = read_epochs_at_steps(folder, numbers.size(), report_.warnings);
        for (CurveRun& run : curves.runs) {
            AlignedCurves aligned = align_to_epochs(
                run, numbers, steps ? std::span<const double>(*steps) : std::span<const double>());
            report_.curves.push_back({source, std::move(run), std::move(aligned)});
        }
    }

    Finding<RunSignals> signals(const Job& job) {
        if (!is_quick(&ItsRecording::is_quickly_read)) return {.absence = Absence::takes_long};
        try {
            SampleSignals found = signals_for(dataset(), job.part(0, 0.7), options_.threads);
            append(report_.warnings, found.warnings);
            RunSignals signals{.suspects = suspects(found.table, job.part(0.7, 1)),
                               .is_estimated = found.estimated};
            for (std::size_t p = 0; p < map_preset_count; ++p)
                signals.presets[p] = count_of(found.table, static_cast<MapPreset>(p));
            return {.value = std::move(signals)};
        } catch (const Error& error) {
            return {.absence = Absence::fault, .fault = error.what()};
        }
    }

    std::vector<Suspect> suspects(const SignalTable& table, const Job& job) {
        std::vector<Suspect> found;
        LabelProposer proposer(series_, job);
        for (const std::uint32_t sample : most_suspicious(table, options_.suspects))
            found.push_back({.sample = sample,
                             .suspicion = table[Signal::suspicion][sample],
                             .proposal = proposer.of(sample)});
        return found;
    }

    /// With all of its samples: a folder may be of some, and an alert is of the whole run.
    [[nodiscard]] Recording whole(const ItsRecording& its) const {
        OpenOptions options = recording_options(dataset());
        if (options.samples.empty()) return its.run.recording;
        options.samples.clear();
        options.heads.is_wanted = false;
        return open_recording(its.run.path, options_for_recording(its.run.path, options),
                              {.progress = {}, .stop = job_.stop})
            .recording;
    }

    Finding<RunHealth> health(const Job& job) {
        return found_in<RunHealth>(
            recording_, is_quick(&ItsRecording::is_quickly_well), [&](const ItsRecording& its) {
                const Recording recording = whole(its);
                RunHealth found;
                found.epochs = measure_health(recording, options_.threads, job);
                if (const auto what = recording.fault()) throw Error(*what);
                found.alerts = alerts_of(found.epochs, recording.classes());
                found.is_sampled = recording.sample_count() > health_samples;
                return found;
            });
    }

    Finding<RunFaithfulness> faithfulness(const Job& job) {
        return found_in<RunFaithfulness>(
            recording_, is_quick(&ItsRecording::measures_quickly), [&](const ItsRecording& its) {
                const Recording& recording = its.run.recording;
                PictureReport measured = measure_picture(recording, series_, dataset().plane_map,
                                                         {.threads = options_.threads}, true, job);
                if (const auto what = recording.fault()) throw Error(*what);
                append(report_.warnings, doubts_about(series_, recording));
                append(report_.warnings, measured.warnings);
                RunFaithfulness found;
                found.neighbours = measured.neighbours;
                found.scores.push_back({"picture", std::move(measured.picture.figures)});
                for (Control& control : measured.controls)
                    found.scores.push_back({control.name, std::move(control.found.figures)});
                return found;
            });
    }

    const GatherOptions& options_;
    const Job& job_;
    EpochSeries series_;
    Finding<ItsRecording> recording_;
    RunReport report_;
};

}  // namespace

RunReport gather_report(std::shared_ptr<const Dataset> dataset, const GatherOptions& options,
                        const Job& job) {
    return Gatherer(std::move(dataset), options, job).gather();
}

}  // namespace epochscope
