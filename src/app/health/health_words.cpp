#include "app/health/health_words.h"

#include "app/messages/message_words.h"
#include "app/widgets/number_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Health)
};

/// By their names; the last is of alerts alone.
constexpr std::array<std::pair<std::string_view, const char*>, health_signal_count + 1> headings{{
    {"accuracy", QT_TRANSLATE_NOOP("epochscope::app::Health", "accuracy")},
    {"loss", QT_TRANSLATE_NOOP("epochscope::app::Health", "loss")},
    {"margin", QT_TRANSLATE_NOOP("epochscope::app::Health", "margin")},
    {"ece", QT_TRANSLATE_NOOP("epochscope::app::Health", "calibration error")},
    {"flips", QT_TRANSLATE_NOOP("epochscope::app::Health", "share of flips")},
    {"nc1", QT_TRANSLATE_NOOP("epochscope::app::Health", "neural collapse (NC1)")},
    {"centre_distance", QT_TRANSLATE_NOOP("epochscope::app::Health", "distance of class centres")},
    {"within_variance", QT_TRANSLATE_NOOP("epochscope::app::Health", "variance within classes")},
    {"effective_rank", QT_TRANSLATE_NOOP("epochscope::app::Health", "effective rank")},
    {"alignment", QT_TRANSLATE_NOOP("epochscope::app::Health", "alignment")},
    {"uniformity", QT_TRANSLATE_NOOP("epochscope::app::Health", "uniformity")},
    {"dead_features", QT_TRANSLATE_NOOP("epochscope::app::Health", "share of dead features")},
    {"drift", QT_TRANSLATE_NOOP("epochscope::app::Health", "drift of neighbours")},
    {"not_finite", QT_TRANSLATE_NOOP("epochscope::app::Health", "share of samples not finite")},
    {"class_accuracy", QT_TRANSLATE_NOOP("epochscope::app::Health", "accuracy of a class")},
}};

}  // namespace

QString health_signal_words(std::string_view name) {
    const auto found =
        std::ranges::find(headings, name, [](const auto& heading) { return heading.first; });
    if (found == headings.end())
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return QCoreApplication::translate("epochscope::app::Health", found->second);
}

QString words_of(const HealthAlert& alert) {
    return Words::tr("%1 %2: %3")
        .arg(health_signal_words(alert.signal), figure_words(alert.value, 3),
             message_words(alert.why));
}

QString words_with_epoch(const HealthAlert& alert) {
    return Words::tr("Epoch %1: %2").arg(QString::number(alert.epoch), message_words(alert.why));
}

}  // namespace epochscope::app
