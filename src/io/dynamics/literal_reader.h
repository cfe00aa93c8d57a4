#pragma once

#include "io/dynamics/quick_decimal.h"

#include <cstddef>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

/// A fault in a line and its byte, counted from 1.
struct LineFault : std::runtime_error {
    LineFault(const std::string& what, std::size_t at, bool cut_off = false)
        : std::runtime_error(what), byte(at), cut(cut_off) {}

    std::size_t byte;
    /// Whether the line is only cut off.
    bool cut;
};

/// A scalar: a number, a name such as None or nan, or a quoted string.
struct Scalar {
    std::string_view text;
    bool quoted = false;
};

/// Reads records as Python dicts (str(record)) or JSON objects, mixed: single and double quotes,
/// True and true, None and null, nan and NaN, tuples and lists, and numbers within calls such as
/// np.float32(0.5) or array([0.5, 0.5], dtype=float32). Throws LineFault.
class LiteralReader {
  public:
    /// `texts` stores unescaped strings and must outlive the results. `readable` bytes from the
    /// beginning of the line may be read.
    LiteralReader(std::string_view line, std::deque<std::string>& texts, std::size_t readable)
        : begin_(line.data()),
          at_(line.data()),
          end_(line.data() + line.size()),
          readable_end_(line.data() + readable),
          texts_(texts) {}

    /// Whether only blanks are left.
    [[nodiscard]] bool at_end() {
        skip_blanks();
        return at_ == end_;
    }
    /// Consumes a character and blanks before it, if it is next.
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
    /// Throws if it is not next.
    void expect(char wanted) {
        if (!take(wanted)) fail_expecting(wanted);
    }
    /// The key before a colon; faster if it equals the guess.
    std::string_view key(std::string_view guess);
    /// A value; throws for lists and dicts.
    Scalar scalar();
    /// Consumes an integer of at most this number of plain digits that is a whole value; else
    /// consumes nothing and is empty.
    std::string_view digits(std::size_t max);
    /// Consumes a number if it is next; other values stay.
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
    /// Consumes the calls around a list; whether a list follows.
    bool begins_list();
    /// Consumes the end of a list, if it is next.
    bool ends_list() { return take(']') || take(')'); }
    /// Consumes the ends of the calls around a list and their other arguments.
    void end_list_calls() { end_calls(std::exchange(list_calls_, 0)); }
    /// The unread rest.
    void skip_value();

    [[noreturn]] void fail(const std::string& what) const;
    /// Stores unescaped strings.
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
    /// A string after its opening quote.
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
