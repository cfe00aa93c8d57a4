#pragma once

#include <QList>
#include <QPoint>

#include <cstddef>

class QAction;
class QMenu;

namespace epochscope::app {

class Canvas;
class Session;

/// Adds what can be done with a class: let it stand out, pick it, show, hide.
void add_class_entries(QMenu& menu, Session& session, std::size_t index);

/// The same for a category of the column that colours samples (see Session::categories).
void add_category_entries(QMenu& menu, Session& session, std::size_t index);

/// Adds what can be done with a sample, and with its class.
void add_sample_entries(QMenu& menu, Session& session, std::size_t sample);

/// Opens a menu at a position of a canvas: the entries of the sample there, if there is one, and
/// `actions`.
void open_canvas_menu(Canvas& canvas, QPoint at, const QList<QAction*>& actions);

}  // namespace epochscope::app
