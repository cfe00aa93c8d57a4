#pragma once

#include <epochscope/model/geometry.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

/// A value of a JSON text with its name for messages, such as `view: camera.zoom`. All functions
/// throw Error if it is not what they read.
class JsonValue {
  public:
    /// `json` must outlive it. `where` begins messages.
    JsonValue(const nlohmann::json& json, std::string name, std::string where)
        : json_(json), name_(std::move(name)), where_(std::move(where)) {}

    /// Calls `read` with the member of an object, if there is one that is not null. Throws Error if
    /// this is no object.
    void member(const char* key, const std::function<void(const JsonValue&)>& read) const;
    /// Calls `read` with each entry of a list.
    void each(const std::function<void(const JsonValue&)>& read) const;
    [[nodiscard]] std::size_t entry_count() const { return json_.size(); }
    [[nodiscard]] bool is_list() const { return json_.is_array(); }
    [[nodiscard]] const nlohmann::json& json() const { return json_; }

    /// min..max.
    [[nodiscard]] double number(double min, double max) const;
    /// min..max.
    [[nodiscard]] std::int64_t integer(std::int64_t min, std::int64_t max) const;
    /// Below `count`.
    [[nodiscard]] std::size_t index(std::size_t count) const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::string text() const;
    /// "#rrggbb" or "#rrggbbaa".
    [[nodiscard]] Colour colour() const;
    /// [x, y].
    [[nodiscard]] Point point() const;
    /// The place in a list of names.
    [[nodiscard]] std::size_t name_among(std::span<const std::string_view> names) const;
    /// Throws Error if a list has not this many entries.
    void check_count(std::size_t count) const;
    [[noreturn]] void differs(const std::string& expected) const;

  private:
    [[nodiscard]] std::string words() const;

    const nlohmann::json& json_;
    std::string name_;
    std::string where_;
};

/// Parses a text. Throws Error if it is no JSON object or nested more than 64 deep.
nlohmann::json parse_object(std::string_view text, std::string_view where);

/// `kept`, which is an object as text or empty, with the values of `known` in place of its own, and
/// so within objects; without those that are null there.
nlohmann::json with_kept(const nlohmann::json& known, const std::string& kept);

/// A value on one line; bytes that are no UTF-8 become U+FFFD.
std::string one_line(const nlohmann::json& json);

std::string text_of(Colour colour);

}  // namespace epochscope
