#pragma once

#include <epochscope/model/classes.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace epochscope {

/// The labels of a file, one a sample; at least one.
std::vector<std::int32_t> read_labels(const std::filesystem::path& file);

/// The classes of an `info.json`, or else as many as labels and logits of `logit_classes` columns
/// need, named by their numbers. Throws Error if the file names fewer than `logit_classes`.
Classes read_run_classes(const std::filesystem::path& file, std::span<const std::int32_t> labels,
                         std::size_t logit_classes);

}  // namespace epochscope
