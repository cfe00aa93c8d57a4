#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> model_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "is \"%1\", expected %2 or %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is \"%1\", expected %2 or %3 or %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the type of the column does not fit its values"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are no classes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 colours, label_text has %2 classes"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are no samples"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are none"),
        QT_TRANSLATE_NOOP("epochscope::Message", "there are none, expected at least one"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "is empty, expected [[x0,y0],[x1,y1]] with x0 < x1 and y0 < y1"),
        QT_TRANSLATE_NOOP("epochscope::Message", "occurs twice"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "comes after a later one, expected increasing numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "comes after %1, expected increasing numbers"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has %2 entries, label_index has %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 has %2 entries, expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2, expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is %1, expected %2 to %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is \"%1\", expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 names sample %2, expected 0..%3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "entry %1 is %2, expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "sample %1 of %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has no layers, expected one or more"),
        QT_TRANSLATE_NOOP("epochscope::Message", "takes %1 numbers, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has %1 weights and %2 biases, expected those of %3 to %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has weights that are not finite"),
        QT_TRANSLATE_NOOP("epochscope::Message", "ends with %1 numbers, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "is of no dimension, expected one or more"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "has a normalisation that is not of finite numbers and a scale above 0"),
        QT_TRANSLATE_NOOP("epochscope::Message", "has %1 maps, expected one, or one an epoch"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 is %2 x %3, expected %4 x %5"),
        QT_TRANSLATE_NOOP("epochscope::Message", "head_bias has %1 entries, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the head takes %1 features to %2 logits, expected %3 to %4"),
        QT_TRANSLATE_NOOP("epochscope::Message", "losses has %1 entries, expected %2"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 holds %2, expected %3"),
        QT_TRANSLATE_NOOP("epochscope::Message", "embeddings has no columns"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the list"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1 of 1 sample (%2) is not a number"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 of %2 samples (the first is %3) is not a number"),
        QT_TRANSLATE_NOOP("epochscope::Message", "%1; the same holds for %2 at %3 more epochs"),
        QT_TRANSLATE_NOOP("epochscope::Message", "position"),
        QT_TRANSLATE_NOOP("epochscope::Message", "prediction"),
        QT_TRANSLATE_NOOP("epochscope::Message", "confidence"),
        QT_TRANSLATE_NOOP("epochscope::Message", "loss"),
        QT_TRANSLATE_NOOP("epochscope::Message", "logits"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "places samples at (%1, %2), expected finite numbers; its values are too "
                          "large for the data"),
        QT_TRANSLATE_NOOP("epochscope::Message", "values of %1 more epochs are out of their range"),
    };
    return patterns;
}

}  // namespace epochscope::app
