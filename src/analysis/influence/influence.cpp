#include "analysis/float_matrix.h"
#include "analysis/influence/last_layer.h"

#include <epochscope/analysis/influence.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// The points and queries of a block of products. A block of points is always full, so that equal
/// rows get equal scores wherever they lie.
constexpr std::size_t points_in_block = 256;
constexpr std::size_t queries_in_block = 128;
/// Scores that are held at once: 256 MiB.
constexpr std::size_t scores_at_once = std::size_t{1} << 25U;
/// Queries whose rows are held at once.
constexpr std::size_t most_queries = 4096;
/// Of the time, what finding the strongest takes; the rest is for their scores at each epoch.
constexpr double finding = 0.9;

/// What was asked, once it is known to make sense.
struct Asked {
    const Recording& recording;
    std::span<const std::size_t> samples;
    const InfluenceOptions& options;
    /// The indices of epochs with logits.
    std::vector<std::size_t> epochs;

    [[nodiscard]] double rate(std::size_t epoch) const {
        return options.rates.empty() ? 1 : options.rates[epoch];
    }
    [[nodiscard]] std::size_t point_blocks() const {
        return (recording.sample_count() + points_in_block - 1) / points_in_block;
    }
    /// Entries of a row of scores.
    [[nodiscard]] std::size_t stride() const { return point_blocks() * points_in_block; }
};

void check_rates(const Recording& recording, std::span<const double> rates) {
    if (rates.empty()) return;
    if (rates.size() != recording.epoch_count())
        throw Error("learning rates", "are ", rates.size(), " numbers, expected one for each of ",
                    recording.epoch_count(), " epochs");
    for (const double rate : rates)
        if (!std::isfinite(rate) || rate < 0)
            throw Error("learning rates", "hold ", rate, ", expected finite numbers of 0 and up");
}

void check_samples(const Recording& recording, std::span<const std::size_t> samples) {
    for (const std::size_t sample : samples)
        if (sample >= recording.sample_count())
            throw Error("influence", "there is no sample ", sample, ", expected 0..",
                        recording.sample_count() - 1);
}

std::size_t unlabelled_in(const Recording& recording) {
    return static_cast<std::size_t>(std::ranges::count_if(
        recording.labels(),
        [&](std::int32_t label) { return !recording.classes().is_labelled(label); }));
}

Asked checked(const Recording& recording, std::span<const std::size_t> samples,
              const InfluenceOptions& options) {
    check_samples(recording, samples);
    check_rates(recording, options.rates);
    Asked asked{recording, samples, options, {}};
    for (std::size_t e = 0; e < recording.epoch_count(); ++e)
        if (!recording.epoch(e).logits.empty()) asked.epochs.push_back(e);
    if (asked.epochs.empty())
        throw Error("recording", "no epoch has predictions.npy, of which influences are");
    if (unlabelled_in(recording) == recording.sample_count())
        throw Error("recording", "no sample has a label, of which influences are");
    return asked;
}

/// Says what counts for nothing.
std::vector<std::string> warnings_of(const Asked& asked, const AbsentValues& absent) {
    std::vector<std::string> said;
    for (const RecordedEpoch& epoch : asked.recording.epochs())
        if (epoch.logits.empty())
            said.push_back("epoch \"" + std::to_string(epoch.number) +
                           "\": has no predictions.npy; it is left out");
    for (std::string& sentence : absent.sentences())
        said.push_back(std::move(sentence) + "; it teaches nothing there");
    if (const std::size_t count = unlabelled_in(asked.recording); count > 0)
        said.push_back(std::to_string(count) +
                       " samples have no label; they teach nothing and are not taught");
    return said;
}

bool is_stronger(double score, std::int32_t sample, double than, std::int32_t other) {
    const double by = std::abs(score) - std::abs(than);
    return by > 0 || (by == 0 && sample < other);
}

/// Counts a sample of which something is not known that others have.
void count(Knowledge known, std::int64_t epoch, std::size_t sample, AbsentValues& absent) {
    if (known == Knowledge::no_embedding) absent.add("embedding", epoch, sample);
    if (known == Knowledge::no_logits) absent.add("logits", epoch, sample);
}

/// The scores of some queries with all points.
class Scores {
  public:
    Scores(const Asked& asked, std::span<const std::size_t> queries)
        : asked_(asked), queries_(queries), scores_(queries.size() * asked.stride()) {}

