#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> recording_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "differs from %1 from sample %2 on (%3, expected %4): %5"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the samples are shuffled"),
        QT_TRANSLATE_NOOP("epochscope::Message", "these are other samples, or shuffled ones"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds one %1 a sample, as if it were the predicted class; expected "
                          "logits or probabilities, one column a class"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "row %1 holds %2, expected probabilities, since that is what it is said to hold"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has one number a sample, which is taken for that of class 1 of two classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its rows lie in 0..1 and add up to 1, so they are taken for "
                          "probabilities; \"predictions\": \"logits\" in info.json says otherwise"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds %1 and %2, which are both epoch %3, expected one of them"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1: left out, since %2 is named by an epoch and counts"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1: left out, since its name has no whole number of an epoch"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1 and %2 more: left out, since their names have no whole number of an epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its first column is %1, expected \"epoch\""),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "a column is called %1, expected names, each of them once"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 cells, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch is %1, expected a number"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch %1 occurs twice"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no rows, expected a line for each epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "libtorch cannot read it (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "fails at rows of %1 features (%2)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "gives logits that are not finite"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "gives other logits for the same features each time it is asked"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "gives a sample other logits when others are asked about with it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "needs libtorch, and %1"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "libtorch multiplies matrices by %1, which seems to be the reference BLAS and is ten "
            "times slower than OpenBLAS (Debian: apt install libopenblas0)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is a file of PyTorch, which is not read; save the labels as Training_data/labels.npy: "
            "numpy.save(\"Training_data/labels.npy\", torch.load(\"%1\").numpy())"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "Model: an epoch without train_data.npy is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "test_data.npy: left out, only the training samples are shown"),
        QT_TRANSLATE_NOOP("epochscope::Message", "taken as probabilities, without another softmax"),
        QT_TRANSLATE_NOOP("epochscope::Message", "left out, since there is %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "left out, since its name is of no array that is read"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its numbers count from 1 to %1, so they are taken for the %2 classes in "
                          "their order"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds texts, so dataset/ids.npy is expected, the text of each label"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its numbers are -1 and 1, so they are taken for two classes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has less than %1 whole rows"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 rows, ids.npy beside it names more"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "does not exist, expected both head_weight.npy and head_bias.npy or neither"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "head.pt is left out, since there is a linear head as well"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no embeddings.npy; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "names class %1, expected at most %2 without dataset/info.json"),
        QT_TRANSLATE_NOOP("epochscope::Message", "names %1 classes, predictions.npy has %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 ids, %2 has %3 labels"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; save ids.npy beside it, the index of each row in the labels of the "
                          "recording, or save every epoch in the same order"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there is no labels.npy: all samples are unlabelled"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there is no labels.npy: all samples are in one class"),
        QT_TRANSLATE_NOOP("epochscope::Message", "names sample %1 twice"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "names sample %1, expected 0..%2, the samples of %3; if ids are no "
                          "indices, save dataset/ids.npy, the id of each label"),
        QT_TRANSLATE_NOOP("epochscope::Message", "names sample %1, which has no label in %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "contradicts %1 for sample %2, in the order of %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 labels, %2 has %3: samples are missing, or shuffled"),
        QT_TRANSLATE_NOOP("epochscope::Message", "sample %1 at epoch %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "ids.npy: the samples of %1 epoch are put in the order of the labels"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "ids.npy: the samples of %1 epochs are put in the order of the labels"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "ids.npy: samples that an epoch does not name are absent there: %1 in %2 "
                          "epoch, the first is %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "ids.npy: samples that an epoch does not name are absent there: %1 in %2 "
                          "epochs, the first is %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be resumed: has %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "cannot be resumed: its content is not what was written (its checksum is "
                          "another); remove it to begin anew"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no head that ends"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a list of %1 entries, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a number that is not finite"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a map that is at fault: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 bytes more than its head tells of"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a checkpoint of this version, expected the first line \"%1\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 where a list is expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 where a text is expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 where a number is expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 where a count is expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 where 16 hexadecimal digits are expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 numbers left, expected %2 x %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds NaN or Infinity, expected lists of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected a sample 0..%3"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is %1, expected an object of lists, {\"train\": [...], \"test\": [...]}"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected a list of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 columns, expected 2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no projection.npy; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "names %1 samples and is not used, since projection.npy has a row for "
                          "each of %2 labels"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the rows of projection.npy are taken in its order, for %1 of %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 to %2: the numbers in these names are taken for epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1: left out, since there is a later version, %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 and %2 are of one epoch, so the steps are taken for epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its numbers are not 0 to %1, so the %2 that occur are taken for the "
                          "classes in their order"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds the label %1, but there are logits of %2 classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 holds %2 labels, the embeddings of epoch %3 are of %4 samples; if an "
                          "epoch lacks samples, save ids.npy beside its embeddings"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the rows of %1 of %2 epochs lie in 0..1 and add up to 1, those of the others do not"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its numbers lie in 0..1, but its rows do not add up to 1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "they are taken for logits, of which softmax is taken; \"predictions\": "
                          "\"probabilities\" in info.json says otherwise"),
    };
    return patterns;
}

}  // namespace epochscope::app
