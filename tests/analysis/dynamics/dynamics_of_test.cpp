#include "support/catch.h"
#include "support/data.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <limits>
#include <memory>
#include <stop_token>

using namespace epochscope;
using epochscope::tests::contains;

namespace {

class Numbers : public EpochMemory {
  public:
    std::vector<std::int32_t> labels{0, 2};
    std::vector<float> embeddings{0, 1};
    // Sample 0: right by a tie. Sample 1: predicted 0.
    std::vector<float> logits{1, 1, 0, 3, 1, 2};
    std::vector<float> losses{0.5, 7};
};

/// Two samples of three classes at epochs 3 and 8, of which the first has no logits.
Recording recorded(const std::shared_ptr<Numbers>& numbers, bool losses = false) {
    RecordedEpoch first;
    first.number = 3;
    first.embeddings = {numbers->embeddings, 1};
    RecordedEpoch second = first;
    second.number = 8;
    second.logits = {numbers->logits, 3};
    if (losses) second.losses = numbers->losses;
    return {{{"a", "b", "c"}, {}}, numbers->labels, {first, second}, numbers};
}

EpochColumns predicted(std::int64_t number, std::vector<std::int32_t> predictions,
                       std::vector<float> confidence) {
    EpochColumns columns;
    columns.number = number;
    columns.positions.assign(2, {0, 0});
    columns.predictions = std::move(predictions);
    columns.confidence = std::move(confidence);
    return columns;
}

class Waves : public EpochMemory {
  public:
    static constexpr std::size_t samples = 60;
    static constexpr std::size_t dimension = 4;
    static constexpr std::size_t classes = 3;
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> embeddings;
    std::vector<std::vector<float>> logits;

    Waves() {
        for (std::size_t i = 0; i < samples; ++i)
            labels.push_back(static_cast<std::int32_t>((i * i + i / 7) % classes));
        for (std::size_t e = 0; e < 8; ++e) add(static_cast<double>(e));
    }

    [[nodiscard]] std::vector<RecordedEpoch> epochs() const {
        std::vector<RecordedEpoch> made;
        for (std::size_t e = 0; e < embeddings.size(); ++e) {
            RecordedEpoch& epoch = made.emplace_back();
            epoch.number = static_cast<std::int64_t>(e);
            epoch.embeddings = {embeddings[e], dimension};
            epoch.logits = {logits[e], classes};
        }
        return made;
    }

  private:
    void add(double e) {
        std::vector<float>& x = embeddings.emplace_back();
        std::vector<float>& z = logits.emplace_back();
        for (std::size_t i = 0; i < samples; ++i) {
            const auto k = static_cast<double>(i);
            for (std::size_t d = 0; d < dimension; ++d)
                x.push_back(
                    static_cast<float>(std::sin(1.3 * k + 2.1 * static_cast<double>(d) + 0.7 * e) *
                                       static_cast<double>(1 + i % 3)));
            for (std::size_t c = 0; c < classes; ++c) {
                const bool is_learnt = static_cast<std::int32_t>(c) == labels[i] && i % 4 != 0;
                z.push_back(
                    static_cast<float>(std::sin(0.9 * k + 1.7 * static_cast<double>(c) + 0.4 * e) +
                                       (is_learnt ? 0.35 * e : 0)));
            }
        }
    }
};

}  // namespace

