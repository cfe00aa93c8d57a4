#include "io/recording/epoch_names.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view separators = "_-= .";
/// What is numbered in folders that are no epochs of one run.
constexpr std::array<std::string_view, 17> other_counts{
    "fold",  "seed",  "run",     "layer", "trial", "rank", "worker", "part",      "shard",
    "split", "class", "version", "gpu",   "batch", "exp",  "block",  "experiment"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z'); }

struct FoundNumber {
    std::int64_t value = 0;
    /// Whether nothing follows it.
    bool is_last = false;
};

/// Removes and returns the whole number at the beginning of a text: `12`, `10k`, `3.0`.
std::optional<std::int64_t> take_number(std::string_view& text) {
    constexpr std::int64_t thousand = 1000;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / thousand;
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{}) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(stop - text.data()));
    if (rest.starts_with('k') && (rest.size() == 1 || !is_letter(rest[1])) && number >= -most &&
        number <= most) {
        number *= thousand;
        rest.remove_prefix(1);
    } else if (rest.starts_with(".0")) {
        rest.remove_prefix(std::min(rest.find_first_not_of('0', 1), rest.size()));
        if (!rest.empty() && is_digit(rest.front())) return std::nullopt;
    }
    if (rest.size() > 1 && rest.front() == '.' && is_digit(rest[1])) return std::nullopt;
    text = rest;
    return number;
}

/// The number at the beginning of a text, if no letter or fraction follows.
std::optional<FoundNumber> number_at(std::string_view text) {
    const auto number = take_number(text);
    if (!number || (!text.empty() && is_letter(text.front()))) return std::nullopt;
    return FoundNumber{*number, text.empty()};
}

std::string_view without_separator(std::string_view text) {
    if (!text.empty() && separators.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    return text;
}

/// The number after the first occurrence of a word that begins the name or follows a separator.
std::optional<FoundNumber> number_after(std::string_view name, std::string_view word) {
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        if (at > 0 && separators.find(name[at - 1]) == std::string_view::npos) continue;
        auto number = number_at(without_separator(name.substr(at + word.size())));
        if (!number) continue;
        number->is_last = number->is_last && at == 0;
        return number;
    }
    return std::nullopt;
}

/// The number that a name begins with, before a word that ends it: `20epochs`, `3_iter`.
std::optional<FoundNumber> number_before(std::string_view name, std::string_view word) {
    const auto number = take_number(name);
    name = without_separator(name);
    if (!number || !name.starts_with(word)) return std::nullopt;
    name.remove_prefix(word.size());
    if (name.starts_with('s')) name.remove_prefix(1);
    return name.empty() ? std::optional(FoundNumber{*number, true}) : std::nullopt;
}

std::optional<EpochName> name_by_words(std::string_view name,
                                       std::span<const std::string_view> words, EpochNaming whole,
                                       EpochNaming part) {
    for (const auto find : {number_after, number_before})
        for (const std::string_view word : words)
            if (const auto number = find(name, word))
                return EpochName{number->is_last ? whole : part, number->value};
    return std::nullopt;
}

/// "3" of the Chinese for "the third round".
std::string_view chinese_number(std::string_view name) {
    constexpr std::string_view ordinal = "\u7b2c";
    constexpr std::string_view round = "\u8f6e";
    if (!name.ends_with(round)) return name;
    name.remove_suffix(round.size());
    return name.substr(name.starts_with(ordinal) ? ordinal.size() : 0);
}

struct NamedEntry {
    EpochName name;
    fs::path path;
};

std::string file_name(const NamedEntry& entry) { return entry.path.filename().string(); }

