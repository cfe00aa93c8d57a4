#include "io/maps/plane_map.h"

#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/npy/array_file.h"
#include "io/npy/row_numbers.h"
#include "io/npy/shape_text.h"
#include "io/recording/head_reader.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using Shape = std::vector<std::size_t>;
using Layers = std::vector<DenseLayer> LearnedMap::*;

constexpr std::pair<const char*, Layers> networks[]{{"encoder", &LearnedMap::encoder},
                                                    {"decoder", &LearnedMap::decoder}};
constexpr const char* mean_file = "map_mean.npy";
constexpr const char* axes_file = "map_axes.npy";
constexpr const char* learned_folder = "map";
constexpr const char* planes_file = "logit_planes.npy";
/// The maximum number of layers.
constexpr std::size_t max_layers = 256;
/// How far products of axes may be from 0 and 1: maps may have been saved in single precision.
constexpr double orthonormal_within = 1e-3;

fs::path layer_file(const fs::path& folder, const std::string& network, std::size_t layer,
                    const char* what) {
    return folder / (network + "_" + std::to_string(layer + 1) + "_" + what + ".npy");
}

/// The name of a file with heads: `...head_<name>`.
std::string head_file(const PlaneMap& map, const std::string& name) {
    return (map.maps().front()->is_linear() ? "map_head_" : "map/head_") + name;
}
std::string module_file(const PlaneMap& map, std::int64_t epoch) {
    return head_file(map, std::to_string(epoch) + ".pt");
}

template <typename T>
bool are_finite(const std::vector<T>& values) {
    return std::ranges::all_of(values, [](T value) { return std::isfinite(value); });
}

// Linear maps: map_mean.npy (maps, D) and map_axes.npy (maps, 2, D).

double product(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += a[d] * b[d];
    return sum;
}

/// A second axis of zeros is none: features of one dimension.
void expect_orthonormal(const LinearMap& map, const std::string& where) {
    const auto& [x, y] = map.axes;
    const bool no_second = std::ranges::all_of(y, [](double v) { return v == 0; });
    const double off = std::max({std::abs(product(x, x) - 1), std::abs(product(x, y)),
                                 no_second ? 0 : std::abs(product(y, y) - 1)});
    if (!(off <= orthonormal_within))
        throw Error(where,
                    "has axes that are not orthonormal, expected axes of length 1 at right "
                    "angles to each other");
}

void expect_finite(const RowNumbers<double>& numbers) {
    const auto odd =
        std::ranges::find_if_not(numbers.values, [](double value) { return std::isfinite(value); });
    if (odd != numbers.values.end())
        throw Error(numbers.name, "entry ", odd - numbers.values.begin(), " is ", *odd,
                    ", expected finite numbers");
}

PlaneMap read_linear(const fs::path& folder, const EpochRows& rows) {
    const fs::path mean = folder / mean_file;
    const fs::path axes = folder / axes_file;
    if (!path_exists(mean) && !path_exists(axes)) return {};
    if (path_exists(mean) != path_exists(axes))
        throw Error((path_exists(mean) ? axes : mean).string(),
                    "does not exist, expected both map_mean.npy and map_axes.npy or neither");
    const RowNumbers<double> means(mean, rows.most);
    const RowNumbers<double> all_axes(axes, rows.most);
    const Shape& shape = means.shape;
    if (shape.size() != 2 || (shape[0] != 1 && shape[0] != rows.size()) || shape[1] == 0)
        throw Error(means.name, "has the shape ", shape_text(shape), ", expected (1 or ",
                    rows.size(), ", dimensions)");
    all_axes.expect({shape[0], 2, shape[1]}, " as map_mean.npy has it");
    expect_finite(means);
    expect_finite(all_axes);
    std::vector<LinearMap> maps(shape[0]);
    for (std::size_t m = 0; m < maps.size(); ++m) {
        const std::size_t row = maps.size() == 1 ? 0 : rows[m];
        maps[m].mean = means.row(row);
        maps[m].axes = {all_axes.part(2 * row, 2 * shape[0]),
                        all_axes.part(2 * row + 1, 2 * shape[0])};
        expect_orthonormal(maps[m], all_axes.name);
    }
    return plane_map_of(std::move(maps));
}

