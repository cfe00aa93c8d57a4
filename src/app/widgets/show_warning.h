#pragma once

class QString;
class QWidget;

namespace epochscope::app {

/// Tells in a box over the window what did not work, and why. Does not wait for its end.
void show_warning(QWidget& window, const QString& title, const QString& words,
                  const QString& why = {});

}  // namespace epochscope::app
