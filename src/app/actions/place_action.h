#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class Canvas;
class Session;

/// What a click on emptiness does, without a pointer: looks at the place in the middle of the
/// canvas. Off where the classifier cannot be asked at the epoch reached.
void add_place_action(QWidget& window, QMenu& menu, Session& session, Canvas& canvas);

}  // namespace epochscope::app
