#include "app/open/run_follower.h"

#include "app/messages/message_words.h"
#include "app/session/session.h"

#include <epochscope/opening/measure_folder.h>
#include <epochscope/opening/open_folder.h>

#include <QDir>

#include <algorithm>
#include <exception>
#include <limits>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds poll_interval = 1s;
/// How long a folder stays as it is before it is opened: what is written in place is not whole yet.
constexpr std::chrono::milliseconds settling = 200ms;
/// A folder that changed so short a time ago may have grown while it was opened.
constexpr Seconds fresh = 10s;
/// A run is silent after so many of its usual intervals, and not before the least time. If its
/// interval is unknown, after the other one.
constexpr double silent_intervals = 5;
constexpr Seconds least_patience = 60s;
constexpr Seconds usual_patience = 600s;
/// A folder that cannot be read is opened again at each so many looks.
constexpr int looks_a_try = 5;
/// How often what was read is thrown away since more came meanwhile.
constexpr int most_disturbed = 3;
/// More folders than these are only polled.
constexpr qsizetype most_watched = 32;

/// By the clock of the files; 0 where that is ahead.
Seconds age_of(const FolderLook& look) {
    const auto changed = look.changed();
    if (!changed) return Seconds(std::numeric_limits<double>::infinity());
    return std::max(Seconds(0), Seconds(FolderLook::Time::clock::now() - *changed));
}

QString path_of(const Dataset& dataset) { return QString::fromStdString(dataset.path); }

/// A folder and those in it, as far as they are watched. A share may take its time to answer: not
/// for the GUI thread.
QStringList folders_of(const QString& path) {
    const QDir folder(path);
    if (!folder.exists()) return {};
    QStringList folders{folder.path()};
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (folders.size() < most_watched) folders << folder.filePath(name);
    return folders;
}

/// What of a view is not of the epochs.
void restore(Session& session, const ViewState& view, const Picks& picked) {
    const EpochSeries& series = session.dataset()->series;
    session.set_playhead(std::numeric_limits<double>::infinity());
    if (view.hidden.size() != series.class_count()) return;
    for (std::size_t c = 0; c < view.hidden.size(); ++c)
        session.set_class_hidden(c, view.hidden[c]);
    session.set_camera(view.camera);
    for (const std::size_t sample : view.selection) session.toggle(sample);
    session.pick(picked);
}

}  // namespace

RunFollower::RunFollower(Session& session, std::function<OpenOptions()> options, QObject* parent)
    : QObject(parent),
      session_(session),
      options_(std::move(options)),
      task_([this](Outcome<Seen> outcome) {
          if (outcome.result) take(std::move(*outcome.result));
      }) {
    poll_.setInterval(poll_interval);
    soon_.setSingleShot(true);
    soon_.setInterval(settling);
    connect(&poll_, &QTimer::timeout, this, &RunFollower::look);
    connect(&soon_, &QTimer::timeout, this, &RunFollower::look);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &RunFollower::look);
    connect(&session, &Session::dataset_changed, this, &RunFollower::follow_dataset);
}

void RunFollower::set_on(bool on) {
    if (on == is_on_) return;
    is_on_ = on;
    follow_dataset();
}

void RunFollower::stop() {
    task_.drop();
    poll_.stop();
    soon_.stop();
    const QStringList watched = watcher_.directories();
    if (!watched.isEmpty()) watcher_.removePaths(watched);
    is_wanted_ = false;
    seen_.reset();
    opened_ = {};
    times_disturbed_ = 0;
    looks_at_problem_ = 0;
    is_run_ = false;
    has_said_live_ = false;
    since_change_.invalidate();
    since_growth_.invalidate();
    interval_.reset();
    problem_.clear();
}

void RunFollower::follow_dataset() {
    stop();
    const auto& dataset = session_.dataset();
    if (is_on_ && dataset) {
        poll_.start();
        look();
    }
    tell_state();
}

/// One that went and came back is watched again.
void RunFollower::watch(QStringList folders) {
    const QStringList watched = watcher_.directories();
    folders.removeIf([&](const QString& path) { return watched.contains(path); });
    if (!folders.isEmpty()) watcher_.addPaths(folders);
}

void RunFollower::look() {
    if (!poll_.isActive()) return;
    is_wanted_ = task_.is_running();
    if (is_wanted_) return;
    Request request{.dataset = session_.dataset(),
                    .options = options_(),
                    .seen = seen_.value_or(FolderLook()),
                    .opened = opened_,
                    .again = false,
                    .in_passing = times_disturbed_ >= most_disturbed};
    if (!problem_.isEmpty()) request.again = ++looks_at_problem_ % looks_a_try == 0;
    task_.start([request = std::move(request)](const Job& job) { return seen_of(request, job); });
}

