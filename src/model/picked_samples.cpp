#include <epochscope/model/error.h>
#include <epochscope/model/picked_samples.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace epochscope {

PickedSamples::PickedSamples(std::size_t sample_count, std::span<const std::size_t> samples)
    : marks_(sample_count, 0) {
    for (const std::size_t sample : samples) {
        if (sample >= sample_count)
            throw Error("picked samples", "sample ", sample, " of ", sample_count);
        marks_[sample] = 1;
    }
    // They are usually sorted.
    if (std::adjacent_find(samples.begin(), samples.end(), std::greater_equal<>()) ==
        samples.end()) {
        samples_.assign(samples.begin(), samples.end());
        return;
    }
    for (std::size_t i = 0; i < sample_count; ++i)
        if (marks_[i] != 0) samples_.push_back(i);
}

std::shared_ptr<const PickedSamples> united(const std::shared_ptr<const PickedSamples>& a,
                                            const std::shared_ptr<const PickedSamples>& b) {
    if (!a || !b) return a ? a : b;
    std::vector<std::size_t> both;
    both.reserve(a->count() + b->count());
    std::set_union(a->samples().begin(), a->samples().end(), b->samples().begin(),
                   b->samples().end(), std::back_inserter(both));
    return std::make_shared<const PickedSamples>(a->sample_count(), both);
}

}  // namespace epochscope
