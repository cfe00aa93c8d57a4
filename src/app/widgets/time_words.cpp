#include "app/widgets/time_words.h"

#include <QCoreApplication>

#include <cmath>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::TimeWords)
};

}  // namespace

QString time_words(double seconds) {
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    if (seconds < 2 * minute) return Words::tr("%1 s").arg(std::lround(seconds));
    if (seconds < 2 * hour) return Words::tr("%1 min").arg(std::lround(seconds / minute));
    return Words::tr("%1 h").arg(std::lround(seconds / hour));
}

}  // namespace epochscope::app
