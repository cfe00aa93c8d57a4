#include "io/features/feature_arrays.h"

#include "io/dynamics/literal_reader.h"
#include "io/features/named_labels.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/json/json_text.h"
#include "io/npy/label_array.h"
#include "io/npy/shape_text.h"
#include "io/recording/run_folder.h"
#include "io/tables/place_columns.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The further names that arrays of a `.npz` file have, in lower case.
constexpr std::array<std::string_view, 11> vague_features{
    "x",      "x_train",   "train_features", "train_x",     "z", "data",
    "places", "positions", "points",         "coordinates", "xy"};
constexpr std::array<std::string_view, 3> vague_labels{"train_y", "classes", "class"};
constexpr std::size_t max_label_table = std::size_t{256} << 20U;

bool has_ending(const fs::path& file, std::string_view ending) {
    return in_lower_case(file.extension().string()) == ending;
}

/// Whether each row has one 1 and otherwise zeros.
bool is_one_hot(const NpyArray& array, std::size_t samples) {
    const bool is_table = array.shape().size() == 2 && array.shape()[0] == samples;
    return is_table && array.kind() != NpyKind::text && read_label_array(array).are_columns;
}

bool may_be_features(const NpyArray& array) {
    return is_feature_table(array) || is_epochs_table(array);
}

NpyArray expect_features(const NpyArray& any) {
    NpyArray array = any.squeezed();
    if (may_be_features(array)) return array;
    throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                ", expected (N, D): a row of D features for each sample");
}

Labelled labels_of(const NpyArray& array) {
    LabelArray labels = read_label_array(array);
    name_numbers_with_gaps(labels);
    std::vector<std::string> none;
    Classes classes = read_run_classes({}, labels, 0, none);
    return {std::move(classes), std::move(labels.labels), std::move(labels.remark)};
}

Labelled named_labels(const NamedLabels& names, std::vector<std::int32_t> labels) {
    names.to_classes(labels);
    Classes classes = names.classes();
    add_unlabelled(classes, labels);
    return {std::move(classes), std::move(labels)};
}

/// The column of labels: that with a usual name, or the only one besides an index without a name.
std::optional<std::size_t> label_column(const TableReader& rows) {
    if (const auto named = usual_label_column(rows)) return named;
    const bool has_index = rows.names().size() == 2 && rows.names().front() == unnamed_column(0);
    if (rows.names().size() == 1 || has_index) return rows.names().size() - 1;
    return std::nullopt;
}

/// The entries of a text that is one JSON array of words or numbers; nothing for other texts.
std::optional<std::vector<std::string>> words_of_array(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    std::deque<std::string> texts;
    LiteralReader reader(line, texts, line.size());
    std::vector<std::string> words;
    try {
        if (!reader.take('[')) return std::nullopt;
        while (!reader.take(']')) {
            words.emplace_back(reader.scalar().text);
            reader.take(',');
        }
        return reader.at_end() ? std::optional(std::move(words)) : std::nullopt;
    } catch (const LineFault&) {
        return std::nullopt;
    }
}

/// Of a text: its only column, or the one that is called like labels.
Labelled labels_in_table(const fs::path& file, std::size_t samples) {
    std::vector<std::string> remarks;
    const std::string text =
        decoded(file.filename().string(), read_text(file, max_label_table), remarks);
    if (auto words = words_of_array(text)) {
        NamedLabels names;
        std::vector<std::int32_t> labels;
        for (const std::string& word : *words) labels.push_back(names.add(word));
        return named_labels(names, std::move(labels));
    }
    TableReader rows(file.string(), text, {.has_empty_rows = true});
    const auto column = label_column(rows);
    if (!column) throw Error(file.string(), "has no column \"label\", expected one");
    NamedLabels names;
    std::vector<std::int32_t> labels;
    for (const std::string& word : words_in(rows, *column, samples))
        labels.push_back(names.add(word));
    Labelled labelled = named_labels(names, std::move(labels));
    if (!remarks.empty()) labelled.remark = std::move(remarks.front());
    return labelled;
}

Labelled labels_in_file(const fs::path& file, const OpenOptions& options, std::size_t samples) {
    if (has_ending(file, ".npy")) return labels_of(NpyArray::open(file));
    if (!has_ending(file, ".npz")) return labels_in_table(file, samples);
    OpenOptions of_labels = options;
    of_labels.key.clear();
    FeatureArrays npz(file, of_labels);
    const auto labels = npz.labels(samples);
    if (!labels)
        throw Error(file.string(), "has no array of ", samples,
                    " labels that is named like one; choose one with --labels-key");
    return labels_of(*labels);
}

}  // namespace

FeatureArrays::FeatureArrays(const fs::path& path, const OpenOptions& options)
    : path_(path), options_(options) {
    if (has_ending(path, ".npz")) npz_.emplace(path);
}

