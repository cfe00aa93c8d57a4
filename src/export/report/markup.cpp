#include "export/report/markup.h"

#include "export/html_text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace epochscope {

namespace {

std::string printed(const char* form, double value, int digits) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), form, digits, value);
    return text.data();
}

/// As few digits as tell it from all others.
std::string exact(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// With a narrow blank between groups of three digits: 1 797.
std::string grouped(std::string digits) {
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    if (digits.size() - begin <= 4) return digits;
    for (std::size_t at = digits.size(); at > begin + 3;) digits.insert(at -= 3, "\u202F");
    return digits;
}

}  // namespace

std::string element(std::string_view name, std::string_view content, std::string_view attributes) {
    std::string text = "<";
    text.append(name).append(attributes.empty() ? "" : " ").append(attributes).append(">");
    return text.append(content).append("</").append(name).append(">");
}

std::string number(double value, std::string_view shown) {
    return element("data", shown, "value=\"" + exact(value) + '"');
}

std::string fixed(double value, int decimals) {
    return number(value, printed("%.*f", value, decimals));
}

std::string fixed(const std::optional<double>& value, int decimals) {
    return value ? fixed(*value, decimals) : "\u2013";
}

std::string brief(const std::optional<double>& value) {
    return value ? number(*value, printed("%.*g", *value, 4)) : "\u2013";
}

std::string count(std::size_t value) {
    const std::string digits = std::to_string(value);
    return element("data", grouped(digits), "value=\"" + digits + '"');
}

std::string count(std::int64_t value) {
    const std::string digits = std::to_string(value);
    return element("data", grouped(digits), "value=\"" + digits + '"');
}

std::string isolated(std::string_view text, std::size_t longest) {
    bool is_cut = false;
    return element("bdi", escaped(shortened(std::string(text), longest, is_cut)));
}

TableMarkup::TableMarkup(const std::vector<std::string>& titles, std::size_t texts)
    : texts_(texts) {
    std::string cells;
    for (std::size_t i = 0; i < titles.size(); ++i)
        cells += element("th", titles[i], i < texts_ ? "class=\"text\"" : "");
    rows_ = element("thead", element("tr", cells)) + "<tbody>";
}

void TableMarkup::add(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += element("td", cells[i], i < texts_ ? "class=\"text\"" : "");
    rows_ += element("tr", row);
}

std::string TableMarkup::text() const {
    return element("div", element("table", rows_ + "</tbody>"), "class=\"wide\"");
}

std::string folded(std::string_view title, std::string_view content) {
    return element("details", element("summary", title) + std::string(content));
}

}  // namespace epochscope
