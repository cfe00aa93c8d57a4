#pragma once

#include <functional>

class QMenu;
class QWidget;
class QAction;

namespace epochscope::app {

class Canvas;
class Session;

/// What changes the camera; some of it is in the tool bar as well.
struct CameraActions {
    QAction* zoom_in = nullptr;
    QAction* zoom_out = nullptr;
    QAction* home = nullptr;
    QAction* fit = nullptr;
};

/// They act on the canvas that `active` tells when they are triggered.
CameraActions add_camera_actions(QWidget& window, QMenu& menu, Session& session,
                                 const std::function<Canvas&()>& active);

/// What changes the style: what is drawn, how it is coloured, how large.
void add_style_actions(QWidget& window, QMenu& menu, Session& session);

/// Which renderer draws the canvas.
void add_renderer_actions(QWidget& window, QMenu& menu, Canvas& canvas);

}  // namespace epochscope::app
