#pragma once

#include "io/projector/projector_config.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// The embeddings of a tag by step.
using ProjectorSteps = std::map<std::int64_t, ProjectorEntry>;

/// The embeddings in a folder of TensorBoard's projector, by tag and step, with absolute paths.
/// Looks at names and at projector_config.pbtxt, of which entries without files are left out. Empty
/// if there are none. Throws Error if projector_config.pbtxt is faulty.
std::map<std::string, ProjectorSteps> find_projector_files(const std::filesystem::path& folder);

/// Whether a folder itself holds tensors: tensors.tsv or tensors.bytes, or beside metadata.tsv or
/// meta.tsv a vectors.tsv, vecs.tsv or embeddings.tsv.
bool has_projector_tensors(const std::filesystem::path& folder);
/// Whether a file is the tensors of its folder.
bool is_projector_tensors(const std::filesystem::path& file);

}  // namespace epochscope
