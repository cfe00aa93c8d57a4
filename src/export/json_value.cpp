#include "export/json_value.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <utility>

namespace epochscope {
namespace {

using nlohmann::json;

constexpr int max_depth = 64;
constexpr std::size_t most_words = 40;

}  // namespace

void JsonValue::member(const char* key, const std::function<void(const JsonValue&)>& read) const {
    if (!json_.is_object()) differs("an object");
    const auto found = json_.find(key);
    if (found == json_.end() || found->is_null()) return;
    read(JsonValue(*found, name_.empty() ? key : name_ + "." + key, where_));
}

void JsonValue::each(const std::function<void(const JsonValue&)>& read) const {
    if (!json_.is_array()) differs("a list");
    for (std::size_t i = 0; i < json_.size(); ++i)
        read(JsonValue(json_[i], name_ + "[" + std::to_string(i) + "]", where_));
}

double JsonValue::number(double min, double max) const {
    if (json_.is_number()) {
        const double value = json_.get<double>();
        if (value >= min && value <= max) return value;
    }
    differs("a number " + one_line(min) + ".." + one_line(max));
}

std::int64_t JsonValue::integer(std::int64_t min, std::int64_t max) const {
    const bool is_too_large =
        json_.is_number_unsigned() &&
        json_.get<std::uint64_t>() >
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (json_.is_number_integer() && !is_too_large) {
        const auto value = json_.get<std::int64_t>();
        if (value >= min && value <= max) return value;
    }
    differs("an integer " + std::to_string(min) + ".." + std::to_string(max));
}

std::size_t JsonValue::index(std::size_t count) const {
    return static_cast<std::size_t>(integer(0, static_cast<std::int64_t>(count) - 1));
}

bool JsonValue::flag() const {
    if (!json_.is_boolean()) differs("true or false");
    return json_.get<bool>();
}

std::string JsonValue::text() const {
    if (!json_.is_string()) differs("a text");
    return json_.get<std::string>();
}

Colour JsonValue::colour() const {
    const std::string hex = json_.is_string() ? json_.get<std::string>() : std::string();
    std::uint32_t value = 0;
    const bool has_alpha = hex.size() == 9;
    if ((hex.size() == 7 || has_alpha) && hex[0] == '#') {
        const char* end = hex.data() + hex.size();
        const auto read = std::from_chars(hex.data() + 1, end, value, 16);
        if (read.ec == std::errc() && read.ptr == end) {
            if (!has_alpha) value = value << 8U | 255U;
            const auto byte = [value](unsigned shift) {
                return static_cast<std::uint8_t>(value >> shift & 255U);
            };
            return {byte(24), byte(16), byte(8), byte(0)};
        }
    }
    differs("a colour such as \"#1f77b4\"");
}

Point JsonValue::point() const {
    check_count(2);
    constexpr double most = std::numeric_limits<float>::max();
    Point point;
    float* next = &point.x;
    each([&](const JsonValue& value) {
        *next = static_cast<float>(value.number(-most, most));
        next = &point.y;
    });
    return point;
}

std::size_t JsonValue::name_among(std::span<const std::string_view> names) const {
    const std::string name = json_.is_string() ? json_.get<std::string>() : std::string();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string list;
    for (const std::string_view known : names)
        list += (list.empty() ? "" : ", ") + std::string(known);
    differs("one of " + list);
}

void JsonValue::check_count(std::size_t count) const {
    if (!json_.is_array() || json_.size() != count)
        differs("a list of " + std::to_string(count) + " entries");
}

void JsonValue::differs(const std::string& expected) const {
    throw Error(where_, name_, " is ", words(), ", expected ", expected);
}

std::string JsonValue::words() const {
    if (json_.is_object()) return "an object";
    if (json_.is_array()) return "a list of " + std::to_string(json_.size()) + " entries";
    std::string text = one_line(json_);
    if (text.size() <= most_words) return text;
    std::size_t end = most_words;
    // Not within a letter.
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "\u2026";
}

json parse_object(std::string_view text, std::string_view where) {
    const auto check_depth = [where](int depth, json::parse_event_t, json&) {
        if (depth > max_depth)
            throw Error(where, "lists or objects are nested more than ", max_depth, " deep");
        return true;
    };
    json parsed;
    try {
        parsed = json::parse(text.begin(), text.end(), check_depth);
    } catch (const json::exception&) {
        throw Error(where, "is not valid JSON");
    }
    if (!parsed.is_object()) throw Error(where, "is no JSON object");
    return parsed;
}

json with_kept(const json& known, const std::string& kept) {
    json all = kept.empty() ? json::object() : parse_object(kept, "");
    all.merge_patch(known);
    return all;
}

std::string one_line(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string text_of(Colour colour) {
    std::string hex(10, '\0');
    const int size =
        std::snprintf(hex.data(), hex.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
    hex.resize(static_cast<std::size_t>(size));
    if (colour.a == 255) return hex;
    std::string alpha(3, '\0');
    std::snprintf(alpha.data(), alpha.size(), "%02x", colour.a);
    return hex + alpha.substr(0, 2);
}

}  // namespace epochscope
