#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/training_curves.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The maximum number of curves of one file; further ones are skipped with a warning.
inline constexpr std::size_t max_series = 10'000;

/// Reads the training curves of a file or folder. The content of a file determines its format:
///
/// - **TensorBoard event files** (`events.out.tfevents.*`): scalars, including those of TensorFlow
/// 2
///   (tensors of one number). The files of one folder are one run. If a later file begins at a step
///   that an earlier one has passed, the run was resumed there, and later points of the earlier
///   file do not count. A record with a wrong checksum is skipped with a warning that has its
///   offset, and so are bytes that are not records. A record that is not complete yet is left for
///   the next update.
/// - **Text logs of PCL** and similar scripts (`Epoch: [e][i/n]  Time v ( a)  ...  Acc@Proto v (
/// a)`):
///   each value, and its mean over the epoch as `Time (mean)`. Other lines are skipped and counted.
///   The step is e n + i, the epoch e + i / n.
/// - **Tables** (`.csv`): one column a curve, separated by commas, semicolons or tabs; cells may be
///   empty. A column `step` (or `iteration`, `iter`, `global_step`) has steps, a column `epoch`
///   epochs; without either, rows count. Without a header, columns are named by their numbers.
/// - **Objects of lists** (Keras' histories): a list a curve, by a list `epoch` or `step`, or by
///   epochs from 0.
/// - **MLflow's metrics**: a file a curve in a folder `metrics`, with lines of time, value, step;
///   the folder that it is in is the run.
///
/// A folder has one run for each folder of event files in it (at most eight levels deep), for each
/// `curves.csv`, `metrics.csv` or `progress.csv`, and for each `.log` or `.txt` that is a text log.
///
/// Keeps the points in memory (24 to 32 bytes each), not the files. The result does not depend on
/// the number of threads (0: all). Throws Error if nothing can be read; for a single file, with the
/// line or offset of the fault. Throws Cancelled. O(bytes).
TrainingCurves read_training_curves(const std::filesystem::path& path, const Job& job = {},
                                    unsigned threads = 0);

/// What a dataset folder has of its own curves: `curves.csv` and the folder `runs`.
std::vector<std::filesystem::path> curves_beside(const std::filesystem::path& folder);

/// Reads the curves of a run that is still in progress: each update reads the new content.
class CurveFollower {
  public:
    /// Does not read yet.
    explicit CurveFollower(const std::filesystem::path& path, unsigned threads = 0);
    ~CurveFollower();
    CurveFollower(CurveFollower&&) noexcept;
    CurveFollower& operator=(CurveFollower&&) noexcept;

    /// Reads what was added to event files and logs, tables that changed, new files, and, from the
    /// beginning, files that became shorter or were replaced. Returns whether anything is new.
    /// Throws like read_training_curves, and may be called again afterwards.
    bool update(const Job& job = {});

    /// The curves read so far.
    [[nodiscard]] TrainingCurves curves() const&;
    /// Moves the curves out; none are left.
    [[nodiscard]] TrainingCurves curves() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The `epochs_at_steps` of a folder's `info.json` (or `dataset/info.json`): the step at which each
/// of `epochs` epochs was recorded. Nothing if there is none, or, with a warning, if it is faulty.
std::optional<std::vector<double>> read_epochs_at_steps(const std::filesystem::path& folder,
                                                        std::size_t epochs,
                                                        std::vector<std::string>& warnings);

}  // namespace epochscope