TEST_CASE("the dynamics of a recording are those of its logits", "[analysis]") {
    const auto numbers = std::make_shared<Numbers>();
    const TrainingDynamics dynamics = dynamics_of(recorded(numbers));
    check_dynamics(dynamics);
    CHECK(dynamics.ids == std::vector<std::string>{"0", "1"});
    CHECK(dynamics.labels == numbers->labels);
    CHECK_FALSE(dynamics.estimated);
    REQUIRE(dynamics.warnings.size() == 1);
    CHECK_THAT(dynamics.warnings[0], contains("epoch \"3\": has no predictions.npy"));
    REQUIRE(dynamics.evaluation_count() == 1);
    const Evaluation& evaluation = dynamics.evaluations[0];
    CHECK(evaluation.number == 8);
    CHECK(evaluation.predictions == std::vector<std::int32_t>{0, 0});
    CHECK(evaluation.right == std::vector<std::uint8_t>{1, 0});
    CHECK(evaluation.margin == std::vector<float>{0, -1});
    const double e = std::exp(1.0);
    CHECK(evaluation.label_probability[0] == Approx(e / (2 * e + 1)));
    CHECK(evaluation.label_probability[1] == Approx(e * e / (e * e * e + e + e * e)));
    CHECK(evaluation.loss[1] == Approx(std::log((e * e * e + e + e * e) / (e * e))));
    const double half = e / (2 * e + 1);
    const double rest = 1 / (2 * e + 1);
    CHECK(evaluation.el2n[0] ==
          Approx(std::sqrt((1 - half) * (1 - half) + half * half + rest * rest)));
}

TEST_CASE("a recorded loss counts, and not the cross entropy", "[analysis]") {
    const auto numbers = std::make_shared<Numbers>();
    CHECK(dynamics_of(recorded(numbers, true)).evaluations[0].loss == numbers->losses);
}

TEST_CASE("neighbours in feature space that bear other labels are suspicious", "[analysis]") {
    const auto waves = std::make_shared<Waves>();
    const Classes classes{{"a", "b", "c"}, {}};
    const auto dynamics_on = [&](int threads) {
        return dynamics_of(Recording(classes, waves->labels, waves->epochs(), waves), {}, threads);
    };
    const TrainingDynamics dynamics = dynamics_on(1);
    // Neighbours are looked for where a (1 - a) is largest.
    for (std::size_t e = 0; e < dynamics.evaluation_count(); ++e)
        CHECK(dynamics.evaluations[e].disagreement.empty() == (e < 1 || e > 5));
    const SignalTable table = signals_of(dynamics);
    struct Expected {
        std::size_t sample;
        double disagreement;
        double suspicion;
    };
    // By numpy, with all distances sorted.
    for (const Expected& expected : {Expected{0, 0.6814914243102163, 0.5469299737607934},
                                     Expected{1, 0.7852912420250229, 0.6536077585715248},
                                     Expected{17, 0.6839274173502361, 0.600844532720024},
                                     Expected{42, 0.7008832546192725, 0.47206331641304794},
                                     Expected{59, 0.6075996354296129, 0.5714339807057537}}) {
        CHECK(table[Signal::neighbour_disagreement][expected.sample] ==
              Approx(expected.disagreement).epsilon(1e-6));
        CHECK(table[Signal::suspicion][expected.sample] ==
              Approx(expected.suspicion).epsilon(1e-6));
    }
    const TrainingDynamics again = dynamics_on(2);
    CHECK(again.evaluations[3].disagreement == dynamics.evaluations[3].disagreement);
    // Before any of these evaluations, it is by predictions alone.
    const SignalTable first = signals_of(dynamics, 1);
    CHECK(std::isnan(first[Signal::neighbour_disagreement][0]));
    CHECK(std::isfinite(first[Signal::suspicion][0]));
    // One whose features are not known neither has neighbours nor is one.
    for (auto& rows : waves->embeddings) rows[0] = std::numeric_limits<float>::quiet_NaN();
    const SignalTable without = signals_of(dynamics_on(0));
    CHECK(std::isnan(without[Signal::neighbour_disagreement][0]));
    CHECK(std::isfinite(without[Signal::suspicion][0]));
    CHECK(std::isfinite(without[Signal::neighbour_disagreement][1]));
}

