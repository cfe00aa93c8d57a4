#include "export/html_text.h"

#include "export/embedded_file.h"
#include "export/html_bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace epochscope {

namespace {

constexpr std::string_view replacement = "\uFFFD";

/// The bytes of the character that a text begins with; 0 if it is none (Unicode, table 3-7).
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if ((first & 0xF0U) == 0xE0) {
        const bool is_long = first != 0xE0 || byte(1) >= 0xA0;
        const bool is_surrogate = first == 0xED && byte(1) >= 0xA0;
        return is_long && !is_surrogate && continues(1) && continues(2) ? 3 : 0;
    }
    if (first < 0xF0 || first > 0xF4) return 0;
    const bool is_long = first != 0xF0 || byte(1) >= 0x90;
    const bool is_beyond = first == 0xF4 && byte(1) >= 0x90;
    return is_long && !is_beyond && continues(1) && continues(2) && continues(3) ? 4 : 0;
}

/// What stands for a character of ASCII; nothing: itself.
std::optional<std::string_view> entity_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        case '\t':
        case '\n':
            return std::nullopt;
        default:
            break;
    }
    const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    return is_control ? std::optional(replacement) : std::nullopt;
}

const EmbeddedFile* web_file(std::string_view name) {
    const auto found = std::ranges::find(web_files(), name, &EmbeddedFile::name);
    return found == web_files().end() ? nullptr : &*found;
}

/// Replaces each {{name}} of a template.
std::string filled(std::string_view form,
                   const std::function<std::string(std::string_view)>& part) {
    std::string text;
    while (true) {
        const std::size_t open = form.find("{{");
        text += form.substr(0, open);
        if (open == std::string_view::npos) return text;
        const std::size_t close = form.find("}}", open);
        text += part(form.substr(open + 2, close - open - 2));
        form.remove_prefix(close + 2);
    }
}

/// The scripts and styles that a template names are all there is.
std::string policy_of(std::string_view form) {
    std::string scripts;
    std::string styles;
    filled(form, [&](std::string_view name) -> std::string {
        const EmbeddedFile* const file = web_file(name);
        if (file == nullptr) return {};
        const std::string source = " 'sha256-" + base64(file->sha256) + "'";
        if (name.ends_with(".js")) scripts += source;
        if (name.ends_with(".css")) styles += source;
        return {};
    });
    std::string policy = "default-src 'none'; ";
    if (!scripts.empty()) policy.append("script-src").append(scripts).append("; ");
    return policy.append("style-src")
        .append(styles)
        .append("; base-uri 'none'; form-action 'none'");
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = character_length(text);
        const auto entity = length == 1 ? entity_of(text.front()) : std::nullopt;
        if (length == 0)
            html += replacement;
        else
            html += entity.value_or(text.substr(0, length));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return html;
}

std::string shortened(std::string words, std::size_t longest, bool& is_cut) {
    if (words.size() <= longest) return words;
    is_cut = true;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    words.resize(end);
    return words + "\u2026";
}

std::string page_from(std::string_view file,
                      const std::function<std::string(std::string_view)>& part) {
    const std::string_view form = web_file(file)->text();
    return filled(form, [&](std::string_view name) -> std::string {
        if (name == "policy") return policy_of(form);
        const EmbeddedFile* const content = web_file(name);
        return content == nullptr ? part(name) : std::string(content->text());
    });
}

}  // namespace epochscope
