#pragma once

#include <epochscope/io/head_file.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// An opened recording, and warnings for the user.
struct RecordedRun {
    Recording recording;
    /// The name of the folder.
    std::string name;
    /// The absolute path of the folder.
    std::string path;
    /// Sentences about optional content that is broken.
    std::vector<std::string> warnings;
    /// Those of `dataset/images.npy`, `dataset/image` and `curves.csv` that exist: see Dataset.
    std::vector<std::string> sidecar_files = {};
};

/// Whether a folder is a recording: it has `dataset/labels.npy` and `epochs`.
bool is_recording(const std::filesystem::path& folder);

/// Opens a recording (manual, formats.md): `dataset/labels.npy`, and for each epoch
/// `epochs/epoch_<k>/embeddings.npy`, and optionally `predictions.npy` (logits), `head_weight.npy`
/// and `head_bias.npy` or `head.pt` (a nonlinear TorchScript head, see HeadLoading), and
/// `losses.npy`. Little-endian float32 arrays stay mapped into memory; others are converted, with a
/// warning if they are large. Skips epochs without embeddings and unusable `head.pt` files with a
/// warning. Reads only the labels and the headers of arrays: see check_values. Throws Error if the
/// data is faulty, and Cancelled.
RecordedRun open_recording(const std::filesystem::path& folder, const Job& job = {},
                           const HeadLoading& loading = {});

}  // namespace epochscope
