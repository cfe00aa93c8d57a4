#include "app/neighbours/sample_words.h"

#include "app/widgets/number_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <string>
#include <string_view>

namespace epochscope::app {

namespace {

/// The value of a column on one line of bearable length; empty if there is none.
QString line_of(const Dataset& dataset, std::string_view column, std::size_t sample) {
    constexpr int longest = 60;
    // A character has at most 4 bytes; blanks may be many.
    constexpr std::size_t looked_at = 1024;
    const Column* values = dataset.metadata ? dataset.metadata->find(column) : nullptr;
    if (values == nullptr) return {};
    const std::string words = values->is_text()
                                  ? std::string(values->text(sample).substr(0, looked_at))
                                  : values->words(sample);
    const QString line = QString::fromStdString(words).simplified();
    return line.size() <= longest ? line : line.left(longest - 1) + QChar(0x2026);
}

}  // namespace

QString first_words(const Dataset& dataset, std::size_t sample) {
    return line_of(dataset, "text", sample);
}

QString name_of_sample(const Dataset& dataset, std::size_t sample) {
    const QString id = line_of(dataset, "id", sample);
    return id.isEmpty() ? first_words(dataset, sample) : id;
}

QString numbered_name(const Dataset& dataset, std::size_t sample) {
    const QString number = number_words(sample);
    const QString name = name_of_sample(dataset, sample);
    const bool says_more = !name.isEmpty() && name != QString::number(sample);
    return says_more ? number + QStringLiteral(" · ") + name : number;
}

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
