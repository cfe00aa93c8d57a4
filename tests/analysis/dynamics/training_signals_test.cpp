#include "dynamics.h"
#include "support/catch.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <limits>
#include <set>

using namespace epochscope;
using epochscope::tests::none;
using epochscope::tests::two_class_dynamics;

namespace {

/// Learnt, forgotten and learnt again; never right; always right.
TrainingDynamics three_samples() {
    return two_class_dynamics(
        {{0.2, 0.6, 0.4, 0.8, 0.9}, {0.1, 0.1, 0.2, 0.1, 0.1}, {0.6, 0.7, 0.8, 0.9, 1.0}});
}

}  // namespace

TEST_CASE("signals of a sample that is learnt twice", "[analysis]") {
    const SignalTable table = signals_of(three_samples());
    REQUIRE(table.sample_count() == 3);
    const auto value = [&](Signal signal) { return table[signal][0]; };
    CHECK(value(Signal::label) == 1);
    CHECK(value(Signal::s_label) == 0);
    CHECK(value(Signal::evaluations) == 5);
    CHECK(value(Signal::correct_times) == 3);
    CHECK(value(Signal::correct_ratio) == Approx(0.6));
    CHECK(value(Signal::avg_probs) == Approx(0.58));
    // (0.38^2 + 0.02^2 + 0.18^2 + 0.22^2 + 0.32^2) / 5
    CHECK(value(Signal::label_var) == Approx(0.0656));
    CHECK(value(Signal::variability) == Approx(0.256124969));
    CHECK(value(Signal::max_label_probs) == 0.9);
    CHECK(value(Signal::min_label_probs) == 0.2);
    CHECK(value(Signal::forgetting_times) == 1);
    CHECK(value(Signal::learnt_times) == 2);
    CHECK(value(Signal::first_forget) == 2);
    CHECK(value(Signal::first_learn) == 1);
    CHECK(value(Signal::threshold_closeness) == Approx(0.58 * 0.42));
    // (0.16 + 0.24 + 0.24 + 0.16 + 0.09) / 5
    CHECK(value(Signal::aleatoric) == Approx(0.178));
    CHECK(value(Signal::forgetfulness) == 1);
    // The logarithms of 1/4, 3/2, 2/3, 4 and 9: of their product 9.
    CHECK(value(Signal::aum) == Approx(std::log(9.0) / 5));
    // sqrt(2) (1 - p) each.
    CHECK(value(Signal::el2n_mean) == Approx(std::sqrt(2.0) * 0.42));
    CHECK(value(Signal::loss_mean) == Approx(-std::log(0.2 * 0.6 * 0.4 * 0.8 * 0.9) / 5));
}

TEST_CASE("suspicion counts evaluations where some are right and others not", "[analysis]") {
    // At the first evaluation 1 of 2 is right, at the second both: 0.25 and nothing but 0.001.
    const SignalTable table = signals_of(two_class_dynamics({{0.25, 1.0}, {0.75, 0.5625}}));
    // d is -0.5 and 1, and 0.5 and 0.125.
    CHECK(table[Signal::suspicion][0] == Approx((0.251 * 0.75 + 0.001 * 0) / 0.252));
    CHECK(table[Signal::suspicion][1] == Approx((0.251 * 0.25 + 0.001 * 0.4375) / 0.252));
}

TEST_CASE("suspicion where other probabilities are guessed, or not known", "[analysis]") {
    TrainingDynamics dynamics = two_class_dynamics({{0.5}, {0.25}, {0.25}});
    dynamics.classes.names = {"a", "b", "c"};
    Evaluation& evaluation = dynamics.evaluations[0];
    const float unknown = std::numeric_limits<float>::quiet_NaN();
    evaluation.margin = {unknown, unknown, unknown};
    evaluation.right = {1, 0, 0};
    evaluation.confidence = {0.5F, 0.625F, unknown};
    const SignalTable table = signals_of(dynamics);
    // Right: 0.5 - 0.25 of each other. Wrong: 0.25 - 0.625, which is what was predicted.
    CHECK(table[Signal::suspicion][0] == Approx(0.375));
    CHECK(table[Signal::suspicion][1] == Approx(0.6875));
    CHECK(std::isnan(table[Signal::suspicion][2]));
}

