#pragma once

#include <QString>

class QWidget;

namespace epochscope::app {

/// Shows what the program is, its version and what it is built on, with the licences.
void show_about(QWidget& window, const QString& renderer);

}  // namespace epochscope::app
