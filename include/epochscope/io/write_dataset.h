#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// The formats that are written: Sequence-Scatter (`data.json`), and arrays (`.npy` files, which
/// open at once whatever their size).
enum class DatasetFormat : std::uint8_t { json, npy };

/// The names of the files of a dataset that a format has no place for: sidecar files, linear maps,
/// planes.
std::vector<std::string> left_out(const Dataset& dataset, DatasetFormat format);

/// Throws Error where nothing can be written to a folder of this name because something is there:
/// so that it is known before the work is done that is to be written.
void expect_new_folder(const std::filesystem::path& folder);

/// Writes a dataset as a folder: `info.json`, what is known of each epoch, the backgrounds as they
/// are and, as arrays, linear maps and the sidecar files byte for byte (see left_out). Every
/// float32 is kept to the bit. `source` says what made it, to which the dataset's recording is
/// added where it is known.
///
/// The folder must not be there, or be empty; it is written beside and renamed, so that it is there
/// whole or not at all. Throws Error where it cannot be written, where it is the dataset's own
/// folder, for values that are none (positions that are not finite, predictions of no class,
/// confidence outside 0..1), and where a file of the dataset has become shorter meanwhile;
/// Cancelled when stopped. Holds no more than an epoch at a time in memory.
void write_dataset(const Dataset& dataset, DatasetFormat format,
                   const std::filesystem::path& folder,
                   const std::map<std::string, std::string>& source, const Job& job = {});

}  // namespace epochscope
