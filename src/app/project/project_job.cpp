#include "app/project/project_job.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_maps.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/projection/projected_series.h>
#include <epochscope/render/palette.h>

#include <QMetaObject>

#include <array>
#include <cmath>
#include <new>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

/// Between two pictures of what is forming: to be looked at, not to flicker.
constexpr std::chrono::milliseconds picture_interval(120);
/// The share of the work that is done when writing begins, with pictures to paint and without.
constexpr double share_before_painting = 0.8;
constexpr double share_before_writing = 0.95;
constexpr std::size_t no_epoch = static_cast<std::size_t>(-1);

QStringList words_of(const std::vector<std::string>& sentences) {
    QStringList words;
    for (const std::string& sentence : sentences) words << QString::fromStdString(sentence);
    return words;
}

/// The words for what iterations lower, for the translators: see LossTerm.
[[maybe_unused]] constexpr std::array<const char*, 6> loss_names{
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "divergence"),
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "path stress"),
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "pass"),
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "pairs"),
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "reconstruction"),
    QT_TRANSLATE_NOOP("epochscope::app::ProjectJob", "held")};

QString words_of(std::span<const LossTerm> losses) {
    QStringList words;
    for (const LossTerm& loss : losses) {
        const QByteArray name(loss.name.data(), static_cast<qsizetype>(loss.name.size()));
        words << ProjectJob::tr(name.constData()) + ' ' +
                     QString::number(loss.value, 'f', loss.digits);
    }
    return words.join(QStringLiteral(", "));
}

/// One epoch of a recording, as far as its places are known.
std::shared_ptr<const Dataset> dataset_of_places(const Recording& recording, std::size_t epoch,
                                                 std::span<const Point> places) {
    EpochColumns columns;
    columns.number = recording.epoch(epoch).number;
    columns.positions.assign(places.begin(), places.end());
    const Box frame = square_around({columns.positions});
    const auto labels = recording.labels();
    std::vector<EpochColumns> epochs;
    epochs.push_back(std::move(columns));
    return std::make_shared<const Dataset>(
        Dataset{.series = make_series(recording.classes(), {labels.begin(), labels.end()},
                                      std::move(epochs), frame),
                .backgrounds = nullptr,
                .name = {},
                .path = {},
                .format = {},
                .warnings = {}});
}

}  // namespace

void ProjectJob::start(ProjectPlan plan) {
    running_ = true;
    picture_waits_ = false;
    last_picture_ = {};
    last_epoch_ = no_epoch;
    thread_ = std::jthread(
        [this, plan = std::move(plan)](const std::stop_token& stop) { work(plan, stop); });
}

template <typename Telling>
void ProjectJob::tell(Telling telling) {
    QMetaObject::invokeMethod(this, telling, Qt::QueuedConnection);
}

void ProjectJob::work(const ProjectPlan& plan, const std::stop_token& stop) {
    Outcome outcome;
    try {
        outcome = carry_out(plan, stop);
    } catch (const Cancelled&) {
        outcome.end = End::cancelled;
    } catch (const std::bad_alloc&) {
        outcome = {End::failed, tr("There is not enough memory for this recording."), {}, {}};
    } catch (const std::exception& error) {
        outcome = {End::failed, QString::fromUtf8(error.what()), {}, {}};
    }
    tell([this, outcome] { finish(outcome); });
}

ProjectJob::Outcome ProjectJob::carry_out(const ProjectPlan& plan, const std::stop_token& stop) {
    // Whole thousandths only: a long run must not flood the GUI thread.
    const Job job{.progress =
                      [this, told = -1.0](double share) mutable {
                          const double rounded = std::floor(share * 1000) / 1000;
                          if (rounded <= told) return;
                          told = rounded;
                          tell([this, rounded] { emit progressed(rounded); });
                      },
                  .stop = stop};
    const double written_from = plan.landscape ? share_before_painting : share_before_writing;
    const RecordedRun run = open_recording(plan.recording, {.progress = {}, .stop = stop});
    tell([this] { emit began(tr("Projecting…")); });
    Projection projection = place(plan, run.recording, job.part(0, written_from));
    // What was cut off while it was read came as zeros.
    if (const auto fault = run.recording.fault()) throw Error(*fault);
    Outcome outcome{End::done, {}, words_of(projection.remarks), {}};
    write(plan, run, projection, job.part(written_from, 1), outcome);
    if (leaves_checkpoints(plan)) CheckpointFile(plan.target).remove();
    return outcome;
}

Projection ProjectJob::place(const ProjectPlan& plan, const Recording& recording, const Job& job) {
    if (!plan.map.empty())
        return project_by(open_maps(plan.map, {.progress = {}, .stop = job.stop}), recording,
                          plan.options, job);
    ProjectOptions options = plan.options;
    if (leaves_checkpoints(plan)) {
        const CheckpointFile file(plan.target);
        options.checkpointing =
            plan.resumed && has_checkpoint(plan) ? file.going_on() : file.beginning();
    }
    return project(recording, options, job,
                   [&](const ProjectionStatus& status) { show(recording, status); });
}

void ProjectJob::write(const ProjectPlan& plan, const RecordedRun& run, Projection& projection,
                       const Job& job, Outcome& outcome) {
    tell([this] { emit began(tr("Writing…")); });
    auto source = std::move(projection.source);
    source.insert(
        {{"made_by", "epochscope project"}, {"from", run.name}, {"version", EPOCHSCOPE_VERSION}});
    Dataset dataset = dataset_of(run, projection, run.name);
    if (plan.landscape && dataset.landscape) {
        const EpochSeries& series = dataset.series;
        source["landscape"] = described(*dataset.landscape, series.epoch_count());
        dataset.backgrounds =
            backgrounds_of(dataset.landscape, colours_of(series.classes()), landscape_size);
    }
    write_dataset(dataset, plan.format, plan.target, source, job);
    outcome.warnings = words_of(dataset.warnings);
    if (plan.landscape && !dataset.landscape)
        outcome.warnings << tr("The recording has no logits: there is no landscape.");
    for (const std::string& name : left_out(dataset, plan.format))
        outcome.warnings << tr("%1 is left out: data.json has no place for it.")
                                .arg(QString::fromStdString(name));
}

void ProjectJob::show(const Recording& recording, const ProjectionStatus& status) {
    const auto now = Clock::now();
    const bool is_new = std::exchange(last_epoch_, status.epoch) != status.epoch;
    const bool is_time = !picture_waits_ && now - last_picture_ >= picture_interval;
    if (is_new || is_time)
        tell([this, number = recording.epoch(status.epoch).number, of = recording.epoch_count(),
              epoch = status.epoch, losses = words_of(status.losses)] {
            const QString where = tr("Epoch %1 (%2 of %3)…").arg(number).arg(epoch + 1).arg(of);
            emit began(losses.isEmpty() ? where : where + ' ' + losses);
        });
    if (!is_time) return;
    last_picture_ = now;
    picture_waits_ = true;
    auto dataset = dataset_of_places(recording, status.epoch, status.places);
    tell([this, dataset = std::move(dataset)] {
        picture_waits_ = false;
        emit formed(dataset);
    });
}

void ProjectJob::finish(const Outcome& outcome) {
    thread_.join();
    running_ = false;
    emit ended(outcome.end, outcome.message, outcome.remarks, outcome.warnings);
}

}  // namespace epochscope::app
