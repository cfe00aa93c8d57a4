#include "io/curves/curve_file.h"

#include "io/curves/find_curve_files.h"
#include "io/curves/record_layout.h"
#include "io/curves/table_text.h"
#include "io/files/input_file.h"
#include "io/files/text_encoding.h"

#include <epochscope/model/error.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace epochscope {

namespace {

/// The number of bytes that are examined to detect the format.
constexpr std::size_t looked_at = std::size_t{1} << 16U;

/// The beginning of a file in UTF-8; empty if it is no text.
std::string text_in(std::string_view begin) {
    const std::string_view whole = begin.size() < looked_at ? begin : whole_lines(begin);
    try {
        return std::string(DecodedText("", whole).view());
    } catch (const Error&) {  // Of another encoding; names and numbers are often in ASCII.
        return begin.find('\0') == std::string_view::npos ? std::string(begin) : std::string();
    }
}

}  // namespace

std::unique_ptr<CurveFile> curve_file(const std::filesystem::path& file, bool is_asked) {
    std::vector<std::uint8_t> bytes(looked_at);
    InputFile input(file, std::numeric_limits<std::size_t>::max());
    bytes.resize(input.read(bytes));
    if (begins_record(bytes) || has_event_name(file)) return make_event_file(file);
    const std::string_view begin(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (begins_like_log(begin)) return make_log_file(file);
    if (begins_like_metric(begin)) return make_metric_file(file);
    if (is_asked && begin.starts_with("\x1F\x8B"))
        throw Error(file.string(),
                    "is packed with gzip, which is not read: unpack it and open what was in it");
    const std::string text = text_in(begin);
    const std::string extension = file.extension().string();
    const bool is_table = extension == ".csv" || extension == ".tsv" || begins_like_columns(text);
    // Of other kinds of text only what looks like curves is read, so that what is wrong with it is
    // worth telling.
    if (!text.empty() &&
        ((is_asked && is_table) || has_table_name(file) || begins_like_curves(text)))
        return make_table_file(file);
    return nullptr;
}

}  // namespace epochscope
