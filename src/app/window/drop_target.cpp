#include "app/window/drop_target.h"

#include "app/open/opener.h"
#include "app/open/welcome.h"
#include "app/session/session.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QWidget>

namespace epochscope::app {

DropTarget::DropTarget(QWidget& window, const Session& session, Welcome& welcome, Opener& opener)
    : window_(window), session_(session), welcome_(welcome), opener_(opener) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void DropTarget::take(const QDropEvent& drop) {
    const QList<QUrl> urls = drop.mimeData()->urls();
    const QString path = urls.front().toLocalFile();
    if (!session_.dataset() || urls.size() > 1 || !QFileInfo(path).isDir())
        return opener_.open_dropped(urls);
    auto* menu = new QMenu(&window_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto named = [](const QString& name) { return QString(name).replace("&", "&&"); };
    menu->addAction(tr("&Open %1").arg(named(QFileInfo(path).fileName())), &opener_,
                    [this, path] { opener_.open(path); });
    QAction* compare = menu->addAction(
        tr("&Compare it with %1").arg(named(QString::fromStdString(session_.dataset()->name))),
        &opener_, [this, path] { opener_.open_second(path); });
    menu->setActiveAction(compare);
    menu->popup(window_.mapToGlobal(drop.position().toPoint()));
}

bool DropTarget::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::DragEnter:
        case QEvent::Drop: {
            auto& drop = *static_cast<QDropEvent*>(event);
            const bool enters = event->type() == QEvent::DragEnter;
            const bool can_open = drop.mimeData()->hasUrls();
            welcome_.set_lit(enters && can_open);
            if (!can_open) break;
            drop.acceptProposedAction();
            if (!enters) take(drop);
            return true;
        }
        case QEvent::DragLeave:
            welcome_.set_lit(false);
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace epochscope::app
