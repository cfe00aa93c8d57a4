#pragma once

#include <epochscope/model/prototypes.h>

#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope::app {

/// A level's name: "60 prototypes".
QString level_name(const PrototypeLevel& level);

/// How prototypes were computed and positioned.
QString made_words(const Prototypes& prototypes);

/// The signals of a level at an epoch: acc_proto with both numberings, its upper bound, and the
/// loss. Empty where they are unknown.
QString signal_words(const Prototypes& prototypes, const PrototypeLevel& level, std::size_t epoch);

/// Collisions in a batch whose samples have these prototypes.
QString batch_words(std::span<const std::int32_t> prototypes, std::size_t level_count);

}  // namespace epochscope::app
