#include "app/events/event_words.h"

#include "app/widgets/number_words.h"

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
            return Words::tr("Flip");
        case EventKind::jump:
            return Words::tr("Confidence jump");
        case EventKind::false_move:
            return Words::tr("False move");
        case EventKind::frozen_move:
            return Words::tr("Frozen move");
        case EventKind::alert:
            return Words::tr("Alert");
        case EventKind::move:
            break;
    }
    return Words::tr("Large move");
}

QString plural_of(EventKind kind) {
    switch (kind) {
        case EventKind::flip:
            return Words::tr("Flips");
        case EventKind::jump:
            return Words::tr("Confidence jumps");
        case EventKind::false_move:
            return Words::tr("False moves");
        case EventKind::frozen_move:
            return Words::tr("Frozen moves");
        case EventKind::alert:
            return Words::tr("Alerts");
        case EventKind::move:
            break;
    }
    return Words::tr("Large moves");
}

QString counted(EventKind kind, std::size_t count) {
    const QString number = number_words(count);
    switch (kind) {
        case EventKind::flip:
            return Words::tr("Flips: %1").arg(number);
        case EventKind::jump:
            return Words::tr("Confidence jumps: %1").arg(number);
        case EventKind::false_move:
            return Words::tr("False moves: %1").arg(number);
        case EventKind::frozen_move:
            return Words::tr("Frozen moves: %1").arg(number);
        case EventKind::alert:
            return Words::tr("Alerts: %1").arg(number);
        case EventKind::move:
            break;
    }
    return Words::tr("Large moves: %1").arg(number);
}

QString words_of(const FoundEvents& found, std::size_t event) {
    const TrainingEvents& events = found.events;
    const EpochSeries& series = found.dataset->series;
    const std::size_t epoch = events.epochs[event];
    const double amount = events.amounts[event];
    switch (events.kinds[event]) {
        case EventKind::flip: {
            const Flip flip = flip_at(found, event);
            // Names may hold what looks like a place for the other.
            return class_name(series, flip.from) + QStringLiteral(" → ") +
                   class_name(series, flip.to);
        }
        case EventKind::jump:
            return Words::tr("Label's probability %1").arg(signed_number(amount));
        case EventKind::false_move:
            return Words::tr("Moved in the plane, not in feature space: %1 deviations")
                .arg(QString::number(amount, 'f', 1));
        case EventKind::frozen_move:
            return Words::tr("Moved in feature space, not in the plane: %1 deviations")
                .arg(QString::number(-amount, 'f', 1));
        case EventKind::move:
        case EventKind::alert:
            break;
    }
    return Words::tr("Moved %1, large above %2")
        .arg(QString::number(amount, 'g', 3), QString::number(events.large_moves[epoch], 'g', 3));
}

}  // namespace epochscope::app
