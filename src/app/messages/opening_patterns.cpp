#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> opening_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; neighbours are those in the plane"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "was made with %1 %2, expected %3; go on with the same options, or write "
                          "another folder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "going on with %1, which has %2 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "waiting"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has ended without an epoch that can be placed"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "project the run into another folder to lay it out anew"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch %1 was written again and keeps its places"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epoch %1 is gone from the recording and keeps its places"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch %1 came after epoch %2 and is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epoch %1 has no sample whose features are numbers, and is left out"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has other samples than %1 (their labels differ), expected those of the same run"),
        QT_TRANSLATE_NOOP("epochscope::Message", "epoch %1 is placed"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "cannot be painted of a run that goes on, since its frame still grows; "
                          "the window paints it while you look"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is json, which cannot grow, expected npy"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no such column"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the training signals are not known"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a finite number of 0 and up at each epoch; a learning rate of 1 "
                          "is taken"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is one of %1 curves of learning rates; a learning rate of 1 is taken"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there are more than %1 different texts, expected fewer to colour by"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is a recording, expected a folder with places to write beside"),
        QT_TRANSLATE_NOOP("epochscope::Message", "does not say which recording it was made from"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the folder's labels are not the recording's; are its samples in the same order?"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the folder has %1 of the recording's %2 epochs; what is of paths is "
                          "measured on these alone"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the recording %1, which this folder was made from, is not there: "
                          "training signals come from predictions and confidence"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 epochs of %2 samples, the series has %3 of %4"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has no map that could place samples; expected a folder of arrays made by project with "
            "--method pca, timevis or dvi, or spacetime with --map-epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has the coordinates of a data map, and not the evaluations that they "
                          "were computed from (training_dynamics/dynamics_epoch_<k>.jsonl); open "
                          "it itself (epochscope FILE): it is shown as that map"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be opened (%1)"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has no training signals: expected a file of TrustAI's, dynamics_epoch_<k>.jsonl "
            "(Dataset Cartography), pred_probs.npy with labels.npy, a recording with "
            "predictions.npy, or a dataset folder with predictions and confidence"),
        QT_TRANSLATE_NOOP("epochscope::Message", "holds other samples than %1, which names it"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "what was learned is in %1; the same call with --resume goes on from there"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no %1: beginning at the beginning"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is left out: npy has no place for it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is left out: json has no place for it"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the recording has no logits: there is no landscape"),
        QT_TRANSLATE_NOOP("epochscope::Message", "\"%1\" is too large for an epoch number"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "\"%1\" is not an epoch, expected a number as 7 or a range as 5..9"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "\"%1\" decreases, expected the lower number first"),
        QT_TRANSLATE_NOOP("epochscope::Message", "\"%1\" has the step %2, expected 1 or more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there is no epoch %1, expected one of the %2 from %3 to %4"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not read as a recording, of which epochs can be chosen; expected no "
                          "--epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot be created: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not a folder, expected one to write frames into"),
        QT_TRANSLATE_NOOP("epochscope::Message", "makes more than %1 frames"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1x%2, expected at least 1x1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1x%2, expected at most %3 pixels in all"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is %1 mm x %2 mm, expected %3..%4 mm for each side"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 pictures, expected 1..%2"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has %1 pictures, for which %2x%3 pixels are too small, expected at least "
            "%4x%5 for each"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has a side of %1 pixels, expected %2 to %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends in \"%1\", expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1 frames a second, expected %2..%3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the ffmpeg program, which encodes the video, is not in PATH: install it "
                          "(Debian: apt install ffmpeg), or export frames instead"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ffmpeg failed (exit code %1)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ffmpeg failed (exit code %1): %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the picture is %1 x %2 pixels (%3 bytes), expected %4 x %5"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is \"%1\", expected one of this processor's: %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "SIMD target (EPOCHSCOPE_SIMD)"),
    };
    return patterns;
}

}  // namespace epochscope::app
