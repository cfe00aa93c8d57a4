#pragma once

#include <epochscope/analysis/run_report.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <memory>

namespace epochscope {

struct GatherOptions {
    /// Whether it measures whatever time that takes. Otherwise what would take more than some tens
    /// of seconds is left out, and said so: see Absence.
    bool measure_all = false;
    /// The most suspects, and the most pairs of classes, that are listed.
    std::size_t suspects = 24;
    std::size_t pairs = 10;
    /// 0: all. The result does not depend on it.
    int threads = 0;
};

/// Gathers what a report says of an open folder: with the options that the verbs `metrics`,
/// `health` and `datamap` have by default, so that their numbers are these. Metrics and health are
/// those of the recording, which is the folder or was projected into it. What cannot be had is a
/// Finding without a value, or a warning. Throws Error if the series lost data, and Cancelled.
RunReport gather_report(std::shared_ptr<const Dataset> dataset, const GatherOptions& options = {},
                        const Job& job = {});

}  // namespace epochscope
