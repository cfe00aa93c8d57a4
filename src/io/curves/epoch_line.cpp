#include "io/curves/epoch_line.h"

#include "io/curves/log_words.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view digits = "0123456789";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_of_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// The letters that a text begins with, in lower case.
std::string first_letters(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, is_letter);
    return in_lower_case(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

/// Whether a text begins with the name of a part of the data.
bool is_part(std::string_view text) {
    constexpr std::array<std::string_view, 10> parts{"train",      "training", "val",     "valid",
                                                     "validation", "test",     "testing", "eval",
                                                     "evaluation", "dev"};
    return std::ranges::find(parts, first_letters(text)) != parts.end();
}

bool is_level(std::string_view word) {
    constexpr std::array<std::string_view, 5> levels{"INFO", "DEBUG", "WARNING", "info", "Info"};
    return std::ranges::find(levels, word) != levels.end();
}

/// Where the epoch stands in a line.
struct EpochWords {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::int64_t number = 0;
};

/// Reads `3`, `[3/10]`, `: 3 of 10` behind the word; nothing for others, and for 3.5.
std::optional<EpochWords> number_of_epoch(std::string_view line, std::size_t begin,
                                          std::size_t behind) {
    LineCursor cursor(line.substr(behind));
    cursor.skip(" \t:=#[(");
    const auto number = cursor.take_count();
    if (!number) return std::nullopt;
    const std::string_view rest = cursor.rest();
    if (!rest.empty() &&
        (is_of_word(rest[0]) || (rest[0] == '.' && rest.size() > 1 && is_digit(rest[1]))))
        return std::nullopt;
    LineCursor total = cursor;
    bool has_total = total.take('/');
    if (!has_total) {
        LineCursor words = cursor;
        has_total = words.take_word() == "of";
        total = words;
    }
    if (has_total && total.take_count()) cursor = total;
    cursor.take(']');
    cursor.take(')');
    return EpochWords{begin, line.size() - cursor.rest().size(), *number};
}

std::optional<EpochWords> epoch_in(std::string_view line) {
    constexpr std::string_view word = "epoch";
    const std::string lower = in_lower_case(line);
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1))
        if (at == 0 || !is_of_word(lower[at - 1]))
            if (const auto found = number_of_epoch(line, at, at + word.size())) return found;
    return std::nullopt;
}

