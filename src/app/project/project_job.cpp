#include "app/project/project_job.h"

#include "app/messages/message_words.h"
#include "app/tasks/post.h"
#include "app/widgets/number_words.h"

#include <epochscope/projection/projected_series.h>

#include <array>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

/// Between two pictures of what is forming: to be looked at, not to flicker.
constexpr std::chrono::milliseconds picture_interval(120);
constexpr std::size_t no_epoch = static_cast<std::size_t>(-1);

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

ProjectJob::ProjectJob(QObject* parent)
    : QObject(parent),
      task_([this](const Outcome<Sentences>& outcome) { finish(outcome); },
            [this](double fraction) { emit progressed(fraction); }) {}

void ProjectJob::start(ProjectRun run) {
    picture_waits_ = false;
    last_picture_ = {};
    last_epoch_ = no_epoch;
    task_.start([this, run = std::move(run)](const Job& job) { return carry_out(run, job); });
}

ProjectJob::Sentences ProjectJob::carry_out(const ProjectRun& run, const Job& job) {
    Sentences sentences;
    run_project(
        run, job,
        {.began =
             [this](ProjectStage stage) {
                 if (stage == ProjectStage::opening) return;
                 const bool writes = stage == ProjectStage::writing;
                 post(this, [this, words = writes ? tr("Writing…") : tr("Projecting…")] {
                     emit began(words);
                 });
             },
         .watch = [this](const Recording& recording,
                         const ProjectionStatus& status) { show(recording, status); },
         .remark =
             [&](const std::string& sentence) { sentences.remarks << message_words(sentence); },
         .warning =
             [&](const std::string& sentence) { sentences.warnings << message_words(sentence); }});
    return sentences;
}

void ProjectJob::show(const Recording& recording, const ProjectionStatus& status) {
    if (!status.note.empty())
        return post(this,
                    [this, note = QString::fromUtf8(status.note.data(),
                                                    static_cast<qsizetype>(status.note.size()))] {
                        emit began(note);
                    });
    const auto now = Clock::now();
    const bool is_new = std::exchange(last_epoch_, status.epoch) != status.epoch;
    const bool is_time = !picture_waits_ && now - last_picture_ >= picture_interval;
    if (is_new || is_time)
        post(this,
             [this, number = recording.epoch(status.epoch).number, of = recording.epoch_count(),
              epoch = status.epoch, losses = words_of(status.losses)] {
                 const QString where = tr("Epoch %1 (%2 of %3)…")
                                           .arg(number)
                                           .arg(number_words(epoch + 1), number_words(of));
                 emit began(losses.isEmpty() ? where : where + ' ' + losses);
             });
    if (!is_time) return;
    last_picture_ = now;
    picture_waits_ = true;
    auto dataset = dataset_of_places(recording, status.epoch, status.places);
    post(this, [this, dataset = std::move(dataset)] {
        picture_waits_ = false;
        emit formed(dataset);
    });
}

void ProjectJob::finish(const Outcome<Sentences>& outcome) {
    if (outcome.result)
        emit ended(End::done, {}, outcome.result->remarks, outcome.result->warnings);
    else
        emit ended(outcome.is_cancelled() ? End::cancelled : End::failed, outcome.problem, {}, {});
}

}  // namespace epochscope::app
