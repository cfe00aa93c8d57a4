#include "io/arrays/array_memory.h"
#include "io/files/paths.h"
#include "io/npy/shape_text.h"
#include "io/prototypes/prototypes_json.h"
#include "io/recording/epoch_table.h"

#include <epochscope/io/file.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// About 100,000 epochs of 300 columns.
constexpr std::size_t max_table = std::size_t{128} << 20U;

EpochTable table_in(const fs::path& file) {
    return parse_epoch_table(file.filename().string(), read_text(file, max_table));
}

class Reader {
  public:
    Reader(const fs::path& folder, const EpochSeries& series, const Job& job)
        : folder_(folder),
          series_(series),
          job_(job),
          info_(parse_prototypes_info(read_text(folder / prototypes_json, max_prototypes_json))) {
        std::vector<std::size_t> rows(info_.epochs.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        memory_ = std::make_shared<ArrayMemory>(std::move(rows));
        for (const std::int64_t number : info_.epochs) epochs_.push_back(series.find_epoch(number));
    }

    Prototypes read(std::vector<std::string>& warnings) {
        Prototypes& made = info_.prototypes;
        const EpochTable signals = table_in(folder_ / "signals.csv");
        for (PrototypeLevel& level : made.levels) {
            if (job_.stop.stop_requested()) throw Cancelled();
            read_arrays(level);
            std::string suffix = "_";
            suffix += std::to_string(level.count);
            level.curves = curves_of(signals, suffix);
            level.multiplicities = curves_of(
                table_in(folder_ / std::to_string(level.count) / "multiplicities.csv"), "");
        }
        if (const auto strange = std::count(epochs_.begin(), epochs_.end(), std::nullopt);
            strange > 0)
            warnings.push_back(std::string(prototypes_json) + ": has " + std::to_string(strange) +
                               " epochs that the folder does not have; they are left out");
        const auto& said = memory_->warnings();
        warnings.insert(warnings.end(), said.begin(), said.end());
        made.memory = memory_;
        return std::move(made);
    }

  private:
    using Shape = std::vector<std::size_t>;

    [[nodiscard]] NpyArray open(const PrototypeLevel& level, const char* name, Shape expected,
                                std::size_t free_axes = 0) const {
        const std::string count = std::to_string(level.count);
        NpyArray array = NpyArray::open(folder_ / count / (std::string(name) + ".npy"));
        Shape shape = array.shape();
        expected.insert(expected.begin(), info_.epochs.size());
        const bool fits = shape.size() == expected.size() + free_axes &&
                          std::equal(expected.begin(), expected.end(), shape.begin());
        if (!fits)
            throw Error(count + "/" + name + ".npy", "has the shape ", shape_text(shape),
                        ", expected ", shape_text(expected),
                        free_axes > 0 ? " and one axis more" : "");
        return array;
    }

    void read_arrays(PrototypeLevel& level) {
        const std::size_t samples = series_.sample_count();
        const NpyArray centres = open(level, "centres", {level.count}, 1);
        const NpyArray nearest = open(level, "nearest", {samples}, 1);
        level.listed = nearest.shape()[2];
        const auto all_centres = memory_->reals_of(centres, job_);
        const auto assignments = integers(level, "assignments", {samples});
        const auto counts = integers(level, "counts", {level.count});
        const auto concentration = reals(level, "concentration", {level.count});
        const auto places = reals(level, "places", {level.count, 2});
        const auto all_nearest = memory_->integers_of(nearest, job_);
        const auto squares = reals(level, "squares", {samples, level.listed});
        const auto hinges = integers(level, "hinges", {samples});
        level.epochs.resize(series_.epoch_count());
        for (std::size_t row = 0; row < epochs_.size(); ++row) {
            if (!epochs_[row]) continue;
            PrototypeEpoch& epoch = level.epochs[*epochs_[row]];
            epoch.centres = {part(all_centres, row), centres.shape()[2]};
            epoch.assignments = part(assignments, row);
            epoch.counts = part(counts, row);
            epoch.concentration = part(concentration, row);
            const auto place = part(places, row);
            epoch.positions = {reinterpret_cast<const Point*>(place.data()), level.count};
            epoch.nearest = part(all_nearest, row);
            epoch.squares = part(squares, row);
            epoch.hinges = part(hinges, row);
        }
    }

    std::span<const std::int32_t> integers(const PrototypeLevel& level, const char* name,
                                           Shape expected) {
        return memory_->integers_of(open(level, name, std::move(expected)), job_);
    }
    std::span<const float> reals(const PrototypeLevel& level, const char* name, Shape expected) {
        return memory_->reals_of(open(level, name, std::move(expected)), job_);
    }

    template <typename T>
    [[nodiscard]] std::span<const T> part(std::span<const T> values, std::size_t row) const {
        const std::size_t length = values.size() / epochs_.size();
        return values.subspan(row * length, length);
    }

    /// The columns with this suffix, named without it.
    [[nodiscard]] std::vector<PrototypeCurve> curves_of(const EpochTable& table,
                                                        const std::string& suffix) const {
        std::vector<PrototypeCurve> curves;
        for (std::size_t c = 0; c < table.names.size(); ++c) {
            if (!table.names[c].ends_with(suffix)) continue;
            PrototypeCurve& curve = curves.emplace_back();
            curve.name = table.names[c].substr(0, table.names[c].size() - suffix.size());
            curve.values.resize(series_.epoch_count());
            for (const EpochTable::Row& row : table.rows)
                if (const auto epoch = series_.find_epoch(row.epoch))
                    curve.values[*epoch] = row.cells[c];
        }
        return curves;
    }

    fs::path folder_;
    const EpochSeries& series_;
    const Job& job_;
    PrototypesInfo info_;
    /// The epoch of each row in the series.
    std::vector<std::optional<std::size_t>> epochs_;
    std::shared_ptr<ArrayMemory> memory_;
};

}  // namespace

std::shared_ptr<const Prototypes> read_prototypes(const fs::path& folder, const EpochSeries& series,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job) {
    const fs::path own = folder / prototypes_folder;
    if (!path_exists(own / prototypes_json)) return nullptr;
    try {
        return std::make_shared<const Prototypes>(Reader(own, series, job).read(warnings));
    } catch (const Error& error) {
        warnings.push_back(std::string(prototypes_folder)
                               .append(": ")
                               .append(error.what())
                               .append("; prototypes are left out"));
        return nullptr;
    }
}

}  // namespace epochscope
