#include "io/visualizer/index_order.h"

#include "io/files/paths.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"

#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// As in the file: the order of lists matters.
ordered_json parse_in_order(std::string_view where, std::string_view text) {
    parse_json_tree(where, text);
    try {
        return ordered_json::parse(text.begin(), text.end());
    } catch (const ordered_json::exception&) {
        // What is valid but for this, Python wrote.
        throw Error(where, "holds NaN or Infinity, expected lists of samples");
    }
}

std::size_t sample_of(const ordered_json& value, std::size_t samples, const std::string& where,
                      const std::string& list, std::size_t entry) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() < samples)
        return value.get<std::size_t>();
    throw Error(where, list, "[", entry, "] is ", described(nlohmann::json(value)),
                ", expected a sample 0..", samples - 1);
}

bool is_identity(const std::vector<std::size_t>& order, std::size_t samples) {
    if (order.size() != samples) return false;
    for (std::size_t i = 0; i < samples; ++i)
        if (order[i] != i) return false;
    return true;
}

}  // namespace

std::vector<std::size_t> parse_index_order(const std::string& where, std::string_view text,
                                           std::size_t samples) {
    const ordered_json root = parse_in_order(where, text);
    if (!root.is_object())
        throw Error(where, "is ", described(nlohmann::json(root)),
                    ", expected an object of lists, {\"train\": [...], \"test\": [...]}");
    std::vector<std::size_t> order;
    for (const auto& [name, list] : root.items()) {
        if (!list.is_array())
            throw Error(where, name, " is ", described(nlohmann::json(list)),
                        ", expected a list of samples");
        for (std::size_t i = 0; i < list.size(); ++i)
            order.push_back(sample_of(list[i], samples, where, name, i));
    }
    return is_identity(order, samples) ? std::vector<std::size_t>() : order;
}

std::vector<std::size_t> read_index_order(const fs::path& run, std::size_t samples) {
    fs::path file = run / "dataset" / "index.json";
    if (!path_exists(file)) file = run / "index.json";
    if (!path_exists(file)) return {};
    return parse_index_order(file.string(), JsonText::from_file(file, max_info_json).view(),
                             samples);
}

}  // namespace epochscope
