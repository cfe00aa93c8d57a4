#include "app/review/review_gallery.h"

#include "app/review/review_delegate.h"

#include <QKeyEvent>

namespace epochscope::app {
namespace {

constexpr int rows_at_once = 200;
constexpr QSize least_size{180, 120};

bool moves_between_rows(int key) {
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
           key == Qt::Key_PageDown || key == Qt::Key_Tab || key == Qt::Key_Backtab;
}

}  // namespace

ReviewGallery::ReviewGallery(QWidget* parent)
    : QListView(parent), delegate_(new ReviewDelegate(this)) {
    setAccessibleName(tr("Samples to review"));
    setItemDelegate(delegate_);
    setUniformItemSizes(true);
    setResizeMode(QListView::Adjust);
    setLayoutMode(QListView::Batched);
    setBatchSize(rows_at_once);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMovement(QListView::Static);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize ReviewGallery::minimumSizeHint() const { return least_size; }

void ReviewGallery::show_pictures(bool pictures) {
    delegate_->set_pictures(pictures);
    setFlow(pictures ? QListView::LeftToRight : QListView::TopToBottom);
    setWrapping(pictures);
    scheduleDelayedItemsLayout();
}

void ReviewGallery::keyPressEvent(QKeyEvent* event) {
    if (moves_between_rows(event->key())) return QListView::keyPressEvent(event);
    event->ignore();
}

}  // namespace epochscope::app
