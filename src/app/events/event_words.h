#pragma once

#include "app/events/event_watcher.h"

#include <QString>

#include <cstddef>

namespace epochscope::app {

/// "flip", "confidence jump", "large move", "alert".
QString words_of(EventKind kind);
QString plural_of(EventKind kind);
/// "Flips: 1,234".
QString counted(EventKind kind, std::size_t count);

/// What happened to a sample: the two classes, the change of probability, or the distance.
QString words_of(const FoundEvents& found, std::size_t event);

}  // namespace epochscope::app
