#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/projection/duration.h>

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Samples of 4 dimensions that all differ.
Recording run_of(std::size_t samples, std::size_t epochs) {
    std::vector<float> values(samples * 4);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i * i % 101) + static_cast<float>(i % 7);
    return recording_of(std::vector(epochs, values), 4);
}

constexpr MachineSpeed slow{.search = 1e-9, .layout = 1e-6, .training = 1e-10};

double seconds(const Recording& recording, const Method& method, std::size_t neighbours = 0) {
    ProjectOptions options;
    options.method = method;
    options.neighbours = neighbours;
    return seconds_needed(recording, options, slow).value();
}

}  // namespace

TEST_CASE("how long a projection takes is told for each method but programs") {
    const Recording recording = run_of(60, 3);
    for (const Method& method : methods()) {
        ProjectOptions options;
        options.method = method;
        const auto expected = seconds_needed(recording, options, slow);
        INFO(about(method).id);
        CHECK(expected.has_value() == !std::holds_alternative<ExternalOptions>(method));
        if (!expected) continue;
        CHECK(std::isfinite(*expected));
        CHECK(*expected > 0);
        // On a machine that is half as fast.
        const MachineSpeed slower{2 * slow.search, 2 * slow.layout, 2 * slow.training};
        CHECK(seconds_needed(recording, options, slower).value() == Approx(2 * *expected));
    }
}

TEST_CASE("more samples, epochs, neighbours and iterations take longer") {
    const Recording small = run_of(100, 2);
    const Recording longer = run_of(100, 4);
    const Recording large = run_of(1000, 2);
    for (const Method& method : methods()) {
        if (std::holds_alternative<ExternalOptions>(method)) continue;
        INFO(about(method).id);
        CHECK(seconds(longer, method) > 1.1 * seconds(small, method));
        CHECK(seconds(large, method) > 5 * seconds(small, method));
        CHECK(seconds(large, method, 10) > seconds(large, method));
    }
    CHECK(seconds(small, TsneOptions{.warm_iterations = 2000}) >
          1.5 * seconds(small, TsneOptions{.warm_iterations = 200}));
    // Epochs that start anew take as long as the first.
    CHECK(seconds(longer, TsneOptions{.warm_start = false}) > 1.5 * seconds(longer, TsneOptions{}));
    CHECK(seconds(small, SpacetimeOptions{.iterations = 4000}) >
          4 * seconds(small, SpacetimeOptions{.map_epochs = 0}));
    CHECK(seconds(small, SpacetimeOptions{.map_epochs = 400}) >
          2 * seconds(small, SpacetimeOptions{}));
    DviOptions deep;
    deep.training.hidden_layers = 40;
    CHECK(seconds(small, deep) > 2 * seconds(small, DviOptions{}));
    // Of more samples than landmarks, only the landmarks are laid out.
    CHECK(seconds(large, SpacetimeOptions{.landmarks = 200}) <
          0.5 * seconds(large, SpacetimeOptions{}));
}

TEST_CASE("landmarks of TimeVis are counted on a part of the samples") {
    const Recording recording = run_of(1500, 2);
    // All in one ball, or each in one of its own.
    TimevisOptions coarse;
    coarse.landmark_radius = 10;
    coarse.first_landmarks = 5;
    TimevisOptions fine;
    fine.landmark_radius = 0;
    CHECK(seconds(recording, fine) > 3 * seconds(recording, coarse));
}

TEST_CASE("the speed of the machine is measured") {
    const MachineSpeed speed = measured_speed();
    for (const double one : {speed.search, speed.layout, speed.training}) {
        CHECK(one > 0);
        CHECK(one < 1e-3);
    }
}
