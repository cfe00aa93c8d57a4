#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"
#include "io/recording/epoch_names.h"

#include <epochscope/io/folder_look.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/fingerprint.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Time = FolderLook::Time;

/// What others read as it grows, and what the program writes itself.
constexpr std::array<std::string_view, 4> uncounted{end_mark, "curves.csv", "runs", "review.csv"};
/// A run's projections lie this deep, with their epochs.
constexpr int deepest_looked = 4;
/// So many folders that changed last are gone through again in any case.
constexpr std::size_t rechecked = 16;
constexpr std::size_t intervals = 16;
constexpr std::string_view epochs_folder = "epochs/";

bool is_counted(const std::string& name) {
    return !name.empty() && name.front() != '.' &&
           std::ranges::find(uncounted, name) == uncounted.end();
}

Time time_of(const fs::directory_entry& entry) {
    std::error_code error;
    const Time time = entry.last_write_time(error);
    return error ? Time::min() : time;
}

/// In the order of their names.
std::vector<fs::directory_entry> entries_in(const fs::path& folder, bool& is_there) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    is_there = !error;
    for (const fs::directory_iterator end; !error && at != end; at.increment(error))
        if (is_counted(at->path().filename().string())) entries.push_back(*at);
    std::ranges::sort(entries, {}, [](const auto& entry) { return entry.path(); });
    return entries;
}

void add_file(FolderLook::Part& part, Fingerprint& stamp, const fs::directory_entry& entry) {
    std::error_code error;
    const std::uintmax_t size = entry.file_size(error);
    const Time time = time_of(entry);
    stamp.add(entry.path().filename().string());
    stamp.add(error ? std::uint64_t{0} : std::uint64_t{size});
    stamp.add(static_cast<std::uint64_t>(time.time_since_epoch().count()));
    part.changed = std::max(part.changed, time);
}

void add_folder(FolderLook::Part& part, Fingerprint& stamp, const fs::path& folder, int depth) {
    bool is_there = false;
    for (const fs::directory_entry& entry : entries_in(folder, is_there)) {
        if (!is_folder(entry.path())) {
            add_file(part, stamp, entry);
        } else if (depth < deepest_looked) {
            part.is_flat = false;
            stamp.add(entry.path().filename().string());
            add_folder(part, stamp, entry.path(), depth + 1);
        }
    }
}

/// Looks at one folder after another.
class Looking {
  public:
    Looking(const fs::path& folder, const FolderLook& before) : folder_(folder), before_(before) {
        std::vector<Time> times;
        for (const auto& [name, part] : before.parts)
            if (part.is_flat) times.push_back(part.changed);
        if (times.size() <= rechecked) return;
        std::ranges::nth_element(times, times.begin() + rechecked, std::ranges::greater());
        settled_before_ = times[rechecked];
    }

    FolderLook look() {
        for (const fs::directory_entry& entry : entries_in(folder_, look_.is_there)) {
            if (!is_folder(entry.path())) {
                add(entry);
                continue;
            }
            bool is_there = false;
            for (const fs::directory_entry& inner : entries_in(entry.path(), is_there)) add(inner);
        }
        std::error_code error;
        look_.has_ended = fs::exists(folder_ / end_mark, error);
        look_.says_live = says_live();
        look_.is_live = !look_.has_ended && (is_recorded() || look_.says_live);
        return std::move(look_);
    }

  private:
    void add(const fs::directory_entry& entry) {
        const std::string name = entry.path().lexically_relative(folder_).generic_string();
        FolderLook::Part& part = look_.parts[name];
        Fingerprint stamp;
        if (!is_folder(entry.path())) {
            add_file(part, stamp, entry);
            part.stamp = stamp.value();
            return;
        }
        part.folder_changed = time_of(entry);
        const auto known = before_.parts.find(name);
        if (known != before_.parts.end() && known->second.is_flat &&
            known->second.folder_changed == part.folder_changed &&
            known->second.changed < settled_before_) {
            part = known->second;
            return;
        }
        part.is_flat = true;
        part.changed = part.folder_changed;
        add_folder(part, stamp, entry.path(), 1);
        part.stamp = stamp.value();
    }

    /// A recorder locks this file, which stays when it is killed.
    [[nodiscard]] bool is_recorded() const {
        std::error_code error;
        return fs::exists(folder_ / ".lock", error) && look_.parts.contains("dataset/labels.npy");
    }

    /// Reads the file only if it has changed.
    [[nodiscard]] bool says_live() const {
        const auto now = look_.parts.find("info.json");
        if (now == look_.parts.end()) return false;
        const auto then = before_.parts.find("info.json");
        if (then != before_.parts.end() && then->second == now->second) return before_.says_live;
        try {
            const auto text = JsonText::from_file(folder_ / "info.json", max_info_json);
            const auto root = parse_json_tree("info.json", text.view());
            return root.is_object() && root.value("live", false);
        } catch (const std::exception&) {
            // Opening the folder says what is wrong with it.
            return false;
        }
    }

    const fs::path& folder_;
    const FolderLook& before_;
    /// Folders that changed before this are taken as they were.
    Time settled_before_ = Time::min();
    FolderLook look_;
};

/// The number of `epochs/epoch_12`.
std::optional<std::int64_t> epoch_of_part(std::string_view name) {
    if (!name.starts_with(epochs_folder)) return std::nullopt;
    const auto epoch = epoch_name(name.substr(epochs_folder.size()));
    return epoch ? std::optional(epoch->number) : std::nullopt;
}

}  // namespace

std::optional<Time> FolderLook::changed() const {
    std::optional<Time> newest;
    for (const auto& [name, part] : parts)
        newest = std::max(newest.value_or(part.changed), part.changed);
    return newest;
}

std::optional<std::chrono::duration<double>> FolderLook::usual_interval() const {
    std::vector<Time> times;
    for (const auto& [name, part] : parts)
        if (epoch_of_part(name)) times.push_back(part.changed);
    if (times.size() < 3) return std::nullopt;
    std::ranges::sort(times);
    if (times.size() > intervals + 1) times.erase(times.begin(), times.end() - intervals - 1);
    std::vector<std::chrono::duration<double>> gaps;
    for (std::size_t i = 1; i < times.size(); ++i) gaps.emplace_back(times[i] - times[i - 1]);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

FolderLook look_at_folder(const fs::path& folder, const FolderLook& before) {
    return Looking(folder, before).look();
}

std::set<std::int64_t> unchanged_epochs(const FolderLook& a, const FolderLook& b) {
    std::set<std::int64_t> numbers;
    for (const auto& [name, part] : a.parts) {
        const auto number = epoch_of_part(name);
        const auto other = b.parts.find(name);
        if (number && other != b.parts.end() && other->second == part) numbers.insert(*number);
    }
    return numbers;
}

}  // namespace epochscope
