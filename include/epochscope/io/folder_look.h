#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace epochscope {

/// What a folder that may grow looks like from outside: enough to see that it has changed, without
/// opening its arrays. Curves, event files, decisions of a review and hidden files do not count.
struct FolderLook {
    using Time = std::filesystem::file_time_type;
    /// A file, or a folder with all that it holds.
    struct Part {
        /// Of names, sizes and times of change.
        std::uint64_t stamp = 0;
        /// The newest time of change in it.
        Time changed = Time::min();
        /// Of the folder itself; `is_flat` if it holds files alone.
        Time folder_changed = Time::min();
        bool is_flat = false;
        /// By its stamp.
        friend bool operator==(const Part& a, const Part& b) { return a.stamp == b.stamp; }
    };
    /// By their paths in the folder: its files, and what lies in its folders.
    std::map<std::string, Part> parts;
    /// Whether the folder can be read.
    bool is_there = false;
    /// Whether it has a file `finished`, which a recorder leaves when the run ends.
    bool has_ended = false;
    /// Whether its `info.json` says `"live": true`.
    bool says_live = false;
    /// Whether it says so, or a recorder has begun it, and it has not ended.
    bool is_live = false;

    /// Whether it holds the same as when it was looked at before.
    [[nodiscard]] bool shows_same(const FolderLook& other) const {
        return is_there == other.is_there && parts == other.parts;
    }
    /// The newest time of change; nothing if it is empty.
    [[nodiscard]] std::optional<Time> changed() const;
    /// The median time between the last epochs of a recording, by the times of their folders;
    /// nothing of less than three epochs, and of other folders.
    [[nodiscard]] std::optional<std::chrono::duration<double>> usual_interval() const;
};

/// Looks at a folder. Never throws: what cannot be read is not there. `before` is the look before
/// it, if there was one: then an epoch's folder is gone through only if files came to it or went,
/// or if it is among those that changed last. An older one whose file is overwritten in place is
/// seen once anything else changes that file's folder.
FolderLook look_at_folder(const std::filesystem::path& folder, const FolderLook& before = {});

/// The numbers of the epochs of a recording whose folders are the same in both looks.
std::set<std::int64_t> unchanged_epochs(const FolderLook& a, const FolderLook& b);

}  // namespace epochscope
