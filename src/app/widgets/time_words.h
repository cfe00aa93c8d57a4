#pragma once

#include <QString>

namespace epochscope::app {

/// "12 s", "3 min" or "5 h", of seconds.
QString time_words(double seconds);

}  // namespace epochscope::app
