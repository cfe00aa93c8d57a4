#include "app/window/desktop_notice.h"

#include "app/widgets/icons.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace epochscope::app {

DesktopNotice::DesktopNotice(QWidget& window) : QObject(&window), window_(window) {}

void DesktopNotice::tell(const QString& title, const QString& words) {
    if (window_.isActiveWindow()) return;
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return QApplication::alert(&window_);
    if (tray_ == nullptr) make_tray();
    tray_->showMessage(title, words, QSystemTrayIcon::Warning);
}

void DesktopNotice::make_tray() {
    tray_ = new QSystemTrayIcon(program_icon(), this);
    tray_->setToolTip(QApplication::applicationDisplayName());
    const auto come = [this] {
        window_.setWindowState(window_.windowState() & ~Qt::WindowMinimized);
        window_.show();
        window_.raise();
        window_.activateWindow();
        emit clicked();
    };
    connect(tray_, &QSystemTrayIcon::messageClicked, this, come);
    connect(tray_, &QSystemTrayIcon::activated, this, come);
    tray_->show();
}

}  // namespace epochscope::app
