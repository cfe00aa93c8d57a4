#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> analysis_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has logits that %1 (residual %2, at most %3 will do)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its head.pt does not make"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no linear head makes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "at %1 of %2 epochs some %3 (up to %4)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "at %1 of %2 epochs some %3 (up to %4), at %5 of %6 epochs some %7 (up to %8)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "have no sample"),
        QT_TRANSLATE_NOOP("epochscope::Message", "have a single one"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "samples are to be grouped by how often they were learnt and by how "
                          "often they were forgotten, expected one of both"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "samples are to be grouped by their marks and by how often they were "
                          "learnt or forgotten, expected one of both"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is known of %1 samples, of which %2 cannot be chosen"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch \"%1\": has no %2; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; it is not evaluated there"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 samples have no label; they have no training signals"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "no epoch has predictions.npy, of which training signals are"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "no epoch has predictions.npy, of which influences are"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no sample has a label, of which influences are"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; it teaches nothing there"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 samples have no label; they teach nothing and are not taught"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no sample %1, expected 0..%2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "are %1 numbers, expected one for each of %2 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "hold %1, expected finite numbers of 0 and up"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "none has both predictions and confidence, of which training signals are"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no sample has a position"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no id of %1, expected folders of the same samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 samples, %2 has %3, expected as many, or samples.csv with a "
                          "column id in both"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the first folder has no class %1, so that predictions of it never "
                          "agree"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 of %2 samples have other labels in the second folder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch \"%1\" %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 maps, expected one, or %2: one an epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is of %1 dimensions, the recording of %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the embedding has %1 places, the recording %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "place %1 is (%2, %3), expected finite numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are none to measure"),
        QT_TRANSLATE_NOOP("epochscope::Message", "index %1 is out of range or out of order"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 epochs, expected %2"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "no sample has steps and neighbours that change, over three epochs or more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it is of all steps together"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 are %2 instead of %3: no more than half of the others say anything"),
        QT_TRANSLATE_NOOP("epochscope::Message", "neighbours"),
        QT_TRANSLATE_NOOP("epochscope::Message", "near epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the folder has %1, the recording %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is in the folder, but not in the recording"),
        QT_TRANSLATE_NOOP("epochscope::Message", "all samples move equally far"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it needs at least three epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it needs at least two epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "it needs two epochs, samples that move in feature space, and a picture "
                          "that is not one point"),
        QT_TRANSLATE_NOOP("epochscope::Message", "all samples of the last epoch are at one place"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "no sample is at different distances from itself at other epochs, in both spaces"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no step leads to the first epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "neighbours need at least three samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epoch \"%1\" has fewer than two boundary points: too few samples, or "
                          "one predicted class"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no map from feature space to the plane"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no map from the plane to feature space"),
        QT_TRANSLATE_NOOP("epochscope::Message", "thirds need at least three epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "it gives logits that are not finite"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no linear head, neither recorded nor to be fitted to logits"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has a head.pt that fails: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "all embeddings are the same"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, as at %2 more epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; there is nothing to project"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the embedding of sample %1 is %2 times as long as the median"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, and so are %2 more that are too long"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; such samples decide the projection"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "are not finite, or too long, at %1 epochs, of which copies of %2 MiB each would be "
            "needed; expected less than 4 GiB in all"),
        QT_TRANSLATE_NOOP("epochscope::Message", "hold no row of finite numbers up to %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the embedding of sample %1 is longer than %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, as are %2 more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; such samples are absent there, and projected as at their nearest "
                          "epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "embeddings"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; it is absent there, and projected as at its nearest epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 samples, expected 1..%2: as many as there are at most"),
        QT_TRANSLATE_NOOP("epochscope::Message", "none are requested, expected 1 or more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "iterations and restarts are %1 and %2, expected 1 or more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 are requested, expected 1..%2: as many as there are samples at most"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 entries, expected %2: %3 epochs of %4 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "sample %1 is %2, expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 clusters: %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the folder has %1 samples, the recording %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the recording has no epoch %1, which the folder has"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1 clusters: batches have %2 negatives on average at the epoch where they have "
            "fewest, expected %3: no more prototypes are left than a batch has not"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "two levels have %1 of them, expected each number once"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "1 cluster: all samples share one prototype, of which nothing can be told apart"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "of %1 events the first %2 are listed; all are counted"),
        QT_TRANSLATE_NOOP("epochscope::Message", "k-means"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 % of the samples have features or logits that are not finite"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the loss rose to %1, after %2 in the epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the loss rose %1 epochs in a row, to %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the accuracy fell to %1, after %2 in the epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the accuracy of %1 fell to %2, after %3 in the epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the features collapse: their effective rank fell to %1, after %2 in the "
                          "epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the classes run together: the distance of their centres fell to %1, "
                          "after %2 in the epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the accuracy of %1 classes fell, that of %2 to %3, after %4 in the "
                          "epochs before"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 % of the features are the same for all samples, after %2 % in the "
                          "epochs before"),
    };
    return patterns;
}

}  // namespace epochscope::app
