#include "opening/project_source.h"
#include "opening/shared_backgrounds.h"

#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_maps.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/render/palette.h>

#include <exception>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace epochscope {

namespace {

/// The work, of which the observer's functions can be called.
class Work {
  public:
    Work(const ProjectRun& run, const Job& job, const ProjectObserver& observer)
        : run_(run), job_(job), observer_(observer), checkpoint_(run.target) {}

    EpochSeries done() {
        // The first process writes; others may come to this when it has begun to.
        if (team().is_first()) expect_new_folder(run_.target);
        expect_the_whole();
        began(ProjectStage::opening);
        OpenOptions opening = options_for_recording(run_.recording, run_.opening);
        opening.heads = run_.heads;
        const RecordedRun recorded =
            open_recording(run_.recording, opening, {.progress = {}, .stop = job_.stop});
        // Pictures take longer to paint than all else takes to write.
        const double projected = run_.landscape ? 0.8 : 0.95;
        began(ProjectStage::projecting);
        // Doubts about the recording are told before long work.
        const PreparedRecording ready =
            prepared(recorded.recording, {.progress = {}, .stop = job_.stop});
        for (const std::string& warning : ready.warnings) warn(warning);
        Projection projection = project(ready.recording, job_.part(0, projected));
        // What was cut off while it was read came as zeros.
        if (const auto fault = recorded.recording.fault()) throw Error(*fault);
        EpochSeries series = write(recorded, projection, job_.part(projected, 1));
        if (leaves_checkpoints(run_) && team().is_first()) checkpoint_.remove();
        return series;
    }

  private:
    void began(ProjectStage stage) const {
        if (observer_.began) observer_.began(stage);
    }
    void remark(const std::string& sentence) const {
        if (observer_.remark) observer_.remark(sentence);
    }
    /// Tells each sentence once.
    void warn(const std::string& sentence) {
        if (observer_.warning && told_.insert(sentence).second) observer_.warning(sentence);
    }

    /// A program reads the folder of the recording, which has all of them.
    void expect_the_whole() const {
        const bool is_external =
            run_.maps.empty() && std::holds_alternative<ExternalOptions>(run_.options.method);
        if (is_external && !(run_.opening.samples.empty() && run_.opening.epochs.empty()))
            throw Error(about(run_.options.method).id,
                        "hands the folder of the recording to a program, which cannot be told of "
                        "some samples or epochs; expected all of them, or another method");
    }

    Projection project(const Recording& recording, const Job& job) {
        const ProjectionWatch watch = [&](const ProjectionStatus& status) {
            if (observer_.watch) observer_.watch(recording, status);
        };
        if (!run_.maps.empty())
            return project_by(open_maps(run_.maps, {.progress = {}, .stop = job.stop}), recording,
                              run_.options, job, watch);
        ProjectOptions options = run_.options;
        options.folder = run_.recording;
        if (!leaves_checkpoints(run_) || !team().is_first())
            return epochscope::project(recording, options, job, watch);
        options.checkpointing = checkpointing();
        try {
            return epochscope::project(recording, options, job, watch);
        } catch (const std::exception&) {
            if (has_kept_)
                remark("what was learned is in " + checkpoint_.path().string() +
                       "; the same call with --resume goes on from there");
            throw;
        }
    }

    Checkpointing checkpointing() {
        const bool goes_on = run_.resume && checkpoint_.is_there();
        if (run_.resume && !goes_on)
            remark("there is no " + checkpoint_.path().string() + ": beginning at the beginning");
        Checkpointing made = goes_on ? checkpoint_.going_on() : checkpoint_.beginning();
        made.keep = [this, keep = made.keep](const TrainingCheckpoint& done) {
            keep(done);
            has_kept_ = true;
        };
        return made;
    }

    EpochSeries write(const RecordedRun& recorded, Projection& projection, const Job& job) {
        began(ProjectStage::writing);
        Settings source = source_of(run_, projection, recorded.name);
        Dataset dataset = dataset_of(recorded, projection, recorded.name);
        for (const std::string& warning : dataset.warnings) warn(warning);
        for (const std::string& sentence : projection.remarks) remark(sentence);
        if (run_.landscape) paint(dataset, source);
        if (!team().is_first()) return dataset.series;
        write_dataset(dataset, run_.format, run_.target, source, job);
        for (const std::string& name : left_out(dataset, run_.format))
            warn(name + (run_.format == DatasetFormat::npy
                             ? " is left out: npy has no place for it"
                             : " is left out: json has no place for it"));
        return dataset.series;
    }

    /// Gives a dataset backgrounds that are painted when it is written.
    void paint(Dataset& dataset, Settings& source) {
        if (!dataset.landscape) return warn("the recording has no logits: there is no landscape");
        source["landscape"] = described(*dataset.landscape, dataset.series.epoch_count());
        remark("the landscape is painted " + source["landscape"]);
        dataset.backgrounds =
            backgrounds_of(dataset.landscape, colours_of(dataset.series.classes()), *run_.landscape,
                           run_.options.threads);
        const bool all_can = !run_.maps.empty() || about(run_.options.method).is_shared;
        if (team().size() == 1 || !all_can) return;
        const auto shared = std::make_shared<const SharedBackgrounds>(
            dataset.backgrounds, dataset.series.epoch_count(), team());
        if (!team().is_first()) shared->paint_along();
        dataset.backgrounds = shared;
    }

    [[nodiscard]] const Team& team() const { return run_.options.team; }

    const ProjectRun& run_;
    const Job& job_;
    const ProjectObserver& observer_;
    const CheckpointFile checkpoint_;
    bool has_kept_ = false;
    std::set<std::string> told_;
};

}  // namespace

bool leaves_checkpoints(const ProjectRun& run) {
    return run.maps.empty() && about(run.options.method).leaves_checkpoints;
}

bool has_checkpoint(const ProjectRun& run) {
    return leaves_checkpoints(run) && CheckpointFile(run.target).is_there();
}

EpochSeries run_project(const ProjectRun& run, const Job& job, const ProjectObserver& observer) {
    return Work(run, job, observer).done();
}

}  // namespace epochscope
