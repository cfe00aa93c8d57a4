#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/column.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Where the values of a column come from.
enum class ColumnSource : std::uint8_t { series, metadata, signal, comparison };

struct ColumnInfo {
    std::string name;
    ColumnType type = ColumnType::text;
    ColumnSource source = ColumnSource::series;
};

/// All that is known of the samples of a dataset, as columns for tables, queries, colours and
/// histograms. In this order:
/// - `sample`, the index from 0; `id`, if the metadata has one; `label`, the name of its class;
/// - what was compared (see Compared), each with `compared_` before a name that is taken;
/// - the metadata. A name that another column has, whatever its case, is prefixed by `meta_`;
/// - if predictions are known: `flips`, how often the prediction changed from one epoch to the
///   next, and `first_correct`, the number of the first epoch with a right prediction;
/// - the training signals that can be computed (see Signal), but label and evaluations.
///
/// The columns of an epoch are called by its number: `prediction_at(20)` (the name of a class),
/// `confidence_at(20)`, `correct_at(20)`, `x_at(20)`, `y_at(20)`, `kept_at(20)`, the fraction of
/// preserved neighbours, 0..1, and `motion_at(20)`, the motion of the step to it (see motion_of).
/// Thread-safe.
class SampleColumns {
  public:
    /// Computes the signals; null if there are none. May take long; throws Error and Cancelled.
    using SignalMaker = std::function<std::shared_ptr<const SignalTable>(const Job& job)>;

    /// `dataset` is not null. By default, signals are computed as by dynamics_for.
    explicit SampleColumns(std::shared_ptr<const Dataset> dataset, SignalMaker make_signals = {});

    [[nodiscard]] const std::shared_ptr<const Dataset>& dataset() const { return dataset_; }
    [[nodiscard]] std::size_t sample_count() const { return dataset_->series.sample_count(); }
    /// The columns that do not depend on an epoch. O(1).
    [[nodiscard]] std::span<const ColumnInfo> list() const { return list_; }
    /// The listed column of this name; null if there is none.
    [[nodiscard]] const ColumnInfo* find(std::string_view name) const;

    /// The column of a listed name or of an epoch. The first call for a column computes it, the
    /// first for a signal computes all signals. Throws Error if there is no such column or it
    /// cannot be computed, and Cancelled.
    [[nodiscard]] Column column(std::string_view name, const Job& job = {}) const;

    /// The training signals: those of the first call, which `make` computes, or a column did. Null
    /// if there are none. Throws as `make`.
    [[nodiscard]] std::shared_ptr<const SignalTable> signals_by(const SignalMaker& make,
                                                                const Job& job = {}) const;

  private:
    [[nodiscard]] Column make(std::string_view name, const Job& job) const;
    [[nodiscard]] Column signal(Signal signal, const Job& job) const;

    std::shared_ptr<const Dataset> dataset_;
    SignalMaker make_signals_;
    std::vector<ColumnInfo> list_;
    /// The metadata by their names in the list.
    std::map<std::string, const Column*, std::less<>> metadata_;
    /// What was compared, likewise.
    std::map<std::string, const Column*, std::less<>> compared_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, Column, std::less<>> made_;
    mutable std::mutex signal_mutex_;
    mutable std::shared_ptr<const SignalTable> signals_;
};

/// A name and the number of an epoch in brackets: `prediction_at(20)`. Nothing for other texts.
struct EpochColumnName {
    std::string_view name;
    std::int64_t epoch = 0;
};
std::optional<EpochColumnName> parse_epoch_column(std::string_view text);

/// The names of the columns of an epoch: "prediction_at", "confidence_at", ...
std::span<const std::string_view> epoch_column_names();

}  // namespace epochscope