std::string_view trimmed_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// The last word of a text.
std::string_view last_word(std::string_view text) {
    text = trimmed_end(text);
    const std::size_t blank = text.find_last_of(" \t");
    return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// Whether what stands before the word "epoch" is what loggers write, and no sentence.
bool may_stand_before(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    text = trimmed_end(text);
    if (text.empty() || is_digit(text.front()) || text.front() == '[') return true;
    constexpr std::string_view ends = ":-|])>*#=([";
    return ends.find(text.back()) != std::string_view::npos || is_part(last_word(text)) ||
           is_level(last_word(text));
}

/// Reads pairs of names and numbers.
class PairReader {
  public:
    /// `part` begins the names, until another part is named.
    PairReader(std::string_view text, std::string part) : cursor_(text), part_(std::move(part)) {}

    /// Reads all; false if it is a sentence, and not a list of pairs.
    bool read() {
        while (!cursor_.at_end() && !is_sentence_) read_next();
        end_words(false);
        return !is_sentence_;
    }
    [[nodiscard]] std::vector<LogEntry> take() { return std::move(entries_); }
    /// The part that was named last.
    [[nodiscard]] const std::string& part() const { return part_; }

  private:
    void read_next() {
        constexpr std::string_view ends = ",;|[](){}";
        constexpr std::string_view joins = ":=";
        const char next = cursor_.rest().front();
        if (next == '(' && is_behind_value_) return static_cast<void>(cursor_.skip_behind(')'));
        is_behind_value_ = false;
        if (next == '\'' || next == '"') {
            cursor_.take(next);
        } else if (ends.find(next) != std::string_view::npos) {
            cursor_.take(next);
            end_words(false);
        } else if (joins.find(next) != std::string_view::npos) {
            cursor_.take(next);
            is_joined_ = !name_.empty();
        } else {
            read_word();
        }
    }

    void read_word() {
        const std::string_view rest = cursor_.rest();
        std::size_t end = std::min(rest.find_first_of(" \t\r,;|[](){}:='\""), rest.size());
        // A time is one word.
        if (is_digit(rest.front()) && end + 1 < rest.size() && rest[end] == ':' &&
            is_digit(rest[end + 1]))
            end = std::min(rest.find_first_not_of("0123456789:."), rest.size());
        const std::string_view word = rest.substr(0, end);
        cursor_ = LineCursor(rest.substr(end));
        if (word.find_first_not_of("-") == std::string_view::npos) return end_words(false);
        if (is_duration(word)) return clear();
        if (const auto value = value_of(word)) return keep(*value);
        // What is joined to a word instead of a value is the name of what follows.
        if (is_joined_) end_words(true);
        if (!name_.empty()) name_ += ' ';
        name_ += word;
        ++words_;
    }

    /// A number, or `9907/10000`.
    [[nodiscard]] static std::optional<double> value_of(std::string_view word) {
        if (const auto number = number_of(word)) return number;
        const std::size_t slash = word.find('/');
        if (slash == std::string_view::npos || slash == 0) return std::nullopt;
        const auto count = number_of(word.substr(0, slash));
        const auto all = number_of(word.substr(slash + 1));
        if (!count || !all || !(*all > 0)) return std::nullopt;
        return *count / *all;
    }

    void keep(double value) {
        constexpr std::size_t most = 1000;
        // "val_loss improved from 0.4 to 0.3" is a sentence.
        constexpr int most_words = 2;
        constexpr int most_joined_words = 5;
        is_sentence_ = words_ > (is_joined_ ? most_joined_words : most_words);
        is_behind_value_ = true;
        if (!name_.empty() && name_ != "±" && entries_.size() < most && !is_sentence_) {
            const bool has_part = is_part(name_);
            const std::string whole = has_part || part_.empty() ? name_ : part_ + ' ' + name_;
            // "train Loss: 0.6 Acc: 0.7" is of training, both.
            if (has_part && words_ > 1) part_ = name_.substr(0, name_.find(' '));
            entries_.push_back({names_.free_name(whole), value, {}});
        }
        clear();
    }

    /// Words without a value name the part that follows, or are no names.
    void end_words(bool is_named) {
        if (is_named || is_part(name_)) part_ = name_;
        clear();
    }

    void clear() {
        name_.clear();
        words_ = 0;
        is_joined_ = false;
    }

    LineCursor cursor_;
    std::string part_;
    EntryNames names_;
    std::vector<LogEntry> entries_;
    /// The words since the last value.
    std::string name_;
    int words_ = 0;
    bool is_joined_ = false;
    bool is_behind_value_ = false;
    bool is_sentence_ = false;
};

/// Reads `[640/60000 (1%)]`, `Step [1/6]` or `batch 1/6`; false if it is broken.
bool take_batch(LineCursor& cursor, EpochLine& line) {
    constexpr std::array<std::string_view, 5> words{"step", "batch", "iter", "iteration", "it"};
    LineCursor ahead = cursor;
    ahead.skip(" \t,|:;-");
    const std::string word = first_letters(ahead.rest());
    const bool is_named = std::ranges::find(words, word) != words.end();
    if (is_named) ahead = LineCursor(ahead.rest().substr(word.size()));
    ahead.skip(" \t:=");
    const bool is_boxed = ahead.take('[') || ahead.take('(');
    const auto batch = ahead.take_count();
    if (!(is_named || is_boxed) || !batch || !ahead.take('/')) return true;
    const auto batches = ahead.take_count();
    if (!batches || *batches == 0 || *batch > *batches) return false;
    if (ahead.take('(') && !ahead.skip_behind(')')) return false;
    if (is_boxed && !ahead.take(']') && !ahead.take(')')) return false;
    line.batch = *batch;
    line.batches = *batches;
    cursor = ahead;
    return true;
}

/// The part of the data that is named before the epoch: "Train Epoch: 1".
std::string part_before(std::string_view text) {
    const std::string_view word = last_word(text);
    return is_part(word) && is_letter(word.back()) ? std::string(word) : std::string();
}

std::optional<EpochLine> read_sentence(std::string_view text) {
    EpochLine line;
    std::string part;
    LineCursor rest(text);
    if (const auto epoch = epoch_in(text)) {
        if (!may_stand_before(text.substr(0, epoch->begin))) return std::nullopt;
        line.epoch = epoch->number;
        part = part_before(text.substr(0, epoch->begin));
        rest = LineCursor(text.substr(epoch->end));
        if (!take_batch(rest, line)) return std::nullopt;
    } else {
        constexpr std::array<std::string_view, 6> metrics{"loss", "acc",     "accuracy",
                                                          "avg",  "average", "mean"};
        rest.skip();
        const bool is_metric =
            std::ranges::find(metrics, first_letters(rest.rest())) != metrics.end();
        if (!is_metric && !is_part(rest.rest())) return std::nullopt;
    }
    PairReader pairs(rest.rest(), part);
    if (!pairs.read()) return std::nullopt;
    line.entries = pairs.take();
    return line.entries.empty() ? std::nullopt : std::optional(std::move(line));
}

/// A state of a bar: what stands before its counts, and what is between its brackets.
struct Bar {
    std::string_view title;
    std::string_view values;
};

/// Reads `Epoch 3:  45%|####   | 45/100 [00:12<00:10,  4.5it/s, loss=0.1]`, or without a number of
/// all batches `Epoch 3: 45it [00:12,  4.5it/s, loss=0.1]`.
std::optional<Bar> bar_in(std::string_view text) {
    const std::size_t percent = text.find("%|");
    std::size_t title_end = 0;
    std::size_t open = 0;
    if (percent != std::string_view::npos) {
        title_end = percent;
        const std::size_t bar = text.find('|', percent + 2);
        open = text.find('[', std::min(bar, text.size()));
    } else {
        const std::size_t count = text.find("it [");
        if (count == std::string_view::npos) return std::nullopt;
        title_end = count;
        open = text.find('[', count);
    }
    if (open == std::string_view::npos || open + 1 >= text.size() || !is_digit(text[open + 1]))
        return std::nullopt;
    while (title_end > 0 && digits.find(text[title_end - 1]) != std::string_view::npos) --title_end;
    std::string_view inside = text.substr(open + 1);
    // A state that is cut off has no values that could be trusted.
    const std::size_t close = inside.rfind(']');
    inside = inside.substr(0, close == std::string_view::npos ? 0 : close);
    // The times and the speed.
    for (int passed = 0; passed < 2; ++passed)
        inside.remove_prefix(inside.find(',') == std::string_view::npos ? inside.size()
                                                                        : inside.find(',') + 1);
    return Bar{trimmed_end(text.substr(0, title_end)), inside};
}

/// The words of a title, without signs: "Validation".
std::string words_of(std::string_view title) {
    std::string words(title);
    std::ranges::replace_if(
        words,
        [](char c) { return std::string_view(":[]()|-,=").find(c) != std::string_view::npos; },
        ' ');
    const std::size_t begin = std::min(words.find_first_not_of(' '), words.size());
    return std::string(trimmed_end(std::string_view(words).substr(begin)));
}

EpochLine read_bar(const Bar& bar) {
    EpochLine line{.is_bar = true};
    std::string part;
    if (const auto epoch = epoch_in(bar.title)) {
        line.epoch = epoch->number;
        // "Epoch 3 loss 0.5:" is as good a place as the end.
        PairReader title(bar.title.substr(epoch->end),
                         part_before(bar.title.substr(0, epoch->begin)));
        if (title.read()) line.entries = title.take();
        part = title.part();
    } else {
        part = words_of(bar.title);
    }
    PairReader values(bar.values, part);
    if (!values.read()) return line;
    for (LogEntry& entry : values.take())
        if (std::ranges::find(line.entries, entry.name, &LogEntry::name) == line.entries.end())
            line.entries.push_back(std::move(entry));
    return line;
}

}  // namespace

std::optional<EpochLine> read_epoch_line(std::string_view text) {
    const std::string plain = plain_text(text);
    if (const auto bar = bar_in(plain)) return read_bar(*bar);
    return read_sentence(plain);
}

}  // namespace epochscope
