#pragma once

#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The classes of labels and predictions: class c is names[c].
struct Classes {
    std::vector<std::string> names;
    /// One colour a class, or empty; then palettes (render/palette.h) choose.
    std::vector<Colour> colours;
    /// The class of samples without a label, which is the last; nothing if all have one. It is no
    /// class of a model: it has no logits, no accuracy and no training signals.
    std::optional<std::int32_t> unlabelled = {};

    /// The number of classes that a model can predict: all but the unlabelled one.
    [[nodiscard]] std::size_t predictable_count() const {
        return names.size() - (unlabelled ? 1 : 0);
    }
    /// Whether this label is a class that can be predicted.
    [[nodiscard]] bool is_labelled(std::int32_t label) const { return unlabelled != label; }
};

/// The label of samples without one, as readers find it in files.
inline constexpr std::int32_t no_label = -1;

/// Colour of the unlabelled class.
inline constexpr Colour unlabelled_colour{150, 150, 150};

/// Gives samples that have `no_label` a class of their own, "unlabelled". Does nothing if there are
/// none. Other labels are left as they are.
void add_unlabelled(Classes& classes, std::span<std::int32_t> labels);

}  // namespace epochscope
