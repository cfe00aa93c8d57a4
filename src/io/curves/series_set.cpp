#include "io/curves/series_set.h"

#include <epochscope/io/training_curves.h>

#include <algorithm>
#include <numeric>

namespace epochscope {

namespace {

void append(std::vector<double>& to, const std::vector<double>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// Truncates columns; unknown columns are empty.
void shorten(std::vector<double>& column, std::size_t size) {
    column.resize(std::min(column.size(), size));
}

void permute(std::vector<double>& column, const std::vector<std::size_t>& order) {
    if (column.empty()) return;
    std::vector<double> ordered;
    ordered.reserve(order.size());
    for (const std::size_t i : order) ordered.push_back(column[i]);
    column = std::move(ordered);
}

}  // namespace

ScalarSeries* SeriesSet::named(std::string_view name) {
    if (next_ < series_.size() && series_[next_].name == name) return &series_[next_++];
    const auto found = places_.find(name);
    if (found != places_.end()) {
        next_ = found->second + 1;
        // From the last back to the first.
        if (next_ == series_.size()) next_ = 0;
        return &series_[found->second];
    }
    full_ = full_ || series_.size() == max_series;
    if (full_) return nullptr;
    places_.emplace(name, series_.size());
    series_.push_back({std::string(name), {}, {}});
    next_ = 0;
    return &series_.back();
}

void reserve(ScalarSeries& series, std::size_t more) {
    for (auto* column : {&series.steps, &series.values, &series.wall_times})
        column->reserve(column->size() + more);
}

void append(ScalarSeries& to, const ScalarSeries& from) {
    append(to.steps, from.steps);
    append(to.values, from.values);
    append(to.wall_times, from.wall_times);
    append(to.epochs, from.epochs);
}

std::size_t cut_from(ScalarSeries& series, double step) {
    const auto first = std::lower_bound(series.steps.begin(), series.steps.end(), step);
    const auto kept = static_cast<std::size_t>(first - series.steps.begin());
    const std::size_t gone = series.size() - kept;
    for (auto* column : {&series.steps, &series.values, &series.wall_times, &series.epochs})
        shorten(*column, kept);
    return gone;
}

std::size_t drop_replaced(ScalarSeries& series) {
    if (std::is_sorted(series.steps.begin(), series.steps.end())) return 0;
    std::vector<std::size_t> kept;
    kept.reserve(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double step = series.steps[i];
        if (!kept.empty() && series.steps[kept.back()] > step)
            while (!kept.empty() && series.steps[kept.back()] >= step) kept.pop_back();
        kept.push_back(i);
    }
    const std::size_t gone = series.size() - kept.size();
    for (auto* column : {&series.steps, &series.values, &series.wall_times, &series.epochs})
        permute(*column, kept);
    return gone;
}

void put_in_order(ScalarSeries& series) {
    if (std::is_sorted(series.steps.begin(), series.steps.end())) return;
    std::vector<std::size_t> order(series.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return series.steps[a] < series.steps[b];
    });
    for (auto* column : {&series.steps, &series.values, &series.wall_times, &series.epochs})
        permute(*column, order);
}

}  // namespace epochscope
