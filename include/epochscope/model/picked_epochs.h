#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <span>

namespace epochscope {

/// Some epochs of a recording, by their indices, which rise; at least one. Shares its memory.
Recording picked_epochs(const Recording& recording, std::span<const std::size_t> epochs);

}  // namespace epochscope