void write_linear(const std::vector<const LinearMap*>& maps, const fs::path& folder) {
    if (maps.empty()) return;
    const std::size_t dimension = maps.front()->dimension();
    ArrayFile<double> mean(folder / mean_file, {maps.size(), dimension});
    ArrayFile<double> axes(folder / axes_file, {maps.size(), 2, dimension});
    for (const LinearMap* map : maps) {
        mean.write(map->mean);
        for (const std::vector<double>& axis : map->axes) axes.write(axis);
    }
    mean.finish();
    axes.finish();
}

// Learned maps, all of the same layers, in map/: normalisation.npy (maps, D + 1), the middle and
// then the scale; for each layer from 1 on encoder_<layer>_weight.npy (maps, outputs, inputs) and
// encoder_<layer>_bias.npy (maps, outputs), and decoder_... alike.

/// How many layers a network has; at least one is looked for. Files of a later layer say that some
/// are missing.
std::size_t layers_in(const fs::path& folder, const std::string& network) {
    std::size_t count = 1;
    while (path_exists(layer_file(folder, network, count, "weight"))) {
        if (++count > max_layers) throw Error(folder.string(), "has too many layers");
    }
    if (path_exists(layer_file(folder, network, count, "bias")) ||
        path_exists(layer_file(folder, network, count + 1, "weight")))
        throw Error(layer_file(folder, network, count, "weight").string(),
                    "does not exist, expected all of a network's layers");
    return count;
}

PlaneMap read_learned(const fs::path& inside, const EpochRows& rows) {
    const RowNumbers<float> normalisation(inside / "normalisation.npy", 2, 0, rows.most);
    const std::size_t stored = normalisation.shape[0];
    if (stored != 1 && stored != rows.size())
        throw Error(normalisation.name, "is of ", stored, " maps, expected 1 or ", rows.size(),
                    ": one an epoch");
    std::vector<LearnedMap> maps(stored);
    const auto row_of = [&](std::size_t map) { return stored == 1 ? 0 : rows[map]; };
    for (std::size_t m = 0; m < stored; ++m) {
        maps[m].middle = normalisation.row(row_of(m));
        maps[m].scale = maps[m].middle.back();
        maps[m].middle.pop_back();
    }
    for (const auto& [network, layers] : networks) {
        const std::size_t count = layers_in(inside, network);
        for (std::size_t l = 0; l < count; ++l) {
            const RowNumbers<float> weights(layer_file(inside, network, l, "weight"), 3, stored,
                                            rows.most);
            const RowNumbers<float> biases(layer_file(inside, network, l, "bias"), 2, stored,
                                           rows.most);
            for (std::size_t m = 0; m < stored; ++m)
                (maps[m].*layers)
                    .push_back({.inputs = weights.shape[2],
                                .outputs = weights.shape[1],
                                .weight = weights.row(row_of(m)),
                                .bias = biases.row(row_of(m))});
        }
    }
    for (const LearnedMap& map : maps) check(map);
    return plane_map_of(std::move(maps));
}

PlaneMap read_learned_folder(const fs::path& folder, const EpochRows& rows) {
    const fs::path inside = folder / learned_folder;
    if (!path_exists(inside)) return {};
    try {
        return read_learned(inside, rows);
    } catch (const Error& error) {
        throw Error(inside.string(), error.what());
    }
}

void expect_alike(const std::vector<const LearnedMap*>& maps) {
    const auto alike = [](const DenseLayer& a, const DenseLayer& b) {
        return a.inputs == b.inputs && a.outputs == b.outputs;
    };
    for (const LearnedMap* map : maps)
        for (const auto& [network, layers] : networks)
            if (!std::ranges::equal(map->*layers, maps.front()->*layers, alike))
                throw Error(network, "has other layers than that of the first map");
}

