#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

class QKeyEvent;
class QString;

namespace epochscope::app {

/// What a key does in a review.
enum class ReviewCommand : std::uint8_t {
    accept,
    keep,
    next,
    back,
    forward,
    note,
    choose,
    /// Gives the label of ReviewKey::index.
    label,
    undo,
    redo,
};

struct ReviewKey {
    ReviewCommand command = ReviewCommand::next;
    /// Of the class.
    std::size_t index = 0;
};

/// The keys of classes: a digit for each if there are at most ten classes. Those that are called by
/// a digit have it; others are counted from 1, the tenth is 0. Empty for more classes.
std::vector<char> class_keys(const std::vector<std::string>& names, std::size_t count);

/// What this key does; nothing if it does nothing in a review.
std::optional<ReviewKey> review_key(const QKeyEvent& key, const std::vector<char>& class_keys);

/// The key of a command in words: "Enter", "X", ...
QString key_words(ReviewCommand command);

}  // namespace epochscope::app
