#pragma once

#include <QString>

#include <cstddef>

namespace epochscope::app {

/// A count, or the index of a sample, as the language groups its digits: "12,345". Numbers of
/// epochs are not grouped: they are names.
QString number_words(std::size_t number);

/// A value with so many digits; whole numbers have all of theirs, grouped: "0.123", "12,345".
QString figure_words(double value, int digits);

}  // namespace epochscope::app
