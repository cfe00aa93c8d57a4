#pragma once

#include "io/dynamics/quick_decimal.h"

#include <cstddef>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

/// What is wrong with a line, and at which of its bytes, counted from 1.
struct LineFault : std::runtime_error {
    LineFault(const std::string& what, std::size_t at, bool cut_off = false)
        : std::runtime_error(what), byte(at), cut(cut_off) {}

    std::size_t byte;
    /// Whether nothing but the rest of the line is missing.
    bool cut;
};

/// A single value: a number, a name such as None or nan, or a text in quotes.
struct Scalar {
    std::string_view text;
    bool quoted = false;
};

/// Reads records as Python writes dicts (str(record)) and as JSON has objects, mixed as they come:
/// single and double quotes, True and true, None and null, nan and NaN, tuples and lists, and
/// numbers within calls such as np.float32(0.5) or array([0.5, 0.5], dtype=float32). Throws
/// LineFault.
class LiteralReader {
  public:
    /// `texts` keeps what had escapes in it, and must outlive what is read. So many bytes can be
    /// read at all: at least the line's.
    LiteralReader(std::string_view line, std::deque<std::string>& texts, std::size_t readable)
        : begin_(line.data()),
          at_(line.data()),
          end_(line.data() + line.size()),
          readable_end_(line.data() + readable),
          texts_(texts) {}

    /// Whether there is nothing left but blanks.
    [[nodiscard]] bool at_end() {
        skip_blanks();
        return at_ == end_;
    }
    /// Takes a character off, after blanks, where it is the next one.
    bool take(char wanted) {
        skip_blanks();
        if (at_ == end_ || *at_ != wanted) return false;
        ++at_;
        return true;
    }
    [[nodiscard]] bool begins_with(char wanted) {
        skip_blanks();
        return at_ < end_ && *at_ == wanted;
    }
    /// Throws where it is not.
    void expect(char wanted) {
        if (!take(wanted)) fail_expecting(wanted);
    }
    /// What comes before a colon; quicker where it is the one that was guessed.
    std::string_view key(std::string_view guess);
    /// A value; throws for lists and dicts.
    Scalar scalar();
    /// The whole number that comes next where it is so many plain digits at most and the value's
    /// end; else nothing is taken off, and it is empty.
    std::string_view digits(std::size_t max);
    /// Takes a number off where it comes next, and leaves another value there.
    bool take_number(double& value) {
        skip_blanks();
        if (static_cast<std::size_t>(readable_end_ - at_) < quick_decimal_bytes)
            return take_slow_number(value);
        const auto quick = quick_decimal(at_);
        if (!quick || quick->stop >= end_) return take_slow_number(value);
        at_ = quick->stop;
        value = quick->value;
        return true;
    }
    /// Whether a list follows, after the names of calls around it, which are taken off.
    bool begins_list();
    /// Takes the end of a list off where it comes next.
    bool ends_list() { return take(']') || take(')'); }
    /// Takes off what closes the calls around a list, with what else they hold.
    void end_list_calls() { end_calls(std::exchange(list_calls_, 0)); }
    /// Whatever comes next, unread.
    void skip_value();

    [[noreturn]] void fail(const std::string& what) const;
    /// Keeps texts that the line has not got as they are.
    [[nodiscard]] std::deque<std::string>& texts() { return texts_; }
    [[nodiscard]] std::size_t byte() const { return static_cast<std::size_t>(at_ - begin_) + 1; }

  private:
    void skip_blanks() {
        while (at_ < end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
    }
    [[noreturn]] void fail_expecting(const std::string& what) const;
    [[noreturn]] void fail_expecting(char wanted) const;
    void end_calls(std::size_t calls);
    bool take_slow_number(double& value);
    /// A text whose opening quote has been seen.
    std::string_view quoted();
    std::string unescaped(char quote);
    void unescape_into(std::string& text);
    char32_t code(std::size_t digits, unsigned base);
    std::string_view word();

    const char* begin_;
    const char* at_;
    const char* end_;
    const char* readable_end_;
    std::deque<std::string>& texts_;
    std::size_t list_calls_ = 0;
};

}  // namespace epochscope
