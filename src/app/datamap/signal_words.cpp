#include "app/datamap/signal_words.h"

#include <QCoreApplication>

#include <array>

namespace epochscope::app {
namespace {

/// By Signal.
constexpr std::array words{
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "the sample's label"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "mark of samples made hard or mislabelled on purpose"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "number of correct predictions"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "fraction of evaluations predicted correctly"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "mean probability of the label (confidence)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "variance of the label's probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "maximum probability of the label"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "minimum probability of the label"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "number of changes from correct to wrong"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "number of changes from wrong to correct"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "evaluation at which it was first forgotten (0: never)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "evaluation at which it was first learnt (0: never)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "standard deviation of the label's probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "c (1 − c) of the label's mean probability c"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "mean margin (area under the margin)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "mean length of the error vector"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "mean of p (1 − p), p the label's probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "number of times forgotten (1000: never correct)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "mean loss"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "number of evaluations"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "share of its nearest in feature space with another label (empty: features "
                      "are not known)"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords",
                      "how likely the label is wrong, by predictions and, where its column has "
                      "values, by neighbour_disagreement"),
};
static_assert(words.size() == signal_count, "every signal has its words");

/// By Signal.
constexpr std::array headings{
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Label"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Marked"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Times correct"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Share correct"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Mean label probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Label variance"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Highest label probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Lowest label probability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Times forgotten"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Times learnt"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "First forgotten"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "First learnt"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Variability"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Closeness to a threshold"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Mean margin"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Mean error length"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Data uncertainty"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Forgetfulness"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Mean loss"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Evaluations"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Neighbour disagreement"),
    QT_TRANSLATE_NOOP("epochscope::app::SignalWords", "Suspicion"),
};
static_assert(headings.size() == signal_count, "every signal has its heading");

}  // namespace

QString signal_name(Signal signal) {
    const std::string_view name = name_of(signal);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString signal_heading(Signal signal) {
    return QCoreApplication::translate("epochscope::app::SignalWords",
                                       headings[static_cast<std::size_t>(signal)]);
}

QString signal_words(Signal signal) {
    return QCoreApplication::translate("epochscope::app::SignalWords",
                                       words[static_cast<std::size_t>(signal)]);
}

}  // namespace epochscope::app
