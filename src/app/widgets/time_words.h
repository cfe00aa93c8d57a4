#pragma once

#include <QString>

namespace epochscope::app {

/// "12 s" or "3 min", of seconds.
QString time_words(double seconds);

}  // namespace epochscope::app
