#include "io/projector/projector_metadata.h"

#include "io/features/named_labels.h"
#include "io/json/json_text.h"
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

/// The words of a column, with blanks for rows that lack it.
std::vector<std::string> words_in(TableReader& rows, std::size_t column) {
    std::vector<std::string> words;
    while (rows.next()) words.emplace_back(rows.text(column));
    return words;
}

/// The labels as words.
std::vector<std::string> label_words(std::string_view where, std::string_view text,
                                     std::size_t samples, std::vector<std::string>& warnings) {
    TableReader rows(std::string(where), text, {.separator = '\t', .has_names = true});
    const bool is_list = rows.names().size() == 1;
    const auto named = rows.find({"label", "labels", "class", "target", "category", "y"});
    const std::size_t column = named.value_or(0);
    const std::string first = rows.names().front();
    std::vector<std::string> words = words_in(rows, column);
    // A list has no line of names, unless there is a line too many.
    if (is_list && words.size() + 1 == samples) words.insert(words.begin(), first);
    if (!is_list)
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
    if (are_names_of_samples(words)) {
        warnings.push_back(std::string(where) +
                           ": its labels are names of samples, since most of them differ; all "
                           "samples are in one class");
        return {{.names = {"all"}, .colours = {}}, std::vector<std::int32_t>(samples, 0)};
    }
    NamedLabels names;
    std::vector<std::int32_t> labels;
    labels.reserve(samples);
    for (const std::string& word : words) labels.push_back(names.add(word));
    names.to_classes(labels);
    Classes classes = names.classes();
    add_unlabelled(classes, labels);
    return {std::move(classes), std::move(labels)};
}

}  // namespace epochscope