TEST_CASE("what is never right or always right has no events", "[analysis]") {
    const SignalTable table = signals_of(three_samples());
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}})
        for (const Signal signal : {Signal::forgetting_times, Signal::learnt_times,
                                    Signal::first_forget, Signal::first_learn})
            CHECK(table[signal][i] == 0);
    CHECK(table[Signal::forgetfulness][1] == unlearnt_forgetfulness);
    CHECK(table[Signal::forgetfulness][2] == 0);
    CHECK(table[Signal::correct_times][1] == 0);
    CHECK(table[Signal::correct_ratio][2] == 1);
    CHECK(table[Signal::max_label_probs][1] == 0.2);
}

TEST_CASE("signals after some evaluations know nothing of later ones", "[analysis]") {
    const SignalTable table = signals_of(three_samples(), 2);
    CHECK(table[Signal::evaluations][0] == 2);
    CHECK(table[Signal::avg_probs][0] == Approx(0.4));
    CHECK(table[Signal::label_var][0] == Approx(0.04));
    CHECK(table[Signal::forgetting_times][0] == 0);
    CHECK(table[Signal::learnt_times][0] == 1);
    CHECK(table[Signal::max_label_probs][0] == 0.6);
}

TEST_CASE("what was not evaluated is passed over", "[analysis]") {
    // 0.2, 0.8, 0.4 in a row: learnt at its evaluation 1, forgotten at 2.
    const SignalTable table = signals_of(
        two_class_dynamics({{none, 0.2, none, 0.8, 0.4}, {none, none, none, none, none}}));
    CHECK(table[Signal::evaluations][0] == 3);
    CHECK(table[Signal::correct_ratio][0] == Approx(1.0 / 3));
    CHECK(table[Signal::avg_probs][0] == Approx(1.4 / 3));
    CHECK(table[Signal::first_learn][0] == 1);
    CHECK(table[Signal::first_forget][0] == 2);
    CHECK(table[Signal::evaluations][1] == 0);
    CHECK(table[Signal::correct_times][1] == 0);
    CHECK(table[Signal::forgetfulness][1] == 0);
    for (const Signal signal : {Signal::avg_probs, Signal::label_var, Signal::min_label_probs,
                                Signal::aum, Signal::correct_ratio})
        CHECK(std::isnan(table[signal][1]));
}

TEST_CASE("signals are the same for any number of threads", "[analysis]") {
    std::vector<std::vector<double>> rows;
    for (int i = 0; i < 5000; ++i)
        rows.push_back({(i % 97) / 96.0, (i % 13) / 12.0, (i % 31) / 30.0});
    const TrainingDynamics dynamics = two_class_dynamics(rows);
    const SignalTable one = signals_of(dynamics, all_evaluations, 1);
    const SignalTable two = signals_of(dynamics, all_evaluations, 2);
    for (std::size_t s = 0; s < signal_count; ++s) {
        const auto signal = static_cast<Signal>(s);
        CHECK(std::ranges::equal(one[signal], two[signal], [](double a, double b) {
            return a == b || (std::isnan(a) && std::isnan(b));
        }));
    }
    // Beyond the first block too.
    CHECK(one[Signal::max_label_probs][4999] ==
          std::max({(4999 % 97) / 96.0, (4999 % 13) / 12.0, (4999 % 31) / 30.0}));
}

TEST_CASE("signals are found by their names", "[analysis]") {
    REQUIRE(signal_count == 22);
    for (std::size_t s = 0; s < signal_count; ++s) {
        const auto signal = static_cast<Signal>(s);
        CHECK(signal_named(name_of(signal)) == signal);
    }
    CHECK_FALSE(signal_named(""));
    CHECK(signal_named("label_var") == Signal::label_var);
    CHECK(signal_named("evaluations") == Signal::evaluations);
    CHECK(signal_named("confidence") == Signal::avg_probs);
    CHECK(signal_named("correctness") == Signal::correct_times);
    CHECK(signal_named("el2n") == Signal::el2n_mean);
    CHECK_FALSE(signal_named("probs").has_value());
}

TEST_CASE("the range of a signal is over the samples that have it", "[analysis]") {
    SignalTable table(3);
    const std::array values{1.0, std::nan(""), 4.0};
    std::copy(values.begin(), values.end(), table.column(Signal::aum).begin());
    std::fill_n(table.column(Signal::loss_mean).begin(), 3, std::nan(""));
    const auto ranges = ranges_of(table);
    const SignalRange& aum = ranges[static_cast<std::size_t>(Signal::aum)];
    CHECK(aum.min == 1);
    CHECK(aum.mean == 2.5);
    CHECK(aum.max == 4);
    CHECK(std::isnan(ranges[static_cast<std::size_t>(Signal::loss_mean)].mean));
}
