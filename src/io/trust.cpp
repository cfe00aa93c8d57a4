#include "io/arrays/array_memory.h"
#include "io/files/paths.h"
#include "io/metadata/samples_file.h"
#include "io/npy/array_file.h"
#include "io/npy/shape_text.h"
#include "io/recording/epoch_table.h"

#include <epochscope/io/file.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/trust.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <sstream>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr const char* curves_name = "trust.csv";
constexpr const char* kept_name = "kept_neighbours.npy";
constexpr const char* samples_name = "trust_samples.csv";
constexpr const char* motion_name = "motion.npy";
/// About 100,000 epochs.
constexpr std::size_t max_curves = std::size_t{32} << 20U;

/// For each epoch of a series its row; nothing if there is none.
using RowsOfEpochs = std::vector<std::optional<std::size_t>>;

RowsOfEpochs rows_of(const EpochTable& table, const EpochSeries& series,
                     std::vector<std::string>& warnings) {
    RowsOfEpochs rows(series.epoch_count());
    std::size_t unknown = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto epoch = series.find_epoch(table.rows[row].epoch);
        if (epoch) rows[*epoch] = row;
        unknown += epoch ? 0 : 1;
    }
    if (unknown > 0)
        warnings.push_back(std::string(curves_name) + ": has " + std::to_string(unknown) +
                           " epochs that the folder does not have; they are left out");
    return rows;
}

std::vector<TrustCurve> curves_of(const EpochTable& table, const RowsOfEpochs& rows) {
    std::vector<TrustCurve> curves;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        TrustCurve& curve = curves.emplace_back(TrustCurve{table.names[c], {}});
        for (const auto& row : rows)
            curve.values.push_back(row ? table.rows[*row].cells[c] : std::nullopt);
    }
    return curves;
}

/// Reads arrays with a value for each row of the table and each sample.
class RowReader {
  public:
    RowReader(std::size_t rows, std::size_t samples)
        : rows_(rows), samples_(samples), memory_(std::make_shared<ArrayMemory>(in_order(rows))) {}

    /// For each epoch its row.
    std::vector<std::span<const float>> read(const fs::path& file, const RowsOfEpochs& rows,
                                             const Job& job) {
        const NpyArray array = NpyArray::open(file);
        if (array.shape() != std::vector<std::size_t>{rows_, samples_})
            throw Error(file.filename().string(), "has the shape ", shape_text(array.shape()),
                        ", expected (", rows_, ", ", samples_, "): the rows of ", curves_name,
                        " and the samples");
        const std::span<const float> values = memory_->reals_of(array, job);
        std::vector<std::span<const float>> read;
        for (const auto& row : rows)
            read.push_back(row ? values.subspan(*row * samples_, samples_)
                               : std::span<const float>{});
        return read;
    }
    [[nodiscard]] std::shared_ptr<const ArrayMemory> memory() const { return memory_; }

  private:
    // Trust is never released by epoch, so rows stay in order.
    static std::vector<std::size_t> in_order(std::size_t rows) {
        std::vector<std::size_t> order(rows);
        std::iota(order.begin(), order.end(), std::size_t{0});
        return order;
    }

    std::size_t rows_;
    std::size_t samples_;
    std::shared_ptr<ArrayMemory> memory_;
};

/// Whether the table has the epochs of the series and no others: steps lead from one to the next.
bool has_same_epochs(const RowsOfEpochs& rows, std::size_t row_count) {
    return rows.size() == row_count &&
           std::ranges::all_of(rows, [](const auto& row) { return row.has_value(); });
}

void read_arrays(Trust& trust, const fs::path& folder, const RowsOfEpochs& rows,
                 std::size_t row_count, std::size_t samples, std::vector<std::string>& warnings,
                 const Job& job) {
    RowReader reader(row_count, samples);
    trust.memory = reader.memory();
    const auto read = [&](const char* name, std::vector<std::span<const float>>& into) {
        if (!path_exists(folder / name)) return;
        try {
            into = reader.read(folder / name, rows, job);
            trust.files.push_back((folder / name).string());
        } catch (const Error& error) {
            warnings.push_back(std::string(error.what()) + "; it is left out");
        }
    };
    read(kept_name, trust.preserved);
    if (has_same_epochs(rows, row_count)) read(motion_name, trust.motion);
    for (std::string& warning : reader.memory()->warnings()) warnings.push_back(std::move(warning));
}

