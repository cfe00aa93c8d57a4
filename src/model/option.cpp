#include <epochscope/model/error.h>
#include <epochscope/model/option.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <optional>
#include <system_error>
#include <type_traits>

namespace epochscope {

namespace {

/// As few digits as tell it from other numbers, "1e6" and not "1e+06".
std::string short_text(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string range_end(double value) {
    std::string text = short_text(value);
    if (const auto plus = text.find('+'); plus != std::string::npos)
        text.erase(plus, text[plus + 1] == '0' ? 2 : 1);
    return text;
}

std::string key_of(std::string_view id) {
    std::string key(id);
    std::ranges::replace(key, '-', '_');
    return key;
}

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Not a number is within nothing.
bool is_within(const Option::Range& range, double value) {
    return value >= range.min && value <= range.max;
}

bool set_value(const Option&, bool& value, std::string_view text) {
    if (text != "true" && text != "false") return false;
    value = text == "true";
    return true;
}

bool set_value(const Option& option, std::uint8_t& value, std::string_view text) {
    const auto found = std::ranges::find(option.choices, text);
    if (found == option.choices.end()) return false;
    value = static_cast<std::uint8_t>(found - option.choices.begin());
    return true;
}

bool set_value(const Option& option, std::string& value, std::string_view text) {
    const auto& choices = option.choices;
    if (!choices.empty() && std::ranges::find(choices, text) == choices.end()) return false;
    value = text;
    return true;
}

bool set_value(const Option&, std::vector<std::string>& values, std::string_view text) {
    values.emplace_back(text);
    return true;
}

template <typename Number>
requires std::is_arithmetic_v<Number>
bool set_value(const Option& option, Number& value, std::string_view text) {
    const auto number = number_of<Number>(text);
    if (!number || !is_within(option.range, static_cast<double>(*number))) return false;
    value = *number;
    return true;
}

template <typename Value>
bool set_value(const Option& option, std::optional<Value>& value, std::string_view text) {
    Value found{};
    if (!set_value(option, found, text)) return false;
    value = found;
    return true;
}

std::string value_text(bool value) { return value ? "true" : "false"; }
std::string value_text(double value) { return short_text(value); }
template <std::integral Number>
std::string value_text(Number value) {
    return std::to_string(value);
}
std::string value_text(const std::string& value) { return value; }
std::string value_text(const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) list.append(list.empty() ? "" : ",").append(value);
    return list;
}
template <typename Value>
std::string value_text(const std::optional<Value>& value) {
    return value ? value_text(*value) : std::string();
}

}  // namespace

std::string text_of(const Option& option) {
    return std::visit(
        [&](const auto* value) {
            using Value = std::remove_cvref_t<decltype(*value)>;
            if constexpr (std::is_same_v<Value, std::uint8_t>)
                return std::string(option.choices.at(*value));
            else
                return value_text(*value);
        },
        option.value);
}

std::string set_option(const Option& option, std::string_view text) {
    if (std::visit([&](auto* value) { return set_value(option, *value, text); }, option.value))
        return {};
    return "is \"" + std::string(text) + "\", expected " + expected(option);
}

std::string expected(const Option& option) {
    std::string words;
    for (const std::string_view choice : option.choices)
        words.append(words.empty() ? "" : " or ").append(choice);
    if (!words.empty()) return words;
    if (std::holds_alternative<bool*>(option.value)) return "true or false";
    if (std::holds_alternative<std::string*>(option.value)) return "text";
    return range_end(option.range.min) + " to " + range_end(option.range.max);
}

void check(std::span<const Option> options) {
    for (const Option& option : options)
        std::visit(
            [&](const auto* value) {
                using Value = std::remove_cvref_t<decltype(*value)>;
                if constexpr (std::is_arithmetic_v<Value> && sizeof(Value) > 1)
                    if (!is_within(option.range, static_cast<double>(*value)))
                        throw Error(std::string(option.id), "is ", *value, ", expected ",
                                    expected(option));
            },
            option.value);
}

std::string key_of(const Option& option) { return key_of(option.id); }

Settings texts_of(std::span<const Option> options) {
    Settings texts;
    for (const Option& option : options) texts[key_of(option)] = text_of(option);
    return texts;
}

void rename_former(Settings& settings, std::span<const Option> options) {
    for (const Option& option : options)
        for (const std::string_view former : option.old_ids)
            if (auto found = settings.extract(key_of(former)); !found.empty()) {
                found.key() = key_of(option);
                settings.insert(std::move(found));
            }
}

}  // namespace epochscope
