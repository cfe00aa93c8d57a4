#include "io/recording/run_folder.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// More classes without names count as broken labels.
constexpr std::size_t max_unnamed_classes = 65536;
constexpr std::string_view epoch_prefix = "epoch_";

}  // namespace

std::vector<EpochFolder> epoch_folders_in(const fs::path& folder) {
    std::vector<EpochFolder> epochs;
    for (const fs::path& path : folders_in(folder)) {
        const std::string name = path.filename().string();
        std::int64_t number = 0;
        if (!name.starts_with(epoch_prefix)) continue;
        const char* end = name.data() + name.size();
        const auto [stop, error] = std::from_chars(name.data() + epoch_prefix.size(), end, number);
        if (error == std::errc{} && stop == end) epochs.push_back({number, path});
    }
    std::stable_sort(epochs.begin(), epochs.end(), [](const EpochFolder& a, const EpochFolder& b) {
        return a.number < b.number;
    });
    return epochs;
}

std::vector<std::int32_t> read_run_labels(const fs::path& run) {
    const NpyArray labels = NpyArray::open(run / "dataset" / "labels.npy");
    if (labels.shape().size() != 1 || labels.size() == 0)
        throw Error(labels.name(), "has the shape ", shape_text(labels.shape()),
                    ", expected (N), one entry for each sample");
    return labels.integers();
}

Classes read_run_classes(const fs::path& run, std::span<const std::int32_t> labels,
                         std::size_t logit_classes) {
    const fs::path file = run / "dataset" / "info.json";
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
