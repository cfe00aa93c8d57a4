#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> projection_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "cannot go along with a run, since it learns from all epochs together, "
                          "expected one of %1, or the maps of a folder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 places, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, at %2 of %3 epochs %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 (first epoch) to %2 (last)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the perplexity is %1 instead of %2, since there are only %3 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the first two principal components hold %1 % of the variance: PCA shows "
                          "nearly all there is, and more truly"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "was made with %1 %2, expected %3 as it is asked for now"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "was made of another recording than the one that is given"),
        QT_TRANSLATE_NOOP("epochscope::Message", "one epoch cannot be shuffled"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is of %1 epochs and %2 passes, expected fewer epochs than %3 and a pass of each"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has maps of other layers than they are asked for"),
        QT_TRANSLATE_NOOP("epochscope::Message", "dvi, epoch \"%1\", pass %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "pass %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, pass %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "map of epoch \"%1\", pass %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the map is as it was drawn, since no two points belong together"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1; it was begun again with learning rates from %2 down to %3: a lower learning rate, "
            "more training epochs, another width or another seed may help"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the loss is no number any more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "what comes back from the plane is farther off than a hundred times the "
                          "mean of all embeddings is"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "what comes back from the plane is farther off than the mean of all "
                          "embeddings is (squared error %1 of that)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the loss of pairs is that of places which are all one"),
        QT_TRANSLATE_NOOP("epochscope::Message", "all samples lie in one place of the plane"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; it had few steps: more training epochs may help"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "of what comes back from the plane, the head decides %1 as before, no "
                          "more than if all were in the class that is predicted most often (%2)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the training broke and was begun again with the learning rate %1 instead of %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "nothing was learned, since all samples are alike"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the loss is no number any more; embeddings may be too large"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 of %2 parameters, expected %3 and as many moments"),
        QT_TRANSLATE_NOOP("epochscope::Message", "an encoder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a decoder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be made: %1"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is \"%1\", expected the path of a program (./my_umap.py), or the name of one in PATH"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no folder, expected one for the program to read"),
        QT_TRANSLATE_NOOP("epochscope::Message", "failed with exit code %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "failed with exit code %1:%2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "left no positions.npy in the folder that is its second argument"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "sample %1 of epoch %2 is not finite, expected finite positions"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "at %1 of %2 epochs %3 (its residual is up to %4, expected at most %5); "
                          "their landscapes are painted from the points"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its landscape is painted from the points, since head.pt fails: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "no linear head makes the logits of the embeddings"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "head.pt makes other logits of the embeddings than were recorded"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the landscape is painted %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "from the points"),
        QT_TRANSLATE_NOOP("epochscope::Message", "by map and head"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, at %2 none"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its size is %1x%2, expected at least 1x1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its size is %1x%2, expected at most %3 pixels in all"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there is a head.pt that makes other logits than were recorded"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no linear head that makes the logits"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is a head.pt that fails (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are neither a linear head nor logits"),
        QT_TRANSLATE_NOOP("epochscope::Message", "learned without boundary points, since %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "learned without boundary points, of which fewer than two are found: too "
                          "few samples, or one predicted class"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "projecting needs about %1, there is %2: fewer neighbours or epochs need less"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the map of %1 was made of epochs up to %2 and has not seen what came later"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has a map for each of its %1 epochs and none for epoch \"%2\", expected "
                          "epochs that it has, or such as are later than \"%3\""),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "placed by the map of epoch \"%1\", the last that %2 has a map for"),
        QT_TRANSLATE_NOOP("epochscope::Message", "placed by the map of %1, nothing was learned"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "spacetime lays samples out and learns a map of their places afterwards: "
                          "the map puts samples near where they would lie, not where, and those of "
                          "%1 itself a little off where they lie there"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the plane shows %1 of the variance"),
        QT_TRANSLATE_NOOP("epochscope::Message", "at the last epoch %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the divergence is %1 on average, the path stress %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 samples were laid out, the others placed among them by who is near "
                          "in feature space"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "learned from %1 to %2 of %3 samples an epoch, in %4 passes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "learned from %1 of %2 samples an epoch, in %3 passes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the divergence is %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the divergence is %1 at the first epoch and %2 at the last"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the loss is %1: %2 of pairs in the plane, and of what comes back from it %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the loss is %1: %2 of pairs in the plane, and of what comes back from "
                          "it %3, %4 of what holds it"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "at %1 epochs without a head of their own, those of the maps' folder decide"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "of the nearest neighbours %1 were found, at the epoch where fewest were "
                          "(by %2 samples)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "are of %1 epochs, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 entries, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "samples vote for pictures of the whole frame alone"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 embeddings of %2 epochs are laid out nearer to the others than they "
                          "are, since they are farther from the middle than five times the "
                          "distance within which 95 % of the samples lie"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "some embeddings are farther from the middle than five times the "
                          "distance within which 95 % of the samples lie, in too many epochs to "
                          "lay them out nearer"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is %1, expected an even number of epochs: half of them before and half after"),
    };
    return patterns;
}

}  // namespace epochscope::app
