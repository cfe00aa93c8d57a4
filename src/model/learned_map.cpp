#include <epochscope/model/error.h>
#include <epochscope/model/learned_map.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace epochscope {

namespace {

bool are_finite(const std::vector<float>& values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

void check(const std::vector<DenseLayer>& layers, const std::string& name, std::size_t inputs,
           std::size_t outputs) {
    if (layers.empty()) throw Error(name, "has no layers, expected one or more");
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const DenseLayer& layer = layers[l];
        const std::string where = name + ", layer " + std::to_string(l + 1);
        if (layer.inputs != inputs)
            throw Error(where, "takes ", layer.inputs, " numbers, expected ", inputs);
        if (layer.outputs == 0 || layer.bias.size() != layer.outputs ||
            layer.weight.size() / layer.outputs != layer.inputs ||
            layer.weight.size() % layer.outputs != 0)
            throw Error(where, "has ", layer.weight.size(), " weights and ", layer.bias.size(),
                        " biases, expected those of ", layer.inputs, " to ", layer.outputs);
        if (!are_finite(layer.weight) || !are_finite(layer.bias))
            throw Error(where, "has weights that are not finite");
        inputs = layer.outputs;
    }
    if (inputs != outputs) throw Error(name, "ends with ", inputs, " numbers, expected ", outputs);
}

}  // namespace

void check(const LearnedMap& map) {
    if (map.middle.empty()) throw Error("learned map", "is of no dimension, expected one or more");
    if (!(map.scale > 0) || !std::isfinite(map.scale) || !are_finite(map.middle))
        throw Error("learned map",
                    "has a normalisation that is not of finite numbers and a scale "
                    "above 0");
    check(map.encoder, "encoder", map.dimension(), 2);
    check(map.decoder, "decoder", 2, map.dimension());
}

}  // namespace epochscope