/// Empty where a value is not defined.
std::string samples_text(const std::vector<SampleTrust>& columns, std::size_t samples) {
    std::ostringstream text;
    text << "sample";
    for (const SampleTrust& column : columns) text << ',' << column.name;
    text << '\n' << std::setprecision(6);
    for (std::size_t i = 0; i < samples; ++i) {
        text << i;
        for (const SampleTrust& column : columns) {
            text << ',';
            if (!std::isnan(column.values[i])) text << column.values[i];
        }
        text << '\n';
    }
    return text.str();
}

}  // namespace

std::vector<Column> read_trust_samples(const fs::path& folder, std::size_t samples,
                                       std::vector<std::string>& warnings, const Job& job) {
    if (!path_exists(folder / samples_name)) return {};
    try {
        return read_samples(folder / samples_name, {.count = samples}, warnings, job);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; it is left out");
        return {};
    }
}

std::shared_ptr<const Trust> read_trust(const fs::path& folder, const EpochSeries& series,
                                        std::vector<std::string>& warnings, const Job& job) {
    const fs::path file = folder / curves_name;
    if (!path_exists(file)) return nullptr;
    const auto trust = std::make_shared<Trust>();
    try {
        const EpochTable table = parse_epoch_table(curves_name, read_text(file, max_curves));
        const RowsOfEpochs rows = rows_of(table, series, warnings);
        trust->curves = curves_of(table, rows);
        trust->files.push_back(file.string());
        read_arrays(*trust, folder, rows, table.rows.size(), series.sample_count(), warnings, job);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; it is left out");
    }
    trust->preserved.resize(series.epoch_count());
    return trust->files.empty() ? nullptr : trust;
}

namespace {

std::string curves_text(const Trust& trust, std::span<const std::int64_t> epochs) {
    EpochTable table;
    for (const TrustCurve& curve : trust.curves) table.names.push_back(curve.name);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        EpochTable::Row& row = table.rows.emplace_back(EpochTable::Row{epochs[e], {}});
        for (const TrustCurve& curve : trust.curves) row.cells.push_back(curve.values[e]);
    }
    return text_of(table);
}

}  // namespace

void write_trust_curves(const Trust& trust, std::span<const std::int64_t> epochs,
                        const fs::path& file) {
    OutputFile output(file);
    output.write(curves_text(trust, epochs));
    output.finish();
}

void write_trust(const Trust& trust, std::span<const std::int64_t> epochs, std::size_t samples,
                 const fs::path& folder) {
    clear_leftovers(folder);
    // All are written before any takes its place, so that they are of one measurement.
    OutputFile curves(folder / curves_name);
    curves.write(curves_text(trust, epochs));
    std::optional<OutputFile> columns;
    if (!trust.samples.empty()) {
        columns.emplace(folder / samples_name);
        columns->write(samples_text(trust.samples, samples));
    }
    const auto write_rows = [&](ArrayFile<float>& file,
                                const std::vector<std::span<const float>>& rows) {
        for (const std::span<const float> row : rows)
            file.write_or_fill(row, samples, std::numeric_limits<float>::quiet_NaN());
    };
    const std::initializer_list<std::size_t> shape{epochs.size(), samples};
    ArrayFile<float> kept(folder / kept_name, shape);
    write_rows(kept, trust.preserved);
    std::optional<ArrayFile<float>> motion;
    if (!trust.motion.empty()) {
        motion.emplace(folder / motion_name, shape);
        write_rows(*motion, trust.motion);
    }
    kept.finish();
    // One of a measurement before must not pass for this one's.
    std::error_code ignored;
    if (motion)
        motion->finish();
    else
        fs::remove(folder / motion_name, ignored);
    if (columns) columns->finish();
    curves.finish();
}

}  // namespace epochscope
