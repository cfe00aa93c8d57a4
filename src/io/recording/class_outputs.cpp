#include "io/recording/class_outputs.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace epochscope {

namespace {

/// How far a sum of probabilities may be from 1: each may be rounded to two decimals or to half
/// precision.
float sum_tolerance(std::size_t classes) {
    constexpr float rounding = 0.0051F;
    return std::clamp(rounding * static_cast<float>(classes), 0.01F, 0.05F);
}
/// How far a probability may be outside of 0..1.
constexpr float tolerance = 2e-3F;
/// The rows of the first block that is looked at, and of the others.
constexpr std::size_t first_rows = 16;
constexpr std::size_t block_rows = 4096;

bool is_probability(float value) { return value >= -tolerance && value <= 1 + tolerance; }

bool is_finite(std::span<const float> row) {
    return std::ranges::all_of(row, [](float value) { return std::isfinite(value); });
}

bool are_probabilities(std::span<const float> row) {
    if (!std::ranges::all_of(row, is_probability)) return false;
    const float sum = std::accumulate(row.begin(), row.end(), 0.0F);
    return row.size() == 1 || std::abs(sum - 1) <= sum_tolerance(row.size());
}

/// Whether all rows that are finite are probabilities; counts these.
bool holds_probabilities(const NpyArray& array, std::size_t& finite) {
    const std::size_t rows = array.shape()[0];
    const std::size_t columns = array.shape()[1];
    std::vector<float> values;
    for (std::size_t first = 0; first < rows;) {
        const std::size_t count = std::min(first == 0 ? first_rows : block_rows, rows - first);
        values.resize(count * columns);
        array.read(first * columns, values);
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = std::span<const float>(values).subspan(i * columns, columns);
            if (!is_finite(row)) continue;
            if (!are_probabilities(row)) return false;
            ++finite;
        }
        first += count;
    }
    return true;
}

/// Whether all numbers are probabilities, not all of them 0; rows that are not finite do not count.
bool lies_within_one(const NpyArray& array) {
    const std::size_t columns = array.shape()[1];
    std::vector<float> row(columns);
    bool has_more = false;
    for (std::size_t i = 0; i < array.shape()[0]; ++i) {
        array.read(i * columns, row);
        if (!is_finite(row)) continue;
        if (!std::ranges::all_of(row, is_probability)) return false;
        has_more = has_more || std::ranges::any_of(row, [](float value) { return value > 0; });
    }
    return has_more;
}

/// Whether all are whole numbers of which one is greater than 1: of two classes there are no more,
/// and logits are hardly whole.
bool holds_class_numbers(const NpyArray& array) {
    const std::vector<float> values = array.reals();
    return std::ranges::all_of(values, [](float value) { return value == std::floor(value); }) &&
           std::ranges::any_of(values, [](float value) { return value > 1; }) &&
           std::ranges::none_of(values, [](float value) { return value < 0; });
}

/// The logarithm, which is finite for 0.
float log_of(float probability) {
    return std::log(std::max(probability, std::numeric_limits<float>::min()));
}

/// What an `info.json` states, if it exists.
std::optional<OutputKind> stated_kind(const std::filesystem::path& info,
                                      std::vector<std::string>& warnings) {
    if (!path_exists(info)) return std::nullopt;
    const std::string kind =
        parse_output_kind(JsonText::from_file(info, max_info_json).view(), warnings);
    if (kind.empty()) return std::nullopt;
    return kind == "logits" ? OutputKind::logits : OutputKind::probabilities;
}

/// Whether all rows are numbers of 0..1 that add up to 1 (with one column: all are 0..1). Rows that
/// are not finite do not count. Reads as much as is needed: of logits, usually one row.
bool hold_probabilities(std::span<const NpyArray> arrays) {
    std::size_t finite = 0;
    const bool all = std::ranges::all_of(
        arrays, [&](const NpyArray& array) { return holds_probabilities(array, finite); });
    return all && finite > 0;
}

