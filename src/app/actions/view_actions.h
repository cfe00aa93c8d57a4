#pragma once

#include <functional>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

namespace epochscope::app {

class Canvas;
class Session;

/// Actions that change the camera.
struct CameraActions {
    QAction* zoom_in = nullptr;
    QAction* zoom_out = nullptr;
    QAction* home = nullptr;
    QAction* fit = nullptr;
};

/// They act on the canvas that `active` returns when they are triggered.
CameraActions add_camera_actions(QWidget& window, QMenu& menu, Session& session,
                                 const std::function<Canvas&()>& active);

/// Copies what a canvas shows as a picture.
QAction* add_copy_picture(QMainWindow& window, QMenu& menu, const std::function<Canvas&()>& active);

/// Actions that change the style, in submenus. Returns that of the colours.
QMenu& add_style_actions(QWidget& window, QMenu& menu, Session& session);

/// Actions that choose the metric of trust in the timeline, in a submenu.
QMenu& add_trust_actions(QWidget& window, QMenu& menu, Session& session);

/// Actions that choose the renderer.
void add_renderer_actions(QWidget& window, QMenu& menu, Canvas& canvas);

}  // namespace epochscope::app
