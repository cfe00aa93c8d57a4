#include "export/json_value.h"

#include <epochscope/export/workspace.h>
#include <epochscope/io/file.h>
#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <array>
#include <limits>
#include <span>
#include <utility>

namespace epochscope {
namespace {

using nlohmann::json;

constexpr std::size_t max_bytes = std::size_t{32} << 20U;
constexpr std::int64_t max_panel_length = 100'000;
constexpr int version = 1;
constexpr const char* version_key = "epochscope";
constexpr std::size_t max_name = 1000;
constexpr double max_playhead = 1e9;

/// What chooses between the contents of a dataset, by its key.
struct Choice {
    const char* key;
    std::string OpenOptions::*member;
};
constexpr std::array choices{
    Choice{"projection", &OpenOptions::projection},
    Choice{"labels", &OpenOptions::labels},
    Choice{"key", &OpenOptions::key},
    Choice{"labels_key", &OpenOptions::labels_key},
    Choice{"columns", &OpenOptions::columns},
    Choice{"epochs", &OpenOptions::epochs},
};

std::filesystem::path absolute_path(const std::filesystem::path& path,
                                    const std::filesystem::path& folder) {
    return (folder / path).lexically_normal();
}

/// Relative if the way there does not lead through the root.
std::string stored_path(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
    const std::filesystem::path relative = whole.lexically_relative(folder);
    if (relative.empty()) return whole.string();
    std::filesystem::path top = folder;
    for (const auto& part : relative) {
        if (part != "..") break;
        top = top.parent_path();
    }
    return top == top.root_path() ? whole.string() : relative.string();
}

std::string name_of(const JsonValue& value) {
    std::string name = value.text();
    if (name.size() > max_name) value.differs("a text of at most 1000 bytes");
    return name;
}

/// The text of a member that is an object, and what remains of the others.
std::string taken(json& object, const char* key) {
    const auto found = object.find(key);
    std::string text = found != object.end() ? one_line(*found) : std::string();
    object.erase(key);
    return text;
}

Bookmark bookmark_of(const JsonValue& value) {
    Bookmark bookmark;
    value.member("name", [&](const JsonValue& v) { bookmark.name = name_of(v); });
    bool has_view = false;
    value.member("view", [&](const JsonValue& v) { has_view = v.json().is_object(); });
    if (!has_view) value.differs("an object with a view");
    json rest = value.json();
    bookmark.view = taken(rest, "view");
    rest.erase("name");
    if (!rest.empty()) bookmark.kept = one_line(rest);
    return bookmark;
}

WorkspacePanel panel_of(const JsonValue& value) {
    WorkspacePanel panel;
    const auto read = [&](const char* key, int& length) {
        value.member(key, [&](const JsonValue& v) {
            length = static_cast<int>(v.integer(0, max_panel_length));
        });
    };
    value.member("name", [&](const JsonValue& v) { panel.name = name_of(v); });
    read("width", panel.width);
    read("height", panel.height);
    return panel;
}

json json_of(const WorkspacePanel& panel) {
    return {{"name", panel.name}, {"width", panel.width}, {"height", panel.height}};
}

/// A dataset's path; its choices become `contents`.
std::filesystem::path read_dataset(const JsonValue& value, const std::filesystem::path& folder,
                                   OpenOptions& contents) {
    for (const Choice& choice : choices)
        value.member(choice.key, [&](const JsonValue& v) { contents.*choice.member = v.text(); });
    if (!contents.labels.empty()) contents.labels = absolute_path(contents.labels, folder).string();
    std::string path;
    value.member("path", [&](const JsonValue& v) { path = v.text(); });
    if (path.empty() || path.find('\0') != std::string::npos)
        value.differs("an object with a path");
    return absolute_path(path, folder);
}

/// The other way round, with the keys that are kept.
json json_of(const std::filesystem::path& path, const OpenOptions& contents, const json& kept,
             const std::filesystem::path& folder) {
    json dataset{{"path", stored_path(path, folder)}};
    for (const Choice& choice : choices)
        if (const std::string& text = contents.*choice.member; !text.empty())
            dataset[choice.key] =
                choice.member == &OpenOptions::labels ? stored_path(text, folder) : text;
    if (kept.is_object()) dataset.insert(kept.begin(), kept.end());
    return dataset;
}

void check_version(const JsonValue& all, std::string_view name) {
    std::int64_t found = 0;
    all.member(version_key, [&](const JsonValue& v) {
        found = v.integer(1, std::numeric_limits<std::int32_t>::max());
    });
    if (found == 0) throw Error(name, "is no workspace: it has no key \"", version_key, "\"");
    if (found > version)
        throw Error(name, "is of version ", found, " of workspaces, which this program does not ",
                    "know; install a newer one");
}

json json_of(const Bookmark& bookmark) {
    return with_kept(
        {{"name", bookmark.name}, {"view", parse_object(bookmark.view, bookmark.name)}},
        bookmark.kept);
}

bool is_within(const std::filesystem::path& path, const std::filesystem::path& folder) {
    std::error_code failed;
    const auto whole = std::filesystem::weakly_canonical(path, failed);
    if (failed) return false;
    const auto relative = whole.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).lexically_normal().parent_path();
}

}  // namespace

