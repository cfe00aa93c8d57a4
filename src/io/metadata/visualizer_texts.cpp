#include "io/metadata/visualizer_texts.h"

#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"
#include "io/metadata/column_builder.h"
#include "io/metadata/samples_file.h"

#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t max_texts = std::size_t{4} << 30U;

std::size_t sample_in(std::string_view where, const json& value, std::size_t samples) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() < samples)
        return value.get<std::size_t>();
    throw Error(where, "names sample ", described(value), ", expected 0..", samples - 1);
}

/// The first sample of the group of each sample.
class Groups {
  public:
    explicit Groups(std::size_t samples) : first_(samples) {
        std::iota(first_.begin(), first_.end(), std::size_t{0});
    }
    std::size_t first_of(std::size_t sample) {
        while (first_[sample] != sample) sample = first_[sample] = first_[first_[sample]];
        return sample;
    }
    void join(std::size_t a, std::size_t b) {
        a = first_of(a);
        b = first_of(b);
        first_[std::max(a, b)] = std::min(a, b);
    }

  private:
    std::vector<std::size_t> first_;
};

}  // namespace

Column text_column(std::string_view where, std::string_view text, std::size_t samples) {
    ColumnBuilder builder("text", samples, ColumnBuilder::Cells::texts);
    while (!text.empty() && builder.rows() <= samples) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            builder.add_missing();
        else
            builder.add(line);
    }
    if (builder.rows() > samples)
        throw Error(where, "has more lines than the ", samples, " samples");
    if (builder.rows() < samples)
        throw Error(where, "has ", builder.rows(), " lines, expected one for each of ", samples,
                    " samples");
    return builder.finish();
}

std::optional<Column> aligned_column(std::string_view where, std::string_view text,
                                     std::size_t samples) {
    const json root = parse_json_tree(where, text);
    const auto found = root.is_object() ? root.find("ground_truth_pairs") : root.end();
    if (!root.is_object() || found == root.end() || !found->is_array())
        throw Error(where, "has no list ground_truth_pairs, expected pairs of samples");
    Groups groups(samples);
    std::vector<bool> is_in_pair(samples);
    for (const json& pair : *found) {
        if (!pair.is_array() || pair.size() != 2)
            throw Error(where, "ground_truth_pairs holds ", described(pair),
                        ", expected pairs of samples");
        const std::size_t a = sample_in(where, pair[0], samples);
        const std::size_t b = sample_in(where, pair[1], samples);
        is_in_pair[a] = is_in_pair[b] = true;
        groups.join(a, b);
    }
    if (found->empty()) return std::nullopt;
    std::vector<std::int64_t> first(samples, Column::missing);
    for (std::size_t i = 0; i < samples; ++i)
        if (is_in_pair[i]) first[i] = static_cast<std::int64_t>(groups.first_of(i));
    return Column::of_whole("aligned", ColumnType::whole, std::move(first));
}

std::optional<Column> split_column(std::string_view where, std::string_view text,
                                   std::size_t samples) {
    const json root = parse_json_tree(where, text);
    if (!root.is_object()) throw Error(where, "is no object of lists of samples");
    std::vector<std::string> names;
    std::vector<std::int32_t> codes(samples, -1);
    for (const auto& [name, list] : root.items()) {
        if (!list.is_array() || list.empty()) continue;
        // An empty name would say that it is missing.
        names.push_back(name.empty() ? "\"\"" : name);
        for (const json& sample : list)
            codes[sample_in(where, sample, samples)] = static_cast<std::int32_t>(names.size() - 1);
    }
    if (names.size() < 2) return std::nullopt;
    return Column::of_categories("split", std::move(codes), std::move(names));
}

std::shared_ptr<const Metadata> with_visualizer_texts(
    const std::shared_ptr<const Metadata>& metadata, const fs::path& run, std::size_t samples,
    std::vector<std::string>& warnings) {
    std::vector<Column> columns;
    using Read =
        std::function<std::optional<Column>(std::string_view where, std::string_view text)>;
    const auto add = [&](const char* column, const char* name, std::size_t limit,
                         const Read& read) {
        fs::path file = run / "dataset" / name;
        if (!path_exists(file)) file = run / name;
        if (!path_exists(file) || (metadata && metadata->find(column) != nullptr)) return;
        try {
            const std::string bytes = read_text(file, limit);
            const DecodedText text(name, bytes);
            if (auto found = read(name, text.view())) columns.push_back(*std::move(found));
        } catch (const Error& error) {
            warnings.push_back(std::string(error.what()) + "; the column \"" + column +
                               "\" is left out");
        }
    };
    add("text", "text.txt", max_texts, [&](std::string_view where, std::string_view text) {
        return std::optional(text_column(where, text, samples));
    });
    add("aligned", "align.json", max_info_json, [&](std::string_view where, std::string_view text) {
        return aligned_column(where, text, samples);
    });
    add("split", "index.json", max_info_json, [&](std::string_view where, std::string_view text) {
        return split_column(where, text, samples);
    });
    return with_columns(metadata, std::move(columns));
}

}  // namespace epochscope
