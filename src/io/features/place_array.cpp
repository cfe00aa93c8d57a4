#include "io/features/place_array.h"

#include "io/features/feature_arrays.h"
#include "io/files/paths.h"
#include "io/npy/shape_text.h"
#include "io/npy/usual_arrays.h"
#include "io/places.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Opening reads larger ones; looking at them would take as long.
constexpr std::size_t max_looked_at = std::size_t{64} << 20U;

bool holds_places(const fs::path& file) {
    const std::string ending = in_lower_case(file.extension().string());
    if (ending == ".npy") return are_places(NpyArray::open(file));
    if (ending != ".npz") return false;
    const NpzFile npz(file);
    for (const std::string& name : npz.names())
        if (npz.bytes_to_unpack(name) > max_looked_at) return false;
    const OpenOptions options;
    return are_places(FeatureArrays(file, options).features());
}

Fit fit_place_array(const fs::path& path) {
    if (is_folder(path)) return {};
    try {
        return {.share = holds_places(path) ? 1.0 : 0.0};
    } catch (const Error&) {
        return {};  // What reads features says what is wrong.
    }
}

EpochColumns places_at(const NpyArray& places, std::size_t epoch) {
    const std::vector<float> values = places.part(epoch).reals();
    EpochColumns columns;
    columns.number = static_cast<std::int64_t>(epoch) + 1;
    columns.positions.reserve(values.size() / 2);
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        columns.positions.push_back({values[i], values[i + 1]});
    return columns;
}

Dataset open_place_array(const fs::path& path, const OpenOptions& options, const Job& job) {
    FeatureArrays file(path, options);
    const NpyArray places = file.features();
    const auto& shape = places.shape();
    if (!are_places(places))
        throw Error(places.name(), "has the shape ", shape_text(shape),
                    ", expected (E, N, 2): the places of N samples at each of E epochs");
    Labelled labelled = labels_for(file, path, options, shape[1]);
    std::vector<std::string> warnings = file.remarks();
    warnings.push_back(fs::path(places.name()).filename().string() + ": its shape " +
                       shape_text(shape) + " is taken for the places of " +
                       std::to_string(shape[1]) + " samples at " + std::to_string(shape[0]) +
                       " epochs");
    if (!labelled.remark.empty()) warnings.push_back(std::move(labelled.remark));
    std::vector<EpochColumns> epochs;
    for (std::size_t e = 0; e < shape[0]; ++e) {
        if (job.stop.stop_requested()) throw Cancelled();
        epochs.push_back(places_at(places, e));
    }
    try {
        const EpochSeries series =
            make_series(std::move(labelled.classes), std::move(labelled.labels), std::move(epochs));
        warn_of_absent(series, warnings);
        return {.series = series.with_frame(box_around(series).value_or(default_frame)),
                .backgrounds = nullptr,
                .name = path.stem().string(),
                .path = {},
                .format = {},
                .warnings = std::move(warnings)};
    } catch (const Error& error) {
        throw Error(path.string(), error.what());
    }
}

}  // namespace

const Format place_array_format{
    .name = "array of places",
    .files = "X.npy or X.npz with places [E, N, 2] of all samples at every epoch",
    .fit = fit_place_array,
    .open_dataset = open_place_array,
};

}  // namespace epochscope
