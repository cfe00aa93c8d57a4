#include "io/maps/kept_heads.h"

#include "io/files/sidecar_files.h"

#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

fs::path module_file(const fs::path& folder, HeadsOf of, std::int64_t epoch) {
    return head_file(folder, of, std::to_string(epoch) + ".pt");
}

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

}  // namespace

HeadsOf heads_of(const Dataset& dataset) {
    if (!dataset.learned.empty()) return HeadsOf::learned_maps;
    return dataset.maps.size() > 1 ? HeadsOf::linear_maps : HeadsOf::one_linear_map;
}

Heads read_kept_heads(const fs::path& folder, HeadsOf of, const KeptEpochs& epochs,
                      const HeadShape& shape, std::vector<std::string>& warnings) {
    Heads heads =
        read_linear_heads(folder, of, epochs.rows, shape.classes, shape.dimension, warnings);
    heads.resize(epochs.rows.size());
    EpochWarnings faults;
    // Nothing is known of the embeddings but how many numbers they are.
    const std::vector<float> probe(2 * shape.dimension, 0.0F);
    for (std::size_t e = 0; e < heads.size(); ++e) {
        const fs::path file = module_file(folder, of, epochs.numbers[e]);
        if (heads[e].is_known() || !is_there(file)) continue;
        try {
            heads[e] = Head(read_head(file, "a head of the maps", shape, probe));
        } catch (const Error& error) {
            faults.add(std::string(error.what()) + "; landscapes are painted from the points",
                       epochs.numbers[e]);
        }
    }
    const std::vector<std::string> said = faults.sentences();
    warnings.insert(warnings.end(), said.begin(), said.end());
    if (std::ranges::none_of(heads, &Head::is_known)) heads.clear();
    return heads;
}

void write_kept_heads(const Heads& heads, const EpochSeries& series, const fs::path& folder,
                      HeadsOf of, const Job& job) {
    write_linear_heads(heads, folder, of);
    for (std::size_t e = 0; e < heads.size(); ++e)
        if (heads[e].is_module() && !heads[e].module()->file().empty())
            copy_sidecar(heads[e].module()->file(), module_file(folder, of, series.epoch(e).number),
                         1, {.progress = {}, .stop = job.stop});
}

}  // namespace epochscope
