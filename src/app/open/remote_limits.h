#pragma once

#include <QtGlobal>

namespace epochscope::app {

/// What a server may ask of us.
struct RemoteLimits {
    /// The largest file, in bytes.
    qint64 bytes = qint64{32} << 20;
    /// Files fetched at the same time.
    int at_once = 4;
    /// How long nothing may come before a file is given up, in milliseconds.
    int stalled_after = 30'000;
    int redirects = 5;
};

}  // namespace epochscope::app
