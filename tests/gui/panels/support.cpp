#include "support.h"

namespace epochscope::tests {

namespace {

EpochColumns::Lists lists_of_first(std::vector<std::int32_t> samples) {
    const auto end = static_cast<std::uint64_t>(samples.size());
    return {{0, end, end, end, end, end}, std::move(samples)};
}

EpochColumns places(std::int64_t number) {
    EpochColumns epoch;
    epoch.number = number;
    epoch.positions = {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}};
    return epoch;
}

}  // namespace

std::shared_ptr<const Dataset> tiny_dataset() {
    std::vector<EpochColumns> epochs{places(1), places(2), places(4)};
    epochs[0].intra = lists_of_first({1, 2});
    epochs[1].intra = lists_of_first({2, 1});
    epochs[2].intra = lists_of_first({2});
    epochs[0].inter = lists_of_first({3});
    epochs[1].inter = lists_of_first({4});
    epochs[2].inter = lists_of_first({4});
    epochs[0].predictions = {0, 0, 0, 1, 1};
    epochs[1].predictions = {0, 1, 0, 1, 1};
    epochs[0].confidence = {0.5F, 0.5F, 0.5F, 0.5F, 0.5F};
    epochs[1].confidence = {0.75F, 0.25F, 1, 1, 1};
    return dataset_of(
        make_series({{"a", "b"}, {{255, 0, 0}, {0, 0, 255}}}, {0, 0, 0, 1, 1}, std::move(epochs)));
}

std::shared_ptr<const Dataset> tiny_dataset_without_lists() {
    std::vector<EpochColumns> epochs{places(1), places(2), places(4)};
    // Sample 1, the nearest of sample 0, is farther than 2 at the second epoch.
    epochs[1].positions[1] = {-6, 0};
    return dataset_of(
        make_series({{"a", "b"}, {{255, 0, 0}, {0, 0, 255}}}, {0, 0, 0, 1, 1}, std::move(epochs)));
}

}  // namespace epochscope::tests
