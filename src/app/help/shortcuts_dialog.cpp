#include "app/help/shortcuts_dialog.h"

#include "app/widgets/add_action.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

QString row(const QString& left, const QString& right) {
    return QString("<tr><td width='220'>%1</td><td>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString table(const QString& title, const QString& rows) {
    if (rows.isEmpty()) return {};
    return QString("<h3>%1</h3><table cellpadding='3'>%2</table>").arg(title.toHtmlEscaped(), rows);
}

QString rows_of(const QMenu& menu) {
    QString rows;
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) rows += rows_of(*action->menu());
        QStringList keys;
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty()) rows += row(keys.join(", "), plain_text(*action));
    }
    return rows;
}

QString pointer_table() {
    using Entry = std::pair<QString, QString>;
    const std::vector<Entry> entries{
        {ShortcutsDialog::tr("Click"), ShortcutsDialog::tr("Select a sample")},
        {ShortcutsDialog::tr("Shift+click"),
         ShortcutsDialog::tr("Add a sample to the selection, or remove it")},
        {ShortcutsDialog::tr("Drag"), ShortcutsDialog::tr("Move the picture")},
        {ShortcutsDialog::tr("Wheel"), ShortcutsDialog::tr("Zoom about the pointer")},
        {ShortcutsDialog::tr("Drag on the timeline"),
         ShortcutsDialog::tr("Scrub through the epochs")},
        {ShortcutsDialog::tr("Wheel on the timeline"),
         ShortcutsDialog::tr("Previous or next epoch")},
    };
    QString rows;
    for (const auto& [what, effect] : entries) rows += row(what, effect);
    return table(ShortcutsDialog::tr("Pointer"), rows);
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(560, 640);
    QString page;
    for (const QAction* entry : menus.actions()) {
        if (entry->menu() != nullptr) page += table(plain_text(*entry), rows_of(*entry->menu()));
    }
    auto* text = new QTextBrowser(this);
    text->setAccessibleName(tr("Keyboard shortcuts"));
    text->setFrameShape(QFrame::NoFrame);
    text->setHtml(page + pointer_table());
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
}

}  // namespace epochscope::app
