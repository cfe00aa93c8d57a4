#include "support/catch.h"

#include <epochscope/analysis/influence.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <random>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using tests::contains;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

/// What a run wrote.
struct Written : EpochMemory {
    std::size_t dimension = 0;
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> embeddings;
    std::vector<std::vector<float>> logits;
};

Recording recording_of(const std::shared_ptr<Written>& written, Classes classes) {
    std::vector<RecordedEpoch> epochs;
    for (std::size_t e = 0; e < written->embeddings.size(); ++e)
        epochs.push_back({.number = static_cast<std::int64_t>(e) + 1,
                          .embeddings = {written->embeddings[e], written->dimension},
                          .logits = {written->logits[e], classes.predictable_count()},
                          .head = {},
                          .losses = {}});
    return {std::move(classes), written->labels, std::move(epochs), written};
}

Classes classes_of(std::size_t count) {
    Classes classes;
    for (std::size_t c = 0; c < count; ++c) classes.names.push_back(std::to_string(c));
    return classes;
}

std::shared_ptr<Written> random_run(std::size_t samples, std::size_t dimension, std::size_t classes,
                                    std::size_t epochs) {
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    auto written = std::make_shared<Written>();
    written->dimension = dimension;
    for (std::size_t i = 0; i < samples; ++i)
        written->labels.push_back(static_cast<std::int32_t>(random() % classes));
    for (std::size_t e = 0; e < epochs; ++e) {
        auto& rows = written->embeddings.emplace_back(samples * dimension);
        for (float& value : rows) value = normal(random) + 0.3F;
        auto& logits = written->logits.emplace_back(samples * classes);
        for (float& value : logits) value = 2 * normal(random);
    }
    return written;
}

/// p - y of a sample, as the header defines it.
std::vector<long double> error_of(const Recording& recording, std::size_t epoch,
                                  std::size_t sample) {
    std::vector<long double> error;
    long double sum = 0;
    for (const float logit : recording.epoch(epoch).logits.row(sample))
        sum += error.emplace_back(std::exp(static_cast<long double>(logit)));
    for (long double& p : error) p /= sum;
    error[static_cast<std::size_t>(recording.labels()[sample])] -= 1;
    return error;
}

double plain_score(const Recording& recording, std::size_t i, std::size_t j,
                   std::span<const double> rates) {
    long double score = 0;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        long double features = 0;
        const auto x = recording.epoch(e).embeddings.row(i);
        const auto y = recording.epoch(e).embeddings.row(j);
        for (std::size_t d = 0; d < x.size(); ++d)
            features += static_cast<long double>(x[d]) * static_cast<long double>(y[d]);
        const auto a = error_of(recording, e, i);
        const auto b = error_of(recording, e, j);
        const long double errors = std::inner_product(a.begin(), a.end(), b.begin(), 0.0L);
        score += (rates.empty() ? 1 : rates[e]) * features * errors;
    }
    return static_cast<double>(score);
}

/// The strongest by looking at all.
std::vector<Teacher> plain_teachers(const Recording& recording, std::size_t sample, double sign,
                                    std::size_t count, std::span<const double> rates) {
    std::vector<Teacher> all;
    for (std::size_t j = 0; j < recording.sample_count(); ++j) {
        const double score = plain_score(recording, sample, j, rates);
        if (j != sample && sign * score > 0)
            all.push_back({static_cast<std::int32_t>(j), score, {}});
    }
    std::ranges::stable_sort(all, [](const Teacher& a, const Teacher& b) {
        return std::abs(a.score) > std::abs(b.score);
    });
    all.resize(std::min(count, all.size()));
    return all;
}

std::vector<std::int32_t> samples_of(const std::vector<Teacher>& teachers) {
    std::vector<std::int32_t> samples;
    for (const Teacher& teacher : teachers) samples.push_back(teacher.sample);
    return samples;
}

void check_same(const std::vector<Teacher>& found, const std::vector<Teacher>& plain) {
    REQUIRE(samples_of(found) == samples_of(plain));
    for (std::size_t k = 0; k < found.size(); ++k) {
        CHECK(std::abs(found[k].score - plain[k].score) <= 1e-9 * std::abs(plain[k].score));
        CHECK(std::abs(std::accumulate(found[k].by_epoch.begin(), found[k].by_epoch.end(), 0.0) -
                       found[k].score) <= 1e-12 * std::abs(plain[k].score));
    }
}

bool same(const TeachersFound& a, const TeachersFound& b) {
    const auto same_lists = [](const std::vector<Teacher>& x, const std::vector<Teacher>& y) {
        return std::ranges::equal(x, y, [](const Teacher& one, const Teacher& other) {
            return one.sample == other.sample && one.score == other.score &&
                   one.by_epoch == other.by_epoch;
        });
    };
    return a.warnings == b.warnings &&
           std::ranges::equal(a.samples, b.samples,
                              [&](const SampleTeachers& x, const SampleTeachers& y) {
                                  return x.sample == y.sample && x.self == y.self &&
                                         same_lists(x.proponents, y.proponents) &&
                                         same_lists(x.opponents, y.opponents);
                              });
}