TEST_CASE("dynamics of logits that are no numbers, or are not there", "[analysis]") {
    const auto numbers = std::make_shared<Numbers>();
    numbers->logits[4] = std::numeric_limits<float>::quiet_NaN();
    const TrainingDynamics dynamics = dynamics_of(recorded(numbers));
    CHECK(dynamics.evaluations[0].has(0));
    CHECK_FALSE(dynamics.evaluations[0].has(1));
    CHECK_THAT(dynamics.warnings.back(),
               contains("epoch 8: logits of 1 sample (1) is not a number; it is not evaluated"));
    const Recording all = recorded(numbers);
    const Recording bare(all.classes(), all.labels(), {all.epoch(0)}, numbers);
    CHECK_THROWS_WITH(dynamics_of(bare), contains("no epoch has predictions.npy"));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(dynamics_of(all, {.progress = {}, .stop = stop.get_token()}), Cancelled);
}

TEST_CASE("dynamics of two classes by predictions and confidence are exact", "[analysis]") {
    const EpochSeries series =
        make_series({{"a", "b"}, {}}, {0, 1}, {predicted(1, {0, 0}, {0.75F, 0.75F})});
    const TrainingDynamics dynamics = dynamics_of(series);
    check_dynamics(dynamics);
    CHECK_FALSE(dynamics.estimated);
    const Evaluation& evaluation = dynamics.evaluations[0];
    CHECK(evaluation.label_probability == std::vector<double>{0.75, 0.25});
    CHECK(evaluation.right == std::vector<std::uint8_t>{1, 0});
    CHECK(evaluation.confidence == std::vector<float>{0.75F, 0.75F});
    CHECK(evaluation.margin[0] == Approx(std::log(3.0)));
    CHECK(evaluation.margin[1] == Approx(-std::log(3.0)));
    CHECK(evaluation.el2n[1] == Approx(std::sqrt(2.0) * 0.75));
    CHECK(evaluation.loss[1] == Approx(std::log(4.0)));
}

TEST_CASE("dynamics of more classes are guessed where the prediction is wrong", "[analysis]") {
    const Classes classes{{"a", "b", "c", "d", "e"}, {}};
    const EpochSeries series = make_series(classes, {0, 1},
                                           {predicted(1, {0, 0}, {0.5F, 0.5F}),
                                            predicted(2, {0, 1}, {0.5F, 1}), predicted(5, {}, {})});
    const TrainingDynamics dynamics = dynamics_of(series);
    check_dynamics(dynamics);
    CHECK(dynamics.estimated);
    REQUIRE(dynamics.evaluation_count() == 2);
    CHECK(dynamics.evaluations[0].label_probability == std::vector<double>{0.5, 0.125});
    CHECK(dynamics.evaluations[1].label_probability == std::vector<double>{0.5, 1});
    CHECK(std::isnan(dynamics.evaluations[0].margin[0]));
    CHECK(dynamics.warnings ==
          std::vector<std::string>{"epoch \"5\": has no predictions; it is left out"});
    // Nothing is guessed of what is always right.
    const EpochSeries right = make_series(classes, {0, 1}, {predicted(1, {0, 1}, {0.5F, 0.5F})});
    CHECK_FALSE(dynamics_of(right).estimated);
    const EpochSeries bare = make_series(classes, {0, 1}, {predicted(1, {}, {0.5F, 0.5F})});
    CHECK_THROWS_WITH(dynamics_of(bare), contains("none has both predictions and confidence"));
}

