#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace epochscope::app {

/// Asks whether running work shall be stopped; calls `stop` if so. Does not block.
void ask_to_stop(QWidget& window, const QString& words, std::function<void()> stop);

}  // namespace epochscope::app
