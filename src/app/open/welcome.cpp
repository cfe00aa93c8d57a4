#include "app/open/welcome.h"

#include "app/open/recent_folders.h"
#include "app/widgets/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

constexpr int max_shown = 5;

}  // namespace

Welcome::Welcome(RecentFolders& recent, QWidget* parent)
    : QWidget(parent), recent_(recent), list_(new QLabel(this)) {
    auto* picture = new QLabel(this);
    picture->setPixmap(program_icon().pixmap(72, 72));
    auto* words = new QLabel(tr("Open a dataset folder or a recording, or drop one here."), this);
    auto* button = new QPushButton(tr("Open a folder…"), this);
    button->setToolTip(tr("Open a folder (Ctrl+O)"));
    list_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    list_->setAccessibleName(tr("Recent folders"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{picture, words, button, list_})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(button, &QPushButton::clicked, this, &Welcome::open_requested);
    connect(list_, &QLabel::linkActivated, &recent_,
            [this](const QString& link) { recent_.choose(QUrl(link).toLocalFile()); });
    connect(&recent_, &RecentFolders::changed, this, &Welcome::show_recent);
    show_recent();
}

void Welcome::show_recent() {
    QString lines;
    for (const QString& folder : recent_.folders().mid(0, max_shown)) {
        lines += QString("<p><a href='%1'>%2</a> &nbsp; %3</p>")
                     .arg(QUrl::fromLocalFile(folder).toString().toHtmlEscaped(),
                          QFileInfo(folder).fileName().toHtmlEscaped(),
                          QDir::toNativeSeparators(QFileInfo(folder).path()).toHtmlEscaped());
    }
    list_->setText(lines.isEmpty() ? QString() : tr("Recent folders") + lines);
    list_->setVisible(!lines.isEmpty());
}

}  // namespace epochscope::app
