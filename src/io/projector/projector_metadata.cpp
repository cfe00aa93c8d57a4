#include "io/projector/projector_metadata.h"

#include "io/features/named_labels.h"
#include "io/json/json_text.h"
#include "io/metadata/column_builder.h"
#include "io/metadata/row_order.h"
#include "io/tables/place_columns.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

namespace epochscope {

namespace {

/// Names of samples are told from classes by how many of them differ.
bool are_names_of_samples(const std::vector<std::string>& words) {
    constexpr std::size_t few = 50;
    const std::unordered_set<std::string_view> different(words.begin(), words.end());
    return different.size() > few && different.size() > words.size() / 2;
}

std::size_t label_column(const TableReader& rows) { return usual_label_column(rows).value_or(0); }

/// The names of samples as a column.
Column names_column(const std::vector<std::string>& words) {
    ColumnBuilder names("id", words.size(), ColumnBuilder::Cells::kept);
    for (const std::string& word : words) names.add_any(word);
    Column column = names.finish();
    return find_repeated(column).first == no_row ? column : column.renamed("text");
}

/// The columns but that of the labels.
std::vector<Column> other_columns(std::string_view where, std::string_view text,
                                  std::size_t samples) {
    TableReader rows(std::string(where), text, {.separator = '\t', .has_names = true});
    std::vector<ColumnBuilder> builders;
    if (rows.names().size() < 2) return {};
    for (const std::string& name : rows.names())
        builders.emplace_back(name, samples, ColumnBuilder::Cells::kept);
    const std::size_t labels = label_column(rows);
    while (rows.next())
        for (std::size_t c = 0; c < builders.size(); ++c)
            if (c != labels) builders[c].add_any(rows.text(c));
    std::vector<Column> columns;
    for (std::size_t c = 0; c < builders.size(); ++c)
        if (c != labels) columns.push_back(builders[c].finish());
    return columns;
}

/// The labels as words.
std::vector<std::string> label_words(std::string_view where, std::string_view text,
                                     std::size_t samples, std::vector<std::string>& warnings) {
    TableReader rows(std::string(where), text,
                     {.separator = '\t', .has_names = true, .has_empty_rows = true});
    const std::size_t column = label_column(rows);
    std::vector<std::string> words = words_in(rows, column, samples);
    if (rows.names().size() > 1)
        warnings.push_back(std::string(where) + ": the labels are its column " +
                           in_quotes(rows.names()[column]));
    return words;
}

}  // namespace

ProjectorLabels read_projector_metadata(std::string_view where, std::string_view text,
                                        std::size_t samples, std::vector<std::string>& warnings) {
    const std::vector<std::string> words = label_words(where, text, samples, warnings);
    if (words.size() != samples)
        throw Error(where, "has ", words.size(), " rows, the tensors are of ", samples, " samples");
    std::vector<Column> columns = other_columns(where, text, samples);
    if (are_names_of_samples(words)) {
        // Beside a column of that name in the file, which stays.
        const auto is_taken = [&](std::string_view name) {
            return std::ranges::find(columns, name, &Column::name) != columns.end();
        };
        Column column = names_column(words);
        if (is_taken(column.name())) column = column.renamed(is_taken("text") ? "name" : "text");
        columns.insert(columns.begin(), std::move(column));
        warnings.push_back(std::string(where) +
                           ": its labels are names of samples, since most of them differ; all "
                           "samples are in one class");
        return {{.names = {"all"}, .colours = {}},
                std::vector<std::int32_t>(samples, 0),
                std::move(columns)};
    }
    NamedLabels names;
    std::vector<std::int32_t> labels;
    labels.reserve(samples);
    for (const std::string& word : words) labels.push_back(names.add(word));
    names.to_classes(labels);
    Classes classes = names.classes();
    add_unlabelled(classes, labels);
    return {std::move(classes), std::move(labels), std::move(columns)};
}

}  // namespace epochscope
