#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> torch_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1; expected TorchScript: torch.jit.script(model.fc).save(\"head.pt\")"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "names %1 in its code, which can reach beyond numbers (files, for one) and is refused"),
        QT_TRANSLATE_NOOP("epochscope::Message", "operators of other libraries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "what it makes up (getattr)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a zip archive"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more than %1 bytes of code"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive without TorchScript in it"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "a process handed over %1 bytes, expected %2; are all processes of the "
                          "same version?"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no reason is given"),
        QT_TRANSLATE_NOOP("epochscope::Message", "libtorch cannot be loaded (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 cannot be loaded (%2)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is of another version of the program"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "this program was built without libtorch (Debian: apt install libtorch-dev, then build "
            "it again; the manual's page landscapes.md says more)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "libtorch failed"),
        QT_TRANSLATE_NOOP("epochscope::Message", "expected cpu, cuda or cuda:<number>"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "this libtorch finds no CUDA device, or was built without CUDA"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are %1 CUDA devices, counted from 0"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the module changes itself when it is asked"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the module uses %1, expected none but aten and prim"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the module has no forward"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the module gives a %1, expected a tensor"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the module gives a tensor of %1 for %2 rows, expected %3: a logit for "
                          "each class of each row"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has files that overlap"),
        QT_TRANSLATE_NOOP("epochscope::Message", "unpacks to more than %1 bytes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive that ends too early"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a zip archive without an end; it was cut off, or data was appended"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive whose end is broken"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a zip archive whose directory is not at its end"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive of more files than it lists"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive whose directory is broken"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has files that are encrypted"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has files that are compressed by another method than deflate"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has a file with two sizes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a zip archive whose directory points outside"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a zip archive whose directory points to wrong entries"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has broken compressed data"),
        QT_TRANSLATE_NOOP("epochscope::Message", "two headers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "(%1) to (%2)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is none for this epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; and %2 more are broken"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is none for %1 of %2 epochs (%3)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is a damaged PNG: the part at byte %1 has a length of %2, the file has %3 bytes left"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a damaged PNG: its pixels begin with an empty part"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty, expected a PNG"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is not a PNG"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1 x %2 pixels, expected at least one"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1 x %2 pixels, expected at most %3 in all"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a damaged PNG (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a damaged JPEG (%1)"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is no JPEG that can be read (%1), expected a baseline or a progressive "
                          "one of 8 bits"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is a JPEG of %1 scans, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a picture without pixels cannot be written"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot encode %1 x %2 pixels"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has pictures of %1 x %2 pixels, expected 1 to %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no picture of sample %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; no pictures of samples are shown"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; the pictures are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "names no frame"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 of %2 places are outside of %3, which the backgrounds cover"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1, the box around all places, is shown instead of %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 x %2 pixels, which is too small for %3 pictures of %4 x %5"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its agreement with the predictions is not known"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 of the points of the last epoch lie on the colour of their "
                          "prediction, against %2 in the box around all epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "taken to cover the box around the places of epochs %1 to %2, which "
                          "time-travelling-visualizer paints (%3); \"frame\" in info.json decides"),
    };
    return patterns;
}

}  // namespace epochscope::app
