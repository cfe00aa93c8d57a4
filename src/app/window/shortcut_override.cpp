#include "app/window/shortcut_override.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>

namespace epochscope::app {
namespace {

bool moves(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End;
}

}  // namespace

bool wants_key(const QWidget* focused, const QKeyEvent& key) {
    const bool space = key.key() == Qt::Key_Space;
    if (qobject_cast<const QAbstractButton*>(focused) != nullptr) return space;
    if (qobject_cast<const QComboBox*>(focused) != nullptr) return space;
    if (qobject_cast<const QAbstractSlider*>(focused) != nullptr) return moves(key.key());
    if (qobject_cast<const QLineEdit*>(focused) != nullptr) return key.key() == Qt::Key_Escape;
    if (const auto* view = qobject_cast<const QAbstractItemView*>(focused)) {
        // Lists copy their own entry.
        if (key.matches(QKeySequence::Copy)) return true;
        const Qt::ItemFlags flags = view->currentIndex().flags();
        return space && (flags & Qt::ItemIsUserCheckable) != 0;
    }
    return false;
}

}  // namespace epochscope::app
