#include "app/window/shortcut_override.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>

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
    if (const auto* view = qobject_cast<const QAbstractItemView*>(focused)) {
        // Lists copy their own entry, and select all where several can be selected.
        const bool one = view->selectionMode() == QAbstractItemView::SingleSelection;
        if (key.matches(QKeySequence::Copy)) return true;
        if (key.matches(QKeySequence::SelectAll)) return !one;
        const Qt::ItemFlags flags = view->currentIndex().flags();
        return space && (flags & Qt::ItemIsUserCheckable) != 0;
    }
    return false;
}

}  // namespace epochscope::app
