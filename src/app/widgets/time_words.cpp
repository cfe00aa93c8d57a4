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
    return seconds < 2 * minute ? Words::tr("%1 s").arg(std::lround(seconds))
                                : Words::tr("%1 min").arg(std::lround(seconds / minute));
}

}  // namespace epochscope::app
