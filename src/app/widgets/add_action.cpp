#include "app/widgets/add_action.h"

#include "app/widgets/icons.h"

#include <QAction>
#include <QMenu>
#include <QRegularExpression>
#include <QWidget>

namespace epochscope::app {

QString plain_text(const QAction& action) {
    // Where no letter of the words can be the mnemonic, it stands behind them in brackets.
    static const QRegularExpression bracketed("\\s*\\(&\\w\\)");
    return action.text().remove(bracketed).remove('&').remove(u'\u2026');
}

QString text_with_key(const QAction& action) {
    if (action.shortcut().isEmpty()) return plain_text(action);
    return QString("%1 (%2)").arg(plain_text(action),
                                  action.shortcut().toString(QKeySequence::NativeText));
}

QAction* add_action(QWidget& window, QMenu& menu, const QString& text,
                    const QList<QKeySequence>& keys, const QString& icon_name) {
    QAction* action = menu.addAction(text);
    action->setShortcuts(keys);
    if (!icon_name.isEmpty()) action->setIcon(icon(icon_name));
    action->setIconVisibleInMenu(false);
    action->setToolTip(text_with_key(*action));
    // The keys shall work whether or not the menu bar is shown.
    window.addAction(action);
    return action;
}

QAction* add_toggle(QWidget& window, QMenu& menu, const QString& text,
                    const QList<QKeySequence>& keys, const QString& icon_name) {
    QAction* action = add_action(window, menu, text, keys, icon_name);
    action->setCheckable(true);
    return action;
}

}  // namespace epochscope::app