bool is_workspace(const std::filesystem::path& path) {
    std::error_code ignored;
    return in_lower_case(path.extension().string()) == workspace_ending &&
           !std::filesystem::is_directory(path, ignored);
}

Workspace parse_workspace(std::string_view text, const std::filesystem::path& folder,
                          std::string_view name) {
    json parsed = parse_object(text, name);
    const JsonValue all(parsed, {}, std::string(name));
    check_version(all, name);
    Workspace workspace;
    bool has_dataset = false;
    all.member("dataset", [&](const JsonValue& v) {
        has_dataset = true;
        workspace.dataset = read_dataset(v, folder, workspace.contents);
    });
    all.member("compared", [&](const JsonValue& v) {
        workspace.second = read_dataset(v, folder, workspace.second_contents);
    });
    if (!has_dataset) throw Error(name, "has no key \"dataset\"");
    all.member("pinned", [&](const JsonValue& v) { workspace.pinned = v.number(0, max_playhead); });
    all.member("view", [](const JsonValue& v) {
        if (!v.json().is_object()) v.differs("an object");
    });
    all.member("panels", [&](const JsonValue& v) {
        if (v.entry_count() > max_bookmarks) v.differs("a list of at most 1000 entries");
        workspace.panels.emplace();
        v.each([&](const JsonValue& panel) { workspace.panels->push_back(panel_of(panel)); });
    });
    all.member("bookmarks", [&](const JsonValue& v) {
        if (v.entry_count() > max_bookmarks) v.differs("a list of at most 1000 entries");
        v.each([&](const JsonValue& b) { workspace.bookmarks.push_back(bookmark_of(b)); });
    });
    workspace.view = taken(parsed, "view");
    if (workspace.view == "null") workspace.view.clear();
    for (const char* key : {version_key, "pinned", "panels", "bookmarks"}) parsed.erase(key);
    for (const char* key : {"dataset", "compared"}) {
        if (!parsed.contains(key) || !parsed[key].is_object()) continue;
        for (const Choice& choice : choices) parsed[key].erase(choice.key);
        parsed[key].erase("path");
    }
    workspace.kept = one_line(parsed);
    return workspace;
}

Workspace read_workspace(const std::filesystem::path& file) {
    const std::vector<std::uint8_t> bytes = read_file(file, max_bytes);
    return parse_workspace({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                           folder_of(file), file.string());
}

std::string text_of(const Workspace& workspace, const std::filesystem::path& folder) {
    json kept = workspace.kept.empty() ? json::object() : parse_object(workspace.kept, "");
    json bookmarks = json::array();
    for (const Bookmark& bookmark : workspace.bookmarks) bookmarks.push_back(json_of(bookmark));
    kept[version_key] = version;
    kept["dataset"] = json_of(workspace.dataset, workspace.contents, kept["dataset"], folder);
    if (workspace.second.empty())
        kept.erase("compared");
    else
        kept["compared"] =
            json_of(workspace.second, workspace.second_contents, kept["compared"], folder);
    if (workspace.pinned) kept["pinned"] = *workspace.pinned;
    if (!workspace.view.empty()) kept["view"] = parse_object(workspace.view, "view");
    if (workspace.panels) {
        json& panels = kept["panels"] = json::array();
        for (const WorkspacePanel& panel : *workspace.panels) panels.push_back(json_of(panel));
    }
    kept["bookmarks"] = std::move(bookmarks);
    // A key a line: to be read, and compared by programs for versions.
    std::string text = "{";
    for (const auto& [key, value] : kept.items())
        text += (text.size() > 1 ? ",\n" : "\n") + one_line(json(key)) + ": " + one_line(value);
    return text + "\n}\n";
}

void write_workspace(const Workspace& workspace, const std::filesystem::path& file) {
    const std::string text = text_of(workspace, folder_of(file));
    if (text.size() > max_bytes)
        throw Error(file.string(), "would have ", text.size(), " bytes, more than the ", max_bytes,
                    " that are read; delete bookmarks, or stop colouring by a column");
    OutputFile output(file);
    output.write(text);
    output.finish();
}

bool leads_outside(const Workspace& workspace, const std::filesystem::path& file) {
    std::error_code failed;
    const auto folder = std::filesystem::weakly_canonical(folder_of(file), failed);
    if (failed || !is_within(workspace.dataset, folder)) return true;
    for (const std::filesystem::path& path :
         {std::filesystem::path(workspace.contents.labels), workspace.second,
          std::filesystem::path(workspace.second_contents.labels)})
        if (!path.empty() && !is_within(path, folder)) return true;
    return false;
}

}  // namespace epochscope
