#pragma once

#include <QtGlobal>

namespace epochscope::app {

/// Limits of downloads.
struct RemoteLimits {
    /// The largest file, in bytes.
    qint64 bytes = qint64{32} << 20;
    /// Files fetched at the same time.
    int at_once = 4;
    /// Aborts a file after so many milliseconds without data.
    int stalled_after = 30'000;
    /// Aborts a file that has not come whole after so many milliseconds, redirects and all.
    int whole_within = 300'000;
    int redirects = 5;
};

}  // namespace epochscope::app
