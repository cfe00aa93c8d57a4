#include "io/npy/label_array.h"

#include "io/json/json_text.h"
#include "io/npy/shape_text.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t max_names = 65536;

std::string file_name(const NpyArray& array) {
    return std::filesystem::path(array.name()).filename().string();
}

bool is_no_label(const std::string& text) { return text.empty() || text == "nan"; }

/// The number of a text that is one.
std::optional<std::int32_t> number_of(const std::string& text) {
    std::int32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

LabelArray of_texts(const NpyArray& array) {
    const std::vector<std::string> texts = array.texts();
    LabelArray found;
    found.names = texts;
    std::ranges::sort(found.names);
    found.names.erase(std::unique(found.names.begin(), found.names.end()), found.names.end());
    std::erase_if(found.names, is_no_label);
    const bool are_numbers =
        !found.names.empty() && std::ranges::all_of(found.names, [](const std::string& name) {
            return number_of(name).has_value();
        });
    if (!are_numbers && found.names.size() > max_names)
        throw Error(array.name(), "has ", found.names.size(),
                    " different texts, expected labels of at most ", max_names, " classes");
    for (const std::string& text : texts) {
        if (is_no_label(text))
            found.labels.push_back(no_label);
        else if (are_numbers)
            found.labels.push_back(number_of(text).value_or(no_label));
        else
            found.labels.push_back(static_cast<std::int32_t>(
                std::ranges::lower_bound(found.names, text) - found.names.begin()));
    }
    if (are_numbers) found.names.clear();
    found.remark = file_name(array) + (are_numbers ? ": its texts are taken for numbers"
                                                   : ": its texts are taken for classes");
    return found;
}

/// The class of a row of which one column is 1 and the others are 0; -1 if it is all zeros or not
/// numbers.
std::optional<std::int32_t> hot_column(std::span<const float> row) {
    if (std::ranges::any_of(row, [](float value) { return std::isnan(value); })) return no_label;
    const auto one = std::ranges::find(row, 1.0F);
    const auto zeros = std::ranges::count(row, 0.0F);
    const auto columns = static_cast<std::ptrdiff_t>(row.size());
    if (one == row.end()) return zeros == columns ? std::optional(no_label) : std::nullopt;
    if (zeros != columns - 1) return std::nullopt;
    return static_cast<std::int32_t>(one - row.begin());
}

LabelArray of_rows(const NpyArray& array) {
    const std::size_t columns = array.shape()[1];
    LabelArray found;
    std::vector<float> row(columns);
    for (std::size_t i = 0; i < array.shape()[0]; ++i) {
        array.read(i * columns, row);
        const auto hot = hot_column(row);
        if (!hot)
            throw Error(array.name(), "row ", i, " is not one-hot, expected ", array.shape()[0],
                        " labels, or rows of which one column is 1 and the others are 0");
        found.labels.push_back(*hot);
    }
    found.remark = file_name(array) + ": its rows are one-hot and taken for " +
                   std::to_string(columns) + " classes";
    found.are_columns = true;
    return found;
}

/// Labels -1 and 1, with no other, are two classes, as support vector machines have them.
void name_signs(LabelArray& found, const std::string& file) {
    const bool has_no_other = std::ranges::all_of(
        found.labels, [](std::int32_t label) { return label == no_label || label == 1; });
    const auto ones = std::ranges::count(found.labels, 1);
    if (!has_no_other || ones == 0 || ones == std::ssize(found.labels)) return;
    for (std::int32_t& label : found.labels) label = label == 1 ? 1 : 0;
    found.names = {"-1", "1"};
    found.remark = file + ": its numbers are -1 and 1, so they are taken for two classes";
}

}  // namespace

LabelArray read_label_array(const NpyArray& array) {
    const NpyArray labels = array.squeezed();
    const auto& shape = labels.shape();
    if (shape.empty() || shape.size() > 2 || labels.size() == 0)
        throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                    ", expected (N), one entry for each sample");
    // MATLAB has lists as rows.
    const bool is_list = shape.size() == 1 || shape[1] == 1 || shape[0] == 1;
    if (labels.kind() == NpyKind::text && is_list) return of_texts(labels);
    if (!is_list) return of_rows(labels);
    LabelArray found{labels.integers(), {}, {}};
    // PyTorch's losses ignore it.
    constexpr std::int32_t ignored = -100;
    std::ranges::replace(found.labels, ignored, no_label);
    // Of real numbers, -1 may have been NaN.
    if (labels.kind() == NpyKind::signed_integer) name_signs(found, file_name(array));
    return found;
}

void name_numbers_with_gaps(LabelArray& array) {
    if (!array.names.empty() || array.are_columns) return;
    std::vector<std::int32_t> numbers = array.labels;
    std::erase(numbers, no_label);
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    if (numbers.empty() || numbers.front() < 0 || numbers.size() > max_names) return;
    if (static_cast<std::size_t>(numbers.back()) + 1 == numbers.size()) return;
    for (const std::int32_t number : numbers) array.names.push_back(std::to_string(number));
    for (std::int32_t& label : array.labels)
        if (label != no_label)
            label = static_cast<std::int32_t>(std::ranges::lower_bound(numbers, label) -
                                              numbers.begin());
}

std::vector<std::int32_t> labels_among(const LabelArray& array, const std::string& file,
                                       const std::vector<std::string>& names) {
    if (array.names.empty() || array.names == names) return array.labels;
    std::vector<std::int32_t> places;
    for (const std::string& name : array.names) {
        const auto found = std::ranges::find(names, name);
        if (found == names.end())
            throw Error(file, "holds the label ", in_quotes(name),
                        ", which is not among the names of classes");
        places.push_back(static_cast<std::int32_t>(found - names.begin()));
    }
    std::vector<std::int32_t> labels;
    for (const std::int32_t label : array.labels)
        labels.push_back(label == no_label ? no_label : places[static_cast<std::size_t>(label)]);
    return labels;
}

}  // namespace epochscope
