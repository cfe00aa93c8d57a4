#pragma once

#include "app/datamap/map_maker.h"
#include "app/session/session.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/model/dataset.h>

#include <QTest>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace epochscope::tests {

/// How long a test waits for what must come, in milliseconds.
inline constexpr int patience = 60'000;

using Samples = std::vector<std::size_t>;

inline Samples picked_in(const app::Session& session) {
    const auto& set = session.view().picked;
    if (!set) return {};
    return {set->samples().begin(), set->samples().end()};
}

inline std::shared_ptr<const PickedSamples> picks(std::size_t count, const Samples& samples) {
    return std::make_shared<const PickedSamples>(count, samples);
}

/// Four samples of classes a a b b (and c, where there are three) at epochs 1, 2, 4 and 5. The
/// probabilities of their labels, of two classes:
///     0: .9 .9 .9 .9    easy
///     1: .1 .1 .1 .1    never right
///     2: .8 .2 .8 .2    forgotten twice
///     3: .4 .6 .7 .8
inline std::shared_ptr<const Dataset> trained(std::size_t classes = 2) {
    struct Evaluation {
        std::vector<std::int32_t> predictions;
        std::vector<float> confidence;
    };
    const std::vector<Evaluation> evaluations{{{0, 1, 1, 0}, {0.9F, 0.9F, 0.8F, 0.6F}},
                                              {{0, 1, 0, 1}, {0.9F, 0.9F, 0.8F, 0.6F}},
                                              {{0, 1, 1, 1}, {0.9F, 0.9F, 0.8F, 0.7F}},
                                              {{0, 1, 0, 1}, {0.9F, 0.9F, 0.8F, 0.8F}}};
    const std::vector<std::int64_t> numbers{1, 2, 4, 5};
    std::vector<EpochColumns> epochs(evaluations.size());
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = numbers[e];
        for (int i = 0; i < 4; ++i)
            epochs[e].positions.push_back(
                {static_cast<float>(4 * i) - 6, static_cast<float>(e) - 2});
        epochs[e].predictions = evaluations[e].predictions;
        epochs[e].confidence = evaluations[e].confidence;
    }
    std::vector<std::string> names{"a", "b", "c"};
    names.resize(classes);
    auto series = make_series({names, {}}, {0, 0, 1, 1}, std::move(epochs));
    return std::make_shared<const Dataset>(
        Dataset{std::move(series), nullptr, "trained", "/trained", "made", {}});
}

/// Waits until a maker has done what was wanted.
inline void wait_for(const app::MapMaker& maker) {
    REQUIRE(QTest::qWaitFor([&] { return !maker.is_working(); }, patience));
}

}  // namespace epochscope::tests