const float ln3 = std::log(3.0F);

/// Three samples at two epochs, with probabilities of quarters: p - y is (-1/4, 1/4), (3/4, -3/4),
/// (-1/2, 1/2), then (-3/4, 3/4), (1/2, -1/2), (-1/4, 1/4).
std::shared_ptr<Written> three_samples() {
    auto written = std::make_shared<Written>();
    written->dimension = 2;
    written->labels = {0, 1, 0};
    written->embeddings = {{1, 0, 2, 1, 1, 1}, {0, 2, 1, 1, 3, -1}};
    written->logits = {{ln3, 0, ln3, 0, 0, 0}, {0, ln3, 0, 0, ln3, 0}};
    return written;
}

constexpr std::size_t first[] = {0};

}  // namespace

TEST_CASE("an influence is what features times what errors share, over epochs", "[analysis]") {
    const Recording recording = recording_of(three_samples(), classes_of(2));
    const std::vector<double> rates{1, 0.5};
    const TeachersFound found = teachers_of(recording, first, {.rates = rates});
    REQUIRE(found.samples.size() == 1);
    const SampleTeachers& of = found.samples.front();
    CHECK(of.sample == 0);
    CHECK(of.proponents.empty());
    REQUIRE(samples_of(of.opponents) == std::vector<std::int32_t>{1, 2});
    // 1: 2 x -0.375 = -0.75 and 2 x -0.75 / 2; 2: 1 x 0.25 and -2 x 0.375 / 2.
    const auto near = [](double value) { return Approx(value).epsilon(1e-6); };
    CHECK(of.opponents[0].score == near(-1.5));
    CHECK(of.opponents[0].by_epoch[0] == near(-0.75));
    CHECK(of.opponents[0].by_epoch[1] == near(-0.75));
    CHECK(of.opponents[1].score == near(-0.125));
    CHECK(of.opponents[1].by_epoch[0] == near(0.25));
    CHECK(of.opponents[1].by_epoch[1] == near(-0.375));
    // 1 x 0.125 and 4 x 1.125 / 2.
    CHECK(of.self == near(2.375));
    CHECK(found.warnings.empty());
    // Where no rate is known it is 1.
    const TeachersFound plain = teachers_of(recording, first);
    CHECK(plain.samples[0].opponents[0].score == near(-2.25));
    CHECK(plain.samples[0].opponents[1].score == near(-0.5));
}

TEST_CASE("influences are those that a plain computation finds", "[analysis]") {
    // More than one block of points, and of queries.
    const Recording recording = recording_of(random_run(530, 17, 5, 3), classes_of(5));
    const std::vector<double> rates{0.1, 0.05, 0.025};
    std::vector<std::size_t> samples(150);
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = 3 * i + 7;
    const InfluenceOptions options{.count = 6, .rates = rates};
    const TeachersFound found = teachers_of(recording, samples, options);
    REQUIRE(found.samples.size() == samples.size());
    for (std::size_t i = 0; i < samples.size(); i += 29) {
        const SampleTeachers& of = found.samples[i];
        CHECK(of.sample == static_cast<std::int32_t>(samples[i]));
        check_same(of.proponents, plain_teachers(recording, samples[i], 1, 6, rates));
        check_same(of.opponents, plain_teachers(recording, samples[i], -1, 6, rates));
        CHECK(of.self ==
              Approx(plain_score(recording, samples[i], samples[i], rates)).epsilon(1e-9));
        // A sample has the same scores whatever is asked beside it.
        const TeachersFound alone =
            teachers_of(recording, std::span(samples).subspan(i, 1), options);
        CHECK(same({{of}, {}}, alone));
    }
    for (const int threads : {1, 2, 3})
        CHECK(same(found, teachers_of(recording, samples,
                                      {.count = 6, .rates = rates, .threads = threads})));
}

TEST_CASE("equal influences stand in the order of samples", "[analysis]") {
    // Samples from 3 on are copies of sample 2, beyond a block.
    const auto written = random_run(600, 3, 3, 2);
    for (std::size_t i = 3; i < 600; ++i) {
        written->labels[i] = written->labels[2];
        for (std::size_t e = 0; e < 2; ++e) {
            std::copy_n(&written->embeddings[e][6], 3, &written->embeddings[e][3 * i]);
            std::copy_n(&written->logits[e][6], 3, &written->logits[e][3 * i]);
        }
    }
    const TeachersFound found =
        teachers_of(recording_of(written, classes_of(3)), first, {.count = 300});
    const SampleTeachers& of = found.samples.front();
    const auto& copies = of.proponents.size() > 1 ? of.proponents : of.opponents;
    std::vector<std::int32_t> order = samples_of(copies);
    std::erase(order, 1);
    REQUIRE(order.size() >= 299);
    for (std::size_t k = 0; k < order.size(); ++k)
        CHECK(order[k] == static_cast<std::int32_t>(k) + 2);
}

