#include "io/maps/learned_maps.h"

#include "io/arrays/array_folder.h"
#include "io/npy/array_file.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
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
constexpr const char* weight_file = "weight.npy";
constexpr const char* bias_file = "bias.npy";
/// More layers than anybody learns.
constexpr std::size_t most_layers = 256;

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

fs::path file_of(const fs::path& folder, const std::string& network, std::size_t layer,
                 const char* what) {
    return folder / (network + "_" + std::to_string(layer + 1) + "_" + what + ".npy");
}

/// The row of each map in the arrays.
using Rows = std::vector<std::size_t>;

/// Numbers of an array of `dimensions` axes, the first of which counts maps.
struct Numbers {
    Numbers(const fs::path& file, std::size_t dimensions, std::size_t maps) {
        const NpyArray array = NpyArray::open(file);
        name = array.name();
        shape = array.shape();
        if (shape.size() != dimensions || (maps > 0 && shape[0] != maps))
            throw Error(name, "has the shape ", shape_text(shape), ", expected ", dimensions,
                        " axes, the first of ", maps > 0 ? std::to_string(maps) : "all", " maps");
        if (array.size() == 0 || array.size() > max_converted / sizeof(float))
            throw Error(name, "has ", array.size(), " entries, expected some, and fewer than ",
                        max_converted / sizeof(float));
        values = array.reals();
    }
    [[nodiscard]] std::vector<float> of(std::size_t row) const {
        const std::size_t size = values.size() / shape[0];
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(row * size);
        return {first, first + static_cast<std::ptrdiff_t>(size)};
    }

    std::string name;
    Shape shape;
    std::vector<float> values;
};

/// How many layers a network has; at least one is looked for. What is left of another one says that
/// some are missing.
std::size_t layers_in(const fs::path& folder, const std::string& network) {
    std::size_t count = 1;
    while (is_there(file_of(folder, network, count, "weight"))) {
        if (++count > most_layers) throw Error(folder.string(), "has too many layers");
    }
    const fs::path next = file_of(folder, network, count, "weight");
    if (is_there(file_of(folder, network, count, "bias")) ||
        is_there(file_of(folder, network, count + 1, "weight")))
        throw Error(next.string(), "is not there, expected all of a network's layers");
    return count;
}

void read_layer(const fs::path& folder, const std::string& network, std::size_t layer,
                const Rows& rows, std::size_t stored, Layers layers,
                std::vector<LearnedMap>& maps) {
    const Numbers weights(file_of(folder, network, layer, "weight"), 3, stored);
    const Numbers biases(file_of(folder, network, layer, "bias"), 2, stored);
    for (std::size_t m = 0; m < maps.size(); ++m)
        (maps[m].*layers)
            .push_back({.inputs = weights.shape[2],
                        .outputs = weights.shape[1],
                        .weight = weights.of(rows[m]),
                        .bias = biases.of(rows[m])});
}

std::vector<LearnedMap> read(const fs::path& folder, std::span<const std::size_t> rows) {
    const Numbers normalisation(folder / "normalisation.npy", 2, 0);
    const std::size_t stored = normalisation.shape[0];
    if (stored != 1 && stored != rows.size())
        throw Error(normalisation.name, "is of ", stored, " maps, expected 1 or ", rows.size(),
                    ": one an epoch");
    const Rows map_rows = stored == 1 ? Rows{0} : Rows(rows.begin(), rows.end());
    std::vector<LearnedMap> maps;
    for (const std::size_t row : map_rows) {
        std::vector<float> numbers = normalisation.of(row);
        LearnedMap& map = maps.emplace_back();
        map.scale = numbers.back();
        numbers.pop_back();
        map.middle = std::move(numbers);
    }
    for (const auto& [network, layers] : networks) {
        const std::size_t count = layers_in(folder, network);
        for (std::size_t l = 0; l < count; ++l)
            read_layer(folder, network, l, map_rows, stored, layers, maps);
    }
    for (const LearnedMap& map : maps) check(map);
    return maps;
}

