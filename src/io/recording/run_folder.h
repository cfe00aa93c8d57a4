#pragma once

#include "io/npy/label_array.h"

#include <epochscope/model/classes.h>

#include <cstddef>
#include <filesystem>

namespace epochscope {

/// The labels of a file, one a sample; at least one.
LabelArray read_labels(const std::filesystem::path& file);

/// The classes of an `info.json`, or else those that labels have names for, or else as many as
/// labels and logits of `logit_classes` columns need, named by their numbers. Makes `labels`
/// indices of these classes, of which the last is "unlabelled" if a label is -1. Throws Error if
/// the file names fewer than `logit_classes`, or not the text of a label.
Classes read_run_classes(const std::filesystem::path& file, LabelArray& labels,
                         std::size_t logit_classes);

}  // namespace epochscope
