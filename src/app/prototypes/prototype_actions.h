#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Session;

/// An action that shows prototypes, and a menu of the levels of the folder.
void add_prototype_actions(QWidget& window, QMenu& menu, Session& session);

}  // namespace epochscope::app
