#pragma once

#include <QStatusBar>
#include <QString>
#include <QStringList>

#include <cstddef>

class QLabel;
class QToolButton;

namespace epochscope::app {

class ProgressStrip;

/// The status bar: the sample under the pointer, the open dataset, its alerts and warnings, and
/// progress.
class StatusLine : public QStatusBar {
    Q_OBJECT

  public:
    explicit StatusLine(QWidget* parent = nullptr);

    void set_hovered(const QString& words);
    void set_summary(const QString& words);
    /// How many samples are picked; hidden for 0.
    void set_picked(std::size_t count);
    /// What the alerts of the run are, each a sentence; hidden without any.
    void set_alerts(const QStringList& alerts);
    void set_warnings(const QStringList& warnings);
    /// Once, however often it is added.
    void add_warning(const QString& warning);
    void remove_warning(const QString& warning);
    [[nodiscard]] const QStringList& warnings() const { return warnings_; }

  signals:
    /// The user wants to see the picked samples.
    void picked_requested();
    /// The user wants to see the alerts.
    void alerts_requested();

  public:
    [[nodiscard]] ProgressStrip& opening() { return *opening_; }
    [[nodiscard]] ProgressStrip& fetching() { return *fetching_; }
    [[nodiscard]] ProgressStrip& measuring() { return *measuring_; }
    [[nodiscard]] ProgressStrip& reporting() { return *reporting_; }

  private:
    void show_badge();
    void show_warnings();

    QLabel* hovered_;
    QToolButton* picked_;
    QToolButton* alerts_;
    QLabel* summary_;
    QToolButton* badge_;
    ProgressStrip* opening_;
    ProgressStrip* fetching_;
    ProgressStrip* measuring_;
    ProgressStrip* reporting_;
    QStringList warnings_;
};

}  // namespace epochscope::app
