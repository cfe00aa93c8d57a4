#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Session;

/// What dragging does on a canvas: pan, or pick by a box or a lasso.
void add_drag_tools(QWidget& window, QMenu& menu, Session& session);

}  // namespace epochscope::app