bool is_of(const fs::directory_entry& entry, EpochEntries kind) {
    std::error_code ignored;
    if (kind == EpochEntries::folders) return entry.is_directory(ignored);
    const std::string ending = in_lower_case(entry.path().extension().string());
    const bool is_wanted = kind == EpochEntries::npy_files   ? ending == ".npy"
                           : kind == EpochEntries::npz_files ? ending == ".npz"
                                                             : ending == ".csv" || ending == ".tsv";
    return is_wanted && entry.is_regular_file(ignored);
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

/// A number in a name, and the name with a sign in its place.
struct Alike {
    std::string frame;
    std::int64_t number = 0;
};

/// Whether digits are part of a fraction.
bool is_fraction(std::string_view name, std::size_t begin, std::size_t end) {
    const bool is_behind = begin > 1 && name[begin - 1] == '.' && is_digit(name[begin - 2]);
    return is_behind || (end + 1 < name.size() && name[end] == '.' && is_digit(name[end + 1]));
}

/// The numbers in a name that may be those of an epoch.
std::vector<Alike> numbers_in(std::string_view name) {
    std::vector<Alike> numbers;
    for (std::size_t begin = 0; begin < name.size(); ++begin) {
        if (!is_digit(name[begin])) continue;
        std::string_view rest = name.substr(begin);
        const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        const std::size_t end = begin + digits;
        std::string_view word = name.substr(0, begin);
        while (!word.empty() && separators.find(word.back()) != std::string_view::npos)
            word.remove_suffix(1);
        const bool is_other = std::ranges::any_of(
            other_counts, [&](std::string_view other) { return word.ends_with(other); });
        const bool is_part = is_fraction(name, begin, end);
        const auto number = take_number(rest);
        if (number && !is_other && !is_part)
            numbers.push_back(
                {std::string(name.substr(0, begin)) + '#' + std::string(rest), *number});
        begin = end;
    }
    // A date has no words.
    std::erase_if(numbers, [](const Alike& alike) {
        return alike.frame.find_first_not_of("0123456789#_-= .") == std::string::npos;
    });
    return numbers;
}

/// The folders whose names differ in one number only, if there are two; that is told. Epochs are
/// called by the word for what is kept of them, of which a list would never be complete.
std::vector<NamedEntry> alike_entries(const fs::path& folder, EpochListing& listing) {
    std::map<std::string, std::vector<NamedEntry>> alike;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = in_lower_case(it->path().filename().string());
        if (name.starts_with('.') || !is_of(*it, EpochEntries::folders)) continue;
        for (Alike& found : numbers_in(name))
            alike[std::move(found.frame)].push_back(
                {{EpochNaming::plain, found.number}, it->path()});
    }
    std::vector<NamedEntry> entries;
    for (auto& [frame, named] : alike)
        if (named.size() > std::max(entries.size(), std::size_t{1})) entries = std::move(named);
    if (entries.empty()) return entries;
    std::ranges::sort(entries, {}, [](const NamedEntry& entry) { return entry.name.number; });
    std::erase_if(listing.unnumbered, [&](const std::string& name) {
        return std::ranges::find(entries, name, file_name) != entries.end();
    });
    listing.remarks.push_back(file_name(entries.front()) + " to " + file_name(entries.back()) +
                              ": the numbers in these names are taken for epochs");
    return entries;
}

/// The name without the `-v1` that Lightning adds where a file is there already, and that number.
std::pair<std::string, std::int64_t> version_of(const NamedEntry& entry) {
    const std::string ending = in_lower_case(entry.path.extension().string());
    const bool is_file =
        ending == ".npy" || ending == ".npz" || ending == ".csv" || ending == ".tsv";
    const std::string name = (is_file ? entry.path.stem() : entry.path.filename()).string();
    const std::size_t at = name.rfind("-v");
    std::string_view rest = std::string_view(name).substr(std::min(at, name.size()));
    rest.remove_prefix(std::min<std::size_t>(2, rest.size()));
    const auto number = rest.empty() || !is_digit(rest.front()) ? std::nullopt : take_number(rest);
    if (!number || !rest.empty()) return {name, 0};
    return {name.substr(0, at), *number};
}

