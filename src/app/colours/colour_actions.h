#pragma once

#include <functional>

class QMenu;
class QString;
class QWidget;

namespace epochscope::app {

class Session;

/// Adds the entry that chooses a column to colour samples by. `tell` shows a message in the status
/// line.
void add_colour_by_column(QWidget& window, QMenu& menu, Session& session,
                          const std::function<void(const QString&)>& tell);

}  // namespace epochscope::app
