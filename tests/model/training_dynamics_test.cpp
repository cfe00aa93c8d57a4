#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cmath>
#include <functional>

using namespace epochscope;
using epochscope::tests::contains;

namespace {

TrainingDynamics two_samples() {
    TrainingDynamics dynamics;
    dynamics.ids = {"a", "b"};
    dynamics.classes = {{"0", "1"}, {}};
    dynamics.labels = {0, 1};
    dynamics.s_labels = {0, 2};
    dynamics.evaluations = {Evaluation::of(0, 2), Evaluation::of(1, 2)};
    return dynamics;
}

}  // namespace

TEST_CASE("verdicts of probabilities and of their logarithms are the same", "[model]") {
    const std::array probabilities{0.125, 0.25, 0.5, 0.125};
    const std::array logits{std::log(0.125) + 7, std::log(0.25) + 7, std::log(0.5) + 7,
                            std::log(0.125) + 7};
    for (const SampleEvaluation& verdict :
         {evaluate_probabilities(probabilities, 1), evaluate_logits(logits, 1)}) {
        CHECK(verdict.label_probability == Approx(0.25));
        CHECK(verdict.prediction == 2);
        CHECK(verdict.confidence == Approx(0.5));
        CHECK(verdict.margin == Approx(-std::log(2.0)));
        CHECK(verdict.el2n == Approx(std::sqrt(0.75 * 0.75 + 0.5 * 0.5 + 2 * 0.125 * 0.125)));
        CHECK(verdict.loss == Approx(std::log(4.0)));
    }
    CHECK(evaluate_logits(logits, 2).margin == Approx(std::log(2.0)));
}

TEST_CASE("of equally probable classes the first is predicted", "[model]") {
    CHECK(evaluate_probabilities(std::array{0.25, 0.375, 0.375}, 2).prediction == 1);
    CHECK(evaluate_probabilities(std::array{0.25, 0.375, 0.375}, 2).margin == 0);
    CHECK(evaluate_logits(std::array{2.F, 2.F}, 0).prediction == 0);
}

TEST_CASE("a probability of nothing counts as the least that a float holds", "[model]") {
    const double max = 149 * std::log(2.0);
    const SampleEvaluation certain = evaluate_probabilities(std::array{1.0, 0.0}, 0);
    CHECK(certain.margin == Approx(max));
    CHECK(certain.loss == 0);
    const SampleEvaluation wrong = evaluate_probabilities(std::array{1.0, 0.0}, 1);
    CHECK(wrong.margin == Approx(-max));
    CHECK(wrong.loss == Approx(max));
    CHECK(wrong.label_probability == 0);
    CHECK(evaluate_probabilities(std::array{0.0, 0.0, 1.0}, 0).margin == Approx(-max));
    // Logits have no such end.
    CHECK(evaluate_logits(std::array{0.F, 500.F}, 0).margin == -500);
    CHECK(evaluate_logits(std::array{0.F, 500.F}, 0).loss == 500);
}

TEST_CASE("where there is but one class there is no margin", "[model]") {
    CHECK(std::isnan(evaluate_probabilities(std::array{1.0}, 0).margin));
    CHECK(std::isnan(evaluate_logits(std::array{3.F}, 0).margin));
    CHECK(evaluate_logits(std::array{3.F}, 0).label_probability == 1);
}

TEST_CASE("an evaluation knows whom it is of", "[model]") {
    Evaluation evaluation = Evaluation::of(4, 2);
    CHECK_FALSE(evaluation.has(0));
    keep(evaluation, 1, evaluate_probabilities(std::array{0.25, 0.75}, 1), 1);
    CHECK_FALSE(evaluation.has(0));
    CHECK(evaluation.has(1));
    CHECK(evaluation.right == std::vector<std::uint8_t>{0, 1});
    CHECK(evaluation.predictions == std::vector<std::int32_t>{-1, 1});
    CHECK(evaluation.confidence[1] == 0.75F);
    keep(evaluation, 1, evaluate_probabilities(std::array{0.75, 0.25}, 1), 1);
    CHECK(evaluation.right[1] == 0);
}

TEST_CASE("dynamics that cannot be are refused", "[model]") {
    CHECK_NOTHROW(check_dynamics(two_samples()));
    using Change = std::function<void(TrainingDynamics&)>;
    const std::vector<std::pair<Change, std::string>> faults{
        {[](auto& d) { d = {}; }, "labels: there are no samples"},
        {[](auto& d) { d.classes = {}; }, "classes: there are none"},
        {[](auto& d) { d.evaluations.clear(); }, "evaluations: there are none"},
        {[](auto& d) { d.ids.pop_back(); }, "ids: the list has 1 entries, expected 2"},
        {[](auto& d) { d.s_labels.pop_back(); }, "s_labels: the list has 1 entries, expected 2"},
        {[](auto& d) { d.labels[1] = 2; }, "labels: entry 1 is 2, expected 0..1"},
        {[](auto& d) { d.evaluations[1].number = 0; },
         "evaluation 0: comes after 0, expected increasing numbers"},
        {[](auto& d) { d.evaluations[1].loss.pop_back(); },
         "evaluation 1: loss has 1 entries, expected 2"},
        {[](auto& d) { d.evaluations[1].label_probability[0] = 1.5; },
         "evaluation 1: label_probability[0] is 1.5, expected 0..1"},
        {[](auto& d) {
             d.evaluations[1].label_probability[0] = 1;
             d.evaluations[1].predictions[0] = 2;
         },
         "evaluation 1: predictions[0] is 2, expected -1..1"}};
    for (const auto& [change, message] : faults) {
        TrainingDynamics dynamics = two_samples();
        change(dynamics);
        CHECK_THROWS_WITH(check_dynamics(dynamics), message);
    }
}