/// Of several versions of one name, the last one counts.
void keep_last_versions(std::vector<NamedEntry>& named, std::vector<std::string>& remarks) {
    std::map<std::string, std::int64_t> last;
    for (const NamedEntry& entry : named) {
        const auto [name, version] = version_of(entry);
        last[name] = std::max(last[name], version);
    }
    std::erase_if(named, [&](const NamedEntry& entry) {
        const auto [name, version] = version_of(entry);
        if (version == last[name]) return false;
        remarks.push_back(file_name(entry) + ": left out, since there is a later version, " + name +
                          "-v" + std::to_string(last[name]));
        return true;
    });
}

/// Where an epoch has several steps, these tell them apart.
void count_steps_within_epochs(std::vector<NamedEntry>& named, std::vector<std::string>& remarks) {
    const auto number_of = [](const NamedEntry& entry) { return entry.name.number; };
    const auto step_of = [](const NamedEntry& entry) { return entry.name.step.value_or(-1); };
    const auto twice = std::ranges::adjacent_find(named, {}, number_of);
    if (twice == named.end() || !std::ranges::all_of(named, [](const NamedEntry& entry) {
            return entry.name.step.has_value();
        }))
        return;
    const std::string both = file_name(*twice) + " and " + file_name(*std::next(twice));
    std::vector<NamedEntry> by_step = named;
    std::ranges::stable_sort(by_step, {}, step_of);
    if (std::ranges::adjacent_find(by_step, {}, step_of) != by_step.end()) return;
    for (NamedEntry& entry : by_step) entry.name.number = *entry.name.step;
    named = std::move(by_step);
    remarks.push_back(both + " are of one epoch, so the steps are taken for epochs");
}

std::string without_number(const std::vector<std::string>& names) {
    if (names.size() == 1)
        return names.front() + ": left out, since its name has no whole number of an epoch";
    return names.front() + " and " + std::to_string(names.size() - 1) +
           " more: left out, since their names have no whole number of an epoch";
}

}  // namespace

std::optional<EpochName> epoch_name(std::string_view name) {
    constexpr std::array<std::string_view, 3> epochs{"epoch", "ep", "e"};
    constexpr std::array<std::string_view, 7> steps{"checkpoint", "ckpt", "cp",   "step",
                                                    "iteration",  "iter", "round"};
    // What is hidden is being written, or of a file manager.
    if (name.starts_with('.')) return std::nullopt;
    const std::string lower = in_lower_case(name);
    const auto step = name_by_words(lower, steps, EpochNaming::step, EpochNaming::step_and_more);
    if (auto found =
            name_by_words(lower, epochs, EpochNaming::epoch, EpochNaming::epoch_and_more)) {
        if (step) found->step = step->number;
        return found;
    }
    if (step) return step;
    const std::string_view digits = chinese_number(lower);
    if (digits.empty() || !is_digit(digits.front())) return std::nullopt;
    const auto number = number_at(digits);
    if (!number || !number->is_last) return std::nullopt;
    return EpochName{digits.size() < lower.size() ? EpochNaming::epoch : EpochNaming::plain,
                     number->value};
}

EpochListing list_epochs(const fs::path& folder, EpochEntries kind) {
    EpochListing listing;
    std::vector<NamedEntry> named = named_entries(folder, kind, listing.unnumbered);
    if (named.empty() && kind == EpochEntries::folders) named = alike_entries(folder, listing);
    if (named.empty()) return listing;
    const EpochNaming first = std::ranges::min_element(named, {}, [](const NamedEntry& entry) {
                                  return entry.name.naming;
                              })->name.naming;
    std::erase_if(named, [&](const NamedEntry& entry) {
        if (entry.name.naming != first) listing.others.push_back(file_name(entry));
        return entry.name.naming != first;
    });
    keep_last_versions(named, listing.remarks);
    count_steps_within_epochs(named, listing.remarks);
    for (NamedEntry& entry : named)
        listing.entries.push_back({entry.name.number, std::move(entry.path)});
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
    std::ranges::move(listing.remarks, std::back_inserter(warnings));
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
