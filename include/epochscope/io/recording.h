#pragma once

#include <epochscope/io/head_file.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// A folder of a recorded run that was opened, and what the user should know about it.
struct RecordedRun {
    Recording recording;
    /// The folder's name.
    std::string name;
    /// The folder, absolute.
    std::string path;
    /// What is optional and broken, in sentences.
    std::vector<std::string> warnings;
    /// `dataset/images.npy`, `dataset/image` and `curves.csv` where they are there: see Dataset.
    std::vector<std::string> sidecar_files = {};
};

/// Whether a folder is a recording: `dataset/labels.npy` is in it, and `epochs`.
bool is_recording(const std::filesystem::path& folder);

/// Opens a recording (manual, formats.md): `dataset/labels.npy`, and for each epoch
/// `epochs/epoch_<k>/embeddings.npy`, with `predictions.npy` (logits), `head_weight.npy`,
/// `head_bias.npy` and `losses.npy` where they are there, or `head.pt`, a head that is not linear
/// (TorchScript), which is worked out as `loading` has it. Arrays of little-endian float32 stay
/// mapped into memory; others are converted, which is warned of where it is much. An epoch without
/// embeddings is left out with a warning, as is a `head.pt` that cannot be used. Throws Error where
/// the data is at fault, Cancelled when stopped. Reads the labels and the heads of arrays alone:
/// see check_values.
RecordedRun open_recording(const std::filesystem::path& folder, const Job& job = {},
                           const HeadLoading& loading = {});

}  // namespace epochscope
