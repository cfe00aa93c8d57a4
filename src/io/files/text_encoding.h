#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The text of a file of which the encoding is not known: UTF-8 (with or without a byte order
/// mark), UTF-16 of either order, or GB18030. A view of the bytes where these are UTF-8, else a
/// converted copy.
class DecodedText {
  public:
    /// Finds the encoding by the byte order mark, or else by what the bytes can be. The bytes must
    /// outlive the text. Throws Error if it is none of these, or holds NUL bytes. O(bytes).
    DecodedText(std::string_view where, std::string_view bytes);
    DecodedText(const DecodedText&) = delete;
    DecodedText& operator=(const DecodedText&) = delete;
    ~DecodedText() = default;

    /// UTF-8 without a mark. Where lines end with CR alone, as of old Macs, they end with LF here.
    [[nodiscard]] std::string_view view() const { return is_copy_ ? copy_ : view_; }
    [[nodiscard]] bool is_copy() const { return is_copy_; }
    /// "UTF-16" or "GB18030" if it was converted from that; else empty.
    [[nodiscard]] std::string_view converted_from() const { return encoding_; }

  private:
    void convert(std::string_view where, std::string_view bytes, const char* from);
    void end_lines();

    std::string_view view_;
    std::string copy_;
    bool is_copy_ = false;
    std::string_view encoding_;
};

/// A text in UTF-8 (perhaps with its mark) from bytes in one of these encodings, with a warning if
/// it was converted: "t.csv: is read as GB18030". Text in another encoding stays as it is, with a
/// warning, since its numbers can be read. Throws Error if there are NUL bytes. O(bytes).
std::string decoded(std::string_view where, std::string bytes, std::vector<std::string>& warnings);

/// The whole lines that a part of a file begins with, in UTF-16, too.
std::string_view whole_lines(std::string_view text);

}  // namespace epochscope
