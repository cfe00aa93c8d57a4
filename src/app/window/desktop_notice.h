#pragma once

#include <QObject>
#include <QString>

class QSystemTrayIcon;
class QWidget;

namespace epochscope::app {

/// Tells something by the desktop while another window is in front: as a notification of an icon in
/// the system tray, which is there from the first one on, or, where there is no tray, by the mark
/// of a window that wants attention. A click on either brings the window to the front.
class DesktopNotice : public QObject {
    Q_OBJECT

  public:
    explicit DesktopNotice(QWidget& window);

    void tell(const QString& title, const QString& words);

  signals:
    /// The notification was clicked.
    void clicked();

  private:
    void make_tray();

    QWidget& window_;
    QSystemTrayIcon* tray_ = nullptr;
};

}  // namespace epochscope::app