RunFollower::Seen RunFollower::seen_of(const Request& request, const Job& job) {
    const std::filesystem::path folder(request.dataset->path);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(folder, ignored)) return {.is_file = true};
    Seen seen{.look = look_at_folder(folder, request.seen),
              .folders = folders_of(path_of(*request.dataset))};
    const bool is_settled = seen.look.is_there && seen.look.shows_same(request.seen);
    if (!is_settled || (seen.look.shows_same(request.opened) && !request.again)) return seen;
    try {
        Dataset again = open_folder(folder, request.options, {.progress = {}, .stop = job.stop});
        FolderLook after = look_at_folder(folder, seen.look);
        if (!after.shows_same(seen.look) && !request.in_passing) {
            seen.look = std::move(after);
            seen.was_disturbed = true;
            return seen;
        }
        if (const auto fault = again.series.fault()) throw Error(*fault);
        seen.was_opened = true;
        seen.grown =
            grown_from(*request.dataset, again, unchanged_epochs(request.opened, seen.look), job);
        if (!seen.grown) seen.other = std::make_shared<const Dataset>(std::move(again));
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        seen.was_opened = true;
        seen.problem = problem_of(error);
    }
    return seen;
}

void RunFollower::take(Seen seen) {
    if (seen.is_file) return stop();
    const bool is_first = !seen_;
    const bool is_changed = is_first || !seen.look.shows_same(*seen_);
    // What came while the folder was opened first is not on the screen.
    if (is_first && !seen.look.is_live && age_of(seen.look) > fresh) opened_ = seen.look;
    if (is_changed && !is_first) since_change_.start();
    times_disturbed_ = seen.was_disturbed ? times_disturbed_ + 1 : 0;
    if (seen.was_opened) opened_ = seen.look;
    if (!seen.look.is_there)
        tell_problem(tr("The folder is not there at the moment"));
    else if (seen.was_opened || (seen_ && !seen_->is_there))
        tell_problem(seen.problem);
    is_run_ = is_run_ || seen.look.is_live;
    has_said_live_ = has_said_live_ || seen.look.is_live;
    seen_ = std::move(seen.look);
    watch(std::move(seen.folders));
    if (seen.other) return take_other(std::move(seen.other));
    if (seen.grown) take_grown(*seen.grown);
    tell_state();
    if (std::exchange(is_wanted_, false)) return look();
    if (is_changed) soon_.start();
}

void RunFollower::take_grown(const GrownDataset& grown) {
    const Dataset& dataset = *grown.dataset;
    if (grown.is_same) {
        // Measurements may have been added by the command line.
        const auto before = session_.dataset();
        const Dataset& shown = *before;
        Findings findings;
        if (!shown.trust) {
            findings.trust = dataset.trust;
            findings.preserved = dataset.preserved;
        }
        if (!shown.prototypes) findings.prototypes = dataset.prototypes;
        if (findings.trust || findings.prototypes) session_.set_findings(findings);
        for (const std::string& warning : dataset.warnings)
            if (std::ranges::find(shown.warnings, warning) == shown.warnings.end())
                emit warned(message_words(warning));
        return;
    }
    is_run_ = true;
    if (since_growth_.isValid()) interval_ = std::chrono::milliseconds(since_growth_.elapsed());
    since_growth_.start();
    session_.set_epochs(grown.dataset, grown.kept);
    emit grew();
}

void RunFollower::take_other(std::shared_ptr<const Dataset> other) {
    const ViewState view = session_.view();
    const Picks picked = session_.picked();
    const bool is_same_size =
        other->series.sample_count() == session_.dataset()->series.sample_count();
    emit begins_anew();
    session_.set_dataset(std::move(other));
    if (is_same_size) restore(session_, view, picked);
    is_run_ = true;
    emit began_anew();
    emit told(tr("The run began anew."));
    tell_state();
}

void RunFollower::tell_problem(const QString& problem) {
    if (problem == problem_) return;
    problem_ = problem;
    looks_at_problem_ = 0;
    if (!problem.isEmpty())
        emit told(tr("%1. What is shown stays; the folder is tried again.").arg(problem));
    emit changed();
}

/// The time of a silence grows at each look.
void RunFollower::tell_state() {
    const RunState now = state();
    if (now == told_state_ && now != RunState::silent) return;
    const bool has_ended = now == RunState::ended && now != told_state_;
    told_state_ = now;
    if (has_ended) emit told(tr("The run has ended."));
    emit changed();
}

std::chrono::duration<double> RunFollower::patience() const {
    const auto usual = seen_->usual_interval();
    if (!usual && !interval_) return usual_patience;
    return std::max(least_patience, silent_intervals * std::max(usual.value_or(Seconds(0)),
                                                                interval_.value_or(Seconds(0))));
}

double RunFollower::silence() const {
    if (!seen_) return 0;
    if (since_change_.isValid()) return static_cast<double>(since_change_.elapsed()) / 1000;
    return age_of(*seen_).count();
}

RunState RunFollower::state() const {
    if (!seen_ || !is_run_) return RunState::still;
    const bool says_no_more = has_said_live_ && seen_->is_there && !seen_->is_live;
    if (seen_->has_ended || says_no_more) return RunState::ended;
    return silence() > patience().count() ? RunState::silent : RunState::live;
}

}  // namespace epochscope::app
