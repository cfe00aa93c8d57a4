#include "io/torch/torch_archive.h"

#include "io/recording/head_reader.h"
#include "io/zip/zip_entries.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string_view>

namespace epochscope {

namespace {

constexpr std::size_t max_code = std::size_t{1} << 24U;
constexpr const char* what_to_do =
    "; expected TorchScript: torch.jit.script(model.fc).save(\"head.pt\")";

/// Names that reach beyond numbers.
constexpr std::array<std::string_view, 6> refused{"from_file", "save",     "classes",
                                                  "rpc_async", "rpc_sync", "rpc_remote"};

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The leading word of a text; empty if there is none.
std::string_view word_at(std::string_view text) {
    return text.substr(
        0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin()));
}

/// Whether `ops` is followed by operators on numbers: `.aten.` or `.prim.`.
bool names_plain_operators(std::string_view rest) {
    return rest.starts_with(".aten.") || rest.starts_with(".prim.");
}

/// Whether `getattr` is followed by a literal name: `(self, "0")`.
bool asks_for_plain_name(std::string_view rest) {
    if (!rest.starts_with('(')) return false;
    rest.remove_prefix(1);
    while (!word_at(rest).empty()) {
        rest.remove_prefix(word_at(rest).size());
        if (rest.starts_with('.')) rest.remove_prefix(1);
    }
    if (!rest.starts_with(", \"")) return false;
    rest.remove_prefix(3);
    rest.remove_prefix(word_at(rest).size());
    return rest.starts_with("\")");
}

void expect_plain_code(std::string_view code, const std::string& name) {
    const auto refuse = [&](std::string_view what) {
        throw Error(name, "names ", what,
                    " in its code, which can reach beyond numbers (files, for "
                    "one) and is refused");
    };
    for (std::size_t at = 0; at < code.size();) {
        const std::string_view word = word_at(code.substr(at));
        if (word.empty()) {
            ++at;
            continue;
        }
        at += word.size();
        const std::string_view rest = code.substr(at);
        if (std::ranges::find(refused, word) != refused.end()) refuse(word);
        if (word == "ops" && !names_plain_operators(rest)) refuse("operators of other libraries");
        if (word == "getattr" && !asks_for_plain_name(rest)) refuse("what it makes up (getattr)");
    }
}

std::string text_of(const ZipEntry& entry, const std::string& name) {
    try {
        return entry.text();
    } catch (const Error& error) {
        throw Error(name, error.what());
    }
}

/// Without the top folder, which may have any name.
std::string_view inner_name(std::string_view name) {
    const std::size_t slash = name.find('/');
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// As in libtorch, case-insensitively.
bool is_code(std::string_view name) {
    constexpr std::string_view ending = ".py";
    return name.size() >= ending.size() &&
           std::ranges::equal(name.substr(name.size() - ending.size()), ending, [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) == b;
           });
}

void expect_zip(std::span<const std::uint8_t> bytes, const std::string& name) {
    const auto begins = [&](std::string_view with) {
        return bytes.size() >= with.size() &&
               std::equal(with.begin(), with.end(), bytes.begin(),
                          [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    };
    if (bytes.empty()) throw Error(name, "is empty", what_to_do);
    if (begins("\x80"))
        throw Error(name,
                    "is a pickle, as torch.save writes it, which may run any code when it is "
                    "read, and is refused",
                    what_to_do);
    if (!begins("PK\x03\x04")) throw Error(name, "is not a zip archive", what_to_do);
}

}  // namespace

void expect_torch_archive(std::span<const std::uint8_t> bytes, const std::string& name) {
    expect_zip(bytes, name);
    const std::vector<ZipEntry> entries = zip_entries(bytes, name, max_head_file);
    bool has_data = false;
    bool has_constants = false;
    bool has_code = false;
    std::size_t code = 0;
    for (const ZipEntry& entry : entries) {
        const std::string_view inner = inner_name(entry.name);
        has_data |= inner == "data.pkl";
        has_constants |= inner == "constants.pkl";
        if (!is_code(inner)) continue;
        has_code |= inner.starts_with("code/");
        if (entry.size > max_code - code)
            throw Error(name, "has more than ", max_code, " bytes of code");
        code += entry.size;
        expect_plain_code(text_of(entry, name), name);
    }
    if (has_data && !has_constants && !has_code)
        throw Error(name,
                    "is a pickle in a zip archive, as torch.save writes it, which may run any "
                    "code when it is read, and is refused",
                    what_to_do);
    if (!has_data || !has_constants || !has_code)
        throw Error(name, "is a zip archive without TorchScript in it", what_to_do);
}

}  // namespace epochscope
