#include "io/features/named_labels.h"

#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>

namespace epochscope {

namespace {

constexpr std::size_t max_words = 65536;

bool is_lack(std::string_view word) {
    constexpr std::array<std::string_view, 7> lacks{"", "nan", "null", "none", "na", "-1", "-1.0"};
    return word.size() <= 4 && std::ranges::find(lacks, in_lower_case(word)) != lacks.end();
}

/// The class that a word like "3" or "3.0" names; nothing for other words.
std::optional<std::int32_t> class_number(std::string_view word) {
    const auto number = plain_number(word);
    if (!number || !(*number >= 0) || *number >= max_words || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<std::int32_t>(*number);
}

/// The index of each word in sorted order.
std::vector<std::int32_t> sorted_indices(const std::vector<std::string>& words) {
    std::vector<std::size_t> order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return words[a] < words[b]; });
    std::vector<std::int32_t> indices(words.size());
    for (std::size_t i = 0; i < order.size(); ++i) indices[order[i]] = static_cast<std::int32_t>(i);
    return indices;
}

}  // namespace

std::int32_t NamedLabels::add(std::string_view word) {
    if (last_ >= 0 && words_[static_cast<std::size_t>(last_)] == word) return last_;
    if (is_lack(word)) return no_label;
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return last_ = found->second;
    if (words_.size() == max_words)
        throw Error("labels", "have more than ", max_words, " different values, expected classes");
    last_ = static_cast<std::int32_t>(words_.size());
    numbers_.emplace(std::string(word), last_);
    words_.emplace_back(word);
    return last_;
}

bool NamedLabels::are_numbers() const {
    return std::ranges::all_of(
        words_, [](const std::string& word) { return class_number(word).has_value(); });
}

std::vector<std::int32_t> NamedLabels::class_numbers() const {
    std::vector<std::int32_t> numbers;
    for (const std::string& word : words_) numbers.push_back(class_number(word).value_or(0));
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Classes NamedLabels::classes() const {
    Classes classes;
    if (!are_numbers()) {
        classes.names = words_;
        std::ranges::sort(classes.names);
        return classes;
    }
    // A class that no sample is of would be a mark in the legend and nothing else.
    for (const std::int32_t number : class_numbers())
        classes.names.push_back(std::to_string(number));
    if (classes.names.empty()) classes.names.emplace_back("0");
    return classes;
}

void NamedLabels::to_classes(std::vector<std::int32_t>& numbers) const {
    std::vector<std::int32_t> classes;
    if (are_numbers()) {
        const std::vector<std::int32_t> of = class_numbers();
        for (const std::string& word : words_)
            classes.push_back(static_cast<std::int32_t>(
                std::ranges::lower_bound(of, class_number(word).value_or(0)) - of.begin()));
    } else {
        classes = sorted_indices(words_);
    }
    for (std::int32_t& number : numbers)
        if (number >= 0) number = classes[static_cast<std::size_t>(number)];
}

}  // namespace epochscope
