#include "app/open/welcome.h"

#include "app/open/card_grid.h"
#include "app/open/drop_area.h"
#include "app/open/folder_card.h"
#include "app/open/folder_pictures.h"
#include "app/open/installed_files.h"
#include "app/open/recent_folders.h"
#include "app/open/training_lines.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

/// Four cards and the gaps between them.
constexpr int widest = 880;
constexpr int margin = 24;

}  // namespace

Welcome::Welcome(RecentFolders& recent, const FolderPictures& pictures, QWidget* parent)
    : QScrollArea(parent), recent_(recent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(this);
    auto* column = new QWidget(page);
    column->setMaximumWidth(widest);
    const QString example = example_folder();
    drop_ = new DropArea(!example.isEmpty(), column);
    title_ = new QLabel(tr("Recent folders"), column);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title_->setFont(bold);
    cards_ = new CardGrid(column);
    cards_->setAccessibleName(tr("Recent folders"));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, margin, 0, margin);
    layout->setSpacing(10);
    layout->addStretch();
    layout->addWidget(drop_);
    layout->addSpacing(14);
    layout->addWidget(title_);
    layout->addWidget(cards_);
    layout->addSpacing(14);
    layout->addWidget(new TrainingLines(column));
    layout->addStretch();
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(margin, 0, margin, 0);
    row->addStretch();
    row->addWidget(column, 1000);
    row->addStretch();
    setWidget(page);
    connect(drop_, &DropArea::open_requested, this, &Welcome::open_requested);
    connect(drop_, &DropArea::example_requested, &recent_,
            [this, example] { recent_.choose(example); });
    connect(&recent_, &RecentFolders::changed, this, &Welcome::show_recent);
    connect(&pictures, &FolderPictures::made, this, &Welcome::show_recent);
    show_recent();
}

void Welcome::set_lit(bool lit) { drop_->set_lit(lit); }

void Welcome::show_recent() {
    QList<FolderCard*> cards;
    for (const QString& folder : recent_.folders()) {
        auto* card = new FolderCard(folder, FolderPictures::file_of(folder), cards_);
        connect(card, &FolderCard::clicked, &recent_, [this, folder] { recent_.choose(folder); });
        cards << card;
    }
    title_->setVisible(!cards.isEmpty());
    cards_->setVisible(!cards.isEmpty());
    cards_->set_cards(cards);
}

}  // namespace epochscope::app
