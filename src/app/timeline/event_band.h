#pragma once

#include <QColor>
#include <QString>

#include <cstddef>
#include <vector>

namespace epochscope::app {

/// Events of one kind along the epochs.
struct EventTicks {
    /// Their name: "flips".
    QString caption;
    QColor colour;
    /// At each epoch.
    std::vector<std::size_t> counts;
};

}  // namespace epochscope::app
