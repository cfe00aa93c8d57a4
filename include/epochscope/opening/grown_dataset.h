#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>

namespace epochscope {

/// A dataset that goes on from one of the same folder.
struct GrownDataset {
    std::shared_ptr<const Dataset> dataset;
    /// So many of the first epochs have the positions and predictions that they had.
    std::size_t kept = 0;
    /// Whether nothing came to it: all epochs are kept, and there are no more.
    bool is_same = false;
};

/// `again`, the folder of `before` opened once more, as what goes on from it: the same samples, in
/// the same classes, with all of its epochs. Nothing if it is something else, such as a run that
/// began anew. Neighbours that were found after opening (see with_neighbours) are taken over for
/// the epochs of the numbers in `unchanged`. Reads all positions, and releases their memory: not
/// for the GUI thread. Throws Cancelled.
std::optional<GrownDataset> grown_from(const Dataset& before, Dataset again,
                                       const std::set<std::int64_t>& unchanged,
                                       const Job& job = {});

}  // namespace epochscope
