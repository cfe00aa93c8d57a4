// TimeVis and DVI as a whole.
#include "projection/cover.h"
#include "projection/swapping.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/dvi.h>
#include <epochscope/projection/timevis.h>

#include <algorithm>
#include <cmath>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

Point middle_of(const std::vector<Point>& places, std::size_t first) {
    Point sum{};
    for (std::size_t i = first; i < first + group; ++i) {
        sum.x += places[i].x / group;
        sum.y += places[i].y / group;
    }
    return sum;
}

double between(Point a, Point b) {
    return std::hypot(double{a.x} - double{b.x}, double{a.y} - double{b.y});
}

bool say(const std::vector<std::string>& warnings, const std::string& part) {
    return std::ranges::any_of(
        warnings, [&](const std::string& w) { return w.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("in TimeVis groups that swap places cross, and what stands still stands still") {
    const Recording recording = swapping(true);
    const TimevisResult found = timevis(recording, quick_timevis());
    REQUIRE(found.places.size() == epochs);
    CHECK(found.warnings.empty());
    // Nested, from the last epoch to the first.
    CHECK(std::ranges::is_sorted(found.landmarks, std::greater{}));
    CHECK(found.landmarks.back() >= 30);
    const Point first = middle_of(found.places.front(), 0);
    const Point second = middle_of(found.places.front(), group);
    const Point last = middle_of(found.places.back(), 0);
    CHECK(between(last, second) < between(last, first) / 2);
    double path = 0;
    double longest = 0;
    for (std::size_t e = 1; e < epochs; ++e) {
        const double step =
            between(middle_of(found.places[e - 1], 0), middle_of(found.places[e], 0));
        path += step;
        longest = std::max(longest, step);
        for (std::size_t i = 2 * group; i < samples; ++i)
            CHECK(found.places[e][i] == found.places[0][i]);
    }
    CHECK(longest < path / 2);
    // The map is what placed them, and it leads back about to where they were.
    CHECK(places_by(found.map, recording.epoch(2).embeddings) == found.places[2]);
    const auto back = embeddings_by(found.map, found.places[0]);
    double off = 0;
    for (std::size_t i = 0; i < back.size(); ++i)
        off += std::pow(double{back[i]} - double{recording.epoch(0).embeddings.values[i]}, 2);
    CHECK(std::sqrt(off / samples) < 3);
}

TEST_CASE("maps are the same for a seed, whatever the number of threads") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    options.training.training_epochs = 2;
    const auto run = [&](int threads, std::uint64_t seed) {
        options.threads = threads;
        options.seed = seed;
        return timevis(recording, options).map;
    };
    const LearnedMap map = run(1, 7);
    CHECK(run(2, 7) == map);
    CHECK(run(1, 8) != map);
    DviOptions other = quick_dvi();
    other.training.training_epochs = 2;
    const auto run_dvi = [&](int threads, std::uint64_t seed) {
        other.threads = threads;
        other.seed = seed;
        return dvi(recording, other).maps;
    };
    const auto maps = run_dvi(1, 7);
    CHECK(run_dvi(2, 7) == maps);
    CHECK(run_dvi(1, 8) != maps);
}

TEST_CASE("DVI makes a map an epoch, each begun as the one before") {
    const Recording recording = swapping(true);
    DviOptions options = quick_dvi();
    const DviResult found = dvi(recording, options);
    REQUIRE(found.maps.size() == epochs);
    REQUIRE(found.places.size() == epochs);
    CHECK(found.warnings.empty());
    CHECK(found.passes.front().held == 0);
    CHECK(found.passes.back().held > 0);
    CHECK(places_by(found.maps[3], recording.epoch(3).embeddings) == found.places[3]);
    // Held fast, what stood still stays nearly where it was.
    options.anchor_weight = 1000;
    const DviResult held = dvi(recording, options);
    const auto moved = [](const DviResult& result) {
        return between(middle_of(result.places[1], 2 * group),
                       middle_of(result.places[2], 2 * group));
    };
    CHECK(moved(held) < moved(found));
}

TEST_CASE("the share of neighbours that stayed") {
    const std::vector<std::int32_t> before{1, 2, 0, 2};
    const std::vector<std::int32_t> now{2, 3, 2, 0};
    CHECK(share_that_stayed(before, now, 2) == Approx(0.75));
    CHECK(share_that_stayed({}, {}, 0) == 0);
}

TEST_CASE("recordings without heads are learned without boundary points, which is said") {
    const Recording recording = swapping(false);
    TimevisOptions options = quick_timevis();
    options.training.training_epochs = 1;
    const TimevisResult found = timevis(recording, options);
    CHECK(say(found.warnings,
              "learned without boundary points, since there are neither a linear head nor logits: "
              "6 epochs, the first of them \"1\""));
    DviOptions other = quick_dvi();
    other.training.training_epochs = 1;
    CHECK(dvi(recording, other).warnings == found.warnings);
}

TEST_CASE("one class, few samples, duplicates: maps are learned all the same") {
    const std::vector<float> few{0, 0, 1, 0, 0, 2};
    const std::vector<float> logits{1, 0, 1, 0, 1, 0};
    const auto learned = [](const Recording& recording) {
        TimevisOptions options;
        options.training.batch_size = 10;
        options.training.training_epochs = 2;
        DviOptions other;
        other.training.batch_size = 10;
        other.training.training_epochs = 2;
        TimevisResult found = timevis(recording, options);
        for (const auto& places : found.places)
            for (const Point place : places)
                CHECK((std::isfinite(place.x) && std::isfinite(place.y)));
        CHECK(dvi(recording, other).maps.size() == recording.epoch_count());
        return found;
    };
    const TimevisResult one_class = learned(recording_of({few, few}, 2, {logits, logits}));
    CHECK(say(one_class.warnings,
              "of which fewer than two are found: too few samples, or one predicted class: 2 "
              "epochs, the first of them \"1\""));
    const std::vector<float> same(20, 3);
    learned(recording_of({same, same}, 2));
    // Nothing is joined to anything: without neighbours, nobody knows what is near.
    using Rows = std::vector<std::vector<float>>;
    const Rows once{std::vector<float>{1, 2}};
    const Rows twice{std::vector<float>{1, 2}, std::vector<float>{3, 4}};
    for (const Rows& rows : {once, twice}) {
        const TimevisResult alone = learned(recording_of(rows, 2));
        CHECK(alone.passes.empty());
        CHECK(say(alone.warnings, "no two points belong together"));
    }
    CHECK(learned(recording_of(Rows{std::vector<float>{1, 2, 3, 4}}, 1)).places[0].size() == 4);
}

TEST_CASE(
    "what stays broken is an error, and maps of samples that are alike are left as they were") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    // One step a pass, which moves nothing.
    options.training.learning_rate = 1e-12;
    options.training.batch_size = 1000;
    options.training.training_epochs = 300;
    CHECK_THROWS_WITH(timevis(recording, options),
                      contains("timevis, pass ") && contains("it was begun again"));

    std::vector<float> rows(recording.epoch(0).embeddings.values.begin(),
                            recording.epoch(0).embeddings.values.end());
    std::vector<float> alike;
    for (std::size_t i = 0; i < samples; ++i)
        alike.insert(alike.end(), rows.begin(), rows.begin() + dimension);
    const DviResult found = dvi(recording_of({rows, alike, rows}, dimension), quick_dvi());
    CHECK(say(found.warnings, "nothing was learned, since all samples are alike: epoch \"2\""));
    CHECK(found.maps[1].encoder == found.maps[0].encoder);
    CHECK(found.passes.size() == 2);
}

TEST_CASE("landmarks are drawn by the number of samples") {
    CHECK(first_landmarks(1797, 0) == 300);
    CHECK(first_landmarks(400, 0) == 67);
    CHECK(first_landmarks(60, 0) == 20);
    CHECK(first_landmarks(6, 0) == 6);
    CHECK(first_landmarks(400, 350) == 350);
    CHECK(first_landmarks(400, 1000) == 400);
}

TEST_CASE("methods that learn refuse what cannot be, and stop when asked to") {
    const Recording recording = swapping(false);
    TimevisOptions options = quick_timevis();
    options.landmark_coverage = 1.5;
    CHECK_THROWS_WITH(timevis(recording, options),
                      contains("landmark-coverage: is 1.5, expected 0 to 1"));
    options = quick_timevis();
    options.temporal_window = 3;
    CHECK_THROWS_WITH(timevis(recording, options),
                      contains("temporal-window: is 3, expected an even number of epochs"));
    options = quick_timevis();
    options.training.learning_rate = 1000;
    options.training.hidden_layers = 20;
    CHECK_THROWS_WITH(timevis(recording, options),
                      contains("timevis, pass 1: the loss is no number"));
    DviOptions other = quick_dvi();
    other.training.learning_rate = 1000;
    other.training.hidden_layers = 20;
    CHECK_THROWS_WITH(dvi(recording, other),
                      contains("dvi, epoch \"1\", pass 1: the loss is no number"));
    other = quick_dvi();
    other.graph_neighbours = 1;
    CHECK_THROWS_WITH(dvi(recording, other),
                      contains("graph-neighbours: is 1, expected 2 to 1000"));
    std::stop_source stop;
    int batches = 0;
    double before = 0;
    const Job job{.progress =
                      [&](double share) {
                          CHECK(share >= before);
                          before = share;
                          if (share > 0.3 && ++batches == 3) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    CHECK_THROWS_AS(timevis(recording, quick_timevis(), job), Cancelled);
    CHECK(batches == 3);
    CHECK_THROWS_AS(dvi(recording, quick_dvi(), job), Cancelled);
}

TEST_CASE("the public code's departures make another map") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    options.training.training_epochs = 1;
    options.public_code = true;
    const TimevisResult found = timevis(recording, options);
    CHECK(found.map.scale == 1);
    CHECK(found.map.middle == std::vector<float>(dimension));
    // All is covered by balls smaller than the way to any neighbour.
    CHECK(found.landmarks.front() == samples);
}
