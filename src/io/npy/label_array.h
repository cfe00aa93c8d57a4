#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/classes.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The labels of samples as an array has them.
struct LabelArray {
    /// One a sample; -1 for samples without a label.
    std::vector<std::int32_t> labels;
    /// The distinct texts that are labels, sorted, if the array has texts; else empty.
    std::vector<std::string> names;
    /// What was taken for what, in a sentence; empty for integers.
    std::string remark;
    /// Whether the numbers are those of columns, of which all are classes.
    bool are_columns = false;
};

/// Reads labels: N numbers or texts, in an array of (N) or (N, 1), or N rows of which the columns
/// are classes and exactly one is 1. A text that is empty or "nan", NaN, -1, -100 and a row of
/// zeros are no label; but -1 and 1 alone are two classes. Texts that are all integers are numbers.
/// Throws Error if a number is not whole, a row is neither, or there are more than 65536 different
/// texts.
LabelArray read_label_array(const NpyArray& array);

/// Numbers that leave gaps (1, 2, 3, or 7, 1007) become names of classes, in the order of the
/// numbers, so that no class is without samples. Others stay; so do numbers of columns, and more
/// than 65536 different ones.
void name_numbers_with_gaps(LabelArray& array);

/// The labels as indices of these classes; texts are looked up among the names. Throws Error if
/// there is no such name.
std::vector<std::int32_t> labels_among(const LabelArray& array, const std::string& file,
                                       const std::vector<std::string>& names);

}  // namespace epochscope