void write_learned(const std::vector<const LearnedMap*>& maps, const fs::path& folder) {
    if (maps.empty()) return;
    expect_alike(maps);
    const fs::path inside = folder / learned_folder;
    std::error_code error;
    if (!fs::create_directory(inside, error))
        throw Error(inside.string(), "cannot be created (", error.message(), ")");
    const std::size_t count = maps.size();
    ArrayFile<float> normalisation(inside / "normalisation.npy",
                                   {count, maps.front()->dimension() + 1});
    for (const LearnedMap* map : maps) {
        normalisation.write(map->middle);
        normalisation.write({&map->scale, 1});
    }
    normalisation.finish();
    for (const auto& [network, layers] : networks)
        for (std::size_t l = 0; l < (maps.front()->*layers).size(); ++l) {
            const DenseLayer& shape = (maps.front()->*layers)[l];
            ArrayFile<float> weights(layer_file(inside, network, l, "weight"),
                                     {count, shape.outputs, shape.inputs});
            ArrayFile<float> biases(layer_file(inside, network, l, "bias"), {count, shape.outputs});
            for (const LearnedMap* map : maps) {
                weights.write((map->*layers)[l].weight);
                biases.write((map->*layers)[l].bias);
            }
            weights.finish();
            biases.finish();
        }
}

// Heads: ...head_weight.npy (epochs, C, D) and ...head_bias.npy (epochs, C), NaN at epochs without
// a linear head, and ...head_<number>.pt for modules.

void read_linear_heads(const fs::path& folder, const PlaneMap& map, const EpochRows& rows,
                       std::size_t classes, std::vector<EpochLogits>& logits) {
    // Planes replace linear heads of one linear map.
    const bool is_by_planes = map.maps().front()->is_linear() && !map.is_per_epoch();
    const fs::path file = folder / head_file(map, "weight.npy");
    if (is_by_planes || !path_exists(file)) return;
    const RowNumbers<float> weights(file, 3, rows.size(), rows.most);
    const RowNumbers<float> biases(folder / head_file(map, "bias.npy"), 2, rows.size(), rows.most);
    weights.expect({rows.size(), classes, map.dimension()});
    biases.expect({rows.size(), classes});
    for (std::size_t e = 0; e < rows.size(); ++e) {
        DenseLayer head{.inputs = map.dimension(),
                        .outputs = classes,
                        .weight = weights.row(rows[e]),
                        .bias = biases.row(rows[e])};
        if (are_finite(head.weight) && are_finite(head.bias)) logits[e].head = std::move(head);
    }
}

/// Of epochs that have no linear head.
void read_modules(const fs::path& folder, const PlaneMap& map, const EpochSeries& series,
                  std::vector<EpochLogits>& logits, std::vector<std::string>& warnings) {
    EpochWarnings faults;
    // Only the dimension of the embeddings is known.
    const std::vector<float> probe(2 * map.dimension(), 0.0F);
    for (std::size_t e = 0; e < logits.size(); ++e) {
        const std::int64_t number = series.epoch(e).number;
        const fs::path file = folder / module_file(map, number);
        if (logits[e].head.is_known() || !path_exists(file)) continue;
        try {
            logits[e].head = Head(read_head(
                file, "a head of the maps",
                {.dimension = map.dimension(), .classes = series.classes().predictable_count()},
                probe));
        } catch (const Error& error) {
            faults.add(std::string(error.what()) + "; landscapes are painted from the points",
                       number);
        }
    }
    const std::vector<std::string> said = faults.sentences();
    warnings.insert(warnings.end(), said.begin(), said.end());
}

void write_heads(const PlaneMap& map, const EpochSeries& series, const fs::path& folder,
                 const Job& job) {
    const auto logits = map.logits();
    const auto is_linear = [](const EpochLogits& epoch) { return epoch.head.is_linear(); };
    if (const auto first = std::ranges::find_if(logits, is_linear); first != logits.end()) {
        const DenseLayer& known = first->head.linear();
        ArrayFile<float> weights(folder / head_file(map, "weight.npy"),
                                 {logits.size(), known.outputs, known.inputs});
        ArrayFile<float> biases(folder / head_file(map, "bias.npy"),
                                {logits.size(), known.outputs});
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        for (const EpochLogits& epoch : logits) {
            weights.write_or_fill(epoch.head.linear().weight, known.weight.size(), nan);
            biases.write_or_fill(epoch.head.linear().bias, known.bias.size(), nan);
        }
        weights.finish();
        biases.finish();
    }
    for (std::size_t e = 0; e < logits.size(); ++e)
        if (const auto& module = logits[e].head.module(); module && !module->file().empty())
            copy_sidecar(module->file(), folder / module_file(map, series.epoch(e).number), 1,
                         {.progress = {}, .stop = job.stop});
}

