#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Canvas;
class Session;

/// An action that inspects the point in the middle of the canvas. Disabled where the classifier
/// cannot be evaluated.
void add_place_action(QWidget& window, QMenu& menu, Session& session, Canvas& canvas);

}  // namespace epochscope::app
