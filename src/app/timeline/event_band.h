#pragma once

#include <QColor>
#include <QString>

#include <cstddef>
#include <vector>

namespace epochscope::app {

/// Events of one kind along the epochs.
struct EventTicks {
    /// What they are called: "flips".
    QString caption;
    QColor colour;
    /// How many there are at each epoch.
    std::vector<std::size_t> counts;
};

}  // namespace epochscope::app
