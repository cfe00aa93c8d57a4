#include "io/arrays/array_folder.h"
#include "io/sequence_scatter/sequence_scatter.h"
#include "io/visualizer/visualizer_run.h"

#include <epochscope/io/open.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/io/trust.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <memory>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

struct Format {
    /// The files that identify it, for messages.
    std::string_view files;
    bool (*matches)(const fs::path& folder);
    /// Whether a matching folder holds a dataset.
    bool (*has_dataset)(const fs::path& folder);
    Dataset (*open)(const fs::path& folder, const OpenOptions& options, const Job& job);
};

/// All formats; the first match counts.
constexpr std::array formats{
    Format{"visualize/<name>/epochs (time-travelling-visualizer)", is_visualizer_run,
           has_projection, open_visualizer_run},
    Format{"info.json and positions.npy (arrays)", is_array_folder, is_array_folder,
           open_array_folder},
    Format{"info.json and data.json (Sequence-Scatter)", is_sequence_scatter, is_sequence_scatter,
           open_sequence_scatter},
};

const Format* format_of(const fs::path& folder) {
    const auto* const found =
        std::ranges::find_if(formats, [&](const Format& format) { return format.matches(folder); });
    return found == formats.end() ? nullptr : found;
}

/// The folder of a path: the path itself, or the folder that holds the file.
fs::path folder_of(const fs::path& path) {
    std::error_code error;
    fs::path folder = fs::canonical(path, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    if (fs::is_regular_file(folder, error)) folder = folder.parent_path();
    // Fails if the folder cannot be listed.
    const fs::directory_iterator listing(folder, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    return folder;
}

}  // namespace

Dataset open_dataset(const fs::path& path, const OpenOptions& options, const Job& job) {
    const fs::path folder = folder_of(path);
    const Format* const format = format_of(folder);
    if (format == nullptr) {
        std::string expected;
        for (const Format& known : formats) expected += std::string(known.files) + ", or ";
        throw Error(path.string(), "is not a dataset folder: expected ", expected,
                    "a recording (dataset/labels.npy and epochs)");
    }
    Dataset dataset = format->open(folder, options, job);
    if (dataset.name.empty()) dataset.name = folder.filename().string();
    dataset.path = folder.string();
    if (dataset.projection_folder.empty()) dataset.projection_folder = dataset.path;
    dataset.trust = read_trust(dataset.projection_folder, dataset.series, dataset.warnings, job);
    if (dataset.trust && dataset.trust->has_preserved())
        dataset.preserved = std::make_shared<const PreservedLevels>(dataset.trust);
    dataset.prototypes =
        read_prototypes(dataset.projection_folder, dataset.series, dataset.warnings, job);
    job.reached(1);
    return dataset;
}

bool is_dataset(const fs::path& path) {
    const fs::path folder = folder_of(path);
    const Format* const format = format_of(folder);
    return format != nullptr && format->has_dataset(folder);
}

std::vector<std::string> list_projections(const fs::path& folder) {
    return is_visualizer_run(folder) ? projections_of_run(folder) : std::vector<std::string>{};
}

}  // namespace epochscope
