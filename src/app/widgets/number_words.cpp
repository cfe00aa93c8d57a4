#include "app/widgets/number_words.h"

#include <QLocale>

#include <cmath>

namespace epochscope::app {

QString number_words(std::size_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString figure_words(double value, int digits) {
    constexpr double most_whole = 1e9;
    const bool is_whole = value == std::floor(value) && std::abs(value) < most_whole;
    return is_whole ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', digits);
}

}  // namespace epochscope::app
