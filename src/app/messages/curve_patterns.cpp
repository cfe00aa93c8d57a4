#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> curve_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 is %2, expected a number; %3 such cells are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no curves, expected event files of TensorBoard, a log with lines "
                          "such as \"Epoch: [e][i/n]  Loss v (a)\", a table with a column of steps "
                          "or epochs, JSON lines with such a key, or trainer_state.json"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no curves, expected events.out.tfevents.*, tables or JSON lines "
                          "with steps or epochs, trainer_state.json, or logs with lines such as "
                          "\"Epoch: [e][i/n]  Loss v (a)\""),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "was written at the same time as another file with the same curves; it is the run %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the run was resumed; %1 points of a curve that came later do not count"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the checksum of a record's data is wrong"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the checksum of a record's length is wrong"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a record is not an event"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a record of %1 bytes, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; no event can be read"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 more records are broken; they are left out"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "ends in the middle of a record, which begins at byte %1; what is whole is read"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the run was begun again at an earlier step; %1 points of a curve that "
                          "were written before do not count"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has more than %1 curves; the others are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has too many entries to read all of them; open a folder in it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 is cut off or broken; it is left out"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "line %1 is the first of %2 that are cut off or broken; they are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 line of other programs is skipped"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 lines of other programs are skipped"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the last line, %1, has no end yet; it is left for later"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the run was resumed at an earlier step; of %1 steps the later writing counts"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the last line is cut off; it is left for later"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the last line is cut off; it is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column of values, expected one beside %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "line %1 repeats the names of the columns, as where a second run was "
                          "appended; only the rows after it are shown"),
        QT_TRANSLATE_NOOP("epochscope::Message", "columns of words are left out: %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the run was begun again at an earlier step; %1 rows that were written "
                          "before do not count"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column of numbers beside the steps"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty, expected a line of names and rows"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty, expected %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epochs_at_steps is %1 of %2, expected a step for each of %3 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "epochs_at_steps is %1, expected a step for each of %2 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; steps are placed without it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "a cell is %1, expected a number"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 cells, expected %2 as in the first row"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is empty, expected a row of numbers a sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has rows of different length, expected %1 cells each"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1, expected KEY=COLUMN, ..."),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column %1; its columns are %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no columns of places named like x and y; its columns are %1; name "
                          "two of them with --columns x=COLUMN,y=COLUMN"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "has the key %1, expected x, y, epoch, id, label, prediction or confidence"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the label of sample %1 is %2, at an earlier line it is another"),
        QT_TRANSLATE_NOOP("epochscope::Message", "sample %1 occurs twice at epoch %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 rows at epoch %2 and %3 at another; a column of ids says which "
                          "samples they are: see --columns"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no rows, expected one for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "places are read from the columns %1; choose others with --columns"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no whole row, expected one for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 columns, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "two columns are called %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more than %1 different keys"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more after the object"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more than %1 columns, expected fewer"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "is packed with gzip, which is not read: unpack it and open what was in it"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is no time, value and step"),
        QT_TRANSLATE_NOOP("epochscope::Message", "three numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no list of numbers beside the steps"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "the lists %1 and %2 have %3 and %4 entries; each begins at the first epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "its progress bars do not name their epoch, so they are left out; print "
                          "a line \"Epoch 1/10\" before each, or name it in their description"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 samples and %2 epochs in %3 rows, expected a row for most "
                          "samples at most epochs"),
    };
    return patterns;
}

}  // namespace epochscope::app
