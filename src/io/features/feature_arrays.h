#pragma once

#include "io/features/npz_file.h"
#include "io/npy/usual_arrays.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/open.h>
#include <epochscope/model/classes.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The arrays of a file by name; a `.npy` file has one without a name. Those that are not chosen by
/// OpenOptions are found by their usual names and their shapes.
class FeatureArrays {
  public:
    /// Both are referred to. Throws Error if a `.npz` file is broken.
    FeatureArrays(const std::filesystem::path& path, const OpenOptions& options);

    /// Features [N, D], or of several epochs [E, N, D] (see is_epochs_table), without axes of 1.
    /// Throws Error if there are none.
    [[nodiscard]] NpyArray features();
    /// The labels of the file; nothing if it has none.
    [[nodiscard]] std::optional<NpyArray> labels(std::size_t samples);
    /// Of a `.npz` file: the array of so many entries along the first axes that is named like one
    /// of these; nothing if there is none.
    [[nodiscard]] std::optional<NpyArray> named(UsualNames names, std::vector<std::size_t> begin);

    /// What was chosen by itself, and what that is named like labels is not read.
    [[nodiscard]] std::vector<std::string> remarks() const;

  private:
    using Fits = std::function<bool(const NpyArray&)>;

    [[nodiscard]] std::optional<std::string> find(UsualNames usual, UsualNames vague,
                                                  const Fits& fits);
    void find_unread_labels();
    [[nodiscard]] bool holds_labels(const std::string& name);
    [[nodiscard]] std::string described();

    const std::filesystem::path& path_;
    const OpenOptions& options_;
    std::optional<NpzFile> npz_;
    std::string key_;
    std::string labels_key_;
    std::string unread_labels_;
};

/// The labels of samples, and their classes.
struct Labelled {
    Classes classes;
    std::vector<std::int32_t> labels;
    /// What was taken for what; empty for plain labels.
    std::string remark = {};
    /// Whether they come from a file.
    bool is_given = true;
};

/// The labels of the file that OpenOptions names, or else those of the file of features; without
/// any, all are of one class. Throws Error if they are faulty, or are not of so many samples.
Labelled labels_for(FeatureArrays& file, const std::filesystem::path& path,
                    const OpenOptions& options, std::size_t samples);

}  // namespace epochscope
