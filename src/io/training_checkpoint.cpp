#include "io/files/crc32c.h"
#include "io/json/json_tree.h"

#include <epochscope/io/file.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/training_checkpoint.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

using Json = nlohmann::ordered_json;
using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "arrays are written as they are");

constexpr std::string_view first_line = "epochscope checkpoint 1\n";
constexpr std::size_t longest_head = std::size_t{64} << 20U;
constexpr std::size_t largest_file = std::size_t{16} << 30U;

Json json_of(const TrainingPass& pass) {
    return {pass.number, pass.loss, pass.pairs, pass.reconstruction, pass.held};
}

Json json_of(const std::vector<TrainingPass>& passes) {
    Json list = Json::array();
    for (const TrainingPass& pass : passes) list.push_back(json_of(pass));
    return list;
}

Json json_of(const NetworkState& network) {
    return {network.parameters.size(), network.first_moments.size(), network.steps};
}

Json json_of(const std::vector<DenseLayer>& layers) {
    Json list = Json::array();
    for (const DenseLayer& layer : layers)
        list.push_back(Json::array({layer.inputs, layer.outputs}));
    return list;
}

std::string hexadecimal(std::uint64_t number) {
    std::string text(16, '0');
    for (char& digit : text) {
        digit = "0123456789abcdef"[number >> 60U];
        number <<= 4U;
    }
    return text;
}

Json head_of(const TrainingCheckpoint& checkpoint) {
    Json head{{"settings", checkpoint.settings},
              {"recording", hexadecimal(checkpoint.recording)},
              {"passes", json_of(checkpoint.passes)},
              {"matters", Json::array()},
              {"maps", nullptr},
              {"training", nullptr}};
    for (const EpochWarning& message : checkpoint.warnings)
        head["matters"].push_back({message.message, message.count, message.first});
    if (!checkpoint.maps.empty())
        head["maps"] = {{"count", checkpoint.maps.size()},
                        {"dimension", checkpoint.maps.front().dimension()},
                        {"encoder", json_of(checkpoint.maps.front().encoder)},
                        {"decoder", json_of(checkpoint.maps.front().decoder)}};
    if (const auto& training = checkpoint.training)
        head["training"] = {
            {"encoder", json_of(training->encoder)}, {"decoder", json_of(training->decoder)},
            {"passes", json_of(training->passes)},   {"idle", training->idle},
            {"batches", training->batches},          {"sums", json_of(training->sums)},
            {"restarts", training->restarts}};
    return head;
}

/// The last line is a checksum of all before it: eight hexadecimal digits.
constexpr std::string_view last_line = "crc32c ";
constexpr std::size_t last_line_size = last_line.size() + 8 + 1;

std::string last_line_of(std::uint32_t checksum) {
    return std::string(last_line) + hexadecimal(checksum).substr(8) + '\n';
}

/// Writes a checkpoint, and the checksum of what was written.
class CheckedFile {
  public:
    explicit CheckedFile(const std::filesystem::path& target) : file_(target) {}

    void write(std::span<const std::byte> bytes) {
        checksum_ =
            crc32c({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, checksum_);
        file_.write(bytes);
    }
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    void finish() {
        file_.write(last_line_of(checksum_));
        file_.finish();
    }

  private:
    OutputFile file_;
    std::uint32_t checksum_ = 0;
};

/// What stands before the checksum. Files of former versions have none.
std::span<const std::uint8_t> checked(std::span<const std::uint8_t> bytes,
                                      const std::string& where) {
    if (bytes.size() < last_line_size) return bytes;
    const auto content = bytes.first(bytes.size() - last_line_size);
    const auto end = bytes.last(last_line_size);
    if (!std::equal(last_line.begin(), last_line.end(), end.begin())) return bytes;
    if (!std::ranges::equal(last_line_of(crc32c(content)), end))
        throw Error(where,
                    "cannot be resumed: its content is not what was written (its checksum is "
                    "another); remove it to begin anew");
    return content;
}

void write_floats(CheckedFile& file, std::span<const float> values) {
    file.write(std::as_bytes(values));
}

/// Reads the three parts.
class Reader {
  public:
    Reader(std::span<const std::uint8_t> bytes, std::string_view where)
        : where_(where), rest_(bytes) {}

