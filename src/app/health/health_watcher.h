#pragma once

#include "app/tasks/task.h"

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>
#include <epochscope/model/dataset.h>
#include <epochscope/opening/followed_health.h>
#include <epochscope/opening/followed_run.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::app {

class Session;

/// The health of the recording behind a dataset, up to the dataset's last epoch.
struct FoundHealth {
    std::shared_ptr<const Dataset> dataset;
    std::vector<EpochHealth> epochs;
    std::vector<HealthAlert> alerts;

    /// The index of the dataset's epoch at which an alert is shown: its own, or the next one.
    [[nodiscard]] std::size_t epoch_of(const HealthAlert& alert) const;
    /// The number of alerts at each epoch of the dataset.
    [[nodiscard]] std::vector<std::size_t> alert_counts() const;
};

/// Measures the health of the recording behind the open dataset on a thread of its own: of small
/// ones at once, of large ones on request. As epochs come, those alone are measured.
class HealthWatcher : public QObject {
    Q_OBJECT

  public:
    explicit HealthWatcher(Session& session, QObject* parent = nullptr);

    void request();
    [[nodiscard]] bool is_working() const { return task_.is_running(); }
    /// Null where it is not known.
    [[nodiscard]] const std::shared_ptr<const FoundHealth>& found() const { return found_; }
    /// Why it is not known, or not that of the last epochs, in words; empty where there is no
    /// reason.
    [[nodiscard]] const QString& obstacle() const { return obstacle_; }

  signals:
    /// What is known has changed.
    void changed();
    /// Epochs that came have these alerts, each of which is told once.
    void raised(const std::vector<epochscope::HealthAlert>& alerts);

  private:
    struct Measured {
        std::shared_ptr<const FoundHealth> health;
        QString obstacle;
        /// Whether it waits for a request.
        bool is_put_off = false;
    };
    /// The thread's own.
    struct Memory {
        std::string path;
        std::map<std::string, std::string> settings;
        std::optional<FollowedRun> run;
        FollowedHealth health;
    };

    void follow_dataset();
    void follow_epochs();
    void start();
    void take(Outcome<Measured> outcome);
    void raise_new();
    // On the thread.
    Measured measure(const std::shared_ptr<const Dataset>& dataset, bool is_asked, const Job& job);
    void remember(const std::string& path, const Dataset& dataset);

    Session& session_;
    std::shared_ptr<const FoundHealth> found_;
    QString obstacle_;
    /// The alerts that are no news; nothing before the dataset was measured first.
    std::optional<std::vector<HealthAlert>> told_;
    bool is_asked_ = false;
    bool is_put_off_ = false;
    /// Whether epochs came, or a request, while it measured.
    bool is_behind_ = false;
    Memory memory_;
    // Last: its thread ends before what it uses.
    Task<Measured> task_;
};

}  // namespace epochscope::app
