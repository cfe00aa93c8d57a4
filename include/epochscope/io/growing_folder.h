#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// An array folder that grows by an epoch at a time, while others may read it. Rows are appended to
/// its arrays; `info.json`, replaced last, says how many epochs are whole, and `"live": true` that
/// arrays may have more rows. So whoever opens the folder sees whole epochs only, and a folder
/// whose writer was killed opens and can be gone on with. One writer at a time.
class GrowingFolder {
  public:
    /// Goes on with a folder that has begun, or will begin one where there is none, or an empty
    /// one. `has_one_map`: all epochs have the same map, instead of one each. Throws Error where
    /// something else is there or the folder is broken.
    GrowingFolder(std::filesystem::path folder, bool has_one_map);

    /// The numbers of the whole epochs, in the order in which they were added.
    [[nodiscard]] std::span<const std::int64_t> epochs() const { return epochs_; }

    /// Adds the epoch of a dataset of one epoch, whose number must be greater than those that are
    /// there. Samples, classes, pictures and what is known of the samples come with the first one.
    /// `source` says what makes the folder. Does as much work for any number of epochs, but for
    /// `info.json`; arrays whose rows must become longer are written anew. Throws Error if it
    /// cannot be written (disk full) or values do not fit; the folder then has the epochs that it
    /// had.
    void append(Dataset epoch, const std::map<std::string, std::string>& source,
                const Job& job = {});

    /// The folder is whole and grows no more: removes "live", and rows that do not count.
    void finish();

  private:
    void begin(const std::filesystem::path& made);
    void add(const std::filesystem::path& made);

    std::filesystem::path folder_;
    bool has_one_map_;
    std::vector<std::int64_t> epochs_;
};

}  // namespace epochscope
