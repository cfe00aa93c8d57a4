#pragma once

#include <epochscope/model/column.h>

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What is known of the samples of a dataset beside labels: columns of N values each, with unique
/// names. These names are special: `id` (unique texts or whole numbers), `text`, `image` (a path,
/// absolute or within the folder) and `split` ("train", "test", ...).
struct Metadata {
    std::vector<Column> columns;
    /// The absolute path of the folder that relative paths of pictures are in.
    std::string folder = {};

    /// Null if there is none of this name.
    [[nodiscard]] const Column* find(std::string_view name) const;
};

}  // namespace epochscope
