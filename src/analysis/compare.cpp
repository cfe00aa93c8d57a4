#include <epochscope/analysis/compare.h>
#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/fingerprint.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <stop_token>
#include <string_view>
#include <utility>

namespace epochscope {

struct ComparedSoFar {
    /// The mean of what is known.
    struct Mean {
        double sum = 0;
        std::size_t count = 0;

        void add(const std::optional<double>& value) {
            if (!value) return;
            sum += *value;
            ++count;
        }
        [[nodiscard]] std::optional<double> value() const {
            return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
        }
    };
    struct Means {
        Mean shared_neighbours;
        Mean agreement;
        Mean confidence;

        void add(const Sameness& one) {
            shared_neighbours.add(one.shared_neighbours);
            agreement.add(one.agreement);
            confidence.add(one.confidence);
        }
        [[nodiscard]] Sameness value() const {
            return {shared_neighbours.value(), agreement.value(), confidence.value()};
        }
    };

    /// Tells what each pair of epochs was compared of.
    std::vector<std::uint64_t> marks;
    /// Each pair of samples over these epochs.
    std::vector<Means> samples;
};

namespace {

using Means = ComparedSoFar::Means;

/// Only for as long as the program runs.
template <typename T>
void add_to(Fingerprint& stamp, std::span<const T> values) {
    const auto* bytes = reinterpret_cast<const char*>(values.data());
    stamp.add(std::uint64_t{std::hash<std::string_view>{}({bytes, values.size_bytes()})});
}

bool is_finite(std::span<const float> row) {
    return std::ranges::all_of(row, [](float value) { return std::isfinite(value); });
}

/// Where the samples are at an epoch: rows of features, or of places.
Table rows_of(const ComparedSeries& side, std::size_t epoch, bool by_features) {
    if (by_features) return side.recording->epoch(side.recorded[epoch]).embeddings;
    static_assert(sizeof(Point) == 2 * sizeof(float));
    const std::span<const Point> places = side.series.positions(epoch);
    return {{&places.data()->x, 2 * places.size()}, 2};
}

std::vector<float> picked(const Table& rows, std::span<const std::int32_t> samples) {
    std::vector<float> values;
    values.reserve(samples.size() * rows.columns);
    for (const std::int32_t sample : samples) {
        const auto row = rows.row(static_cast<std::size_t>(sample));
        values.insert(values.end(), row.begin(), row.end());
    }
    return values;
}

/// How many indices two lists have in common.
std::size_t common(std::span<const std::int32_t> a, std::span<const std::int32_t> b) {
    return static_cast<std::size_t>(std::ranges::count_if(
        a, [b](std::int32_t sample) { return std::ranges::find(b, sample) != b.end(); }));
}

class Comparer {
  public:
    Comparer(const ComparedSeries& first, const ComparedSeries& second, const SeriesPairs& pairs,
             const CompareOptions& options)
        : first_(first), second_(second), pairs_(pairs), options_(options) {
        found_.neighbours = std::min(options.neighbours, (count() - 1) / 2);
        found_.by_features = first.recording != nullptr && second.recording != nullptr;
    }

