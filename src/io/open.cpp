#include "io/arrays/array_folder.h"
#include "io/sequence_scatter/sequence_scatter.h"
#include "io/visualizer/visualizer_run.h"

#include <epochscope/io/open.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/io/trust.h>
#include <epochscope/model/error.h>

#include <array>
#include <memory>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// A format: what it looks like, how it is opened, and what is looked for, in words.
struct Format {
    std::string_view looked_for;
    bool (*matches)(const fs::path& folder);
    Dataset (*open)(const fs::path& folder, const OpenOptions& options, const Job& job);
};

Dataset open_scatter(const fs::path& folder, const OpenOptions& /*options*/, const Job& job) {
    return open_sequence_scatter(folder, job);
}

Dataset open_arrays(const fs::path& folder, const OpenOptions& /*options*/, const Job& job) {
    return open_array_folder(folder, job);
}

// Every format that is known, in the order in which they are tried.
constexpr std::array formats{
    Format{"visualize/<name>/epochs (time-travelling-visualizer)", is_visualizer_run,
           open_visualizer_run},
    Format{"info.json and positions.npy (arrays)", is_array_folder, open_arrays},
    Format{"info.json and data.json (Sequence-Scatter)", is_sequence_scatter, open_scatter},
};

/// The folder that is meant by a path: itself, or that in which a file lies.
fs::path folder_of(const fs::path& path) {
    std::error_code error;
    fs::path folder = fs::canonical(path, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    if (fs::is_regular_file(folder, error)) folder = folder.parent_path();
    // Fails for a folder whose content may not be listed.
    const fs::directory_iterator listing(folder, error);
    if (error) throw Error(path.string(), "cannot be opened (", error.message(), ")");
    return folder;
}

}  // namespace

Dataset open_dataset(const fs::path& path, const OpenOptions& options, const Job& job) {
    const fs::path folder = folder_of(path);
    for (const Format& format : formats) {
        if (!format.matches(folder)) continue;
        Dataset dataset = format.open(folder, options, job);
        if (dataset.name.empty()) dataset.name = folder.filename().string();
        dataset.path = folder.string();
        if (dataset.projection_folder.empty()) dataset.projection_folder = dataset.path;
        dataset.trust =
            read_trust(dataset.projection_folder, dataset.series, dataset.warnings, job);
        if (dataset.trust && dataset.trust->has_preserved())
            dataset.preserved = std::make_shared<const PreservedLevels>(dataset.trust);
        dataset.prototypes =
            read_prototypes(dataset.projection_folder, dataset.series, dataset.warnings, job);
        job.reached(1);
        return dataset;
    }
    std::string looked_for;
    for (const Format& format : formats) {
        looked_for += looked_for.empty() ? "" : ", or ";
        looked_for += format.looked_for;
    }
    throw Error(path.string(), "is no dataset folder: looked for ", looked_for,
                ", or a recording (dataset/labels.npy and epochs)");
}

bool is_dataset(const fs::path& path) {
    const fs::path folder = folder_of(path);
    if (is_visualizer_run(folder)) return has_projection(folder);
    return is_array_folder(folder) || is_sequence_scatter(folder);
}

std::vector<std::string> list_projections(const fs::path& folder) {
    return is_visualizer_run(folder) ? projections_of_run(folder) : std::vector<std::string>{};
}

}  // namespace epochscope
