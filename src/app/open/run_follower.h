#pragma once

#include "app/tasks/task.h"

#include <epochscope/io/folder_look.h>
#include <epochscope/io/open.h>
#include <epochscope/opening/grown_dataset.h>

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace epochscope::app {

class Session;

/// Whether the open folder grows: it never did, it does, it has been silent for several times its
/// usual interval, or it says that it has ended.
enum class RunState : std::uint8_t { still, live, silent, ended };

/// Follows the open folder as it grows: looks at it whenever the system says that it has changed,
/// and each second, since network file systems say nothing; opens it again on a thread of its own
/// once it has not changed for a moment, and hands the session its new epochs. What cannot be read
/// is tried again. A folder that holds something else by now is opened as such, in the same view.
class RunFollower : public QObject {
    Q_OBJECT

  public:
    /// `options` are those that what the session shows was opened with.
    RunFollower(Session& session, std::function<OpenOptions()> options, QObject* parent = nullptr);

    /// Whether it follows; it does at first.
    void set_on(bool on);
    [[nodiscard]] RunState state() const;
    /// Why the folder cannot be read at the moment, in words; empty if it can.
    [[nodiscard]] const QString& problem() const { return problem_; }
    /// The time since the folder changed last, in seconds.
    [[nodiscard]] double silence() const;

  signals:
    /// The state, the time of the silence, or the problem.
    void changed();
    /// The run began anew, or is another: the dataset will be another.
    void begins_anew();
    /// Epochs came; or the dataset is another.
    void grew();
    void began_anew();
    /// A warning of the folder that there was not before, though no epoch came.
    void warned(const QString& warning);
    /// Something for the status line.
    void told(const QString& words);

  private:
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        OpenOptions options;
        /// The look before, and the one at which the folder was opened last.
        FolderLook seen;
        FolderLook opened;
        /// Opens it even if it shows the same.
        bool again = false;
        /// Takes what was read while something more came.
        bool in_passing = false;
    };
    struct Seen {
        FolderLook look = {};
        /// Whether it is a file, which does not grow.
        bool is_file = false;
        /// The folder and those in it, to be watched.
        QStringList folders = {};
        /// Whether what was opened is thrown away, since more came meanwhile.
        bool was_disturbed = false;
        /// Whether it was opened, or that was tried: then one of these is set.
        bool was_opened = false;
        std::optional<GrownDataset> grown = {};
        std::shared_ptr<const Dataset> other = {};
        QString problem = {};
    };

    static Seen seen_of(const Request& request, const Job& job);
    void follow_dataset();
    void stop();
    void look();
    void watch(QStringList folders);
    void take(Seen seen);
    void take_grown(const GrownDataset& grown);
    void take_other(std::shared_ptr<const Dataset> other);
    void tell_problem(const QString& problem);
    void tell_state();
    [[nodiscard]] std::chrono::duration<double> patience() const;

    Session& session_;
    const std::function<OpenOptions()> options_;
    bool is_on_ = true;
    QFileSystemWatcher watcher_;
    /// Looks at regular intervals, and once more after a change.
    QTimer poll_;
    QTimer soon_;
    bool is_wanted_ = false;
    /// As the folder was seen last; nothing before the first look.
    std::optional<FolderLook> seen_;
    FolderLook opened_;
    int times_disturbed_ = 0;
    int looks_at_problem_ = 0;
    /// Whether it has grown, or has said that it does.
    bool is_run_ = false;
    bool has_said_live_ = false;
    /// Since a change was seen; invalid before.
    QElapsedTimer since_change_;
    /// Between the last two times that epochs came.
    std::optional<std::chrono::duration<double>> interval_;
    QElapsedTimer since_growth_;
    QString problem_;
    RunState told_state_ = RunState::still;
    // Last: its thread ends before what it uses.
    Task<Seen> task_;
};

}  // namespace epochscope::app
