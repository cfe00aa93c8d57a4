#include "app/review/review_field.h"

#include <QKeyEvent>

namespace epochscope::app {

bool ReviewField::event(QEvent* event) {
    // The window's shortcut of Esc would leave the gallery.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void ReviewField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            event->accept();
            emit entered();
            return;
        case Qt::Key_Escape:
            event->accept();
            emit cancelled();
            return;
        default:
            QLineEdit::keyPressEvent(event);
    }
}

}  // namespace epochscope::app
