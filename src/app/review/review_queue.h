#pragma once

#include <epochscope/analysis/label_proposal.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/query/sample_columns.h>

#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace epochscope::app {

/// A sample whose label is reviewed.
struct ReviewItem {
    std::size_t sample = 0;
    /// Signal::suspicion; NaN if it is unknown.
    double suspicion = 0;
    LabelProposal proposal;
};

/// The samples of a review, the most suspicious first.
struct ReviewQueue {
    std::vector<ReviewItem> items;
    /// Why they are in the order of their indices; empty if they are not.
    QString order_problem;
    /// How many samples more there would be.
    std::size_t left_out = 0;
};

/// More samples than this nobody reviews one by one.
inline constexpr std::size_t most_reviewed = 10'000;

/// The samples of `columns` to review: by suspicion, unknown ones last, of equals the lower index
/// first. Takes a while: not for the GUI thread. Throws Cancelled.
ReviewQueue queue_of(const SampleColumns& columns, std::vector<std::size_t> samples,
                     const Job& job = {});

}  // namespace epochscope::app
