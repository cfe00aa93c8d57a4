#include "io/dynamics/dynamics_builder.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

/// Limit on memory for samples with different numbers of evaluations.
constexpr std::size_t spare_cells = std::size_t{1} << 20U;
constexpr std::size_t cells_per_line = 16;

/// Sentences by Oddity, followed by the location of the first case.
constexpr std::array<const char*, oddity_count> oddities{
    "probs do not sum to 1",
    "label_probs is not what probs has for the label; label_probs counts",
    "\"correct\" is not what probs say; \"correct\" counts",
    "pred_label is not what probs say; probs count",
    "loss is not a number; it does not count in loss_mean",
    "outputs are not numbers; the sample is not evaluated there",
    "has no label; the sample has no training signals"};

std::string place(const std::string& file, std::size_t line) {
    return file + ": line " + std::to_string(line);
}

std::optional<std::int64_t> number_of(std::string_view id) {
    std::int64_t number = 0;
    const char* const end = id.data() + id.size();
    const auto [stop, error] = std::from_chars(id.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

void resize(Evaluation& evaluation, std::size_t samples) {
    constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
    evaluation.label_probability.resize(samples, std::numeric_limits<double>::quiet_NaN());
    evaluation.right.resize(samples, 0);
    evaluation.predictions.resize(samples, -1);
    for (auto* column :
         {&evaluation.confidence, &evaluation.margin, &evaluation.el2n, &evaluation.loss})
        column->resize(samples, unknown);
}

template <typename Value>
void reorder(std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
    std::vector<Value> ordered;
    ordered.reserve(order.size());
    for (const std::uint32_t i : order) ordered.push_back(values[i]);
    values = std::move(ordered);
}

void reorder(Evaluation& evaluation, const std::vector<std::uint32_t>& order) {
    reorder(evaluation.label_probability, order);
    reorder(evaluation.right, order);
    reorder(evaluation.predictions, order);
    for (auto* column :
         {&evaluation.confidence, &evaluation.margin, &evaluation.el2n, &evaluation.loss})
        reorder(*column, order);
}

}  // namespace

void DynamicsBuilder::begin_file(std::string name) {
    file_ = std::move(name);
    last_ = samples_.size();
}

void DynamicsBuilder::add_next(const SignalLine& record, std::size_t line) {
    const std::size_t sample = index_of(record, line);
    check(record, line, samples_[sample]);
    keep_at(record, line, sample, samples_[sample].evaluations);
}

bool DynamicsBuilder::add_at(const SignalLine& record, std::size_t line, std::size_t evaluation) {
    const std::size_t sample = index_of(record, line);
    check(record, line, samples_[sample]);
    if (evaluation < evaluations_.size()) {
        const std::vector<double>& known = evaluations_[evaluation].label_probability;
        if (sample < known.size() && !std::isnan(known[sample])) return false;
    }
    keep_at(record, line, sample, evaluation);
    return true;
}

std::size_t DynamicsBuilder::index_of(const SignalLine& record, std::size_t line) {
    ++lines_;
    // Evaluations usually have the same order of samples.
    const std::size_t guess = last_ + 1 < samples_.size() ? last_ + 1 : 0;
    if (guess < samples_.size() && ids_[guess] == record.id) return last_ = guess;
    if (!is_beyond_all(record.id)) {
        expect_index();
        if (const auto found = by_id_.find(record.id); found != by_id_.end())
            return last_ = found->second;
    }
    last_ = samples_.size();
    if (last_ >= std::numeric_limits<std::int32_t>::max())
        throw Error(place(file_, line), "has too many samples");
    ids_.emplace_back(record.id);
    if (!rising_) by_id_.emplace(ids_.back(), last_);
    samples_.push_back({.label = record.label, .s_label = record.s_label, .evaluations = 0});
    if (!evaluations_.empty()) expect_room(line, evaluations_.size());
    return last_;
}

bool DynamicsBuilder::is_beyond_all(std::string_view id) {
    const auto number = rising_ ? number_of(id) : std::nullopt;
    if (!number || (max_ && *number <= *max_)) return false;
    max_ = number;
    return true;
}

void DynamicsBuilder::expect_index() {
    if (!rising_) return;
    rising_ = false;
    for (std::size_t i = 0; i < ids_.size(); ++i) by_id_.emplace(ids_[i], i);
}

void DynamicsBuilder::check(const SignalLine& record, std::size_t line, const Sample& sample) {
    if (record.label != sample.label)
        throw Error(place(file_, line), "sample ", in_quotes(record.id), " has the label ",
                    record.label, ", before it had ", sample.label);
    if (record.classes > 0) {
        if (classes_ > 0 && record.classes != classes_)
            throw Error(place(file_, line), "has ", record.classes, " classes, those before have ",
                        classes_);
        classes_ = record.classes;
    }
    const std::int32_t named = std::max(record.label, record.verdict.prediction);
    classes_named_ = std::max(classes_named_, static_cast<std::size_t>(named) + 1);
    if (classes_ > 0 && classes_named_ > classes_)
        throw Error(place(file_, line), "class ", classes_named_ - 1, " is named, expected 0..",
                    classes_ - 1, " as there are probabilities");
}

void DynamicsBuilder::expect_room(std::size_t line, std::size_t evaluations) const {
    if (samples_.size() * evaluations <= cells_per_line * lines_ + spare_cells) return;
    throw Error(place(file_, line), "there are ", samples_.size(), " samples, one of them with ",
                evaluations, " evaluations, and ", lines_,
                " lines; expected about as many evaluations of each");
}

void DynamicsBuilder::keep_at(const SignalLine& record, std::size_t line, std::size_t sample,
                              std::size_t evaluation) {
    if (evaluation >= evaluations_.size()) {
        expect_room(line, evaluation + 1);
        evaluations_.resize(evaluation + 1);
        known_.resize(evaluation + 1, 0);
    }
    Evaluation& into = evaluations_[evaluation];
    if (into.right.size() <= sample) {
        expect_room(line, evaluation + 1);
        // The first evaluation determines the size; finish truncates it.
        resize(into, std::max(samples_.size(), evaluation == 0 ? 2 * sample : 0));
    }
    keep(into, sample, record.verdict, record.label);
    into.right[sample] = record.right ? 1 : 0;
    ++samples_[sample].evaluations;
    ++known_[evaluation];
    note_oddities(record, line);
}

void DynamicsBuilder::note_oddities(const SignalLine& record, std::size_t line) {
    for (std::size_t o = 0; o < oddity_count; ++o) {
        if (!record.odd[o]) continue;
        if (odd_[o].count == 0) odd_[o].first = place(file_, line);
        ++odd_[o].count;
    }
}

void DynamicsBuilder::warn_of_oddities(std::vector<std::string>& warnings) const {
    for (std::size_t o = 0; o < oddity_count; ++o) {
        const Odd& odd = odd_[o];
        if (odd.count == 0) continue;
        std::string warning = odd.first + ": " + oddities[o];
        if (odd.count > 1) warning += " (" + std::to_string(odd.count) + " lines in all)";
        warnings.push_back(std::move(warning));
    }
}

std::vector<std::uint32_t> DynamicsBuilder::evaluations_of_samples() const {
    std::vector<std::uint32_t> counts;
    counts.reserve(samples_.size());
    for (const Sample& sample : samples_) counts.push_back(sample.evaluations);
    return counts;
}

std::vector<std::uint32_t> DynamicsBuilder::order() const {
    std::vector<std::uint32_t> order(samples_.size());
    std::iota(order.begin(), order.end(), 0U);
    if (rising_) return order;
    std::vector<std::int64_t> numbers;
    for (const std::string& id : ids_) {
        const auto number = number_of(id);
        if (!number) break;
        numbers.push_back(*number);
    }
    const bool by_number = numbers.size() == ids_.size();
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (by_number && numbers[a] != numbers[b]) return numbers[a] < numbers[b];
        return ids_[a] < ids_[b];
    });
    return order;
}

