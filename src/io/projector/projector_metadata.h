#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/column.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The classes of the samples of a metadata.tsv, and its other columns.
struct ProjectorLabels {
    Classes classes;
    std::vector<std::int32_t> labels;
    std::vector<Column> columns = {};
};

/// Reads a metadata.tsv of `samples` samples: a label a line, or a line of names and a row a sample
/// (then the column called label, class, ... or the first one, with a warning). Labels that nearly
/// all differ are names of samples: all are in one class, with a warning, and the names are a
/// column `id`, or `text` if some are equal. Throws Error if it has another number of rows.
ProjectorLabels read_projector_metadata(std::string_view where, std::string_view text,
                                        std::size_t samples, std::vector<std::string>& warnings);

}  // namespace epochscope
