#include "support/catch.h"

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

struct Memory : EpochMemory {
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> features;
    std::vector<std::vector<float>> logits;
};

/// Epochs of features and logits of the same samples, with two classes.
Recording recording_of(std::vector<std::int32_t> labels, std::vector<std::vector<float>> features,
                       std::size_t dimension, std::vector<std::vector<float>> logits = {}) {
    const auto memory = std::make_shared<Memory>();
    memory->labels = std::move(labels);
    memory->features = std::move(features);
    memory->logits = std::move(logits);
    std::vector<RecordedEpoch> epochs(memory->features.size());
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        epochs[e].embeddings = {memory->features[e], dimension};
        if (!memory->logits.empty()) epochs[e].logits = {memory->logits[e], 2};
    }
    return {Classes{{"cat", "dog"}, {}}, memory->labels, std::move(epochs), memory};
}

const std::vector<std::int32_t> six_labels{0, 0, 0, 1, 1, 1};
const std::vector<float> six_rows{1, 0, 2, 2, 1, 2, 1, 1, 2, 4, 3, 2, 5, 3, 2, 4, 5, 2};
const std::vector<float> six_logits{2, 0, 0, 1, 3, 0, 0, 2, 1, 0, 0, 0.5F};

double value(const EpochHealth& health, HealthSignal signal) {
    REQUIRE(health[signal].has_value());
    return *health[signal];
}

/// Healthy epochs, in which only these signals are known.
std::vector<EpochHealth> epochs_of(HealthSignal signal, const std::vector<double>& values) {
    std::vector<EpochHealth> epochs(values.size());
    for (std::size_t e = 0; e < values.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        epochs[e].values[static_cast<std::size_t>(signal)] = values[e];
    }
    return epochs;
}

std::vector<std::int64_t> alert_epochs(const std::vector<EpochHealth>& epochs) {
    std::vector<std::int64_t> numbers;
    for (const HealthAlert& alert : alerts_of(epochs, Classes{{"cat", "dog"}, {}}))
        numbers.push_back(alert.epoch);
    return numbers;
}

}  // namespace

TEST_CASE("health signals have the values of numpy") {
    const auto epochs = measure_health(recording_of(six_labels, {six_rows}, 3, {six_logits}));
    REQUIRE(epochs.size() == 1);
    const EpochHealth& health = epochs.front();
    // numpy.linalg.pinv of the between-class covariance.
    CHECK(value(health, HealthSignal::nc1) == Approx(0.037037037));
    CHECK(value(health, HealthSignal::centre_distance) == Approx(4.242640687));
    CHECK(value(health, HealthSignal::within_variance) == Approx(0.777777778));
    CHECK(value(health, HealthSignal::effective_rank) == Approx(2.133867820).epsilon(1e-5));
    CHECK(value(health, HealthSignal::uniformity) == Approx(-0.520803991));
    CHECK(value(health, HealthSignal::alignment) == Approx(0.111351782));
    CHECK(value(health, HealthSignal::dead_features) == Approx(1.0 / 3));
    CHECK(value(health, HealthSignal::accuracy) == Approx(4.0 / 6));
    CHECK(value(health, HealthSignal::loss) == Approx(0.567173955));
    CHECK(value(health, HealthSignal::margin) == Approx(0.916666667));
    CHECK(value(health, HealthSignal::ece) == Approx(0.354248257));
    CHECK(value(health, HealthSignal::not_finite) == 0);
    CHECK_FALSE(health[HealthSignal::flips]);
    CHECK_FALSE(health[HealthSignal::drift]);
    REQUIRE(health.class_accuracy.size() == 2);
    CHECK(*health.class_accuracy[0] == Approx(2.0 / 3));
}

TEST_CASE("flips and drift compare with the epoch before") {
    // Twenty samples on a line, then in the reverse order: the same neighbours; then moved apart.
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> rows(3);
    std::vector<std::vector<float>> logits(3);
    for (int i = 0; i < 40; ++i) {
        labels.push_back(i % 2);
        rows[0].push_back(static_cast<float>(i));
        rows[1].push_back(static_cast<float>(-i));
        rows[2].push_back(static_cast<float>(i % 2 * 1000 + i));
        for (std::size_t e = 0; e < 3; ++e) {
            logits[e].push_back(e == 2 && i < 10 ? 1.0F : 0.0F);
            logits[e].push_back(0.5F);
        }
    }
    const auto epochs = measure_health(recording_of(labels, rows, 1, logits));
    CHECK(value(epochs[1], HealthSignal::flips) == 0);
    CHECK(value(epochs[1], HealthSignal::drift) == 0);
    CHECK(value(epochs[2], HealthSignal::flips) == Approx(0.25));
    CHECK(value(epochs[2], HealthSignal::drift) > 0.4);
}

TEST_CASE("samples that are not finite are counted and left out") {
    std::vector<float> broken = six_rows;
    broken[0] = std::numeric_limits<float>::quiet_NaN();
    const auto epochs = measure_health(recording_of(six_labels, {broken}, 3, {six_logits}));
    CHECK(value(epochs.front(), HealthSignal::not_finite) == Approx(1.0 / 6));
    CHECK(value(epochs.front(), HealthSignal::within_variance) > 0);
    const std::vector<float> nothing(18, std::numeric_limits<float>::infinity());
    const auto none = measure_health(recording_of(six_labels, {nothing}, 3));
    CHECK(value(none.front(), HealthSignal::not_finite) == 1);
    CHECK_FALSE(none.front()[HealthSignal::nc1]);
    CHECK_FALSE(none.front()[HealthSignal::accuracy]);
}

