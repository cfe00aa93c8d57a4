#include "app/help/action_search.h"

#include "app/tasks/post.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace epochscope::app {
namespace {

/// In logical pixels.
constexpr int row_room = 8;

QString path_of(const QString& path, const QAction& action) {
    const QString name = plain_text(action);
    return path.isEmpty() ? name : QStringLiteral("%1 \u25b8 %2").arg(path, name);
}

bool contains_all(const QString& text, const QStringList& words) {
    return std::ranges::all_of(
        words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

ActionSearch::ActionSearch(const QList<QMenu*>& menus, QWidget* parent)
    : QDialog(parent), words_(new QLineEdit(this)), found_(new QTreeWidget(this)) {
    setWindowTitle(tr("Search actions"));
    resize(560, 420);
    for (QMenu* menu : menus) {
        // Menus of recent folders and the like are filled when they are opened.
        emit menu->aboutToShow();
        collect(*menu, path_of({}, *menu->menuAction()));
    }
    build();
    connect(words_, &QLineEdit::textChanged, this, &ActionSearch::fill);
    connect(words_, &QLineEdit::returnPressed, this, &ActionSearch::trigger);
    connect(found_, &QTreeWidget::itemClicked, this, &ActionSearch::trigger);
    fill();
}

void ActionSearch::collect(const QMenu& menu, const QString& path) {
    for (QAction* action : menu.actions()) {
        if (action->isSeparator()) continue;
        if (action->menu() != nullptr) {
            emit action->menu()->aboutToShow();
            collect(*action->menu(), path_of(path, *action));
        } else {
            entries_.append({path_of(path, *action), action});
        }
    }
}

void ActionSearch::build() {
    words_->setPlaceholderText(tr("Words of an action or a setting"));
    words_->setAccessibleName(windowTitle());
    words_->setClearButtonEnabled(true);
    words_->installEventFilter(this);
    found_->setAccessibleName(tr("Actions found"));
    found_->setColumnCount(2);
    found_->setHeaderHidden(true);
    found_->setRootIsDecorated(false);
    found_->setUniformRowHeights(true);
    found_->setFrameShape(QFrame::NoFrame);
    found_->setFocusPolicy(Qt::NoFocus);
    found_->header()->setStretchLastSection(false);
    found_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    found_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words_);
    layout->addWidget(found_);
}

void ActionSearch::fill() {
    found_->clear();
    const QStringList words = words_->text().simplified().split(' ', Qt::SkipEmptyParts);
    for (const Entry& entry : std::as_const(entries_)) {
        if (!entry.action || !contains_all(entry.path, words)) continue;
        const QAction& action = *entry.action;
        const QString key = action.shortcut().toString(QKeySequence::NativeText);
        const QString mark = action.isChecked() ? QStringLiteral("\u2713 ") : QString();
        auto* item = new QTreeWidgetItem(found_, {mark + entry.path, key});
        item->setData(0, Qt::UserRole, QVariant::fromValue(entry.action));
        item->setSizeHint(0, QSize(0, fontMetrics().height() + row_room));
        item->setToolTip(0, action.toolTip());
        item->setDisabled(!action.isEnabled());
        if (found_->currentItem() == nullptr && action.isEnabled()) found_->setCurrentItem(item);
    }
}

void ActionSearch::trigger() {
    const QTreeWidgetItem* item = found_->currentItem();
    if (item == nullptr || item->isDisabled()) return;
    const auto action = item->data(0, Qt::UserRole).value<QPointer<QAction>>();
    accept();
    // Later: the action may open a dialog, and this one is still closing.
    if (action) post(action.data(), [action] { action->trigger(); });
}

/// The field keeps the focus; keys that move go to the list.
bool ActionSearch::eventFilter(QObject* watched, QEvent* event) {
    if (watched == words_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
                           key == Qt::Key_PageDown;
        if (moves) return QApplication::sendEvent(found_, event);
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace epochscope::app
