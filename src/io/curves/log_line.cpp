#include "io/curves/log_line.h"

#include "io/curves/log_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace epochscope {

namespace {

/// What comes before the number of the epoch.
constexpr std::array<std::string_view, 3> marks{"Epoch: [", "Train: [", "Train: "};
/// What comes before the number of the batch in an evaluation, and its name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> test_marks{
    {{"Test: [", "Test "}, {"Test:  [", "Test "}, {"Test (EMA): [", "Test (EMA) "}}};
/// Reads `i/n]`, or `i/n (p%)]`.
bool read_batches(LineCursor& cursor, LogLine& line) {
    const auto batch = cursor.take_count();
    if (!batch || !cursor.take('/')) return false;
    const auto batches = cursor.take_count();
    if (!batches || *batches == 0 || *batch > *batches) return false;
    if (cursor.take('(') && !cursor.skip_behind(')')) return false;
    if (!cursor.take(']')) return false;
    line.batch = *batch;
    line.batches = *batches;
    return true;
}

/// Reads `e][i/n]`, `e/m][i/n]` or `e [i/n (p%)]`.
bool read_head(LineCursor& cursor, LogLine& line) {
    const auto epoch = cursor.take_count();
    if (!epoch) return false;
    line.epoch = *epoch;
    // Swin and others name the number of epochs.
    if (cursor.take('/') && !cursor.take_count()) return false;
    cursor.take(']');
    return cursor.take('[') && read_batches(cursor, line);
}

/// Reads the mean in brackets after a value, if there is one; false if it is broken.
bool read_mean(LineCursor& cursor, LogEntry& entry) {
    if (!cursor.take('(')) return true;
    entry.mean = number_of(cursor.take_word());
    // There may be another, of a second unit.
    return entry.mean && cursor.skip_behind(')');
}

/// Reads alternating names and numbers; false if one is missing.
bool read_entries(LineCursor& cursor, LogLine& line) {
    constexpr std::size_t max_entries = 1000;
    EntryNames names;
    std::string name;
    bool is_listed = false;
    while (!cursor.at_end()) {
        const std::string_view word = cursor.take_word();
        if (word.empty()) return false;
        if (is_duration(word)) {
            name.clear();
            continue;
        }
        const auto value = number_of(word);
        if (!value) {
            if (!name.empty()) name += ' ';
            name += word;
            continue;
        }
        if (name.empty() ? !is_listed : line.entries.size() == max_entries) return false;
        // A second number after a comma is the same in another unit.
        if (!name.empty()) line.entries.push_back({names.free_name(name), *value, {}});
        if (!read_mean(cursor, line.entries.back())) return false;
        is_listed = word.back() == ',';
        name.clear();
    }
    return name.empty() && !line.entries.empty();
}

/// The beginning of the epoch's number; nothing if no mark is there.
std::optional<std::size_t> progress_in(std::string_view line) {
    for (const std::string_view mark : marks)
        if (const std::size_t at = line.find(mark); at != std::string_view::npos)
            return at + mark.size();
    return std::nullopt;
}

}  // namespace

bool is_progress(std::string_view line) {
    const auto begin = progress_in(line);
    // DeiT and others end an epoch like that.
    return begin && line.find("] Total", *begin) == std::string_view::npos;
}

std::optional<LogLine> read_log_line(std::string_view text) {
    if (!is_progress(text)) return std::nullopt;
    LineCursor cursor(text.substr(*progress_in(text)));
    LogLine line;
    if (!read_head(cursor, line) || !read_entries(cursor, line)) return std::nullopt;
    return line;
}

bool is_test(std::string_view line) {
    return std::ranges::any_of(test_marks, [&](const auto& mark) {
        return line.find(mark.first) != std::string_view::npos;
    });
}

std::vector<LogEntry> read_test_values(std::string_view text) {
    LogLine line;
    std::string_view name;
    for (const auto& [mark, what] : test_marks) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) continue;
        LineCursor cursor(text.substr(at + mark.size()));
        if (!read_batches(cursor, line) || !read_entries(cursor, line)) return {};
        name = what;
        break;
    }
    if (LineCursor cursor(text); name.empty() && cursor.take('*')) {
        if (!read_entries(cursor, line)) return {};
        name = test_marks.front().second;
    }
    for (LogEntry& entry : line.entries) {
        entry.name.insert(0, name);
        entry.value = entry.mean.value_or(entry.value);
        entry.mean.reset();
    }
    return std::move(line.entries);
}

std::optional<std::int64_t> read_keras_epoch(std::string_view text) {
    constexpr std::string_view mark = "Epoch ";
    const std::string plain = plain_text(text);
    if (!plain.starts_with(mark)) return std::nullopt;
    LineCursor cursor(std::string_view(plain).substr(mark.size()));
    const auto epoch = cursor.take_count();
    if (!epoch || !cursor.take('/') || !cursor.take_count() || !cursor.at_end())
        return std::nullopt;
    return epoch;
}

std::vector<LogEntry> read_keras_values(std::string_view text) {
    constexpr std::string_view between = " - ";
    const std::string plain = plain_text(text);
    LineCursor cursor(plain);
    const auto batch = cursor.take_count();
    if (!batch || !cursor.take('/') || cursor.take_count() != batch) return {};
    std::vector<LogEntry> entries;
    EntryNames names;
    std::string_view rest(plain);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(between), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + between.size(), rest.size()));
        const std::size_t colon = part.find(": ");
        if (colon == 0 || colon == std::string_view::npos) continue;
        LineCursor value(part.substr(colon + 1));
        const auto number = number_of(value.take_word());
        if (number && value.at_end())
            entries.push_back({names.free_name(std::string(part.substr(0, colon))), *number, {}});
    }
    return entries;
}

}  // namespace epochscope
