#include "app/events/event_words.h"

#include <QCoreApplication>

#include <cmath>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Events)
};

QString class_name(const EpochSeries& series, std::int32_t index) {
    // A mapped file may say anything.
    if (index < 0 || static_cast<std::size_t>(index) >= series.class_count())
        return QString::number(index);
    return QString::fromStdString(series.classes().names[static_cast<std::size_t>(index)]);
}

QString signed_number(double number) {
    return (number > 0 ? QStringLiteral("+") : QStringLiteral("−")) +
           QString::number(std::abs(number), 'f', 3);
}

}  // namespace

QString words_of(EventKind kind) {
    switch (kind) {
        case EventKind::flip:
            return Words::tr("flip");
        case EventKind::jump:
            return Words::tr("confidence jump");
        case EventKind::move:
            break;
    }
    return Words::tr("large move");
}

QString words_of(const FoundEvents& found, std::size_t event) {
    const TrainingEvents& events = found.events;
    const EpochSeries& series = found.dataset->series;
    const std::size_t epoch = events.epochs[event];
    const std::size_t sample = events.samples[event];
    const double amount = events.amounts[event];
    switch (events.kinds[event]) {
        case EventKind::flip:
            return Words::tr("%1 → %2").arg(
                class_name(series, series.epoch(epoch - 1).predictions[sample]),
                class_name(series, series.epoch(epoch).predictions[sample]));
        case EventKind::jump:
            return Words::tr("label's probability %1").arg(signed_number(amount));
        case EventKind::move:
            break;
    }
    return Words::tr("moved %1, large above %2")
        .arg(QString::number(amount, 'g', 3), QString::number(events.large_moves[epoch], 'g', 3));
}

}  // namespace epochscope::app