/// Why arrays that are taken for logits may hold something else; empty if nothing speaks for it.
/// Of logits, usually one row of each is read.
std::string doubt_about(std::span<const NpyArray> arrays) {
    constexpr const char* logits =
        "; they are taken for logits, of which softmax is taken; "
        "\"predictions\": \"probabilities\" in info.json says otherwise";
    const auto holding = std::ranges::count_if(arrays, [](const NpyArray& array) {
        return hold_probabilities({&array, 1});
    });
    if (holding > 0)
        return "the rows of " + std::to_string(holding) + " of " + std::to_string(arrays.size()) +
               " epochs lie in 0..1 and add up to 1, those of the others do not" + logits;
    const bool lie_within = std::ranges::all_of(arrays, [](const NpyArray& array) {
        return array.shape()[1] > 1 && lies_within_one(array);
    });
    if (arrays.empty() || !lie_within) return {};
    return std::string("its numbers lie in 0..1, but its rows do not add up to 1") + logits;
}

}  // namespace

NpyArray as_outputs(const NpyArray& any) {
    NpyArray array = any.squeezed();
    const auto& shape = array.shape();
    if (shape.empty() || shape.size() > 2 || array.size() == 0)
        throw Error(array.name(), "has the shape ", shape_text(shape),
                    ", expected a table of rows and columns");
    const bool is_list = shape.size() == 1 || shape[1] == 1;
    if (is_list && (array.kind() != NpyKind::real || holds_class_numbers(array)))
        throw Error(array.name(), "holds one ", array.type_name(),
                    " a sample, as if it were the predicted class; expected logits or "
                    "probabilities, one column a class");
    return shape.size() == 1 ? array.as_column() : array;
}

std::vector<float> logits_from(const Table& outputs, OutputKind kind, const std::string& where) {
    const bool are_logits = kind == OutputKind::logits;
    if (!are_logits)
        for (std::size_t i = 0; i < outputs.rows(); ++i)
            for (const float value : outputs.row(i))
                if (std::isfinite(value) && !is_probability(value))
                    throw Error(where, "row ", i, " holds ", value,
                                ", expected probabilities, since that is what it is said to hold");
    std::vector<float> logits;
    const bool is_binary = outputs.columns == 1;
    logits.reserve(outputs.values.size() * (is_binary ? 2 : 1));
    for (const float value : outputs.values) {
        // Not finite stays not finite in each column.
        const float rest = std::isfinite(value) ? 1 - value : value;
        if (is_binary) logits.push_back(!are_logits || !std::isfinite(value) ? log_of(rest) : 0);
        logits.push_back(are_logits ? value : log_of(value));
    }
    return logits;
}

std::vector<NpyArray> open_outputs(std::span<const std::filesystem::path> files,
                                   RunArrays& arrays) {
    std::vector<NpyArray> outputs;
    for (const std::filesystem::path& file : files) {
        try {
            outputs.push_back(as_outputs(arrays.open(file)));
        } catch (const FileCutOff&) {
            continue;
        }
    }
    return outputs;
}

OutputKind kind_of_outputs(std::span<const NpyArray> arrays, const std::filesystem::path& info,
                           std::vector<std::string>& warnings) {
    const auto warn = [&](const char* what) {
        const std::filesystem::path file = arrays.front().name();
        warnings.push_back(file.filename().string() + ": " + what);
    };
    if (!arrays.empty() && arrays.front().shape()[1] == 1)
        warn("has one number a sample, which is taken for that of class 1 of two classes");
    if (const auto stated = stated_kind(info, warnings)) return *stated;
    if (!hold_probabilities(arrays)) {
        if (const std::string doubt = doubt_about(arrays); !doubt.empty()) warn(doubt.c_str());
        return OutputKind::logits;
    }
    warn(
        "its rows lie in 0..1 and add up to 1, so they are taken for probabilities; "
        "\"predictions\": \"logits\" in info.json says otherwise");
    return OutputKind::probabilities;
}

}  // namespace epochscope
