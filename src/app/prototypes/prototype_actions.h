#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Session;

/// Whether prototypes are shown, and a menu of the numbers of them that the folder has.
void add_prototype_actions(QWidget& window, QMenu& menu, Session& session);

}  // namespace epochscope::app
