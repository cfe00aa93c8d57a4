#include "io/recording/run_folder.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/npy/usual_arrays.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// More classes without names count as broken labels.
constexpr std::size_t max_unnamed_classes = 65536;

Classes named_by_numbers(std::size_t count, std::size_t first = 0) {
    if (count > max_unnamed_classes)
        throw Error("labels.npy", "names class ", count - 1, ", expected at most ",
                    max_unnamed_classes - 1, " without dataset/info.json");
    Classes classes;
    for (std::size_t c = 0; c < count; ++c) classes.names.push_back(std::to_string(first + c));
    return classes;
}

/// The classes without the unlabelled one.
Classes predictable_classes(const fs::path& file, const LabelArray& labels,
                            std::size_t logit_classes, std::vector<std::string>& warnings) {
    if (path_exists(file)) {
        Classes classes =
            parse_run_classes(JsonText::from_file(file, max_info_json).view(), warnings);
        if (logit_classes > classes.names.size())
            throw Error(file.string(), "names ", classes.names.size(),
                        " classes, predictions.npy has ", logit_classes);
        return classes;
    }
    if (!labels.names.empty()) {
        Classes classes{labels.names, {}};
        // Which column is of which class is not known, but numpy.unique sorts as well.
        while (classes.names.size() < logit_classes)
            classes.names.push_back(std::to_string(classes.names.size()));
        return classes;
    }
    const std::int32_t last = std::ranges::max(labels.labels);
    const std::size_t count = static_cast<std::size_t>(std::max(last, 0)) + 1;
    // Of labels from 1 on: see begin_at_zero.
    const bool has_zero = std::ranges::find(labels.labels, 0) != labels.labels.end();
    if (!has_zero && logit_classes > 0 && count == logit_classes + 1)
        return named_by_numbers(logit_classes, 1);
    if (logit_classes > 0 && count > logit_classes)
        throw Error("labels.npy", "holds the label ", last, ", but there are logits of ",
                    logit_classes, " classes");
    return named_by_numbers(std::max(logit_classes, count));
}

bool count_from_one(const LabelArray& labels, std::size_t classes) {
    const std::vector<std::int32_t>& numbers = labels.labels;
    return std::ranges::find(numbers, 0) == numbers.end() &&
           std::ranges::max(numbers) == static_cast<std::int32_t>(classes);
}

/// Numbers that leave gaps, of as many classes as there are logits: 10, 20 and 30 of three.
void take_occurring(LabelArray& labels, std::size_t logit_classes) {
    const std::int32_t last = std::ranges::max(labels.labels);
    const bool is_within = last < 0 || static_cast<std::size_t>(last) < logit_classes;
    if (logit_classes == 0 || is_within || count_from_one(labels, logit_classes)) return;
    LabelArray occurring = labels;
    name_numbers_with_gaps(occurring);
    if (occurring.names.size() != logit_classes) return;
    labels = std::move(occurring);
    labels.remark = "labels.npy: its numbers are not 0 to " + std::to_string(logit_classes - 1) +
                    ", so the " + std::to_string(logit_classes) +
                    " that occur are taken for the classes in their order";
}

/// Labels 1..C of C classes, as MATLAB and many data sets count them.
void begin_at_zero(LabelArray& labels, const Classes& classes) {
    std::vector<std::int32_t>& numbers = labels.labels;
    const std::size_t count = classes.names.size();
    if (!count_from_one(labels, classes.names.size()) || !labels.names.empty() ||
        labels.are_columns)
        return;
    for (std::int32_t& number : numbers)
        if (number != no_label) --number;
    labels.remark = "labels.npy: its numbers count from 1 to " + std::to_string(count) +
                    ", so they are taken for the " + std::to_string(count) +
                    " classes in their order";
}

}  // namespace

fs::path find_labels(const fs::path& run) {
    for (const std::string_view name : label_names)
        for (const char* folder : {"dataset", ".", "dataset/label", "label"}) {
            const fs::path file = (run / folder).lexically_normal() / (std::string(name) + ".npy");
            if (path_exists(file)) return file;
        }
    return {};
}

LabelArray read_labels(const fs::path& file) { return read_label_array(NpyArray::open(file)); }

Classes read_run_classes(const fs::path& file, LabelArray& labels, std::size_t logit_classes,
                         std::vector<std::string>& warnings) {
    if (!path_exists(file)) take_occurring(labels, logit_classes);
    Classes classes = predictable_classes(file, labels, logit_classes, warnings);
    begin_at_zero(labels, classes);
    labels.labels = labels_among(labels, "labels.npy", classes.names);
    labels.names.clear();
    add_unlabelled(classes, labels.labels);
    return classes;
}

}  // namespace epochscope
