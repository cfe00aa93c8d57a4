#include "app/sample/sample_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace epochscope::app {

SampleFacts facts_of(const EpochSeries& series, std::size_t epoch, std::size_t sample) {
    const Epoch& at = series.epoch(epoch);
    SampleFacts facts;
    facts.label = static_cast<std::size_t>(series.labels()[sample]);
    if (!at.predictions.empty())
        facts.prediction = static_cast<std::size_t>(at.predictions[sample]);
    if (!at.confidence.empty()) facts.confidence = at.confidence[sample];
    return facts;
}

QString class_name(const EpochSeries& series, std::size_t index) {
    return QString::fromStdString(series.classes().names[index]);
}

QString percent(double share) {
    return QCoreApplication::translate("SamplePanel", "%1 %")
        .arg(QLocale().toString(share * 100, 'f', 0));
}

}  // namespace epochscope::app
