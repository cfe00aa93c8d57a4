#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// The text of a JSON file in memory, with padding for simdjson and without a byte order mark.
class JsonText {
  public:
    /// Throws Error if the file is unreadable or larger than `limit` bytes.
    static JsonText from_file(const std::filesystem::path& file, std::size_t limit);
    static JsonText from_bytes(std::span<const std::uint8_t> bytes);
    /// Empty.
    JsonText() : JsonText(0) {}
    /// Assigns these bytes between two texts; reuses the memory if it suffices.
    void assign(std::string_view before, std::span<const std::uint8_t> bytes,
                std::string_view after);

    [[nodiscard]] std::string_view view() const { return {memory_.get() + begin_, size_}; }
    /// The number of bytes that may be read from view().data() on.
    [[nodiscard]] std::size_t capacity() const;

  private:
    explicit JsonText(std::size_t size);
    void skip_mark();

    std::unique_ptr<char[]> memory_;
    /// The length of text that fits into the memory.
    std::size_t room_ = 0;
    std::size_t begin_ = 0;
    std::size_t size_ = 0;
};

/// A part of a file (UTF-8) for messages: at most 40 bytes, without control characters.
std::string shortened(std::string_view text);

/// The same in quotation marks.
std::string in_quotes(std::string_view text);

/// Whether a token is NaN, Infinity or -Infinity, which Python writes for such numbers, or null.
bool is_not_a_number(std::string_view token);

/// The text with `null` for NaN, Infinity and -Infinity, which are not JSON; nothing if it has
/// none. Strings are left as they are.
std::optional<std::string> with_nulls(std::string_view text);

/// Throws an Error with the location of the fault, if `text` is not valid JSON. NaN, Infinity and
/// -Infinity are no faults.
void throw_json_fault(std::string_view where, std::string_view text);

}  // namespace epochscope
