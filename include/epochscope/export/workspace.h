#pragma once

#include <epochscope/io/open.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The ending of the files of workspaces.
inline constexpr std::string_view workspace_ending = ".epochscope";
/// The most bookmarks of a workspace.
inline constexpr std::size_t max_bookmarks = 1000;

/// A named view.
struct Bookmark {
    std::string name;
    /// See read_view.
    std::string view;
    /// The keys of the file that are not known, as JSON; empty: none.
    std::string kept = {};
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

/// A panel of the window that is shown, and its size in logical pixels.
struct WorkspacePanel {
    std::string name;
    int width = 0;
    int height = 0;
    friend bool operator==(const WorkspacePanel&, const WorkspacePanel&) = default;
};

/// A dataset and how it is looked at.
struct Workspace {
    /// What is open, and with which choices (projection, labels, keys and columns).
    std::filesystem::path dataset;
    OpenOptions contents;
    /// What it is compared with, likewise; empty: nothing.
    std::filesystem::path second = {};
    OpenOptions second_contents = {};
    /// The playhead of the second picture while it stays at an epoch, which without `second` is one
    /// of the dataset itself; nothing: it does not stay. From 0; the dataset may have fewer epochs.
    std::optional<double> pinned = {};
    /// See read_view; empty: none.
    std::string view;
    /// Nothing: not known.
    std::optional<std::vector<WorkspacePanel>> panels;
    std::vector<Bookmark> bookmarks;
    /// The keys of the file that are not known, as JSON; empty: none.
    std::string kept = {};
};

/// Whether a path has the ending of a workspace, in any case of letters, and is no folder.
bool is_workspace(const std::filesystem::path& path);

/// Reads a file of at most 32 MB; paths in it become absolute. Throws Error if it is unreadable,
/// broken, of a newer version, or holds too much.
Workspace read_workspace(const std::filesystem::path& file);
/// The same of a text, with paths relative to `folder`; `name` is for messages.
Workspace parse_workspace(std::string_view text, const std::filesystem::path& folder,
                          std::string_view name);

/// Writes the file completely or not at all, with paths relative to its folder if they have more
/// than the root in common. Throws Error, also if it would be too large to be read.
void write_workspace(const Workspace& workspace, const std::filesystem::path& file);
std::string text_of(const Workspace& workspace, const std::filesystem::path& folder);

/// Whether a workspace of this file opens something outside of the file's folder, through links
/// too. One should ask before it is opened.
bool leads_outside(const Workspace& workspace, const std::filesystem::path& file);

}  // namespace epochscope
