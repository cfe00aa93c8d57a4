#include "io/curves/curve_file.h"
#include "io/files/paths.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_metric = std::size_t{256} << 20U;
constexpr double milliseconds = 1000;

/// One curve of a run of MLflow, named by its path in the folder `metrics` of the run.
class MetricFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    /// Reads the whole file: it is short.
    void read_on(const Job& job, unsigned) override {
        job.reached(0);
        const std::string text = read_text(file(), max_metric);
        ScalarSeries series{name(), {}, {}};
        TableReader rows(file().string(), text, {.separator = ' ', .has_names = false});
        while (rows.next()) add(rows, series);
        replaced_ = drop_replaced(series);
        set() = {};
        *set().named(series.name) = std::move(series);
    }
    [[nodiscard]] CurveSource source() const override { return CurveSource::table; }
    [[nodiscard]] fs::path place() const override {
        const fs::path folder = metrics_folder(file());
        return folder.empty() ? file() : folder.parent_path();
    }
    [[nodiscard]] std::vector<std::string> warnings() const override {
        if (replaced_ == 0) return {};
        return {file().string() + ": the run was begun again at an earlier step; " +
                std::to_string(replaced_) + " rows that were written before do not count"};
    }

  private:
    [[nodiscard]] std::string name() const {
        const fs::path folder = metrics_folder(file());
        return (folder.empty() ? file().filename() : file().lexically_relative(folder))
            .generic_string();
    }

    /// A last line that is not whole is left for later.
    static void add(const TableReader& rows, ScalarSeries& series) {
        const auto time = rows.number(0);
        const auto value = rows.number(1);
        const bool has_steps = rows.names().size() > 2;
        const auto step = has_steps ? rows.number(2) : static_cast<double>(series.size());
        if (rows.is_unfinished() && !(time && value && step)) return;
        if (!time || !value || !step || !std::isfinite(*step))
            throw Error(rows.place(), "is no time, value and step, expected three numbers");
        series.steps.push_back(*step);
        series.values.push_back(*value);
        series.wall_times.push_back(*time / milliseconds);
    }

    std::size_t replaced_ = 0;
};

}  // namespace

fs::path metrics_folder(const fs::path& file) {
    fs::path folder = file.parent_path();
    while (folder.has_relative_path() && folder.filename() != "metrics")
        folder = folder.parent_path();
    return folder.has_relative_path() ? folder : fs::path();
}

bool begins_like_metric(std::string_view text) {
    // From 2001 to 2286.
    constexpr double earliest = 1e12;
    constexpr double latest = 1e13;
    const std::string line(text.substr(0, text.find('\n')));
    if (line.find_first_not_of("0123456789+-.eEnaNiftyI \r") != std::string::npos) return false;
    try {
        TableReader rows("", line, {.separator = ' ', .has_names = false});
        if (!rows.next() || rows.names().size() < 2 || rows.names().size() > 3) return false;
        const double time = rows.number(0).value_or(0);
        const double step = rows.names().size() > 2 ? rows.number(2).value_or(0.5) : 0;
        const bool is_time = time == std::floor(time) && time >= earliest && time < latest;
        return is_time && rows.number(1) && step == std::floor(step);
    } catch (const Error&) {
        return false;
    }
}

std::unique_ptr<CurveFile> make_metric_file(const fs::path& file) {
    return std::make_unique<MetricFile>(file);
}

}  // namespace epochscope