TrainingDynamics DynamicsBuilder::finish(std::vector<std::int64_t> numbers) {
    TrainingDynamics dynamics;
    warn_of_oddities(dynamics.warnings);
    const std::vector<std::uint32_t> order = this->order();
    dynamics.ids.reserve(order.size());
    dynamics.labels.reserve(order.size());
    dynamics.s_labels.reserve(order.size());
    for (const std::uint32_t i : order) {
        dynamics.ids.push_back(std::move(ids_[i]));
        dynamics.labels.push_back(samples_[i].label);
        dynamics.s_labels.push_back(samples_[i].s_label);
    }
    const bool in_order = std::is_sorted(order.begin(), order.end());
    for (std::size_t e = 0; e < evaluations_.size(); ++e) {
        Evaluation& evaluation = evaluations_[e];
        evaluation.number = numbers[e];
        resize(evaluation, samples_.size());
        if (!in_order) reorder(evaluation, order);
    }
    dynamics.evaluations = std::move(evaluations_);
    const std::size_t classes = std::max(classes_, classes_named_);
    for (std::size_t c = 0; c < classes; ++c) dynamics.classes.names.push_back(std::to_string(c));
    add_unlabelled(dynamics.classes, dynamics.labels);
    *this = {};
    return dynamics;
}

}  // namespace epochscope
