#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> metadata_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "there is no picture of sample %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 pictures outside of the folder are not opened, the first is %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 files that are no .png are not shown, the first is %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "its last line is cut off"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is one more than the %1 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "a column has a name of %1 bytes, expected at most %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has %2 bytes, expected at most %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the name of column %1 holds a control character: %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 columns, too many for %2 bytes of %3 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 rows, expected one for each of %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "row %1"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 is %2, as in row %3; expected each sample once"),
        QT_TRANSLATE_NOOP("epochscope::Message", "none of its %1 ids is that of a sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "rows of %1 ids that no sample has are left out, the first is %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no rows of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no row for %1 of %2 samples, the first is sample %3"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "id %1 is that of sample %2 and of sample %3, expected a different one "
                          "for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is read as %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is left out, since there is %1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; no columns of samples are shown"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is in UTF-32, expected UTF-8, UTF-16 or GB18030"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 holds a NUL byte, expected a text"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 holds a NUL character"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is not in UTF-8, perhaps in Windows-1252 or another encoding of one "
                          "byte a letter; expected UTF-8, UTF-16 or GB18030"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is in %1, which this system cannot read; expected UTF-8"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is neither in UTF-8 nor in %1, expected UTF-8, UTF-16 or GB18030"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more lines than the %1 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 lines, expected one for each of %2 samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has no list ground_truth_pairs, expected pairs of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "ground_truth_pairs holds %1, expected pairs of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is no object of lists of samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; the column \"%2\" is left out"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "cannot hold the picture of sample %1 of %2 x %3 pixels beside others of %4 x %5"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends within a row"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column called index or id"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no column called action"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 is about no sample of this folder"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 has another label than the sample"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 has an unknown action"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 has an unknown class"),
        QT_TRANSLATE_NOOP("epochscope::Message", "line %1 has neither an action nor a note"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 (kept as it is)"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; rows like this: %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has bytes that are 0, expected a table in UTF-8"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is text in UTF-16, expected UTF-8"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has lists as its columns, expected an object for each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has too many quotes that are not closed before a separator"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has more than %1 cells, expected at most that"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is no box, expected the four numbers x0, y0, x1, y1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there is none for %1 of %2 epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "there are more than %1 different texts, expected fewer to colour by"),
        QT_TRANSLATE_NOOP("epochscope::Message", "no columns of samples are shown"),
        QT_TRANSLATE_NOOP("epochscope::Message", "names sample %1, expected 0..%2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the column \"%1\" is left out"),
    };
    return patterns;
}

}  // namespace epochscope::app
