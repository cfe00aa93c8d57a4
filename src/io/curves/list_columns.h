#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A curve that is a list in an object.
struct ListColumn {
    std::string name;
    /// NaN where there is no number.
    std::vector<double> values;
};

/// An object whose values are lists of numbers, as Keras' `History.history` is saved: as JSON or as
/// Python prints it, with lists or with objects by row (pandas), also within other objects, whose
/// keys come before the names: `{"val": {"loss": [...]}}` has "val loss". Of `history`, the keys
/// are the names. Other values are skipped. Nothing if the text is of another kind: a row of a
/// table says its step or epoch. Of a text that is cut off, what is there. Never throws. O(bytes).
std::optional<std::vector<ListColumn>> list_columns_in(std::string_view text);

/// Whether such columns have names that curves have, such as "val_loss".
bool are_named_like_curves(const std::vector<ListColumn>& columns);

}  // namespace epochscope
