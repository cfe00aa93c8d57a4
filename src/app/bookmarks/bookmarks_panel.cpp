#include "app/bookmarks/bookmarks_panel.h"

#include "app/bookmarks/bookmarks.h"
#include "app/session/traveller.h"
#include "app/tasks/task.h"

#include <epochscope/model/error.h>

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QVBoxLayout>

namespace epochscope::app {

BookmarksPanel::BookmarksPanel(Bookmarks& bookmarks, Traveller& traveller, QWidget* parent)
    : QWidget(parent),
      bookmarks_(bookmarks),
      traveller_(traveller),
      view_(new QListView(this)),
      hint_(new QLabel(this)) {
    view_->setModel(&bookmarks);
    view_->setAccessibleName(tr("Bookmarks"));
    view_->setIconSize(Bookmarks::picture_size);
    view_->setDragDropMode(QAbstractItemView::InternalMove);
    view_->setDragDropOverwriteMode(false);
    view_->setDefaultDropAction(Qt::MoveAction);
    view_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    view_->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->installEventFilter(this);
    hint_->setText(
        tr("Ctrl+D keeps what is seen now: epoch, view, selection, picks, filter and "
           "colours."));
    hint_->setWordWrap(true);
    hint_->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(hint_);
    column->addWidget(view_, 1);
    connect(view_, &QListView::activated, this,
            [this](const QModelIndex& index) { go_to(index.row()); });
    connect(view_, &QWidget::customContextMenuRequested, this, &BookmarksPanel::open_menu);
    connect(&bookmarks, &Bookmarks::changed, this, &BookmarksPanel::follow);
    follow();
}

void BookmarksPanel::follow() { hint_->setVisible(bookmarks_.rowCount() == 0); }

void BookmarksPanel::add_view() {
    const int row = bookmarks_.add_view();
    if (row < 0) return;
    const QModelIndex index = bookmarks_.index(row);
    view_->setCurrentIndex(index);
    view_->scrollTo(index);
    emit message(tr("Bookmark added: %1").arg(index.data().toString()));
}

void BookmarksPanel::go_to(int row) {
    const QString name = bookmarks_.index(row).data().toString();
    try {
        traveller_.go(bookmarks_.view_of(row), tr("going to “%1”").arg(name));
    } catch (const Error& error) {
        emit message(tr("The bookmark does not fit what is open. %1").arg(problem_of(error)));
    }
}

void BookmarksPanel::move_current(int rows) {
    const int row = view_->currentIndex().row();
    const int target = row + rows;
    if (row < 0 || target < 0 || target >= bookmarks_.rowCount()) return;
    bookmarks_.moveRow({}, row, {}, rows > 0 ? target + 1 : target);
}

void BookmarksPanel::remove_current() {
    if (view_->currentIndex().isValid()) bookmarks_.removeRow(view_->currentIndex().row());
}

void BookmarksPanel::open_menu(const QPoint& at) {
    const QModelIndex index = view_->indexAt(at);
    if (!index.isValid()) return;
    auto* menu = new QMenu(view_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QKeySequence& key, const auto& act) {
        QAction* action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("&Go there"), Qt::Key_Return, [this, row = index.row()] { go_to(row); });
    add(tr("&Rename"), Qt::Key_F2, [this, index = QPersistentModelIndex(index)] {
        if (index.isValid()) view_->edit(index);
    });
    add(tr("&Delete"), QKeySequence::Delete, [this] { remove_current(); });
    menu->popup(view_->viewport()->mapToGlobal(at));
}

bool BookmarksPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool moves = key.modifiers().testFlag(Qt::AltModifier);
    if (moves && key.key() == Qt::Key_Up) {
        move_current(-1);
    } else if (moves && key.key() == Qt::Key_Down) {
        move_current(1);
    } else if (key.key() == Qt::Key_Delete) {
        remove_current();
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

}  // namespace epochscope::app