TEST_CASE("what is not known teaches nothing and is counted", "[analysis]") {
    const auto written = random_run(40, 4, 3, 4);
    written->logits[1].clear();
    written->embeddings[2][4 * 5 + 1] = not_a_number;
    written->logits[3][3 * 9] = not_a_number;
    for (const std::size_t i : {11, 12}) written->labels[i] = 3;
    Classes classes = classes_of(3);
    classes.names.emplace_back("unlabelled");
    classes.unlabelled = 3;
    const std::vector<std::size_t> samples{5, 0, 9, 11};
    const TeachersFound found = teachers_of(recording_of(written, classes), samples, {.count = 40});
    const auto all = [&](std::size_t i) {
        std::vector<Teacher> teachers = found.samples[i].proponents;
        teachers.insert(teachers.end(), found.samples[i].opponents.begin(),
                        found.samples[i].opponents.end());
        return teachers;
    };
    for (const Teacher& teacher : all(0)) {
        CHECK(teacher.by_epoch[1] == 0);
        CHECK(teacher.by_epoch[2] == 0);
        CHECK((teacher.by_epoch[3] == 0) == (teacher.sample == 9));
    }
    CHECK(all(0).size() == 37);
    CHECK(all(1).size() == 37);
    for (const Teacher& teacher : all(1)) {
        CHECK(teacher.sample != 11);
        CHECK(teacher.sample != 12);
        CHECK((teacher.by_epoch[2] == 0) == (teacher.sample == 5));
        CHECK((teacher.by_epoch[3] == 0) == (teacher.sample == 9));
    }
    CHECK(all(3).empty());
    CHECK(found.samples[3].self == 0);
    CHECK(found.warnings ==
          std::vector<std::string>{
              "epoch \"2\": has no predictions.npy; it is left out",
              "epoch 3: embedding of 1 sample (5) is not a number; it teaches nothing there",
              "epoch 4: logits of 1 sample (9) is not a number; it teaches nothing there",
              "2 samples have no label; they teach nothing and are not taught"});
}

TEST_CASE("what influences cannot be of is refused", "[analysis]") {
    const auto said = [](const std::shared_ptr<Written>& written, Classes classes,
                         std::vector<std::size_t> samples, const std::vector<double>& rates) {
        try {
            teachers_of(recording_of(written, std::move(classes)), samples, {.rates = rates});
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("nothing");
    };
    const auto no_logits = three_samples();
    for (auto& logits : no_logits->logits) logits.clear();
    CHECK_THAT(said(no_logits, classes_of(2), {0}, {}), contains("no epoch has predictions.npy"));
    const auto no_labels = three_samples();
    no_labels->labels = {2, 2, 2};
    Classes classes = classes_of(3);
    classes.unlabelled = 2;
    CHECK_THAT(said(no_labels, classes, {0}, {}), contains("no sample has a label"));
    CHECK_THAT(said(three_samples(), classes_of(2), {1, 3}, {}), contains("there is no sample 3"));
    CHECK_THAT(said(three_samples(), classes_of(2), {0}, {1}), contains("are 1 numbers"));
    CHECK_THAT(said(three_samples(), classes_of(2), {0}, {1, -1}), contains("hold -1"));
    CHECK(said(three_samples(), classes_of(2), {}, {}) == "nothing");
    CHECK(said(three_samples(), classes_of(2), {0}, {0, 0}) == "nothing");
}

TEST_CASE("finding influences can be stopped and tells how far it is", "[analysis]") {
    const Recording recording = recording_of(three_samples(), classes_of(2));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(teachers_of(recording, first, {}, {{}, stop.get_token()}), Cancelled);
    std::vector<double> told;
    teachers_of(recording, first, {}, {[&](double fraction) { told.push_back(fraction); }, {}});
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.size() >= 4);
    CHECK(told.back() == 1);
}

TEST_CASE("opponents vote for their labels by their strengths", "[analysis]") {
    SampleTeachers teachers;
    CHECK_FALSE(vote_of_opponents(teachers, {}).has_value());
    const std::vector<std::int32_t> labels{2, 1, 2, 0};
    teachers.proponents = {{3, 9, {}}};
    teachers.opponents = {{1, -3, {}}, {0, -2, {}}, {2, -1.5, {}}, {3, -0.5, {}}};
    auto vote = vote_of_opponents(teachers, labels);
    REQUIRE(vote.has_value());
    CHECK(vote->proposed == 2);
    CHECK(vote->share == Approx(0.5));
    // Of equal shares, the first class.
    teachers.opponents = {{0, -2, {}}, {1, -2, {}}};
    vote = vote_of_opponents(teachers, labels);
    CHECK(vote->proposed == 1);
    CHECK(vote->share == Approx(0.5));
}
