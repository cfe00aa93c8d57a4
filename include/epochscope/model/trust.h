#pragma once

#include <epochscope/model/epoch_memory.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A faithfulness metric (see analysis/faithfulness.h) over the epochs.
struct TrustCurve {
    /// "nn_pv", "trustworthiness", ...
    std::string name;
    /// One an epoch of the series; nothing if undefined or unknown.
    std::vector<std::optional<double>> values;
};

/// A measure of each sample, over all epochs: a column of the samples.
struct SampleTrust {
    /// "temp_l", "false_move", ...
    std::string name;
    /// N values; NaN if undefined.
    std::vector<double> values;
};

/// The measured faithfulness of each epoch of a projection. Cheap to copy.
struct Trust {
    std::vector<TrustCurve> curves;
    /// For each epoch of the series N fractions, 0..1: how many of a sample's nearest neighbours in
    /// feature space are among its nearest in the plane. Empty for an unknown epoch, NaN for an
    /// unknown sample. Values of mapped files are not checked.
    std::vector<std::span<const float>> preserved;
    /// Keeps alive the memory that `preserved` and `motion` view.
    std::shared_ptr<const EpochMemory> memory;
    /// The absolute paths of its files; empty if it was not read from files.
    std::vector<std::string> files;
    /// As they were measured; in a folder that is read, they are columns of its metadata.
    std::vector<SampleTrust> samples = {};
    /// For each epoch of the series N values: see motion_of, of the step that leads to it. Empty
    /// for an unknown epoch and the first one, NaN for an unknown sample; empty if no step is
    /// known. Values of mapped files are not checked.
    std::vector<std::span<const float>> motion = {};

    /// The curve of this name; null if there is none.
    [[nodiscard]] const TrustCurve* curve(std::string_view name) const {
        for (const TrustCurve& candidate : curves)
            if (candidate.name == name) return &candidate;
        return nullptr;
    }
    /// The motion of a sample on the step that leads to an epoch; 0 if unknown.
    [[nodiscard]] float motion_to(std::size_t epoch, std::size_t sample) const {
        const bool is_known = epoch < motion.size() && sample < motion[epoch].size();
        return is_known ? motion[epoch][sample] : 0;
    }
    /// Whether the preserved neighbours of at least one epoch are known.
    [[nodiscard]] bool has_preserved() const {
        for (const auto& epoch : preserved)
            if (!epoch.empty()) return true;
        return false;
    }
};

}  // namespace epochscope
