#include <epochscope/io/open.h>
#include <epochscope/io/source.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_maps.h>

#include <utility>

namespace epochscope {

StoredMap open_maps(const std::filesystem::path& folder, const Job& job) {
    Dataset dataset = open_dataset(folder, {}, job);
    if (!dataset.plane_map.has_maps())
        throw Error(
            folder.string(),
            dataset.map_fault.empty()
                ? "has no map that could place samples; expected a folder of arrays made by "
                  "project with --method pca, timevis or dvi, or spacetime with --map-epochs"
                : dataset.map_fault);
    StoredMap stored{.name = dataset.name,
                     .method = {},
                     .epochs = {},
                     .classes = dataset.series.classes(),
                     .frame = dataset.series.frame(),
                     .map = std::move(dataset.plane_map)};
    if (auto source = read_source(dataset.path); source.contains("method"))
        stored.method = source["method"];
    for (const Epoch& epoch : dataset.series.epochs()) stored.epochs.push_back(epoch.number);
    return stored;
}

}  // namespace epochscope
