#pragma once

#include <epochscope/model/picked_samples.h>
#include <epochscope/render/colouring.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace epochscope {

/// The categories of a colouring, and one more if samples have no value.
std::size_t group_count(const Colouring& colouring);
/// The category of a sample; the last one if it has no value.
std::size_t group_of(const Colouring& colouring, std::size_t sample);

/// The samples of `filter` (null: all) that are not in a hidden category; `hidden` has one entry a
/// category, or none. `filter` itself if no category is hidden. O(N).
std::shared_ptr<const PickedSamples> without_hidden(
    const Colouring& colouring, const std::vector<bool>& hidden,
    const std::shared_ptr<const PickedSamples>& filter);

}  // namespace epochscope
