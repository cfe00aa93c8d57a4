#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// The text of a JSON file in memory, with room behind it that simdjson may read, without a byte
/// order mark.
class JsonText {
  public:
    /// Throws Error where the file cannot be read or is larger than `limit` bytes.
    static JsonText from_file(const std::filesystem::path& file, std::size_t limit);
    static JsonText from_bytes(std::span<const std::uint8_t> bytes);
    /// No text, yet.
    JsonText() : JsonText(0) {}
    /// Becomes these bytes between two other texts, in the memory it has where that is enough.
    void assign(std::string_view before, std::span<const std::uint8_t> bytes,
                std::string_view after);

    [[nodiscard]] std::string_view view() const { return {memory_.get() + begin_, size_}; }
    /// How many bytes may be read from view().data() on.
    [[nodiscard]] std::size_t capacity() const;

  private:
    explicit JsonText(std::size_t size);
    void skip_mark();

    std::unique_ptr<char[]> memory_;
    /// How much text the memory is made for.
    std::size_t room_ = 0;
    std::size_t begin_ = 0;
    std::size_t size_ = 0;
};

/// A piece of a file (UTF-8) for a message: at most 40 bytes of it, control characters left out.
std::string shortened(std::string_view text);

/// The same between quotation marks.
std::string in_quotes(std::string_view text);

/// Throws the Error that says where and why `text` is no JSON; returns where it is.
void throw_json_fault(std::string_view where, std::string_view text);

}  // namespace epochscope
