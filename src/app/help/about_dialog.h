#pragma once

#include <QString>

class QWidget;

namespace epochscope::app {

/// Shows the program's version, the libraries and their licences.
void show_about(QWidget& window, const QString& renderer);

}  // namespace epochscope::app
