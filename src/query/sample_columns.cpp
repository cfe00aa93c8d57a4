#include "query/missing_epoch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/query/sample_columns.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

namespace epochscope {

namespace {

constexpr std::array<std::string_view, 7> at_names{
    "prediction_at", "confidence_at", "correct_at", "x_at", "y_at", "kept_at", "motion_at"};

/// Signals that are columns of their own, or tell of the evaluations and not of the sample.
bool is_listed(Signal signal) {
    return signal != Signal::label && signal != Signal::s_label && signal != Signal::evaluations;
}

bool may_have_signals(const EpochSeries& series) {
    return series.has_predictions() && series.has_confidence();
}

std::shared_ptr<const SignalTable> default_signals(const Dataset& dataset, const Job& job) {
    return std::make_shared<const SignalTable>(signals_for(dataset, job).table);
}

Column index_column(std::size_t samples) {
    std::vector<std::int64_t> indices(samples);
    std::iota(indices.begin(), indices.end(), std::int64_t{0});
    return Column::of_whole("sample", ColumnType::whole, std::move(indices));
}

/// Codes of classes, whose memory the series keeps alive.
Column class_column(std::string name, const EpochSeries& series,
                    std::span<const std::int32_t> codes) {
    const auto owner = std::make_shared<const EpochSeries>(series);
    return {std::move(name), ColumnType::text, Column::Categories{codes, owner->classes().names},
            owner};
}

Column flips_of(const EpochSeries& series) {
    std::vector<std::int64_t> flips(series.sample_count(), 0);
    std::vector<std::int32_t> last(series.sample_count(), -1);
    for (const Epoch& epoch : series.epochs())
        for (std::size_t i = 0; i < epoch.predictions.size(); ++i) {
            const std::int32_t prediction = epoch.predictions[i];
            if (prediction < 0) continue;
            if (last[i] >= 0 && last[i] != prediction) ++flips[i];
            last[i] = prediction;
        }
    return Column::of_whole("flips", ColumnType::whole, std::move(flips));
}

Column first_correct_of(const EpochSeries& series) {
    std::vector<std::int64_t> first(series.sample_count(), Column::missing);
    for (const Epoch& epoch : series.epochs())
        for (std::size_t i = 0; i < epoch.predictions.size(); ++i)
            if (first[i] == Column::missing && epoch.predictions[i] == series.labels()[i])
                first[i] = epoch.number;
    return Column::of_whole("first_correct", ColumnType::whole, std::move(first));
}

/// Unknown where the label or the prediction is.
Column correct_at(std::string name, const EpochSeries& series, const Epoch& epoch) {
    std::vector<std::int64_t> correct(series.sample_count(), Column::missing);
    for (std::size_t i = 0; i < epoch.predictions.size(); ++i)
        if (epoch.predictions[i] >= 0 && series.classes().is_labelled(series.labels()[i]))
            correct[i] = epoch.predictions[i] == series.labels()[i] ? 1 : 0;
    return Column::of_whole(std::move(name), ColumnType::truth, std::move(correct));
}

Column coordinate_at(std::string name, const Epoch& epoch, float Point::*coordinate) {
    std::vector<double> values(epoch.positions.size());
    std::ranges::transform(epoch.positions, values.begin(), [&](const Point& point) {
        return static_cast<double>(point.*coordinate);
    });
    return Column::of_real(std::move(name), std::move(values));
}

Column unknown_reals(std::string name, std::size_t samples) {
    return Column::of_real(std::move(name), std::vector<double>(samples, std::nan("")));
}

/// Views values of which another object keeps the memory.
Column float_column(std::string name, std::span<const float> values, std::size_t samples,
                    std::shared_ptr<const void> owner) {
    if (values.size() != samples) return unknown_reals(std::move(name), samples);
    return {std::move(name), ColumnType::real, values, std::move(owner)};
}

Column epoch_column(const Dataset& dataset, const EpochColumnName& wanted) {
    const EpochSeries& series = dataset.series;
    const auto index = series.find_epoch(wanted.epoch);
    const std::string name = std::string(wanted.name) + "(" + std::to_string(wanted.epoch) + ")";
    if (!index)
        throw Error(name, missing_epoch(series, wanted.epoch, std::to_string(wanted.epoch)));
    const Epoch& epoch = series.epoch(*index);
    const std::size_t samples = series.sample_count();
    if (wanted.name == "x_at") return coordinate_at(name, epoch, &Point::x);
    if (wanted.name == "y_at") return coordinate_at(name, epoch, &Point::y);
    if (wanted.name == "correct_at") return correct_at(name, series, epoch);
    if (wanted.name == "confidence_at")
        return float_column(name, epoch.confidence, samples,
                            std::make_shared<const EpochSeries>(series));
    if (wanted.name == "kept_at" || wanted.name == "motion_at") {
        if (!dataset.trust) return unknown_reals(name, samples);
        const auto& rows =
            wanted.name == "kept_at" ? dataset.trust->preserved : dataset.trust->motion;
        return float_column(name, *index < rows.size() ? rows[*index] : std::span<const float>{},
                            samples, dataset.trust);
    }
    if (epoch.predictions.empty())
        return Column::of_categories(name, std::vector<std::int32_t>(samples, -1), {});
    return class_column(name, series, epoch.predictions);
}

}  // namespace

SampleColumns::SampleColumns(std::shared_ptr<const Dataset> dataset, SignalMaker make_signals)
    : dataset_(std::move(dataset)), make_signals_(std::move(make_signals)) {
    if (!make_signals_)
        make_signals_ = [dataset = dataset_](const Job& job) {
            return default_signals(*dataset, job);
        };
    const EpochSeries& series = dataset_->series;
    std::vector<ColumnInfo> computed;
    if (series.has_predictions()) {
        computed.push_back({"flips", ColumnType::whole, ColumnSource::series});
        computed.push_back({"first_correct", ColumnType::whole, ColumnSource::series});
    }
    if (may_have_signals(series))
        for (std::size_t i = 0; i < signal_count; ++i)
            if (const auto signal = static_cast<Signal>(i); is_listed(signal))
                computed.push_back({std::string(name_of(signal)),
                                    info_of(signal).is_count ? ColumnType::whole : ColumnType::real,
                                    ColumnSource::signal});

    // Names that metadata cannot have, in lower case: SQL tells none apart by case.
    std::set<std::string, std::less<>> taken{"sample", "label",      "prediction", "epoch",
                                             "x",      "confidence", "correct",    "y"};
    for (const ColumnInfo& info : computed) taken.insert(info.name);
    list_.push_back({"sample", ColumnType::whole, ColumnSource::series});
    std::vector<ColumnInfo> known;
    if (dataset_->metadata)
        for (const Column& column : dataset_->metadata->columns) {
            std::string name = column.name();
            while (parse_epoch_column(name) || !taken.insert(in_lower_case(name)).second)
                name.insert(0, "meta_");
            metadata_.emplace(name, &column);
            (name == "id" ? list_ : known).push_back({name, column.type(), ColumnSource::metadata});
        }
    list_.push_back({"label", ColumnType::text, ColumnSource::series});
    if (dataset_->compared)
        for (const Column& column : dataset_->compared->columns) {
            std::string name = column.name();
            while (!taken.insert(in_lower_case(name)).second) name.insert(0, "compared_");
            compared_.emplace(name, &column);
            list_.push_back({name, column.type(), ColumnSource::comparison});
        }
    list_.insert(list_.end(), known.begin(), known.end());
    list_.insert(list_.end(), computed.begin(), computed.end());
}

const ColumnInfo* SampleColumns::find(std::string_view name) const {
    const auto found = std::ranges::find(list_, name, &ColumnInfo::name);
    return found == list_.end() ? nullptr : &*found;
}

Column SampleColumns::column(std::string_view name, const Job& job) const {
    {
        const std::lock_guard lock(mutex_);
        if (const auto made = made_.find(name); made != made_.end()) return made->second;
    }
    Column column = make(name, job);
    // Columns of an epoch are quickly made, and there may be as many as epochs.
    if (find(name) == nullptr) return column;
    const std::lock_guard lock(mutex_);
    return made_.emplace(std::string(name), std::move(column)).first->second;
}

Column SampleColumns::make(std::string_view name, const Job& job) const {
    const EpochSeries& series = dataset_->series;
    if (const auto found = metadata_.find(name); found != metadata_.end())
        return found->second->renamed(std::string(name));
    if (const auto found = compared_.find(name); found != compared_.end())
        return found->second->renamed(std::string(name));
    if (const auto wanted = parse_epoch_column(name)) return epoch_column(*dataset_, *wanted);
    if (find(name) == nullptr) throw Error(std::string(name), "there is no such column");
    if (name == "sample") return index_column(series.sample_count());
    if (name == "label") return class_column("label", series, series.labels());
    if (name == "flips") return flips_of(series);
    if (name == "first_correct") return first_correct_of(series);
    return signal(*signal_named(name), job);
}

std::shared_ptr<const SignalTable> SampleColumns::signals_by(const SignalMaker& make,
                                                             const Job& job) const {
    const std::lock_guard lock(signal_mutex_);
    if (!signals_) signals_ = make(job);
    return signals_;
}

Column SampleColumns::signal(Signal signal, const Job& job) const {
    const std::shared_ptr<const SignalTable> signals = signals_by(make_signals_, job);
    std::string name(name_of(signal));
    if (!signals) throw Error(name, "the training signals are not known");
    const std::span<const double> values = (*signals)[signal];
    if (!info_of(signal).is_count) return {std::move(name), ColumnType::real, values, signals};
    std::vector<std::int64_t> counts(values.size());
    std::ranges::transform(values, counts.begin(), [](double value) {
        return std::isnan(value) ? Column::missing : static_cast<std::int64_t>(value);
    });
    return Column::of_whole(std::move(name), ColumnType::whole, std::move(counts));
}

std::optional<EpochColumnName> parse_epoch_column(std::string_view text) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || text.back() != ')') return std::nullopt;
    EpochColumnName column{.name = text.substr(0, open)};
    if (std::ranges::find(at_names, column.name) == at_names.end()) return std::nullopt;
    const char* const end = text.data() + text.size() - 1;
    const auto [stop, error] = std::from_chars(text.data() + open + 1, end, column.epoch);
    if (error != std::errc() || stop != end) return std::nullopt;
    return column;
}

std::span<const std::string_view> epoch_column_names() { return at_names; }

}  // namespace epochscope
