#include "app/window/application_keys.h"

#include "app/help/manual_dialog.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace epochscope::app {
namespace {

/// Whether a text field edits by this key although it is with Ctrl.
bool edits(const QKeyEvent& key) {
    constexpr std::array editing{QKeySequence::Copy, QKeySequence::Cut,  QKeySequence::Paste,
                                 QKeySequence::Undo, QKeySequence::Redo, QKeySequence::SelectAll};
    return std::ranges::any_of(
        editing, [&](QKeySequence::StandardKey standard) { return key.matches(standard); });
}

bool belongs_to_menus(const QObject* watched, const QKeyEvent& key) {
    const bool is_letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    return qobject_cast<const QLineEdit*>(watched) != nullptr && is_letter &&
           key.modifiers().testFlag(Qt::ControlModifier) && !edits(key);
}

}  // namespace

bool ApplicationKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        belongs_to_menus(watched, *static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_F1) {
        QWidget* modal = QApplication::activeModalWidget();
        auto* dialog =
            qobject_cast<QDialog*>(modal != nullptr ? modal : QApplication::activeWindow());
        if (dialog != nullptr && qobject_cast<ManualDialog*>(dialog) == nullptr) {
            const QWidget* focused = QApplication::focusWidget();
            show_manual(*dialog, manual_page_of(dialog->isAncestorOf(focused) ? focused : dialog));
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace epochscope::app