    Comparison compare(const Comparison& before, const Job& job) {
        ComparedSoFar so_far = taken_over(before, job.stop);
        const std::size_t epochs = pairs_.epochs.size();
        for (std::size_t e = so_far.marks.size(); e < epochs; ++e) {
            so_far.marks.push_back(mark_of(e));
            const std::vector<Sameness> now = at(e, job.part(e, epochs));
            Means mean;
            std::vector<Means> classes(found_.classes.size());
            for (std::size_t i = 0; i < count(); ++i) {
                mean.add(now[i]);
                so_far.samples[i].add(now[i]);
                classes[label(i)].add(now[i]);
            }
            found_.epochs.push_back(mean.value());
            for (std::size_t c = 0; c < classes.size(); ++c)
                found_.classes[c].push_back(classes[c].value());
        }
        for (const Means& sample : so_far.samples) found_.samples.push_back(sample.value());
        found_.first_correct = learnt(first_.series, pairs_.first, job.stop);
        found_.second_correct = learnt(second_.series, pairs_.second, job.stop);
        found_.so_far = std::make_shared<const ComparedSoFar>(std::move(so_far));
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::size_t count() const { return pairs_.first.size(); }
    /// The class of a pair in the first series.
    [[nodiscard]] std::size_t label(std::size_t pair) const {
        return static_cast<std::size_t>(
            first_.series.labels()[static_cast<std::size_t>(pairs_.first[pair])]);
    }

    /// What was found before, if it still holds.
    ComparedSoFar taken_over(const Comparison& before, const std::stop_token& stop) {
        if (before.so_far && still_holds(before.so_far->marks, stop)) {
            found_.epochs = before.epochs;
            found_.classes = before.classes;
            return *before.so_far;
        }
        found_.classes.resize(first_.series.class_count());
        return {.marks = {}, .samples = std::vector<Means>(count())};
    }

    [[nodiscard]] bool still_holds(std::span<const std::uint64_t> marks,
                                   const std::stop_token& stop) const {
        if (marks.size() > pairs_.epochs.size()) return false;
        for (std::size_t e = 0; e < marks.size(); ++e) {
            end_if_stopped(stop);
            const bool holds = mark_of(e) == marks[e];
            release(first_, pairs_.epochs[e].first);
            release(second_, pairs_.epochs[e].second);
            if (!holds) return false;
        }
        return true;
    }

    /// Tells the values that a pair of epochs is compared of, and how.
    [[nodiscard]] std::uint64_t mark_of(std::size_t pair) const {
        const auto [e, f] = pairs_.epochs[pair];
        Fingerprint stamp;
        for (const std::size_t number : {e, f, found_.neighbours, first_.series.class_count()})
            stamp.add(std::uint64_t{number});
        add_to<std::int32_t>(stamp, pairs_.first);
        add_to<std::int32_t>(stamp, pairs_.second);
        add_to<std::int32_t>(stamp, pairs_.classes);
        add_to<std::int32_t>(stamp, first_.series.labels());
        add_values(stamp, first_, e);
        add_values(stamp, second_, f);
        return stamp.value();
    }

    void add_values(Fingerprint& stamp, const ComparedSeries& side, std::size_t epoch) const {
        const Table rows = rows_of(side, epoch, found_.by_features);
        stamp.add(std::uint64_t{rows.columns});
        add_to<float>(stamp, rows.values);
        add_to<std::int32_t>(stamp, side.series.epoch(epoch).predictions);
        add_to<float>(stamp, side.series.epoch(epoch).confidence);
    }

    /// Each pair of samples at a pair of epochs.
    [[nodiscard]] std::vector<Sameness> at(std::size_t pair, const Job& job) const {
        const auto [e, f] = pairs_.epochs[pair];
        check_values(first_.series, e);
        check_values(second_.series, f);
        std::vector<Sameness> all(count());
        add_neighbours(all, e, f, job);
        for (std::size_t i = 0; i < count(); ++i) {
            const auto a = static_cast<std::size_t>(pairs_.first[i]);
            const auto b = static_cast<std::size_t>(pairs_.second[i]);
            all[i].agreement = agreement(first_.series.epoch(e), a, second_.series.epoch(f), b);
            all[i].confidence = difference(first_.series.epoch(e).confidence, a,
                                           second_.series.epoch(f).confidence, b);
        }
        release(first_, e);
        release(second_, f);
        return all;
    }

    void add_neighbours(std::vector<Sameness>& all, std::size_t e, std::size_t f,
                        const Job& job) const {
        const Table first = rows_of(first_, e, found_.by_features);
        const Table second = rows_of(second_, f, found_.by_features);
        std::vector<std::size_t> present;
        std::vector<std::int32_t> a;
        std::vector<std::int32_t> b;
        for (std::size_t i = 0; i < count(); ++i) {
            if (!is_finite(first.row(static_cast<std::size_t>(pairs_.first[i]))) ||
                !is_finite(second.row(static_cast<std::size_t>(pairs_.second[i]))))
                continue;
            present.push_back(i);
            a.push_back(pairs_.first[i]);
            b.push_back(pairs_.second[i]);
        }
        if (found_.neighbours == 0 || present.size() < 2) return;
        const std::size_t k =
            std::min(found_.neighbours, std::max<std::size_t>(1, (present.size() - 1) / 2));
        const NearestOptions options{.count = k, .threads = options_.threads};
        const std::vector<float> first_rows = picked(first, a);
        const std::vector<float> second_rows = picked(second, b);
        const NearestPoints near =
            nearest_others({first_rows, first.columns}, options, job.part(0, 0.5));
        const NearestPoints there =
            nearest_others({second_rows, second.columns}, options, job.part(0.5, 1));
        for (std::size_t p = 0; p < present.size(); ++p)
            all[present[p]].shared_neighbours =
                static_cast<double>(common(near.of(p), there.of(p))) /
                static_cast<double>(near.count);
    }

    [[nodiscard]] std::optional<double> agreement(const Epoch& first, std::size_t a,
                                                  const Epoch& second, std::size_t b) const {
        if (first.predictions.empty() || second.predictions.empty()) return std::nullopt;
        const std::int32_t here = first.predictions[a];
        const std::int32_t there = second.predictions[b];
        // A mapped file may change after it was checked.
        if (here < 0 || there < 0 || static_cast<std::size_t>(there) >= pairs_.classes.size())
            return std::nullopt;
        return pairs_.classes[static_cast<std::size_t>(there)] == here ? 1 : 0;
    }

    static std::optional<double> difference(std::span<const float> first, std::size_t a,
                                            std::span<const float> second, std::size_t b) {
        if (first.empty() || second.empty()) return std::nullopt;
        const double change = double{second[b]} - double{first[a]};
        return std::isnan(change) ? std::nullopt : std::optional(change);
    }

    static std::vector<std::optional<std::int64_t>> learnt(const EpochSeries& series,
                                                           std::span<const std::int32_t> samples,
                                                           const std::stop_token& stop) {
        std::vector<std::optional<std::int64_t>> numbers(samples.size());
        for (std::size_t e = 0; e < series.epoch_count(); ++e) {
            end_if_stopped(stop);
            const Epoch& epoch = series.epoch(e);
            if (epoch.predictions.empty()) continue;
            for (std::size_t i = 0; i < samples.size(); ++i) {
                const auto sample = static_cast<std::size_t>(samples[i]);
                if (!numbers[i] && epoch.predictions[sample] == series.labels()[sample])
                    numbers[i] = epoch.number;
            }
            series.release(e);
        }
        return numbers;
    }

    static void release(const ComparedSeries& side, std::size_t epoch) {
        side.series.release(epoch);
        if (side.recording != nullptr) side.recording->release(side.recorded[epoch]);
    }

    const ComparedSeries& first_;
    const ComparedSeries& second_;
    const SeriesPairs& pairs_;
    const CompareOptions& options_;
    Comparison found_;
};

}  // namespace

Comparison compare_series(const ComparedSeries& first, const ComparedSeries& second,
                          const SeriesPairs& pairs, const CompareOptions& options,
                          const Comparison& before, const Job& job) {
    return Comparer(first, second, pairs, options).compare(before, job);
}

std::vector<std::size_t> most_changed(const Comparison& comparison) {
    std::vector<std::size_t> order(comparison.samples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // What is unknown has not changed.
    const auto key = [&](std::size_t i) {
        const Sameness& sample = comparison.samples[i];
        return std::pair(sample.shared_neighbours.value_or(1), sample.agreement.value_or(1));
    };
    std::ranges::stable_sort(order, {}, key);
    return order;
}

}  // namespace epochscope
