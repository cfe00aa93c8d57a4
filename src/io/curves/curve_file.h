#pragma once

#include "io/curves/series_set.h"

#include <epochscope/model/job.h>
#include <epochscope/model/training_curves.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope {

/// The curves of one file, which may be growing.
class CurveFile {
  public:
    explicit CurveFile(std::filesystem::path file) : file_(std::move(file)) {}
    virtual ~CurveFile() = default;
    CurveFile(const CurveFile&) = delete;
    CurveFile& operator=(const CurveFile&) = delete;

    /// Reads what was added since the last call. Throws Error and Cancelled; may be called again
    /// after Cancelled.
    virtual void read_on(const Job& job, unsigned threads) = 0;
    [[nodiscard]] virtual CurveSource source() const = 0;
    [[nodiscard]] virtual StepUnit steps_are() const { return StepUnit::steps; }
    /// Sentences about the current content of the file, with its name.
    [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;

    /// What the run is named by: the file, or the folder of the files that make it.
    [[nodiscard]] virtual std::filesystem::path place() const { return file_; }

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Each sorted by step.
    [[nodiscard]] const std::vector<ScalarSeries>& series() const { return set_.all(); }
    /// Moves the curves out; none are left.
    std::vector<ScalarSeries> take_series() { return std::move(set_.all()); }

  protected:
    [[nodiscard]] SeriesSet& set() { return set_; }
    [[nodiscard]] const SeriesSet& set() const { return set_; }

  private:
    std::filesystem::path file_;
    SeriesSet set_;
};

/// A reader for the format of a file, detected by its first bytes, or by its name if it is empty.
/// `is_asked`: the file itself is to be opened, and not what is found in a folder. Null if it has
/// no curves. Throws Error if it cannot be read.
std::unique_ptr<CurveFile> curve_file(const std::filesystem::path& file, bool is_asked);

/// Whether a file is a text log: its first bytes contain a log line (see LogLine and EpochLine), or
/// an epoch as Keras prints it.
bool begins_like_log(std::string_view text);

/// The folder `metrics` that a file is below, where MLflow has a file a curve; empty if there is
/// none.
std::filesystem::path metrics_folder(const std::filesystem::path& file);

/// Whether a text begins like a metric as MLflow stores it: a time in milliseconds, a value and a
/// step between blanks.
bool begins_like_metric(std::string_view text);

std::unique_ptr<CurveFile> make_event_file(const std::filesystem::path& file);
std::unique_ptr<CurveFile> make_log_file(const std::filesystem::path& file);
std::unique_ptr<CurveFile> make_metric_file(const std::filesystem::path& file);
std::unique_ptr<CurveFile> make_table_file(const std::filesystem::path& file);

}  // namespace epochscope
