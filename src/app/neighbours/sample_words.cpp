#include "app/neighbours/sample_words.h"

#include "app/widgets/number_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace epochscope::app {

SampleFacts facts_of(const EpochSeries& series, std::size_t epoch, std::size_t sample) {
    const Epoch& at = series.epoch(epoch);
    SampleFacts facts;
    facts.label = static_cast<std::size_t>(series.labels()[sample]);
    facts.is_labelled = series.classes().is_labelled(series.labels()[sample]);
    // Nobody has checked the values of a mapped file: what is no class or share is not known.
    if (!at.predictions.empty()) {
        const auto prediction = static_cast<std::size_t>(at.predictions[sample]);
        if (prediction < series.class_count()) facts.prediction = prediction;
    }
    if (!at.confidence.empty()) {
        const double confidence = at.confidence[sample];
        if (confidence >= 0 && confidence <= 1) facts.confidence = confidence;
    }
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
