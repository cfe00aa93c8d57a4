#pragma once

#include <epochscope/model/classes.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// Finds the classes of labels that are words.
class NamedLabels {
  public:
    /// The number of a word, by order of appearance; no_label for "", nan, null, None, NA and -1.
    /// Throws Error if there are more than 65536 different words.
    std::int32_t add(std::string_view word);

    /// The classes: the numbers that occur if all words are such numbers, else the words; sorted.
    [[nodiscard]] Classes classes() const;
    /// Replaces the numbers of words by the indices of their classes.
    void to_classes(std::vector<std::int32_t>& numbers) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    [[nodiscard]] bool are_numbers() const;
    /// The different numbers of the words, sorted.
    [[nodiscard]] std::vector<std::int32_t> class_numbers() const;

    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> numbers_;
    std::vector<std::string> words_;
    /// Tables often repeat a word.
    std::int32_t last_ = -1;
};

}  // namespace epochscope