    TrainingCheckpoint read() {
        const json head = read_head();
        TrainingCheckpoint checkpoint;
        for (const auto& [name, value] : part(head, "settings").items())
            checkpoint.settings[name] = text(value);
        checkpoint.recording = fingerprint(part(head, "recording"));
        checkpoint.passes = passes(part(head, "passes"));
        for (const json& message : list(part(head, "matters")))
            checkpoint.warnings.push_back({text(entry(message, 0, 3)), count(entry(message, 1, 3)),
                                           number<std::int64_t>(entry(message, 2, 3))});
        if (const json& training = part(head, "training"); !training.is_null())
            checkpoint.training = read_training(training);
        if (const json& maps = part(head, "maps"); !maps.is_null()) read_maps(maps, checkpoint);
        if (!rest_.empty()) fail(rest_.size(), " bytes more than its head tells of");
        return checkpoint;
    }

  private:
    template <typename... Parts>
    [[noreturn]] void fail(const Parts&... parts) const {
        throw Error(where_, "cannot be resumed: has ", parts...);
    }

    json read_head() {
        if (rest_.size() < first_line.size() ||
            !std::equal(first_line.begin(), first_line.end(), rest_.begin()))
            throw Error(where_, "is not a checkpoint of this version, expected the first line \"",
                        first_line.substr(0, first_line.size() - 1), "\"");
        rest_ = rest_.subspan(first_line.size());
        const auto end = std::find(rest_.begin(), rest_.end(), std::uint8_t{'\n'});
        const auto length = static_cast<std::size_t>(end - rest_.begin());
        if (end == rest_.end() || length > longest_head) fail("no head that ends");
        json head = parse_json_tree(where_, {reinterpret_cast<const char*>(rest_.data()), length});
        rest_ = rest_.subspan(length + 1);
        return head;
    }

    [[nodiscard]] const json& part(const json& whole, const char* name) const {
        if (!whole.is_object() || !whole.contains(name)) fail("no ", name);
        return whole[name];
    }
    [[nodiscard]] const json& list(const json& value) const {
        if (!value.is_array()) fail(described(value), " where a list is expected");
        return value;
    }
    [[nodiscard]] const json& entry(const json& value, std::size_t index, std::size_t size) const {
        if (list(value).size() != size)
            fail("a list of ", value.size(), " entries, expected ", size);
        return value[index];
    }
    [[nodiscard]] std::string text(const json& value) const {
        if (!value.is_string()) fail(described(value), " where a text is expected");
        return value.get<std::string>();
    }
    template <typename Number>
    [[nodiscard]] Number number(const json& value) const {
        if (!value.is_number()) fail(described(value), " where a number is expected");
        return value.get<Number>();
    }
    [[nodiscard]] std::uint64_t count(const json& value) const {
        if (!value.is_number_unsigned()) fail(described(value), " where a count is expected");
        return value.get<std::uint64_t>();
    }
    [[nodiscard]] std::uint64_t fingerprint(const json& value) const {
        const std::string digits = text(value);
        std::uint64_t bits = 0;
        const char* last = digits.data() + digits.size();
        const auto [end, error] = std::from_chars(digits.data(), last, bits, 16);
        if (error != std::errc() || end != last || digits.size() != 16)
            fail(described(value), " where 16 hexadecimal digits are expected");
        return bits;
    }
    [[nodiscard]] TrainingPass pass(const json& value) const {
        return {.number = count(entry(value, 0, 5)),
                .loss = number<double>(entry(value, 1, 5)),
                .pairs = number<double>(entry(value, 2, 5)),
                .reconstruction = number<double>(entry(value, 3, 5)),
                .held = number<double>(entry(value, 4, 5))};
    }
    [[nodiscard]] std::vector<TrainingPass> passes(const json& value) const {
        std::vector<TrainingPass> all;
        all.reserve(list(value).size());
        for (const json& one : value) all.push_back(pass(one));
        return all;
    }

