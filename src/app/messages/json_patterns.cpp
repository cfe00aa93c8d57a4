#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> json_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 at byte %2 (line %3), near %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "holds too large a number"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected a list"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is empty, expected at least one entry"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "label_color[%1] is %2 of %3, expected [r, g, b], \"#rrggbb\" or the name of a colour"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "label_color[%1] is %2, expected [r, g, b], \"#rrggbb\" or the name of a colour"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "label_color[%1] holds %2, expected integers 0..255"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "label_color has %1 colours, label_text has %2 classes"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "label_color has %1 colours for %2 classes; the last ones are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "label_index[%1] is %2, expected an integer 0..%3"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "frame is broken, expected [[x0, y0], [x1, y1]] with x0 < x1 and y0 < y1"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "background_origin is %1, expected \"lower\" or \"upper\"; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "axes is broken, expected {\"x\": name, \"y\": name}; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "background is %1, expected a path with ${epoch} in it; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 names epoch %2 twice"),
        QT_TRANSLATE_NOOP("epochscope::Message", "unknown is %1, expected an object of lists"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "predictions is %1, expected \"logits\" or \"probabilities\"; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty, expected JSON"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends too early, as if it were cut off (byte %1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "lists or objects are nested more than %1 deep"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 holds lists or objects nested more than %2 deep"),
        QT_TRANSLATE_NOOP("epochscope::Message", "key %1 occurs twice"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 occurs twice"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not valid JSON"),
        QT_TRANSLATE_NOOP("epochscope::Message", "holds no epochs, expected at least one"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has %2 %3, label_index has %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "points"),
        QT_TRANSLATE_NOOP("epochscope::Message", "entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "lists"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no projection"),
        QT_TRANSLATE_NOOP("epochscope::Message", "key %1 is not an epoch, expected an integer"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has %2 numbers, expected [x, y]"),
        QT_TRANSLATE_NOOP("epochscope::Message", "data.json: not known and left out: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "data.json: not known and left out: %1 and %2 more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; its last epoch was cut off and is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; epoch %2, the last one, was cut off and is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; epoch %2 can be left out: --epochs %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; epoch %2 can be left out of --epochs %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "background is a web address, which is not read by itself: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "expected a name or a value"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has too many embeddings"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the labels are its column %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 rows, the tensors are of %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its labels are names of samples, since most of them differ; all samples "
                          "are in one class"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "cannot be created for numbers that need more than 1 GiB of memory"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no tensor_shape of rows and columns in projector_config.pbtxt"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 bytes, expected float32 of %2 x %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has other labels than the steps before: the samples were shuffled; "
                          "expected the same order at each step"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no tensors"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the embeddings %1: choose one of them with --projection"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has the embeddings %1, not %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 epochs that the folder does not have; they are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; prototypes are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected an integer %3..%4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected a number of 0 or more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected a list of at least one"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epochs[%1] is %2, expected numbers of epochs, each of them once"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "weights is %1, expected \"normalised\", \"equal\" or \"inverse\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "levels has %1 entries, expected 1..%2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has as many clusters as one before it: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "placing is %1, expected \"map\" or \"samples\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "a number %1..%2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "an integer %1..%2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a colour such as \"#1f77b4\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "one of %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a list of %1 entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a list of at most %1 entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a text of at most %1 bytes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "an object with codes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "an object with a view"),
        QT_TRANSLATE_NOOP("epochscope::Message", "an object with a path"),
        QT_TRANSLATE_NOOP("epochscope::Message", "false, since min is not above 0"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is no JSON object"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is no workspace: it has no key \"%1\""),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no key \"%1\""),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is of version %1 of workspaces, which this program does not know; "
                          "install a newer one"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "would have %1 bytes, more than the %2 that are read; delete "
                          "bookmarks, or stop colouring by a column"),
    };
    return patterns;
}

}  // namespace epochscope::app
