#pragma once

#include <epochscope/model/prototypes.h>

#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope::app {

/// What a level is called: "60 prototypes".
QString level_name(const PrototypeLevel& level);

/// How prototypes were found and where they lie.
QString made_words(const Prototypes& prototypes);

/// What batches make of a level at an epoch: acc_proto with both numberings, its ceiling, and the
/// loss. Empty where nothing is known.
QString signal_words(const Prototypes& prototypes, const PrototypeLevel& level, std::size_t epoch);

/// What happens in one batch whose samples have these prototypes.
QString batch_words(std::span<const std::int32_t> prototypes, std::size_t level_count);

}  // namespace epochscope::app
