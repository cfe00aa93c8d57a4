#include "app/help/manual_dialog.h"

#include "app/tasks/post.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace epochscope::app {

ManualDialog::ManualDialog(QWidget* parent)
    : QDialog(parent),
      sections_(manual_sections()),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      text_(new QTextBrowser(this)) {
    setWindowTitle(tr("Manual"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(940, 680);
    build();
    connect(search_, &QLineEdit::textChanged, this, &ManualDialog::fill);
    connect(search_, &QLineEdit::returnPressed, list_, [this] { list_->setCurrentRow(0); });
    connect(list_, &QListWidget::currentItemChanged, this, &ManualDialog::show_section);
    connect(list_, &QListWidget::itemClicked, this, &ManualDialog::show_section);
    // Later: the text scrolls to its top first.
    connect(text_, &QTextBrowser::sourceChanged, this,
            [this] { post(this, [this] { follow_page(); }); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_,
            [this] { search_->setFocus(Qt::ShortcutFocusReason); });
    fill();
}

void ManualDialog::build() {
    search_->setPlaceholderText(tr("Search the manual"));
    search_->setAccessibleName(tr("Search the manual"));
    search_->setClearButtonEnabled(true);
    list_->setAccessibleName(tr("Pages"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    text_->setAccessibleName(tr("Manual"));
    text_->setOpenExternalLinks(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->document()->setDocumentMargin(18);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 4, 8);
    column->addWidget(search_);
    column->addWidget(list_);
    auto* halves = new QSplitter(this);
    halves->addWidget(side);
    halves->addWidget(text_);
    halves->setStretchFactor(1, 1);
    halves->setSizes({250, 690});
    halves->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(halves);
}

/// The pages, or what is found. Items keep the page and the anchor.
void ManualDialog::fill() {
    const bool is_search = !search_->text().trimmed().isEmpty();
    list_->clear();
    for (const ManualSection& section : found_in(sections_, search_->text())) {
        const bool is_page = section.heading == section.page_title;
        if (!is_search && !is_page) continue;
        auto* item = new QListWidgetItem(
            is_page ? section.heading : tr("%1: %2").arg(section.page_title, section.heading),
            list_);
        QUrl url = manual_url(section.page);
        if (!is_page) url.setFragment(anchor_of(section.heading));
        item->setData(Qt::UserRole, url);
    }
    if (list_->count() > 0) return;
    auto* none = new QListWidgetItem(tr("Nothing found"), list_);
    none->setFlags(Qt::NoItemFlags);
}

void ManualDialog::show_section() {
    const QListWidgetItem* item = list_->currentItem();
    const QUrl url = item != nullptr ? item->data(Qt::UserRole).toUrl() : QUrl();
    if (!url.isEmpty()) text_->setSource(url);
}

void ManualDialog::show_page(const QString& page) {
    search_->clear();
    text_->setSource(manual_url(page));
    text_->setFocus();
}

void ManualDialog::follow_page() {
    const QUrl url = text_->source();
    if (url.hasFragment()) scroll_to(url.fragment(QUrl::FullyDecoded));
    mark_words();
    if (!search_->text().isEmpty()) return;
    for (int row = 0; row < list_->count(); ++row) {
        const QUrl page = list_->item(row)->data(Qt::UserRole).toUrl();
        if (page != url.adjusted(QUrl::RemoveFragment)) continue;
        const QSignalBlocker blocked(list_);
        list_->setCurrentRow(row);
    }
}

void ManualDialog::scroll_to(const QString& anchor) {
    for (QTextBlock block = text_->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchor_of(block.text()) != anchor) continue;
        text_->setTextCursor(QTextCursor(text_->document()->lastBlock()));
        text_->setTextCursor(QTextCursor(block));
        return;
    }
}

void ManualDialog::mark_words() {
    QList<QTextEdit::ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(palette().highlight());
    format.setForeground(palette().highlightedText());
    for (const QString& word : search_->text().simplified().split(' ', Qt::SkipEmptyParts)) {
        QTextCursor at(text_->document());
        while (!(at = text_->document()->find(word, at)).isNull()) marks.append({at, format});
    }
    text_->setExtraSelections(marks);
}

void show_manual(QWidget& parent, const QString& page) {
    auto* dialog = parent.findChild<ManualDialog*>(QString(), Qt::FindDirectChildrenOnly);
    if (dialog == nullptr) {
        dialog = new ManualDialog(&parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show_page(page);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace epochscope::app