TEST_CASE("signals of a series are those of its dynamics", "[analysis]") {
    // More samples than a block has.
    constexpr std::size_t samples = 1201;
    std::vector<std::int32_t> labels;
    std::vector<EpochColumns> epochs;
    for (std::size_t i = 0; i < samples; ++i)
        labels.push_back(i % 7 == 0 ? -1 : static_cast<std::int32_t>(i % 3));
    for (const int number : {1, 2, 5}) {
        std::vector<std::int32_t> predictions;
        std::vector<float> confidence;
        for (std::size_t i = 0; i < samples; ++i) {
            predictions.push_back(static_cast<std::int32_t>((i / 5 + i * number) % 3));
            confidence.push_back(0.5F + static_cast<float>(i % 50) / 100);
        }
        epochs.push_back(predicted(number, std::move(predictions), std::move(confidence)));
    }
    epochs.push_back(predicted(9, {}, {}));
    for (EpochColumns& epoch : epochs) epoch.positions.resize(samples);
    const EpochSeries series = make_series({{"a", "b", "c"}, {}}, labels, std::move(epochs));
    const SignalTable expected = signals_of(dynamics_of(series));
    for (const int threads : {1, 2}) {
        const SignalTable table = signals_of(series, {}, threads);
        for (std::size_t s = 0; s < signal_count; ++s) {
            const auto signal = static_cast<Signal>(s);
            bool are_same = true;
            for (std::size_t i = 0; i < samples; ++i)
                are_same =
                    are_same && (table[signal][i] == expected[signal][i] ||
                                 (std::isnan(table[signal][i]) && std::isnan(expected[signal][i])));
            INFO(name_of(signal));
            CHECK(are_same);
        }
    }
    const EpochSeries bare =
        make_series({{"a", "b"}, {}}, {0, 1}, {predicted(1, {}, {0.5F, 0.5F})});
    CHECK_THROWS_WITH(signals_of(bare), contains("none has both predictions and confidence"));
}

TEST_CASE("the dynamics of a real run", "[analysis]") {
    const TrainingDynamics dynamics =
        dynamics_of(open_recording(tests::test_data("digits-recording")).recording);
    check_dynamics(dynamics);
    CHECK(dynamics.evaluation_count() == 6);
    const SignalTable table = signals_of(dynamics);
    // Worked out with numpy from predictions.npy and embeddings.npy.
    CHECK(table[Signal::avg_probs][0] == Approx(0.73836279));
    CHECK(table[Signal::label_var][0] == Approx(0.12921186));
    CHECK(table[Signal::aum][0] == Approx(3.66763791));
    CHECK(table[Signal::el2n_mean][0] == Approx(0.28086964));
    CHECK(table[Signal::loss_mean][0] == Approx(0.53837561));
    CHECK(table[Signal::suspicion][0] == Approx(0.26636862));
    // The first one whose label was changed, and the one that is forgotten most often.
    CHECK(table[Signal::suspicion][3] == Approx(0.85882375));
    CHECK(table[Signal::suspicion][119] == Approx(0.66446612));
    CHECK(table[Signal::forgetting_times][119] == 2);
    CHECK(table[Signal::learnt_times][119] == 2);
    CHECK(table[Signal::first_forget][119] == 1);
    CHECK(table[Signal::first_learn][119] == 2);
    CHECK(table[Signal::correct_times][119] == 3);
    CHECK(dynamics.warnings.empty());
}

TEST_CASE("samples without a label have no training signals", "[analysis]") {
    const EpochSeries series =
        make_series({{"a", "b"}, {}}, {0, -1},
                    {predicted(1, {0, 0}, {0.75F, 0.75F}), predicted(2, {-1, 1}, {1, 1})});
    const TrainingDynamics dynamics = dynamics_of(series);
    check_dynamics(dynamics);
    CHECK(dynamics.class_count() == 2);
    CHECK(dynamics.evaluations[0].has(0));
    CHECK_FALSE(dynamics.evaluations[1].has(0));
    CHECK_FALSE(dynamics.evaluations[0].has(1));
    CHECK(signals_of(dynamics)[Signal::avg_probs][0] == 0.75);
    CHECK(std::isnan(signals_of(dynamics)[Signal::avg_probs][1]));
    CHECK(dynamics.warnings ==
          std::vector<std::string>{"1 samples have no label; they have no training signals"});

    const auto numbers = std::make_shared<Numbers>();
    const Recording all = recorded(numbers);
    Classes classes{{"a", "b", "c"}, {}};
    std::vector<std::int32_t> labels{0, -1};
    add_unlabelled(classes, labels);
    const Recording unlabelled(classes, labels, {all.epoch(0), all.epoch(1)}, numbers);
    CHECK_FALSE(dynamics_of(unlabelled).evaluations[0].has(1));
}
