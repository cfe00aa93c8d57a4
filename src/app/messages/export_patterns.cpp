#include "app/messages/sentence_patterns.h"

#include <QtGlobal>

#include <array>
#include <span>

namespace epochscope::app {

std::span<const char* const> export_patterns() {
    static constexpr std::array patterns{
        QT_TRANSLATE_NOOP("epochscope::Message", "page"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the filter leaves no sample to show"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "%1 samples at %2 epochs are too many for a page, expected at most %3 "
                          "places: choose fewer epochs, or fewer samples"),
        QT_TRANSLATE_NOOP(
            "epochscope::Message",
            "%1 places are far outside of the frame and lie at the edge of the page's plane"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the lists of neighbours are too large and are left out; the page shows "
                          "the nearest in the plane instead"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "the page has the nearest %1 of up to %2 neighbours of a kind"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the column %1 is too large and is left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "the column %1 is cut at %2 bytes of each sample"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "pictures of %1 samples are too large and are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message",
                          "pictures of %1 samples cannot be read and are left out"),
        QT_TRANSLATE_NOOP("epochscope::Message", "pictures of samples are reduced to %1 pixels"),
        QT_TRANSLATE_NOOP("epochscope::Message", "backgrounds are reduced to %1 pixels"),
        QT_TRANSLATE_NOOP("epochscope::Message", "cannot compress %1 bytes"),
    };
    return patterns;
}

}  // namespace epochscope::app
