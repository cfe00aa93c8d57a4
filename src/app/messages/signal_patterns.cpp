#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> signal_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "neighbours in feature space would take long to find; suspicion is by "
                          "predictions alone"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "neighbour_disagreement looks for neighbours among %1 of %2 samples, "
                          "drawn at random"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 occurs again; its first line counts"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 occurs twice within evaluation %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 is evaluated again when %2 of %3 samples have evaluation %4, as "
                          "where a second run was appended to one that was stopped"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no dynamics_epoch_<k>.jsonl of epochs %1 to %2; what is counted is "
                          "of those that are there"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no dynamics_epoch_<k>.jsonl of epochs %1; what is counted is of "
                          "those that are there"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 of %2 samples; the others were not evaluated"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no complete record, expected a line for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no complete record, expected a line for each sample and evaluation"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no dynamics_epoch_<k>.jsonl, nor has training_dynamics in it"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "and %1 are of the same epoch, expected one of them"),
        QT_TRANSLATE_NOOP("epochscope::Message", "probs do not sum to 1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "label_probs is not what probs has for the label; label_probs counts"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "\"correct\" is not what probs say; \"correct\" counts"),
        QT_TRANSLATE_NOOP("epochscope::Message", "pred_label is not what probs say; probs count"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "loss is not a number; it does not count in loss_mean"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "outputs are not numbers; the sample is not evaluated there"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no label; the sample has no training signals"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has too many samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "sample %1 has the label %2, before it had %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 classes, those before have %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "class %1 is named, expected 0..%2 as there are probabilities"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there are %1 samples, one of them with %2 evaluations, and %3 lines; "
                          "expected about as many evaluations of each"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is a list, expected a single value"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has more than %2 entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is empty, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a record, expected %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "a record is cut off and another one follows, as where a second run was "
                          "appended; the first one is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is cut off, as by a run that was stopped; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends too early, expected %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "expected %1, found %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "\",\" or \")\""),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "entry %1 is %2, expected 0..%3, a column of pred_probs.npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "row %1 has %2, expected probabilities, 0..1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 labels, pred_probs.npy has %2 rows"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 samples have no label and are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the probabilities of %1 samples (the first is %2) are no numbers; they "
                          "are not evaluated"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected 0..%3: %4 has %5 entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has neither probs nor label_probs"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "does not say what was predicted: has none of probs, pred_label and correct"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no id"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no label"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no guid"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no gold"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "at evaluation %1 what was learnt is lost, as where a second run was "
                          "appended; all count as one run"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "samples have %1 to %2 evaluations (%3 of %4 have %5); each one's "
                          "signals are of its own"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the rows of logits_epoch_<k> lie in 0..1 and add up to 1, so they are "
                          "taken for probabilities"),
    };
    return patterns;
}

}  // namespace epochscope::app
