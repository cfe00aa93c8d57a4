#pragma once

#include "io/npy/label_array.h"

#include <epochscope/model/classes.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// The file of the labels of a run, by the usual names in the usual folders; empty if there is
/// none.
std::filesystem::path find_labels(const std::filesystem::path& run);

/// The labels of a file, one a sample; at least one.
LabelArray read_labels(const std::filesystem::path& file);

/// The classes of an `info.json`, or else those that labels have names for, or else as many as
/// labels and logits of `logit_classes` columns need, named by their numbers. Makes `labels`
/// indices of these classes, of which the last is "unlabelled" if a label is -1; numbers that
/// count from 1 to the number of classes become 0 and up, with a remark. Throws Error if the file
/// names fewer than `logit_classes`, or not the text of a label. Faulty colours become a warning.
Classes read_run_classes(const std::filesystem::path& file, LabelArray& labels,
                         std::size_t logit_classes, std::vector<std::string>& warnings);

}  // namespace epochscope