    /// The next rows x columns numbers.
    std::vector<float> floats(std::uint64_t rows, std::uint64_t columns = 1) {
        const std::uint64_t left = rest_.size() / sizeof(float);
        if (columns > 0 && rows > left / columns)
            fail(left, " numbers left, expected ", rows, " x ", columns);
        std::vector<float> values(rows * columns);
        if (values.empty()) return values;
        std::memcpy(values.data(), rest_.data(), values.size() * sizeof(float));
        rest_ = rest_.subspan(values.size() * sizeof(float));
        if (!std::ranges::all_of(values, [](float v) { return std::isfinite(v); }))
            fail("a number that is not finite");
        return values;
    }

    NetworkState read_network(const json& sizes) {
        const std::uint64_t parameters = count(entry(sizes, 0, 3));
        const std::uint64_t moments = count(entry(sizes, 1, 3));
        NetworkState network{.parameters = floats(parameters),
                             .first_moments = floats(moments),
                             .second_moments = floats(moments),
                             .steps = count(entry(sizes, 2, 3))};
        return network;
    }

    TrainingState read_training(const json& training) {
        TrainingState state;
        state.encoder = read_network(part(training, "encoder"));
        state.decoder = read_network(part(training, "decoder"));
        state.passes = passes(part(training, "passes"));
        state.idle = count(part(training, "idle"));
        state.batches = count(part(training, "batches"));
        state.sums = pass(part(training, "sums"));
        // Former versions never began again.
        if (training.contains("restarts")) state.restarts = count(training["restarts"]);
        return state;
    }

    std::vector<DenseLayer> read_layers(const json& sizes) {
        std::vector<DenseLayer> layers;
        for (const json& size : list(sizes)) {
            DenseLayer& layer = layers.emplace_back();
            layer.inputs = count(entry(size, 0, 2));
            layer.outputs = count(entry(size, 1, 2));
            layer.weight = floats(layer.outputs, layer.inputs);
            layer.bias = floats(layer.outputs);
        }
        return layers;
    }

    void read_maps(const json& maps, TrainingCheckpoint& checkpoint) {
        const std::uint64_t maps_there = count(part(maps, "count"));
        for (std::uint64_t m = 0; m < maps_there; ++m) {
            LearnedMap map;
            map.middle = floats(count(part(maps, "dimension")));
            map.scale = floats(1).front();
            map.encoder = read_layers(part(maps, "encoder"));
            map.decoder = read_layers(part(maps, "decoder"));
            try {
                check(map);
            } catch (const Error& error) {
                fail("a map that is at fault: ", error.what());
            }
            checkpoint.maps.push_back(std::move(map));
        }
    }

    std::string where_;
    std::span<const std::uint8_t> rest_;
};

}  // namespace

void write_checkpoint(const TrainingCheckpoint& checkpoint, const std::filesystem::path& file) {
    CheckedFile out(file);
    out.write(first_line);
    out.write(head_of(checkpoint).dump() + '\n');
    if (const auto& training = checkpoint.training)
        for (const NetworkState* network : {&training->encoder, &training->decoder})
            for (const auto* values :
                 {&network->parameters, &network->first_moments, &network->second_moments})
                write_floats(out, *values);
    for (const LearnedMap& map : checkpoint.maps) {
        write_floats(out, map.middle);
        write_floats(out, {&map.scale, 1});
        for (const auto* layers : {&map.encoder, &map.decoder})
            for (const DenseLayer& layer : *layers) {
                write_floats(out, layer.weight);
                write_floats(out, layer.bias);
            }
    }
    out.finish();
}

TrainingCheckpoint read_checkpoint(const std::filesystem::path& file) {
    const std::vector<std::uint8_t> bytes = read_file(file, largest_file);
    return parse_checkpoint(checked(bytes, file.string()), file.string());
}

TrainingCheckpoint parse_checkpoint(std::span<const std::uint8_t> bytes, std::string_view where) {
    return Reader(bytes, where).read();
}

}  // namespace epochscope