// logit_planes.npy (epochs, C, 3): at_origin, per_x and per_y of each class; NaN at epochs without.

void read_planes(const fs::path& folder, const EpochRows& rows, std::size_t classes,
                 std::vector<EpochLogits>& logits) {
    if (!path_exists(folder / planes_file)) return;
    const RowNumbers<double> numbers(folder / planes_file, rows.most);
    numbers.expect({rows.size(), classes, 3});
    for (std::size_t e = 0; e < rows.size(); ++e) {
        std::vector<LogitPlane> planes;
        for (std::size_t c = 0; c < classes; ++c) {
            const double* three = &numbers.values[3 * (rows[e] * classes + c)];
            planes.push_back({three[0], three[1], three[2]});
        }
        if (std::ranges::all_of(planes, &LogitPlane::is_finite))
            logits[e].planes = std::move(planes);
    }
}

bool has_planes(const EpochLogits& epoch) { return !epoch.planes.empty(); }

void write_planes(std::span<const EpochLogits> logits, std::size_t classes,
                  const fs::path& folder) {
    if (std::ranges::none_of(logits, has_planes)) return;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    ArrayFile<double> file(folder / planes_file, {logits.size(), classes, 3});
    const std::vector<LogitPlane> unknown(classes, {nan, nan, nan});
    for (const EpochLogits& epoch : logits)
        for (const LogitPlane& plane : has_planes(epoch) ? epoch.planes : unknown)
            file.write(std::array{plane.at_origin, plane.per_x, plane.per_y});
    file.finish();
}

/// Does it; an Error becomes a warning with its consequence, which is returned.
template <typename Read>
std::string attempt(std::vector<std::string>& warnings, const char* consequence, const Read& read) {
    try {
        read();
        return {};
    } catch (const Error& error) {
        return warnings.emplace_back(std::string(error.what()) + consequence);
    }
}

}  // namespace

void read_plane_map(const fs::path& folder, const EpochRows& rows, Dataset& dataset) {
    const EpochSeries& series = dataset.series;
    PlaneMap map;
    for (const auto& read : {read_linear, read_learned_folder}) {
        const std::string fault = attempt(dataset.warnings, "; the map is left out", [&] {
            if (PlaneMap found = read(folder, rows); found.has_maps()) map = std::move(found);
        });
        if (dataset.map_fault.empty()) dataset.map_fault = fault;
    }
    std::vector<EpochLogits> logits(rows.size());
    constexpr const char* from_points = "; landscapes are painted from the points";
    if (map.has_maps()) {
        attempt(dataset.warnings,
                map.maps().front()->is_linear() ? "; between epochs, landscapes fade" : from_points,
                [&] {
                    read_linear_heads(folder, map, rows, series.classes().predictable_count(),
                                      logits);
                });
        read_modules(folder, map, series, logits, dataset.warnings);
    }
    attempt(dataset.warnings, from_points,
            [&] { read_planes(folder, rows, series.classes().predictable_count(), logits); });
    dataset.plane_map = map.with_logits(std::move(logits));
}

std::vector<std::string> files_of(const PlaneMap& map) {
    std::vector<std::string> names;
    const auto any = [&](auto is_so) { return std::ranges::any_of(map.logits(), is_so); };
    if (!maps_of<LearnedMap>(map).empty()) names = {learned_folder};
    if (!maps_of<LinearMap>(map).empty()) {
        names = {mean_file, axes_file};
        if (any([](const EpochLogits& epoch) { return epoch.head.is_linear(); }))
            names.insert(names.end(), {"map_head_weight.npy", "map_head_bias.npy"});
        if (any([](const EpochLogits& epoch) { return epoch.head.is_module(); }))
            names.emplace_back("map_head_<epoch>.pt");
    }
    if (any(has_planes)) names.emplace_back(planes_file);
    return names;
}

void write_plane_map(const PlaneMap& map, const EpochSeries& series, const fs::path& folder,
                     const Job& job) {
    write_linear(maps_of<LinearMap>(map), folder);
    write_learned(maps_of<LearnedMap>(map), folder);
    if (map.has_maps()) write_heads(map, series, folder, job);
    write_planes(map.logits(), series.classes().predictable_count(), folder);
}

}  // namespace epochscope
