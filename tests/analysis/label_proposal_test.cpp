#include "support/catch.h"
#include "support/data.h"

#include <epochscope/analysis/label_proposal.h>
#include <epochscope/io/open.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

/// Samples at epochs with these predictions of each; classes a, b and c.
EpochSeries series_of(std::vector<std::int32_t> labels,
                      const std::vector<std::vector<std::int32_t>>& predictions,
                      const std::vector<std::vector<float>>& confidence = {}) {
    std::vector<EpochColumns> epochs(predictions.size());
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e + 1);
        epochs[e].positions.resize(labels.size());
        epochs[e].predictions = predictions[e];
        if (!confidence.empty()) epochs[e].confidence = confidence[e];
    }
    return make_series({{"a", "b", "c"}, {}}, std::move(labels), std::move(epochs));
}

}  // namespace

TEST_CASE("the class that is predicted most is proposed", "[analysis]") {
    LabelProposer proposer(series_of({0, 0}, {{2, 0}, {1, 0}, {1, 0}, {1, 0}}));
    const LabelProposal wrong = proposer.of(0);
    CHECK(wrong.proposed == 1);
    CHECK(wrong.predicted == 1);
    CHECK(wrong.since == 1);
    const LabelProposal right = proposer.of(1);
    CHECK(right.proposed == 0);
    CHECK(right.since == 0);
}

TEST_CASE("what the model knows by heart in the end counts little", "[analysis]") {
    // The first sample is seen through while three of four are right, and then learnt by heart.
    const std::vector<std::int32_t> seen{1, 0, 0, 0};
    const std::vector<std::int32_t> learnt{0, 0, 0, 0};
    LabelProposer proposer(series_of({0, 0, 0, 0}, {seen, learnt, learnt, learnt, learnt}));
    const LabelProposal proposal = proposer.of(0);
    CHECK(proposal.proposed == 1);
    CHECK(proposal.predicted == 0);
    CHECK(proposal.since == 1);
}

TEST_CASE("confidence decides between predictions", "[analysis]") {
    LabelProposer proposer(series_of({0, 0}, {{1, 0}, {2, 0}}, {{0.9F, 1}, {0.6F, 1}}));
    CHECK(proposer.of(0).proposed == 1);
    CHECK(proposer.of(0).predicted == 2);
}

TEST_CASE("of other classes, the one of most epochs is proposed", "[analysis]") {
    // Half of the labels are predicted at the first epoch only, which has the largest weight.
    LabelProposer proposer(series_of({0, 0}, {{2, 0}, {1, 0}, {1, 0}}));
    CHECK(proposer.of(0).proposed == 1);
    CHECK(proposer.of(1).proposed == 0);
}

TEST_CASE("without predictions nothing is proposed", "[analysis]") {
    LabelProposer proposer(series_of({0, 1}, {{-1, -1}, {-1, 2}}));
    CHECK_FALSE(proposer.of(0).proposed);
    CHECK(proposer.of(1).proposed == 2);
    LabelProposer none(series_of({0, 1}, {{}, {}}));
    CHECK_FALSE(none.of(1).predicted);
}

TEST_CASE("of the wrong labels of the digits, the right ones are proposed", "[analysis]") {
    const Dataset digits = open_dataset((tests::source_dir() / "data/digits").string());
    LabelProposer proposer(digits.series);
    // The sample and what it really is: see data/README.md.
    const std::vector<std::pair<std::size_t, std::int32_t>> wrong{
        {3, 3},   {11, 1},  {13, 3},  {20, 0},  {92, 9},
        {111, 4}, {113, 2}, {150, 0}, {196, 6}, {269, 3}};
    for (const auto& [sample, really] : wrong) {
        INFO(sample);
        CHECK(proposer.of(sample).proposed == really);
    }
}
