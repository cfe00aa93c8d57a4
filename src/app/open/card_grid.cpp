#include "app/open/card_grid.h"

#include "app/open/folder_card.h"

#include <algorithm>

namespace epochscope::app {
namespace {

constexpr int gap = 16;
constexpr int max_rows = 2;

}  // namespace

void CardGrid::set_cards(const QList<FolderCard*>& cards) {
    for (FolderCard* card : cards_) {
        card->hide();
        // Later: it may be the one that was clicked.
        card->deleteLater();
    }
    cards_ = cards;
    for (FolderCard* card : cards_) card->setParent(this);
    place();
}

void CardGrid::place() {
    const QSize size = FolderCard::card_size;
    const int columns = std::max(1, (width() + gap) / (size.width() + gap));
    const int count = static_cast<int>(cards_.size());
    const int rows = std::min(max_rows, (count + columns - 1) / columns);
    for (int i = 0; i < count; ++i) {
        cards_[i]->move((i % columns) * (size.width() + gap),
                        (i / columns) * (size.height() + gap));
        cards_[i]->setVisible(i < rows * columns);
    }
    setFixedHeight(std::max(0, rows * (size.height() + gap) - gap));
}

void CardGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

}  // namespace epochscope::app
