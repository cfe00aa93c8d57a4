#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace epochscope {

/// Where the value of an option is. That of an enumeration is a byte, the index of its choice: see
/// index_of. A list gets one more entry each time it is set.
using OptionValue = std::variant<bool*, std::uint8_t*, int*, std::size_t*, double*, std::string*,
                                 std::optional<std::size_t>*, std::optional<double>*,
                                 std::optional<std::string>*, std::vector<std::string>*>;

/// An option of something that can be run. It is listed once, bound to the member that holds its
/// value, for everything that reads it: command line, dialog, saved settings, messages, manual.
struct Option {
    struct Range {
        double min = 0;
        double max = 1e9;
        /// By which a field of a dialog goes up and down.
        double step = 1;
    };
    /// "learning-rate": `--learning-rate` on the command line, `learning_rate` in files.
    std::string_view id;
    OptionValue value;
    /// "Learning rate": the same words, if a dialog has a field for it.
    std::string_view label = {};
    /// Sentences: what it does, and what a larger value does.
    std::string_view help = {};
    /// Of a number, both ends included.
    Range range = {};
    std::string_view unit = {};
    /// Of an enumeration, or of a text; empty: any text.
    std::vector<std::string_view> choices = {};
    /// Whether it is seldom changed, so that a dialog folds it away.
    bool advanced = false;
    /// Former ids, which are still read. "exact-loss=exact" is a former switch, and what it means.
    std::vector<std::string_view> old_ids = {};
    /// The id of a switch without which it has no effect.
    std::string_view needs = {};
    /// Whether a command must set it.
    bool required = false;
    /// Whether it is the path of a file or a folder that is written.
    bool is_written = false;
};

/// The value of an enumeration with uint8_t underneath, as OptionValue has it.
template <typename Enumeration>
std::uint8_t* index_of(Enumeration& value) {
    static_assert(sizeof(value) == 1);
    return reinterpret_cast<std::uint8_t*>(&value);
}

/// The value as text that set_option reads: "true", "0.01" (as few digits as tell it from other
/// numbers), a choice; empty if there is none.
std::string text_of(const Option& option);

/// Sets the value. Returns why that cannot be, e.g. `is "x", expected 0 to 1`, and leaves the value
/// as it is; empty if it is set.
std::string set_option(const Option& option, std::string_view text);

/// What can be set: "true or false", "0 to 1", "exact or softened".
std::string expected(const Option& option);

/// Throws Error if a number is out of its range.
void check(std::span<const Option> options);

/// The same of the options that `options_of` lists of a struct.
template <typename Options>
void check_options(Options options) {
    check(options_of(options));
}

/// The name in files: "learning_rate".
std::string key_of(const Option& option);

/// Texts of values by their names in files.
using Settings = std::map<std::string, std::string>;
Settings texts_of(std::span<const Option> options);

/// Replaces former names by those of today.
void rename_former(Settings& settings, std::span<const Option> options);

}  // namespace epochscope
