#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// The formats that can be written: Sequence-Scatter (`data.json`), and arrays (`.npy` files, which
/// open without delay at any size).
enum class DatasetFormat : std::uint8_t { json, npy };

/// The names of the files of a dataset that a format does not support: sidecar files, linear maps,
/// logit planes.
std::vector<std::string> left_out(const Dataset& dataset, DatasetFormat format);

/// Throws Error if the path exists and is not an empty folder. Call it before long work whose
/// result is written there.
void expect_new_folder(const std::filesystem::path& folder);

/// Writes a dataset as a folder: `info.json`, the values of each epoch, copies of the backgrounds
/// and, as arrays, the plane map and copies of the sidecar files (see left_out). Every float32 is
/// preserved exactly. `source` says what made the dataset; the path of its recording is added if
/// known. `same_as` is a folder of the same data, if it is one that is written in another format:
/// of its `info.json`, `source` and the keys that are no format's are kept, and come first.
///
/// The folder must not exist, or be empty. It is written as a staging folder, which is then
/// renamed, so that it is complete or absent. Throws Error if it cannot be written or is the
/// dataset's own folder, if values are invalid (see check_values), or if a file of the dataset has
/// become shorter. Throws Cancelled. Keeps at most one epoch in memory.
void write_dataset(const Dataset& dataset, DatasetFormat format,
                   const std::filesystem::path& folder,
                   const std::map<std::string, std::string>& source, const Job& job = {},
                   const std::filesystem::path& same_as = {});

}  // namespace epochscope
