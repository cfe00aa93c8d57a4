#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Session;

/// Actions for the drag tool: pan, box or lasso.
void add_drag_tools(QWidget& window, QMenu& menu, Session& session);

}  // namespace epochscope::app
