#include <epochscope/io/open.h>
#include <epochscope/io/source.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_maps.h>

#include <utility>

namespace epochscope {

namespace {

/// Why there is no map: what was found at fault with it, or that there is nothing of the kind.
std::string without_map(const Dataset& dataset) {
    for (const std::string& warning : dataset.warnings)
        if (warning.ends_with("; the map is left out")) return warning;
    return "has no map that could place samples; expected a folder of arrays made by project with "
           "--method pca, timevis or dvi, or spacetime with --map-passes";
}

}  // namespace

KeptMaps open_maps(const std::filesystem::path& folder, const Job& job) {
    Dataset dataset = open_dataset(folder, {}, job);
    if (dataset.maps.empty() && dataset.learned.empty())
        throw Error(folder.string(), without_map(dataset));
    KeptMaps maps{.name = dataset.name,
                  .method = {},
                  .epochs = {},
                  .classes = dataset.series.classes(),
                  .frame = dataset.series.frame(),
                  .linear = std::move(dataset.maps),
                  .learned = std::move(dataset.learned),
                  .heads = std::move(dataset.heads),
                  .planes = std::move(dataset.planes)};
    if (auto source = read_source(dataset.path); source.contains("method"))
        maps.method = source["method"];
    for (const Epoch& epoch : dataset.series.epochs()) maps.epochs.push_back(epoch.number);
    return maps;
}

}  // namespace epochscope
