#include "io/recording/feature_table.h"

#include "io/curves/table_text.h"
#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/json/json_text.h"
#include "io/npy/array_file.h"
#include "io/npy/usual_arrays.h"
#include "io/tables/place_columns.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_feature_table = std::size_t{1} << 30U;
/// The bytes that tell whether a file is such a table.
constexpr std::size_t first_bytes = std::size_t{1} << 16U;
constexpr std::array<std::string_view, 2> logit_stems{"logit", "output"};
constexpr std::array<std::string_view, 2> probability_stems{"probability", "p"};

/// The name of a numbered column without its number: "logit" of "logit_0", also of "logit.0".
/// Empty if there is no number.
std::string numbered_stem(std::string_view name) {
    const std::size_t digits = name.find_last_not_of("0123456789");
    if (digits == std::string_view::npos || digits + 1 == name.size()) return {};
    std::string_view stem = name.substr(0, digits + 1);
    while (!stem.empty() && std::string_view("_-. ").find(stem.back()) != std::string_view::npos)
        stem.remove_suffix(1);
    return std::string(stem);
}

bool is_numbered(std::string_view name, UsualNames usual, UsualNames stems) {
    const std::string stem = numbered_stem(name);
    return !stem.empty() && (is_usual(usual, stem) || is_usual(stems, stem));
}

/// An index that pandas writes: the first column, without a name.
bool is_index(const TableReader& rows, std::size_t column) {
    const std::string& name = rows.names()[column];
    const bool has_names = rows.names().size() > 1 && rows.names()[1] != unnamed_column(1);
    return column == 0 && has_names && (name == unnamed_column(0) || name == "Unnamed: 0");
}

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// The numbers of the cells of some columns, row by row.
class NumberCells {
  public:
    explicit NumberCells(const std::vector<std::size_t>& columns) : columns_(columns) {}

    /// What is missing becomes NaN.
    void add(const TableReader& rows) {
        for (const std::size_t column : columns_) {
            const auto number = rows.number(column);
            if (!number && !rows.is_missing(column))
                throw Error(rows.place(), rows.names()[column], " is ",
                            in_quotes(rows.text(column)), ", expected a number");
            values_.push_back(
                static_cast<float>(number.value_or(std::numeric_limits<double>::quiet_NaN())));
        }
    }
    [[nodiscard]] bool empty() const { return columns_.empty(); }
    [[nodiscard]] std::size_t columns() const { return columns_.size(); }
    [[nodiscard]] std::string_view bytes() const { return bytes_of(values_); }

  private:
    const std::vector<std::size_t>& columns_;
    std::vector<float> values_;
};

std::string text_of_table(const fs::path& file) {
    std::vector<std::string> ignored;
    return decoded(file.string(), read_text(file, max_feature_table), ignored);
}

}  // namespace

FeatureColumns feature_columns(const TableReader& rows) {
    FeatureColumns found;
    const PlaceColumns usual = usual_columns(rows);
    found.label = usual.label;
    for (std::size_t i = 0; i < rows.names().size(); ++i) {
        const std::string& name = rows.names()[i];
        if (i == usual.label || i == usual.epoch) continue;
        if (i == usual.id || (!usual.id && is_index(rows, i)))
            found.id = i;
        else if (is_numbered(name, logit_names, logit_stems))
            found.logits.push_back(i);
        else if (is_numbered(name, probability_names, probability_stems))
            found.probabilities.push_back(i);
        else if (i == usual.prediction || i == usual.confidence ||
                 !(rows.number(i) || rows.is_missing(i)))
            found.unread.push_back(name);
        else
            found.features.push_back(i);
    }
    return found;
}

