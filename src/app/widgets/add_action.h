#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

/// An action of `menu` whose keys work in all of `window`, with a tooltip that names the first key.
QAction* add_action(QWidget& window, QMenu& menu, const QString& text,
                    const QList<QKeySequence>& keys = {}, const QString& icon_name = {});

/// The same, to be switched on and off.
QAction* add_toggle(QWidget& window, QMenu& menu, const QString& text,
                    const QList<QKeySequence>& keys = {}, const QString& icon_name = {});

/// An action's text without the marks for its mnemonic, and that with its first key in brackets.
QString plain_text(const QAction& action);
QString text_with_key(const QAction& action);

}  // namespace epochscope::app