TEST_CASE("equal features have no scatter between classes, and a collapsed rank") {
    const std::vector<float> equal(18, 1);
    const auto epochs = measure_health(recording_of(six_labels, {equal}, 3));
    CHECK_FALSE(epochs.front()[HealthSignal::nc1]);
    CHECK(value(epochs.front(), HealthSignal::effective_rank) == Approx(1).margin(1e-4));
    CHECK(value(epochs.front(), HealthSignal::uniformity) == Approx(0).margin(1e-6));
    CHECK(value(epochs.front(), HealthSignal::dead_features) == 1);
}

TEST_CASE("one thread measures what many do") {
    std::vector<std::int32_t> labels;
    std::vector<float> rows;
    for (int i = 0; i < 500; ++i) {
        labels.push_back(i % 2);
        for (int j = 0; j < 8; ++j) rows.push_back(static_cast<float>(i * (j + 3) % 17));
    }
    const Recording recording = recording_of(labels, {rows, rows}, 8);
    const auto one = measure_health(recording, 1);
    const auto many = measure_health(recording, 0);
    for (std::size_t e = 0; e < 2; ++e) CHECK(one[e].values == many[e].values);
}

TEST_CASE("alerts tell what is lost, once, and not what is noise") {
    using S = HealthSignal;
    CHECK(alert_epochs(epochs_of(S::loss, {2.3, 1.0, 0.5, 0.3, 0.25, 0.3, 0.26})).empty());
    CHECK(alert_epochs(epochs_of(S::loss, {2.3, 1.0, 0.5, 0.3, 2.4, 2.3, 2.2})) ==
          std::vector<std::int64_t>{5});
    CHECK(alert_epochs(epochs_of(S::loss, {1e-4, 1e-5, 2e-5, 4e-5, 8e-5, 2e-4})).empty());
    CHECK(alert_epochs(epochs_of(S::accuracy, {0.5, 0.8, 0.9, 0.9, 0.1})) ==
          std::vector<std::int64_t>{5});
    CHECK(alert_epochs(epochs_of(S::effective_rank, {10, 5, 9, 9, 9, 9, 2})) ==
          std::vector<std::int64_t>{7});
    CHECK(alert_epochs(epochs_of(S::centre_distance, {9, 9, 9, 9, 9, 9, 0.1})) ==
          std::vector<std::int64_t>{7});
    CHECK(alert_epochs(epochs_of(S::not_finite, {0.1, 0.3})) == std::vector<std::int64_t>{2});
    CHECK(alert_epochs(epochs_of(S::accuracy, {1, 0, 0})) == std::vector<std::int64_t>{2});
    CHECK(alert_epochs(epochs_of(S::accuracy, {0.5, 0.2, 0.6})).empty());
    CHECK(alert_epochs(epochs_of(S::dead_features, {0.1, 0.2, 1})) == std::vector<std::int64_t>{3});
}

TEST_CASE("classes that fall together are one alert") {
    std::vector<EpochHealth> epochs = epochs_of(HealthSignal::not_finite, {0, 0, 0, 0, 0});
    for (std::size_t e = 0; e < epochs.size(); ++e)
        epochs[e].class_accuracy = {e < 3 ? 0.9 : 0.2, e < 3 ? 0.8 : 0.1};
    const auto alerts = alerts_of(epochs, Classes{{"cat", "dog"}, {}});
    REQUIRE(alerts.size() == 1);
    CHECK(alerts.front().epoch == 4);
    CHECK(alerts.front().why ==
          "the accuracy of 2 classes fell, that of dog to 0.1, after 0.8 in the epochs before");
}

TEST_CASE("samples of many classes in turn are measured as all are") {
    // 40,000 samples of ten classes that repeat: every k-th would be of a few classes only.
    std::vector<std::int32_t> labels;
    std::vector<float> rows;
    for (int i = 0; i < 40'000; ++i) {
        labels.push_back(i % 2);
        rows.push_back(static_cast<float>(i % 10));
        rows.push_back(static_cast<float>(i % 7));
    }
    const auto epochs = measure_health(recording_of(labels, {rows}, 2));
    // Of each class: the variance of five even steps of two, and of 0 to 6.
    CHECK(value(epochs.front(), HealthSignal::within_variance) == Approx(8 + 4).epsilon(0.05));
    CHECK(value(epochs.front(), HealthSignal::centre_distance) == Approx(1).epsilon(0.15));
}

TEST_CASE("an alert of a class names it") {
    std::vector<EpochHealth> epochs = epochs_of(HealthSignal::not_finite, {0, 0, 0, 0});
    for (std::size_t e = 0; e < epochs.size(); ++e)
        epochs[e].class_accuracy = {0.9, e < 3 ? 0.8 : 0.1};
    const auto alerts = alerts_of(epochs, Classes{{"cat", "dog"}, {}});
    REQUIRE(alerts.size() == 1);
    CHECK(alerts.front().signal == "class_accuracy");
    CHECK(alerts.front().why == "the accuracy of dog fell to 0.1, after 0.8 in the epochs before");
}
