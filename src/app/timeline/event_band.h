#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <map>
#include <vector>

namespace epochscope::app {

/// Events of one kind along the epochs.
struct EventTicks {
    /// Their name: "flips".
    QString caption;
    QColor colour;
    /// At each epoch.
    std::vector<std::size_t> counts;
    /// What is said of each at an epoch. A kind of which something is said stands out: it is drawn
    /// as marks.
    std::map<std::size_t, QStringList> notes = {};
};

}  // namespace epochscope::app
