#pragma once

#include <QStatusBar>
#include <QString>
#include <QStringList>

#include <cstddef>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace epochscope::app {

/// Long work in the status bar: what it is, how far it is, and a button that cancels it. Seen only
/// when it takes longer than a moment.
class ProgressStrip : public QWidget {
    Q_OBJECT

  public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    void start(const QString& what);
    void set_share(double share);
    void stop();

  signals:
    void cancelled();

  private:
    QLabel* what_;
    QProgressBar* bar_;
    QTimer* patience_;
};

/// The bottom line of the window: what is under the pointer, what is open, and its warnings.
class StatusLine : public QStatusBar {
    Q_OBJECT

  public:
    explicit StatusLine(QWidget* parent = nullptr);

    void set_hovered(const QString& words);
    void set_summary(const QString& words);
    /// How many samples are picked; nothing is said of none.
    void set_picked(std::size_t count);
    void set_warnings(const QStringList& warnings);
    /// Once, however often it is told.
    void add_warning(const QString& warning);
    [[nodiscard]] const QStringList& warnings() const { return warnings_; }

  signals:
    /// To see which samples are picked.
    void picked_wanted();

  public:
    [[nodiscard]] ProgressStrip& opening() { return *opening_; }
    [[nodiscard]] ProgressStrip& fetching() { return *fetching_; }

  private:
    void show_badge();
    void show_warnings();

    QLabel* hovered_;
    QToolButton* picked_;
    QLabel* summary_;
    QToolButton* badge_;
    ProgressStrip* opening_;
    ProgressStrip* fetching_;
    QStringList warnings_;
};

}  // namespace epochscope::app
