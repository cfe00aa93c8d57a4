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

/// A measure of how far a picture can be trusted (see analysis/faithfulness.h), epoch by epoch.
struct TrustCurve {
    /// "nn_pv", "trustworthiness", ...
    std::string name;
    /// One an epoch of the series; nothing where the measure is not defined or not known.
    std::vector<std::optional<double>> values;
};

/// How far the picture of each epoch of a series can be trusted, as it was once measured. Cheap to
/// copy.
struct Trust {
    std::vector<TrustCurve> curves;
    /// For each epoch of the series N shares, 0..1: how many of a sample's true neighbours the
    /// picture keeps among its nearest. Empty for an epoch where that is not known, no number for a
    /// sample; the values of a mapped file nobody has checked.
    std::vector<std::span<const float>> preserved;
    /// Keeps alive what `kept` views.
    std::shared_ptr<const EpochMemory> memory;
    /// The files that it was read from, absolute; none where it was not.
    std::vector<std::string> files;

    /// The curve of this name; null where there is none.
    [[nodiscard]] const TrustCurve* curve(std::string_view name) const {
        for (const TrustCurve& candidate : curves)
            if (candidate.name == name) return &candidate;
        return nullptr;
    }
    /// Whether it is known of at least one epoch which neighbours are kept.
    [[nodiscard]] bool has_preserved() const {
        for (const auto& epoch : preserved)
            if (!epoch.empty()) return true;
        return false;
    }
};

}  // namespace epochscope
