#include "io/recording/run_folder.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// More classes without names count as broken labels.
constexpr std::size_t max_unnamed_classes = 65536;

Classes named_by_numbers(std::size_t count) {
    if (count > max_unnamed_classes)
        throw Error("labels.npy", "names class ", count - 1, ", expected at most ",
                    max_unnamed_classes - 1, " without dataset/info.json");
    Classes classes;
    for (std::size_t c = 0; c < count; ++c) classes.names.push_back(std::to_string(c));
    return classes;
}

/// The classes without the unlabelled one.
Classes predictable_classes(const fs::path& file, const LabelArray& labels,
                            std::size_t logit_classes) {
    if (path_exists(file)) {
        Classes classes{parse_class_names(JsonText::from_file(file, max_info_json).view()), {}};
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
    return named_by_numbers(
        std::max(logit_classes, static_cast<std::size_t>(std::max(last, 0)) + 1));
}

}  // namespace

LabelArray read_labels(const fs::path& file) { return read_label_array(NpyArray::open(file)); }

Classes read_run_classes(const fs::path& file, LabelArray& labels, std::size_t logit_classes) {
    Classes classes = predictable_classes(file, labels, logit_classes);
    labels.labels = labels_among(labels, "labels.npy", classes.names);
    labels.names.clear();
    add_unlabelled(classes, labels.labels);
    return classes;
}

}  // namespace epochscope
