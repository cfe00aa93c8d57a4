#pragma once

#include <epochscope/model/dataset.h>

#include <QString>

#include <cstddef>

namespace epochscope::app {

/// What a sample is called beside its number: its `id`, else the first words of its `text`, on one
/// line of at most 60 characters; empty if it has neither.
QString name_of_sample(const Dataset& dataset, std::size_t sample);

/// The first words of its text, likewise; empty if it has none.
QString first_words(const Dataset& dataset, std::size_t sample);

/// Its number and its name, as far as it has one: "33 · digit-0033".
QString numbered_name(const Dataset& dataset, std::size_t sample);

}  // namespace epochscope::app
