#pragma once

#include <epochscope/model/metadata.h>

#include <cstddef>
#include <memory>
#include <span>

namespace epochscope {

/// What is known of some of the samples, in this order: the indices are below the length of the
/// columns. Null if nothing is known. O(samples x columns).
std::shared_ptr<const Metadata> metadata_of(const std::shared_ptr<const Metadata>& metadata,
                                            std::span<const std::size_t> samples);

}  // namespace epochscope
