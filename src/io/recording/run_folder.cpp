#include "io/recording/run_folder.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <string>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// More classes without names count as broken labels.
constexpr std::size_t max_unnamed_classes = 65536;

}  // namespace

std::vector<std::int32_t> read_labels(const fs::path& file) {
    const NpyArray labels = NpyArray::open(file);
    if (labels.shape().size() != 1 || labels.size() == 0)
        throw Error(labels.name(), "has the shape ", shape_text(labels.shape()),
                    ", expected (N), one entry for each sample");
    return labels.integers();
}

Classes read_run_classes(const fs::path& file, std::span<const std::int32_t> labels,
                         std::size_t logit_classes) {
    if (path_exists(file)) {
        Classes classes{parse_class_names(JsonText::from_file(file, max_info_json).view()), {}};
        if (logit_classes > classes.names.size())
            throw Error(file.string(), "names ", classes.names.size(),
                        " classes, predictions.npy has ", logit_classes);
        return classes;
    }
    const std::int32_t last = *std::max_element(labels.begin(), labels.end());
    const auto count = std::max(logit_classes, static_cast<std::size_t>(std::max(last, 0)) + 1);
    if (count > max_unnamed_classes)
        throw Error("labels.npy", "names class ", count - 1, ", expected at most ",
                    max_unnamed_classes - 1, " without dataset/info.json");
    Classes classes;
    for (std::size_t c = 0; c < count; ++c) classes.names.push_back(std::to_string(c));
    return classes;
}

}  // namespace epochscope
