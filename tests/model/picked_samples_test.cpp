#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/picked_samples.h>

#include <memory>
#include <vector>

using namespace epochscope;

namespace {

using Samples = std::vector<std::size_t>;

Samples samples_of(const PickedSamples& picked) {
    return {picked.samples().begin(), picked.samples().end()};
}

std::shared_ptr<const PickedSamples> picked(std::size_t count, const Samples& samples) {
    return std::make_shared<const PickedSamples>(count, samples);
}

}  // namespace

TEST_CASE("picked samples are kept in order, each once", "[model]") {
    for (const Samples& given : {Samples{1, 3, 4}, Samples{4, 1, 3}, Samples{1, 3, 3, 4, 1}}) {
        const PickedSamples some(6, given);
        CHECK(samples_of(some) == Samples{1, 3, 4});
        CHECK(some.count() == 3);
        CHECK(some.sample_count() == 6);
        const std::vector<std::uint8_t> marks(some.marks().begin(), some.marks().end());
        CHECK(marks == std::vector<std::uint8_t>{0, 1, 0, 1, 1, 0});
        CHECK(some.contains(4));
        CHECK_FALSE(some.contains(0));
    }
    CHECK(PickedSamples(6, Samples{}).count() == 0);
}

TEST_CASE("a sample that is not there cannot be picked", "[model]") {
    CHECK_THROWS_AS(PickedSamples(6, Samples{0, 6}), Error);
    CHECK_THROWS_AS(PickedSamples(0, Samples{0}), Error);
}

TEST_CASE("sets of picked samples are united", "[model]") {
    const auto both = united(picked(9, {0, 4, 8}), picked(9, {4, 5}));
    CHECK(samples_of(*both) == Samples{0, 4, 5, 8});
    const auto one = picked(9, {2});
    CHECK(united(one, nullptr) == one);
    CHECK(united(nullptr, one) == one);
    CHECK(united(nullptr, nullptr) == nullptr);
}