std::optional<FeatureColumns> feature_columns_of(const fs::path& file) {
    constexpr std::size_t fewest = 3;
    try {
        InputFile input(file, max_feature_table);
        std::string bytes(std::min(input.size(), first_bytes), '\0');
        bytes.resize(input.read({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}));
        if (input.size() > first_bytes) {
            // A row may be longer than what is looked at.
            const std::string_view whole = whole_lines(bytes);
            if (!whole.empty()) bytes.resize(whole.size());
        }
        std::vector<std::string> ignored;
        const std::string text = decoded(file.string(), std::move(bytes), ignored);
        TableReader rows(file.string(), text);
        if (!rows.next() || rows.is_objects() || begins_like_curves(text)) return std::nullopt;
        FeatureColumns columns = feature_columns(rows);
        const auto has = [&](const char* name) {
            return std::ranges::count(rows.names(), name) > 0;
        };
        const bool has_places =
            (has("x") && has("y")) || (guess_columns(rows) && columns.features.size() <= fewest);
        if (columns.features.size() < fewest || has_places) return std::nullopt;
        return columns;
    } catch (const Error&) {
        return std::nullopt;
    }
}

FeatureTable::FeatureTable(const fs::path& file) : path_(file.string()) {
    const std::string text = text_of_table(file);
    TableReader rows(path_, text);
    if (!rows.next()) throw FileCutOff(path_, "has no rows, expected one for each sample");
    const FeatureColumns columns = feature_columns(rows);
    NumberCells features(columns.features);
    NumberCells logits(columns.logits);
    NumberCells probabilities(columns.probabilities);
    std::vector<std::string> labels;
    std::vector<std::string> ids;
    std::size_t count = 0;
    do {
        const std::size_t last = rows.names().size() - 1;
        if (rows.is_unfinished() && rows.text(last).empty())
            throw FileCutOff(rows.place(), "is cut off");
        for (NumberCells* const cells : {&features, &logits, &probabilities}) cells->add(rows);
        if (columns.label) labels.emplace_back(rows.text(*columns.label));
        if (columns.id) ids.emplace_back(rows.text(*columns.id));
        ++count;
    } while (rows.next());
    if (rows.is_cut()) throw FileCutOff(rows.place(), "is cut off");
    const auto keep_numbers = [&](const char* name, const NumberCells& cells) {
        if (!cells.empty()) keep(name, "<f4", {count, cells.columns()}, cells.bytes());
    };
    keep_numbers("embeddings", features);
    keep_numbers("logits", logits);
    keep_numbers("probabilities", probabilities);
    if (columns.label) keep_words("labels", labels);
    if (columns.id) keep_words("ids", ids);
}

void FeatureTable::keep(const std::string& name, std::string_view type,
                        std::vector<std::size_t> shape, std::string_view entries) {
    std::string bytes = npy_head(type, shape);
    bytes += entries;
    arrays_[name] = std::make_shared<const std::string>(std::move(bytes));
}

/// As numbers if all are whole ones, else as texts.
void FeatureTable::keep_words(const std::string& name, const std::vector<std::string>& words) {
    constexpr std::size_t longest = 1024;
    constexpr double largest = 9007199254740992.0;
    std::vector<double> numbers;
    for (const std::string& word : words) {
        const auto number = plain_number(word);
        if (!number || !(std::abs(*number) <= largest) || *number != std::floor(*number)) break;
        numbers.push_back(*number);
    }
    if (numbers.size() == words.size()) return keep(name, "<f8", {words.size()}, bytes_of(numbers));
    const std::size_t length =
        std::max<std::size_t>(std::ranges::max_element(words, {}, &std::string::size)->size(), 1);
    if (length > longest)
        throw Error(path_, "has a text of ", length, " bytes among its ", name,
                    ", expected at most ", longest);
    std::string entries;
    for (const std::string& word : words) {
        entries += word;
        entries.append(length - word.size(), '\0');
    }
    keep(name, "|S" + std::to_string(length), {words.size()}, entries);
}

NpyArray FeatureTable::array(const std::string& name) const {
    const auto found = arrays_.find(name);
    if (found == arrays_.end()) throw Error(path_, "has no columns of ", name);
    const std::string& bytes = *found->second;
    return NpyArray::from_bytes({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()},
                                path_ + ": " + name, found->second);
}

}  // namespace epochscope
