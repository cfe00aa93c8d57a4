#pragma once

#include <string_view>

namespace epochscope {

/// What a method of projection is called, and what it is good for.
struct MethodText {
    /// On the command line and in files: "tsne".
    std::string_view id;
    /// "t-SNE".
    std::string_view label;
    // Sentences: what its picture shows, and what it does not show.
    std::string_view shows;
    std::string_view hides;
    /// Whether it takes no more time than finding neighbours does.
    bool is_quick = false;
    /// Whether it runs for so long that it leaves checkpoints.
    bool leaves_checkpoints = false;
    /// Whether all processes of a team do it, by sharing it out or each for itself; otherwise rank
    /// 0 does it and hands the places round.
    bool is_shared = false;
    /// Whether it can place one epoch more and leave those before as they are (see following.h).
    bool goes_along = false;
};

// What a method is handed and what it returns, see projection/placed.h in the sources.
struct MethodRun;
struct Placed;
// What a method does, see projection/duration.h; nothing where nobody can tell.
struct ProjectionWork;

}  // namespace epochscope