    /// Returns the points that count for nothing there.
    AbsentValues add_epoch(std::size_t epoch, const std::stop_token& stop) {
        const LastLayer layer{asked_.recording, epoch};
        LayerRows rows(layer, queries_.size());
        for (std::size_t q = 0; q < queries_.size(); ++q) rows.read(layer, q, queries_[q]);
        // The rate is a factor of one of the two products.
        for (double& error : rows.errors) error *= asked_.rate(epoch);
        std::vector<AbsentValues> absent(asked_.point_blocks());
        on_threads(asked_.options.threads, [&] {
            tbb::parallel_for(std::size_t{0}, absent.size(), [&](std::size_t block) {
                end_if_stopped(stop);
                absent[block] = add_block(layer, rows, block * points_in_block);
            });
        });
        AbsentValues all;
        for (const AbsentValues& some : absent) all.add(some);
        return all;
    }

    /// The strongest of a query.
    [[nodiscard]] SampleTeachers strongest(std::size_t query) const {
        const std::size_t sample = queries_[query];
        const std::span<const double> scores =
            std::span(scores_).subspan(query * asked_.stride(), asked_.recording.sample_count());
        return {.sample = static_cast<std::int32_t>(sample),
                .proponents = first_of(scores, sample, 1),
                .opponents = first_of(scores, sample, -1)};
    }

  private:
    AbsentValues add_block(const LastLayer& layer, const LayerRows& rows, std::size_t first) {
        LayerRows points(layer, points_in_block);
        AbsentValues absent;
        const std::int64_t number = asked_.recording.epoch(layer.epoch).number;
        const std::size_t end = std::min(first + points_in_block, asked_.recording.sample_count());
        for (std::size_t p = first; p < end; ++p)
            count(points.read(layer, p - first, p), number, p, absent);
        std::vector<double> features(queries_in_block * points_in_block);
        std::vector<double> errors(features.size());
        for (std::size_t q = 0; q < queries_.size(); q += queries_in_block) {
            const std::size_t some = std::min(queries_in_block, queries_.size() - q);
            multiply(&rows.features[q * layer.dimension()], some, points.features.data(),
                     points_in_block, layer.dimension(), features.data());
            multiply(&rows.errors[q * layer.class_count()], some, points.errors.data(),
                     points_in_block, layer.class_count(), errors.data());
            for (std::size_t row = 0; row < some; ++row) {
                double* const scores = &scores_[(q + row) * asked_.stride() + first];
                const double* const x = &features[row * points_in_block];
                const double* const e = &errors[row * points_in_block];
                for (std::size_t p = 0; p < points_in_block; ++p) scores[p] += x[p] * e[p];
            }
        }
        return absent;
    }

    /// The samples with the greatest scores above 0, times `sign`, except the sample itself.
    [[nodiscard]] std::vector<Teacher> first_of(std::span<const double> scores, std::size_t self,
                                                double sign) const {
        std::vector<std::int32_t> found;
        for (std::size_t j = 0; j < scores.size(); ++j)
            if (sign * scores[j] > 0 && j != self) found.push_back(static_cast<std::int32_t>(j));
        const std::size_t most = std::min(asked_.options.count, found.size());
        const auto score_of = [&](std::int32_t j) { return scores[static_cast<std::size_t>(j)]; };
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(most),
                                  [&](std::int32_t a, std::int32_t b) {
                                      return is_stronger(score_of(a), a, score_of(b), b);
                                  });
        std::vector<Teacher> teachers;
        for (const std::int32_t j : std::span(found).first(most))
            teachers.push_back(
                {.sample = j, .by_epoch = std::vector<double>(asked_.recording.epoch_count())});
        return teachers;
    }

    const Asked& asked_;
    std::span<const std::size_t> queries_;
    std::vector<double> scores_;
};