Heads read_heads(const fs::path& folder, HeadsOf of, std::span<const std::size_t> rows,
                 const Shape& expected) {
    const Numbers weights(head_file(folder, of, weight_file), 3, rows.size());
    const Numbers biases(head_file(folder, of, bias_file), 2, rows.size());
    if (weights.shape != expected)
        throw Error(weights.name, "has the shape ", shape_text(weights.shape), ", expected ",
                    shape_text(expected));
    if (biases.shape[1] != expected[1])
        throw Error(biases.name, "has the shape ", shape_text(biases.shape), ", expected ",
                    shape_text({expected[0], expected[1]}));
    Heads heads;
    for (const std::size_t row : rows) {
        DenseLayer head{.inputs = expected[2],
                        .outputs = expected[1],
                        .weight = weights.of(row),
                        .bias = biases.of(row)};
        const auto is_finite = [](float value) { return std::isfinite(value); };
        const bool is_known = std::ranges::all_of(head.weight, is_finite) &&
                              std::ranges::all_of(head.bias, is_finite);
        heads.push_back(is_known ? Head(std::move(head)) : Head());
    }
    return heads;
}

void expect_alike(const std::vector<LearnedMap>& maps) {
    for (const LearnedMap& map : maps)
        for (const auto& [network, layers] : networks) {
            const auto alike = [](const DenseLayer& a, const DenseLayer& b) {
                return a.inputs == b.inputs && a.outputs == b.outputs;
            };
            if (!std::ranges::equal(map.*layers, maps.front().*layers, alike))
                throw Error(network, "has other layers than that of the first map");
        }
}

}  // namespace

std::vector<LearnedMap> read_learned_maps(const fs::path& folder, std::span<const std::size_t> rows,
                                          std::vector<std::string>& warnings) {
    const fs::path inside = folder / "map";
    if (!is_there(inside)) return {};
    try {
        return read(inside, rows);
    } catch (const Error& error) {
        warnings.push_back(inside.string() + ": " + error.what() + "; the map is left out");
        return {};
    }
}

void write_learned_maps(const std::vector<LearnedMap>& maps, const fs::path& folder) {
    if (maps.empty()) return;
    expect_alike(maps);
    const fs::path inside = folder / "map";
    std::error_code error;
    if (!fs::create_directory(inside, error))
        throw Error(inside.string(), "cannot be made (", error.message(), ")");
    const std::size_t count = maps.size();
    ArrayFile<float> normalisation(inside / "normalisation.npy",
                                   {count, maps.front().dimension() + 1});
    for (const LearnedMap& map : maps) {
        normalisation.write(map.middle);
        normalisation.write({&map.scale, 1});
    }
    normalisation.finish();
    for (const auto& [network, layers] : networks)
        for (std::size_t l = 0; l < (maps.front().*layers).size(); ++l) {
            const DenseLayer& shape = (maps.front().*layers)[l];
            ArrayFile<float> weights(file_of(inside, network, l, "weight"),
                                     {count, shape.outputs, shape.inputs});
            ArrayFile<float> biases(file_of(inside, network, l, "bias"), {count, shape.outputs});
            for (const LearnedMap& map : maps) {
                weights.write((map.*layers)[l].weight);
                biases.write((map.*layers)[l].bias);
            }
            weights.finish();
            biases.finish();
        }
}

fs::path head_file(const fs::path& folder, HeadsOf of, const std::string& name) {
    return of == HeadsOf::learned_maps ? folder / "map" / ("head_" + name)
                                       : folder / ("map_head_" + name);
}

Heads read_linear_heads(const fs::path& folder, HeadsOf of, std::span<const std::size_t> rows,
                        std::size_t classes, std::size_t dimension,
                        std::vector<std::string>& warnings) {
    if (of == HeadsOf::one_linear_map || !is_there(head_file(folder, of, weight_file))) return {};
    try {
        return read_heads(folder, of, rows, {rows.size(), classes, dimension});
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) +
                           (of == HeadsOf::learned_maps ? "; landscapes are painted from the points"
                                                        : "; between epochs, landscapes fade"));
        return {};
    }
}

void write_linear_heads(const Heads& heads, const fs::path& folder, HeadsOf of) {
    const auto first = std::ranges::find_if(heads, &Head::is_linear);
    if (of == HeadsOf::one_linear_map || first == heads.end()) return;
    const DenseLayer& known = first->linear();
    ArrayFile<float> weights(head_file(folder, of, weight_file),
                             {heads.size(), known.outputs, known.inputs});
    ArrayFile<float> biases(head_file(folder, of, bias_file), {heads.size(), known.outputs});
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> no_weight(known.weight.size(), nan);
    const std::vector<float> no_bias(known.bias.size(), nan);
    for (const Head& head : heads) {
        weights.write(head.is_linear() ? head.linear().weight : no_weight);
        biases.write(head.is_linear() ? head.linear().bias : no_bias);
    }
    weights.finish();
    biases.finish();
}

}  // namespace epochscope
