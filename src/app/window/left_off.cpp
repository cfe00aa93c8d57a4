#include "app/window/left_off.h"

#include "app/bookmarks/bookmarks.h"
#include "app/open/recent_folders.h"
#include "app/session/history.h"
#include "app/session/path_files.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/session/traveller.h"
#include "app/widgets/notice_bar.h"

#include <epochscope/model/playhead.h>

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <exception>
#include <filesystem>
#include <stop_token>
#include <utility>

namespace epochscope::app {
namespace {

/// How long after a change it is written, in milliseconds.
constexpr int stored_after = 500;

PathFiles files() {
    return {QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/left",
            ".epochscope"};
}

}  // namespace

LeftOff::LeftOff(Session& session, Player& player, History& history, Bookmarks& bookmarks,
                 Traveller& traveller, RecentFolders& recent, NoticeBar& bar)
    : session_(session),
      player_(player),
      history_(history),
      bookmarks_(bookmarks),
      traveller_(traveller),
      recent_(recent),
      bar_(bar),
      reader_([](const Request& request, const std::stop_token&) { return read(request); },
              [this](const Request&, const Found& found) { take(found); }) {
    make_writer();
    soon_.setSingleShot(true);
    soon_.setInterval(stored_after);
    connect(&soon_, &QTimer::timeout, this, [this] {
        // What was left is read first, since it is replaced.
        is_read_ ? writer_->ask(writing()) : soon_.start();
    });
    connect(&session, &Session::dataset_leaves, this, &LeftOff::store);
    connect(&session, &Session::dataset_changed, this, [this] {
        soon_.stop();
        reader_.cancel();
        path_.clear();
        is_read_ = false;
        bar_.hide();
    });
    connect(&session, &Session::playhead_changed, this, [this] {
        if (bar_.isHidden() && !player_.is_playing_once()) write_soon();
    });
    connect(&history, &History::changed, this, [this] {
        if (is_read_) bar_.hide();
        write_soon();
    });
    connect(&bookmarks, &Bookmarks::changed, this, &LeftOff::write_soon);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &LeftOff::store);
    connect(&bar, &NoticeBar::accepted, this, &LeftOff::go_on);
}

LeftOff::~LeftOff() { store(); }

void LeftOff::make_writer() {
    writer_ = std::make_unique<Query<Writing, bool>>(
        [](const Writing& writing, const std::stop_token&) {
            write(writing);
            return true;
        },
        [](const Writing&, bool) {});
}

QString LeftOff::file_of(const QString& path) { return files().of(path); }

void LeftOff::follow(const QString& path, bool is_workspace) {
    if (!session_.dataset()) return;
    path_ = path;
    is_workspace_ = is_workspace;
    is_read_ = false;
    reader_.ask({path, session_.dataset()});
}

/// What cannot be read is no more than what is not there: it is written anew.
LeftOff::Found LeftOff::read(const Request& request) {
    Found found;
    const std::filesystem::path file(file_of(request.path).toStdString());
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return found;
    try {
        found.workspace = read_workspace(file);
        if (!found.workspace.view.empty())
            found.view = read_view(found.workspace.view, request.dataset->series);
    } catch (const std::exception&) {
        found.view.reset();
    }
    return found;
}

void LeftOff::take(const Found& found) {
    found_ = found;
    const bool is_changed = soon_.isActive();
    if (!is_workspace_ && bookmarks_.list().empty()) bookmarks_.set_list(found.workspace.bookmarks);
    // These bookmarks are in the file already.
    if (!is_changed) soon_.stop();
    is_read_ = true;
    // A workspace that was saved last is what was left.
    if (found_.view && text_of(*found_.view) != text_of(history_.now())) offer();
}

void LeftOff::offer() {
    const double playhead = found_.view->view.playhead;
    if (playhead == session_.playhead())
        return bar_.tell(tr("It was left with another view, other picks or colours."));
    const double epoch = epoch_number_at(session_.dataset()->series, playhead);
    bar_.tell(tr("It was left at epoch %1.").arg(QString::number(epoch, 'g', 8)));
}

void LeftOff::go_on() {
    bar_.hide();
    if (!is_read_ || !found_.view) return;
    if (is_workspace_) bookmarks_.set_list(found_.workspace.bookmarks);
    traveller_.go(*found_.view, tr("going on"));
}

void LeftOff::write_soon() {
    if (!path_.isEmpty()) soon_.start();
}

LeftOff::Writing LeftOff::writing() const {
    Writing writing{.path = path_,
                    .view = history_.now(),
                    .workspace = found_.workspace,
                    .recent = recent_.folders()};
    writing.workspace.dataset = session_.dataset()->path;
    writing.workspace.bookmarks = bookmarks_.list();
    return writing;
}

/// It is a convenience: where it cannot be written, nothing is offered the next time.
void LeftOff::write(const Writing& writing) {
    files().keep_only(writing.recent);
    try {
        Workspace workspace = writing.workspace;
        workspace.view = text_of(writing.view, workspace.view);
        write_workspace(workspace, file_of(writing.path).toStdString());
    } catch (const std::exception&) {
        QFile::remove(file_of(writing.path));
    }
}

void LeftOff::forget(const QString& path) {
    writer_.reset();
    make_writer();
    QFile::remove(file_of(path));
}

void LeftOff::store() {
    const bool is_missing = is_read_ && (soon_.isActive() || !writer_->is_settled());
    soon_.stop();
    // Its thread ends with what it writes, so that two never write at once.
    writer_.reset();
    if (is_missing) write(writing());
    make_writer();
}

}  // namespace epochscope::app
