#include "app/window/drop_target.h"

#include "app/open/opener.h"
#include "app/open/welcome.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

namespace epochscope::app {

DropTarget::DropTarget(QWidget& window, Welcome& welcome, Opener& opener)
    : welcome_(welcome), opener_(opener) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
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
            if (!enters) opener_.open_dropped(drop.mimeData()->urls());
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