NpyArray FeatureArrays::features() {
    if (!npz_) return expect_features(NpyArray::open(path_));
    if (!options_.key.empty()) return expect_features(npz_->array(options_.key));
    // A table goes before an array of all epochs, which may be attention or pictures.
    auto found = find(embedding_names, vague_features, is_feature_table);
    if (!found) found = find(embedding_names, vague_features, may_be_features);
    if (!found)
        throw Error(path_.string(), "has ", described(),
                    ": none is a table of features that is named like one; choose one with --key");
    key_ = *found;
    return npz_->array(*found).squeezed();
}

std::optional<NpyArray> FeatureArrays::labels(std::size_t samples) {
    if (!npz_) return std::nullopt;
    if (!options_.labels_key.empty()) return npz_->array(options_.labels_key);
    const auto found = find(label_names, vague_labels, [&](const NpyArray& array) {
        return is_list_of(array, samples) || is_one_hot(array, samples);
    });
    if (!found) {
        find_unread_labels();
        return std::nullopt;
    }
    labels_key_ = *found;
    return npz_->array(*found);
}

std::optional<NpyArray> FeatureArrays::named(UsualNames names, std::vector<std::size_t> begin) {
    if (!npz_) return std::nullopt;
    for (const std::string& name : npz_->names()) {
        if (!is_usual(names, name) || name == key_ || name == labels_key_) continue;
        NpyArray array = npz_->array(name).squeezed();
        if (array.kind() != NpyKind::text && array.shape().size() >= begin.size() &&
            std::equal(begin.begin(), begin.end(), array.shape().begin()))
            return array;
    }
    return std::nullopt;
}

std::vector<std::string> FeatureArrays::remarks() const {
    std::vector<std::string> sentences;
    if (!key_.empty())
        sentences.push_back(path_.filename().string() + ": the features are its array " +
                            in_quotes(key_) +
                            (labels_key_.empty() ? std::string(", without labels")
                                                 : ", the labels " + in_quotes(labels_key_)) +
                            "; choose others with --key and --labels-key");
    if (!unread_labels_.empty()) sentences.push_back(unread_labels_ + "; it is left out");
    return sentences;
}

/// The array with the most usual name that fits, or else the only one that fits; nothing if several
/// do. What is named like labels is no table of features.
std::optional<std::string> FeatureArrays::find(UsualNames usual, UsualNames vague,
                                               const Fits& fits) {
    const auto fitting = [&](const std::string& name) {
        try {
            return fits(npz_->array(name).squeezed());
        } catch (const Error&) {
            return false;  // Of another kind; it is not needed.
        }
    };
    for (const UsualNames names : {usual, vague})
        for (const std::string_view wanted : names)
            for (const std::string& name : npz_->names())
                if (in_lower_case(name) == wanted && name != key_ && fitting(name)) return name;
    std::optional<std::string> only;
    for (const std::string& name : npz_->names()) {
        if (name == key_ || !fitting(name) || (key_.empty() && holds_labels(name))) continue;
        if (only) return std::nullopt;
        only = name;
    }
    return only;
}

void FeatureArrays::find_unread_labels() {
    for (const std::string& name : npz_->names()) {
        if (!is_usual(label_names, name) && !is_usual(vague_labels, name)) continue;
        try {
            static_cast<void>(npz_->array(name));
        } catch (const Error& error) {
            unread_labels_ = error.what();
        }
    }
}

/// Whether an array is named like labels, or has one-hot rows.
bool FeatureArrays::holds_labels(const std::string& name) {
    if (is_usual(label_names, name)) return true;
    try {
        const NpyArray array = npz_->array(name).squeezed();
        return is_one_hot(array, array.shape()[0]);
    } catch (const Error&) {
        return false;
    }
}

/// "the arrays a (3, 4), b (7)".
std::string FeatureArrays::described() {
    std::string list;
    for (const std::string& name : npz_->names()) {
        list += list.empty() ? "the arrays " : ", ";
        list += in_quotes(name);
        try {
            list += ' ';
            list += shape_text(npz_->array(name).shape());
        } catch (const Error&) {
            list += " of another kind";
        }
    }
    return list;
}

Labelled labels_for(FeatureArrays& file, const fs::path& path, const OpenOptions& options,
                    std::size_t samples) {
    const auto read = [&]() -> Labelled {
        if (!options.labels.empty()) return labels_in_file(options.labels, options, samples);
        if (const auto own = file.labels(samples)) return labels_of(*own);
        return {.classes = {.names = {"all"}, .colours = {}},
                .labels = std::vector<std::int32_t>(samples, 0),
                .is_given = false};
    };
    Labelled labelled = read();
    if (labelled.labels.size() != samples)
        throw Error(options.labels.empty() ? path.string() : options.labels, "has ",
                    labelled.labels.size(), " labels, the features are of ", samples, " samples");
    return labelled;
}

}  // namespace epochscope