/// The strongest of each sample that was asked for, without their scores, and warnings.
TeachersFound find_teachers(const Asked& asked, const Job& job) {
    TeachersFound found;
    found.samples.resize(asked.samples.size());
    AbsentValues absent;
    const std::size_t at_once =
        std::clamp<std::size_t>(scores_at_once / asked.stride(), 1, most_queries);
    const std::size_t parts = (asked.samples.size() + at_once - 1) / at_once;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t first = part * at_once;
        const auto queries =
            asked.samples.subspan(first, std::min(at_once, asked.samples.size() - first));
        Scores scores(asked, queries);
        for (std::size_t e = 0; e < asked.epochs.size(); ++e) {
            job.part(part, parts).part(e, asked.epochs.size()).reached(0);
            const AbsentValues there = scores.add_epoch(asked.epochs[e], job.stop);
            if (part == 0) absent.add(there);
            asked.recording.release(asked.epochs[e]);
        }
        on_threads(asked.options.threads, [&] {
            tbb::parallel_for(std::size_t{0}, queries.size(), [&](std::size_t q) {
                end_if_stopped(job.stop);
                found.samples[first + q] = scores.strongest(q);
            });
        });
    }
    found.warnings = warnings_of(asked, absent);
    return found;
}

double product(std::span<const double> x, std::span<const double> y) {
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
}

/// Works out the scores that were found at one epoch.
void add_epoch(const Asked& asked, std::size_t epoch, SampleTeachers& teachers) {
    const LastLayer layer{asked.recording, epoch};
    LayerRows rows(layer, 2);
    rows.read(layer, 0, static_cast<std::size_t>(teachers.sample));
    const std::span features(rows.features);
    const std::span errors(rows.errors);
    const auto own_features = features.first(layer.dimension());
    const auto own_error = errors.first(layer.class_count());
    teachers.self +=
        asked.rate(epoch) * product(own_features, own_features) * product(own_error, own_error);
    for (std::vector<Teacher>* const some : {&teachers.proponents, &teachers.opponents})
        for (Teacher& teacher : *some) {
            rows.read(layer, 1, static_cast<std::size_t>(teacher.sample));
            teacher.by_epoch[epoch] = asked.rate(epoch) *
                                      product(own_features, features.last(layer.dimension())) *
                                      product(own_error, errors.last(layer.class_count()));
        }
}

/// Sums up the epochs, in their order: so a score does not depend on what else was asked. What
/// rounding alone made a teacher is none.
void add_up(std::vector<Teacher>& teachers, double sign) {
    for (Teacher& teacher : teachers)
        teacher.score = std::accumulate(teacher.by_epoch.begin(), teacher.by_epoch.end(), 0.0);
    std::erase_if(teachers, [sign](const Teacher& one) { return !(sign * one.score > 0); });
    std::ranges::sort(teachers, [](const Teacher& a, const Teacher& b) {
        return is_stronger(a.score, a.sample, b.score, b.sample);
    });
}

void work_out_scores(const Asked& asked, std::vector<SampleTeachers>& found, const Job& job) {
    for (std::size_t e = 0; e < asked.epochs.size(); ++e) {
        job.part(e, asked.epochs.size()).reached(0);
        on_threads(asked.options.threads, [&] {
            tbb::parallel_for(std::size_t{0}, found.size(), [&](std::size_t i) {
                end_if_stopped(job.stop);
                add_epoch(asked, asked.epochs[e], found[i]);
            });
        });
        asked.recording.release(asked.epochs[e]);
    }
    for (SampleTeachers& teachers : found) {
        add_up(teachers.proponents, 1);
        add_up(teachers.opponents, -1);
    }
}

}  // namespace

TeachersFound teachers_of(const Recording& recording, std::span<const std::size_t> samples,
                          const InfluenceOptions& options, const Job& job) {
    const Asked asked = checked(recording, samples, options);
    TeachersFound found = find_teachers(asked, job.part(0, finding));
    work_out_scores(asked, found.samples, job.part(finding, 1));
    if (const auto fault = recording.fault()) throw Error(*fault);
    job.reached(1);
    return found;
}

std::optional<OpponentsVote> vote_of_opponents(const SampleTeachers& teachers,
                                               std::span<const std::int32_t> labels) {
    std::vector<double> votes;
    double all = 0;
    for (const Teacher& opponent : teachers.opponents) {
        const auto label =
            static_cast<std::size_t>(labels[static_cast<std::size_t>(opponent.sample)]);
        if (label >= votes.size()) votes.resize(label + 1);
        votes[label] += std::abs(opponent.score);
        all += std::abs(opponent.score);
    }
    if (all <= 0) return std::nullopt;
    const auto most = std::ranges::max_element(votes);
    return OpponentsVote{static_cast<std::int32_t>(most - votes.begin()), *most / all};
}

}  // namespace epochscope
