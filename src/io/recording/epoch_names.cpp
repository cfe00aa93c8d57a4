#include "io/recording/epoch_names.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view separators = "_-= .";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z'); }

struct FoundNumber {
    std::int64_t value = 0;
    /// Whether nothing follows it.
    bool is_last = false;
};

/// The number at the beginning of a text, if no letter or fraction follows.
std::optional<FoundNumber> number_at(std::string_view text) {
    FoundNumber number;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number.value);
    if (error != std::errc{}) return std::nullopt;
    if (stop != end && is_letter(*stop)) return std::nullopt;
    if (end - stop > 1 && *stop == '.' && is_digit(stop[1])) return std::nullopt;
    number.is_last = stop == end;
    return number;
}

/// The number after the first occurrence of a word that begins the name or follows a separator.
std::optional<FoundNumber> number_after(std::string_view name, std::string_view word) {
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        if (at > 0 && separators.find(name[at - 1]) == std::string_view::npos) continue;
        std::string_view rest = name.substr(at + word.size());
        if (!rest.empty() && separators.find(rest.front()) != std::string_view::npos)
            rest.remove_prefix(1);
        auto number = number_at(rest);
        if (!number) continue;
        number->is_last = number->is_last && at == 0;
        return number;
    }
    return std::nullopt;
}

std::optional<EpochName> name_by_words(std::string_view name,
                                       std::initializer_list<std::string_view> words,
                                       EpochNaming whole, EpochNaming part) {
    for (const std::string_view word : words)
        if (const auto number = number_after(name, word))
            return EpochName{number->is_last ? whole : part, number->value};
    return std::nullopt;
}

struct NamedEntry {
    EpochName name;
    fs::path path;
};

bool is_of(const fs::directory_entry& entry, EpochEntries kind) {
    std::error_code ignored;
    if (kind == EpochEntries::folders) return entry.is_directory(ignored);
    return entry.path().extension() == ".npy" && entry.is_regular_file(ignored);
}

/// Whether a name without a number is meant for an epoch: `epoch_best`, `epoch_1.5`.
bool is_like_epoch(std::string_view name) {
    if (name.starts_with('.')) return false;
    const std::string lower = in_lower_case(name);
    for (const std::string_view word : {"epoch", "checkpoint", "ckpt"}) {
        if (!lower.starts_with(word) || lower.size() == word.size()) continue;
        const char next = lower[word.size()];
        if (is_digit(next) || separators.find(next) != std::string_view::npos) return true;
    }
    return false;
}

/// The entries with a number; the names of others that are like those of epochs are added.
std::vector<NamedEntry> named_entries(const fs::path& folder, EpochEntries kind,
                                      std::vector<std::string>& unnumbered) {
    std::vector<NamedEntry> named;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const fs::path& path = it->path();
        const std::string text =
            (kind == EpochEntries::folders ? path.filename() : path.stem()).string();
        if (const auto name = epoch_name(text)) {
            if (is_of(*it, kind)) named.push_back({*name, path});
        } else if (is_like_epoch(text) && is_of(*it, kind)) {
            unnumbered.push_back(path.filename().string());
        }
    }
    std::ranges::sort(unnumbered);
    std::ranges::sort(named, [](const NamedEntry& a, const NamedEntry& b) {
        return std::pair(a.name.number, a.path) < std::pair(b.name.number, b.path);
    });
    return named;
}

std::string without_number(const std::vector<std::string>& names) {
    if (names.size() == 1)
        return names.front() + ": left out, since its name has no whole number of an epoch";
    return names.front() + " and " + std::to_string(names.size() - 1) +
           " more: left out, since their names have no whole number of an epoch";
}

}  // namespace

std::optional<EpochName> epoch_name(std::string_view name) {
    // What is hidden is being written, or of a file manager.
    if (name.starts_with('.')) return std::nullopt;
    const std::string lower = in_lower_case(name);
    if (const auto found =
            name_by_words(lower, {"epoch", "ep"}, EpochNaming::epoch, EpochNaming::epoch_and_more))
        return found;
    if (const auto found =
            name_by_words(lower, {"checkpoint", "ckpt", "cp", "step", "iteration", "iter", "round"},
                          EpochNaming::step, EpochNaming::step_and_more))
        return found;
    if (lower.empty() || !std::ranges::all_of(lower, is_digit)) return std::nullopt;
    const auto number = number_at(lower);
    return number ? std::optional(EpochName{EpochNaming::plain, number->value}) : std::nullopt;
}

EpochListing list_epochs(const fs::path& folder, EpochEntries kind) {
    EpochListing listing;
    std::vector<NamedEntry> named = named_entries(folder, kind, listing.unnumbered);
    if (named.empty()) return listing;
    const EpochNaming first = std::ranges::min_element(named, {}, [](const NamedEntry& entry) {
                                  return entry.name.naming;
                              })->name.naming;
    for (NamedEntry& entry : named) {
        if (entry.name.naming == first)
            listing.entries.push_back({entry.name.number, std::move(entry.path)});
        else
            listing.others.push_back(entry.path.filename().string());
    }
    return listing;
}

std::vector<EpochEntry> epochs_in(const fs::path& folder, EpochEntries kind,
                                  std::vector<std::string>& warnings) {
    EpochListing listing = list_epochs(folder, kind);
    const auto twice = std::ranges::adjacent_find(listing.entries, {}, &EpochEntry::number);
    if (twice != listing.entries.end())
        throw Error(folder.string(), "holds ", twice->path.filename().string(), " and ",
                    std::next(twice)->path.filename().string(), ", which are both epoch ",
                    twice->number, ", expected one of them");
    if (!listing.others.empty())
        warnings.push_back(listing.others.front() +
                           (listing.others.size() > 1
                                ? " and " + std::to_string(listing.others.size() - 1) + " more"
                                : std::string()) +
                           ": left out, since " + listing.entries.front().path.filename().string() +
                           " is named by an epoch and counts");
    if (!listing.entries.empty() && !listing.unnumbered.empty())
        warnings.push_back(without_number(listing.unnumbered));
    return std::move(listing.entries);
}

}  // namespace epochscope
