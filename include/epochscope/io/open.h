#pragma once

#include <epochscope/io/head_file.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Choices between the contents of a path.
struct OpenOptions {
    /// The name of a projection (see list_projections); empty: the only one.
    std::string projection = {};
    /// The file of the labels of features that have none; empty: none.
    std::string labels = {};
    /// The names of the arrays of features and of labels in a `.npz` file; empty: by their usual
    /// names and their shapes.
    std::string key = {};
    std::string labels_key = {};
    /// The columns of a table of places, e.g. "x=tsne-1,y=tsne-2,label=class": see the manual's
    /// page formats. Empty: by their usual names.
    std::string columns = {};
    /// Of a recording: only these samples, by index from 0, e.g. "0..5,9", increasing; empty: all.
    std::string samples = {};
    /// Of a recording: only these epochs, by number, as parse_epochs has them, e.g. "..5,9,20..";
    /// the files of the others are not read. Empty: all.
    std::string epochs = {};
    /// How the nonlinear heads of a recording are read.
    HeadLoading heads = {};
};

/// The choices about a recording as texts: `projection`, `labels` (absolute), `key`, `labels_key`,
/// `samples`, `epochs`. Only those that were made.
std::map<std::string, std::string> settings_of(const OpenOptions& options);

/// Increasing indices as OpenOptions::samples has them.
std::string sample_ranges(std::span<const std::size_t> samples);

/// The options to open the recording of a dataset with, by Dataset::recording_settings.
OpenOptions recording_options(const Dataset& dataset);

/// The names among which OpenOptions::projection chooses, sorted: those under `visualize/` of a
/// time-travelling-visualizer run. Empty if there is nothing to choose.
std::vector<std::string> list_projections(const std::filesystem::path& path);

/// Whether a format opens the path as a dataset, with places in the plane. Throws Error if the path
/// cannot be read.
bool is_dataset(const std::filesystem::path& path);

/// Opens a dataset by the first format that fits (see io/formats.h). A file may stand for its
/// folder. Arrays stay mapped into memory: see EpochSeries::fault. Throws UnknownFormat if no
/// format fits, Error if the data is faulty or a choice is missing, and Cancelled.
Dataset open_dataset(const std::filesystem::path& path, const OpenOptions& options = {},
                     const Job& job = {});

}  // namespace epochscope
