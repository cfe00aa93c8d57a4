#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> array_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "%1, in %2 files"),
        QT_TRANSLATE_NOOP("epochscope::Message", "less than 1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the shape %1, expected (epochs, samples, 2)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epochs names %1, positions.npy has %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no labels.npy, and info.json no label_index: one is expected"),
        QT_TRANSLATE_NOOP("epochscope::Message", "differs from the label_index of info.json"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 entries, positions.npy has %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, positions.npy has %2: expected (%3, %4, neighbours)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, positions.npy has %2: expected (%3, %4)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has to be converted to %1 for %2 entries, which takes too much memory; save it as "
            "little-endian %3 in C order (numpy.save of .astype), which is read in place"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1, not little-endian %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "opening had to convert it, which takes %1 MiB of memory"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 in big-endian order"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 in Fortran order"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (%2, %3): the rows of %4 and the samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (1 or %2, dimensions)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected %2 as map_mean.npy has it"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected %2 axes, the first of all maps"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected %2 axes, the first of %3 maps"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the shape %1, expected %2 and one axis more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the shape %1, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (N), one entry for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (N), the id of each row"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (N, C), the probabilities of each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (N, D): a row of D features for each sample"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has the shape %1, expected (%2, height, width), or that with 1, 3 or 4 channels"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (%2, at least 1), one row for each label, or "
                          "for each sample of index.json"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected (%2, at least 1), one row for each label"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the shape %1, expected a table of rows and columns"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the shape %1, expected a list of numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no entries, expected some"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 entries, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a .npy file, since it ends after %1 bytes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a .npy file"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a .npy file of version %1, expected 1 to 3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends within its header"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends within its header of %1 bytes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has a broken header, expected descr, fortran_order and shape"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is too short for its shape: it has %1 bytes of data, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "far more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "holds %1, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "holds %1 (%2), expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a pickle, as torch.save writes it, which may run any code when it is "
                          "read, and is refused"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a pickle in a zip archive, as torch.save writes it, which may run "
                          "any code when it is read, and is refused"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 different texts, expected labels of at most %2 classes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its texts are taken for numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; save it as numpy.array(x.tolist())"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is a packed file %1, which is not read: unpack it and open what was in it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its texts are taken for classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "row %1 is not one-hot, expected %2 labels, or rows of which one column "
                          "is 1 and the others are 0"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its rows are one-hot and taken for %1 classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "holds the label %1, which is not among the names of classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "have more than %1 different values, expected classes"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has %1: none is a table of features that is named like one; choose one with --key"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the arrays %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 of another kind"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the features are its array %1, without labels; choose others with --key "
                          "and --labels-key"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the features are its array %1, the labels %2; choose others with --key "
                          "and --labels-key"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column \"label\", expected one"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has no array of %1 labels that is named like one; choose one with --labels-key"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 labels, the features are of %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no arrays, expected .npy files in it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no array %1; its arrays are %2"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has %1 bytes, expected at most %2; save it by numpy.savez, without compression"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has axes that are not orthonormal, expected axes of length 1 at right "
                          "angles to each other"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "does not exist, expected both map_mean.npy and map_axes.npy or neither"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has too many layers"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "does not exist, expected all of a network's layers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is of %1 maps, expected 1 or %2: one an epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has other layers than that of the first map"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a head of the maps"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; the map is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; landscapes are painted from the points"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; between epochs, landscapes fade"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 layers, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; save it as numpy.lib.recfunctions.structured_to_unstructured(x)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; save it by numpy.savez(\"x.npz\", **x.item())"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; save x.reshape(len(x), -1) if its first axis is the samples, or "
                          "each part as epochs/epoch_<k>/embeddings.npy if it is the epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its shape %1 is taken for %2 epochs of %3 samples; if its first axis is "
                          "the samples, save x.reshape(len(x), -1)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its shape %1 is taken for the places of %2 samples at %3 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1: left out, since it is no array or column that is read"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no features, expected them, since %1 has some"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1: left out, since it has no column for each class"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1: left out, since its numbers do not increase"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is in Fortran order, expected C order; save it by numpy.ascontiguousarray(x)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has a text of %1 bytes among its %2, expected at most %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no columns of %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is cut off"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has the shape %1, expected (E, N, 2): the places of N samples at each of E epochs"),
    };
    return patterns;
}

}  // namespace epochscope::app
