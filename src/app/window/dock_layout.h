#pragma once

#include <QList>
#include <QMainWindow>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QDockWidget;

namespace epochscope::app {

/// The size of a window and the layout of its docks, stored from one run to the next. While nothing
/// is open, docks and tool bars are hidden, and come back as they were. Docks that do not fit into
/// their column or row become tabs, of which the one shown last is in front.
class DockLayout : public QObject {
    Q_OBJECT

  public:
    /// Makes a dock whose content scrolls where there is too little room for it.
    static QDockWidget* add_dock(QMainWindow& window, const QString& title, const QString& name,
                                 QWidget* content, Qt::DockWidgetArea area);

    explicit DockLayout(QMainWindow& window);

    /// Sets the stored size, or one that fits the screen. All docks and tool bars exist by now.
    void restore();
    void store() const;
    void set_empty(bool empty);

  signals:
    /// Size or layout changed.
    void changed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] QList<QWidget*> parts() const;
    void fit_screen();
    void fit();
    void fit(Qt::DockWidgetArea area);
    void fit_columns();
    void raise_one(QDockWidget& first);

    QMainWindow& window_;
    /// What is hidden while nothing is open.
    QList<QWidget*> hidden_;
    /// The layout to restore when something is open.
    QByteArray layout_;
    bool is_empty_ = false;
    /// That shown last; null if the stored layout is shown.
    QPointer<QDockWidget> asked_for_;
    QTimer fitting_;
};

}  // namespace epochscope::app
