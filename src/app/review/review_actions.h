#pragma once

class QAction;
class QDockWidget;
class QMenu;
class QWidget;

namespace epochscope::app {

class ReviewPanel;
class Session;

/// Actions that review the picked samples, keep the decisions in another file, and export the
/// corrected labels. Returns the first.
QAction* add_review_actions(QWidget& window, QMenu& menu, Session& session, QDockWidget& dock,
                            ReviewPanel& panel);

}  // namespace epochscope::app
