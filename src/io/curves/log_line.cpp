#include "io/curves/log_line.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>

namespace epochscope {

namespace {

constexpr std::string_view mark = "Epoch: [";
constexpr std::string_view blank = " \t\r";
/// Beyond it, steps are not exact.
constexpr std::int64_t max = std::int64_t{1} << 26U;

/// Splits a line from its beginning.
class LineCursor {
  public:
    explicit LineCursor(std::string_view line) : rest_(line) {}

    void skip_blank() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blank), rest_.size()));
    }
    [[nodiscard]] bool at_end() {
        skip_blank();
        return rest_.empty();
    }
    /// Consumes this character and blanks before it, if it is next.
    bool take(char c) {
        skip_blank();
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<std::int64_t> take_count() {
        skip_blank();
        std::int64_t count = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), count);
        if (error != std::errc() || count < 0 || count > max) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return count;
    }
    /// The text before the next blank or bracket.
    std::string_view take_word() {
        skip_blank();
        const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t\r()"));
        rest_.remove_prefix(word.size());
        return word;
    }

  private:
    std::string_view rest_;
};

/// The number of a word; loggers append commas.
std::optional<double> number_of(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.remove_suffix(1);
    if (word.starts_with('+')) word.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

bool read_head(LineCursor& cursor, LogLine& line) {
    const auto epoch = cursor.take_count();
    if (!epoch || !cursor.take(']') || !cursor.take('[')) return false;
    const auto batch = cursor.take_count();
    if (!batch || !cursor.take('/')) return false;
    const auto batches = cursor.take_count();
    if (!batches || *batches == 0 || *batch > *batches || !cursor.take(']')) return false;
    line.epoch = *epoch;
    line.batch = *batch;
    line.batches = *batches;
    return true;
}

/// Makes names unique.
class EntryNames {
  public:
    std::string free_name(std::string name) {
        if (name.ends_with(':')) name.pop_back();
        if (taken_.emplace(name, 1).second) return name;
        std::string candidate;
        do {
            candidate = name;
            candidate += " (" + std::to_string(++taken_[name]) + ")";
        } while (!taken_.emplace(candidate, 1).second);
        return candidate;
    }

  private:
    /// How often each name occurred.
    std::map<std::string, int> taken_;
};

/// Reads the mean in brackets after a value, if there is one; false if it is broken.
bool read_mean(LineCursor& cursor, LogLine::Entry& entry) {
    if (!cursor.take('(')) return true;
    entry.mean = number_of(cursor.take_word());
    return entry.mean && cursor.take(')');
}

/// Reads alternating names and numbers; false if one is missing.
bool read_entries(LineCursor& cursor, LogLine& line) {
    constexpr std::size_t max_entries = 1000;
    EntryNames names;
    std::string name;
    while (!cursor.at_end()) {
        const std::string_view word = cursor.take_word();
        if (word.empty()) return false;
        if (const auto value = number_of(word)) {
            if (name.empty() || line.entries.size() == max_entries) return false;
            line.entries.push_back({names.free_name(name), *value, {}});
            if (!read_mean(cursor, line.entries.back())) return false;
            name.clear();
        } else {
            if (!name.empty()) name += ' ';
            name += word;
        }
    }
    return name.empty() && !line.entries.empty();
}

}  // namespace

bool is_progress(std::string_view line) { return line.find(mark) != std::string_view::npos; }

std::optional<LogLine> read_log_line(std::string_view text) {
    const std::size_t begin = text.find(mark);
    if (begin == std::string_view::npos) return std::nullopt;
    LineCursor cursor(text.substr(begin + mark.size()));
    LogLine line;
    if (!read_head(cursor, line) || !read_entries(cursor, line)) return std::nullopt;
    return line;
}

}  // namespace epochscope
