#include "io/projector/projector_files.h"

#include "io/files/paths.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_config = std::size_t{64} << 20U;
/// The step of embeddings that belong to none.
constexpr std::int64_t only_step = 1;

/// The step that is the name of a folder: digits alone.
std::optional<std::int64_t> step_of(const std::string& name) {
    std::int64_t step = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data(), end, step);
    if (error != std::errc() || stop != end || step < 0) return std::nullopt;
    return step;
}

/// The embeddings of a folder; nothing if it has none.
std::optional<ProjectorEntry> entry_in(const fs::path& folder) {
    ProjectorEntry entry;
    for (const char* name : {"meta.tsv", "metadata.tsv"})
        if (path_exists(folder / name)) entry.metadata = folder / name;
    // Of other names only those beside metadata are sure to be tensors.
    if (!entry.metadata.empty())
        for (const char* name : {"embeddings.tsv", "vecs.tsv", "vectors.tsv"})
            if (path_exists(folder / name)) entry.tensors = folder / name;
    for (const char* name : {"tensors.bytes", "tensors.tsv"})
        if (path_exists(folder / name)) entry.tensors = folder / name;
    if (entry.tensors.empty()) return std::nullopt;
    if (path_exists(folder / "sprite.png")) entry.sprite.path = folder / "sprite.png";
    return entry;
}

class Finder {
  public:
    explicit Finder(const fs::path& folder) : folder_(folder) {}

    std::map<std::string, ProjectorSteps> find() {
        for (const fs::path& step : folders_in(folder_))
            if (const auto number = step_of(step.filename().string())) find_tags(step, *number);
        read_config();
        if (found_.empty())
            if (auto entry = entry_in(folder_)) found_["default"].emplace(only_step, *entry);
        return std::move(found_);
    }

  private:
    /// Tags may hold slashes, and so be folders in folders.
    void find_tags(const fs::path& step, std::int64_t number) {
        std::error_code error;
        fs::recursive_directory_iterator it(step, error);
        if (auto entry = entry_in(step)) found_["default"].emplace(number, *std::move(entry));
        for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
            constexpr int deepest = 4;
            if (it.depth() >= deepest) it.disable_recursion_pending();
            if (!is_folder(it->path())) continue;
            if (auto entry = entry_in(it->path()))
                found_[it->path().lexically_relative(step).generic_string()].emplace(
                    number, *std::move(entry));
        }
    }

    /// What the names of files do not tell: sizes, and files of other names.
    void read_config() {
        const fs::path file = folder_ / "projector_config.pbtxt";
        if (!path_exists(file)) return;
        for (ProjectorEntry& entry :
             parse_projector_config(file.string(), read_text(file, max_config))) {
            if (entry.tensors.empty() || !path_exists(folder_ / entry.tensors)) continue;
            entry.tensors = folder_ / entry.tensors;
            for (fs::path* path : {&entry.metadata, &entry.sprite.path})
                if (!path->empty()) *path = path_exists(folder_ / *path) ? folder_ / *path : "";
            take(std::move(entry));
        }
    }

    void take(ProjectorEntry entry) {
        for (auto& [tag, steps] : found_)
            for (auto& [step, known] : steps)
                if (known.tensors == entry.tensors.lexically_normal()) {
                    known.shape = std::move(entry.shape);
                    if (!entry.sprite.path.empty()) known.sprite = std::move(entry.sprite);
                    if (!entry.metadata.empty()) known.metadata = std::move(entry.metadata);
                    return;
                }
        std::string tag = entry.name.empty() ? "default" : entry.name;
        found_[std::move(tag)].emplace(only_step, std::move(entry));
    }

    const fs::path& folder_;
    std::map<std::string, ProjectorSteps> found_;
};

}  // namespace

bool has_projector_tensors(const fs::path& folder) { return entry_in(folder).has_value(); }

bool is_projector_tensors(const fs::path& file) {
    const auto entry = entry_in(file.parent_path());
    return entry && entry->tensors == file;
}

std::map<std::string, ProjectorSteps> find_projector_files(const fs::path& folder) {
    return Finder(folder).find();
}

}  // namespace epochscope
