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

/// How many different curves are read of one file; others are left out with a warning.
inline constexpr std::size_t max_series = 10'000;

/// Reads the curves that a run wrote. What a file is, its content tells:
///
/// - **TensorBoard event files** (`events.out.tfevents.*`): their scalars, also those of TensorFlow
///   2, which are tensors of one number. Files of one folder are one run; where a later file begins
///   at a step that an earlier one had passed, the run was taken up there again, and what came
///   after that step does not count. A record whose checksum is wrong is left out, with a warning
///   that names its offset, as is what cannot be told apart as records; records that are no longer
///   than their file are read and what begins beyond its end is left for later.
/// - **PCL's text log** (`Epoch: [e][i/n]  Time v ( a)  ...  Acc@Proto v ( a)`), as many other
///   scripts write it: each value, and beside it its mean over the epoch as `Time (mean)`. Other
///   lines are passed over and counted. Steps are e n + i, and lie at e + i / n epochs.
/// - **Tables** (`.csv`): a column for each curve, separated by commas, semicolons or tabs; cells
///   may be empty. `step` (or `iteration`, `iter`, `global_step`) counts steps and `epoch` epochs,
///   wherever these columns are; without either, rows count. Without a line of names columns are
///   called by their numbers.
///
/// A folder holds one run for each folder of event files in it (up to eight folders deep), each
/// `curves.csv`, `metrics.csv` or `progress.csv`, and each `.log` or `.txt` that is a log as above.
///
/// Holds the points (24 to 32 bytes each), not the files. The same for any number of threads (0:
/// all there are). Throws Error where nothing can be read, or, of a single file, what is wrong by
/// line or offset; Cancelled when stopped. O(bytes).
TrainingCurves read_training_curves(const std::filesystem::path& path, const Job& job = {},
                                    unsigned threads = 0);

/// The same, for a run that is still going: reads what came, as often as it is asked to.
class CurveFollower {
  public:
    /// Reads nothing yet.
    explicit CurveFollower(const std::filesystem::path& path, unsigned threads = 0);
    ~CurveFollower();
    CurveFollower(CurveFollower&&) noexcept;
    CurveFollower& operator=(CurveFollower&&) noexcept;

    /// Reads what is new: of event files and logs only what was added, of a table all of it when it
    /// has changed; whatever became shorter or was replaced from its beginning. Files that are
    /// there for the first time are read too. Returns whether there was anything new. Throws as
    /// read_training_curves, and may be asked again afterwards.
    bool update(const Job& job = {});

    /// What is known until now.
    [[nodiscard]] TrainingCurves curves() const&;
    /// The same without a copy, after which there is nothing more to be had.
    [[nodiscard]] TrainingCurves curves() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What `epochs_at_steps` in a folder's `info.json` (or `dataset/info.json`) says: at which step of
/// the run each of `epochs` epochs was recorded, in their order; nothing where it is not there.
/// What is broken is a warning.
std::optional<std::vector<double>> read_epochs_at_steps(const std::filesystem::path& folder,
                                                        std::size_t epochs,
                                                        std::vector<std::string>& warnings);

}  // namespace epochscope
