#include "io/curves/curve_file.h"

#include "io/curves/find_curve_files.h"
#include "io/curves/record_layout.h"
#include "io/curves/table_text.h"
#include "io/files/input_file.h"

#include <cstdint>
#include <limits>
#include <string_view>

namespace epochscope {

namespace {

/// The number of bytes that are examined to detect the format.
constexpr std::size_t looked_at = std::size_t{1} << 16U;

}  // namespace

std::unique_ptr<CurveFile> curve_file(const std::filesystem::path& file, bool is_asked) {
    std::vector<std::uint8_t> bytes(looked_at);
    InputFile input(file, std::numeric_limits<std::size_t>::max());
    bytes.resize(input.read(bytes));
    if (begins_record(bytes) || has_event_name(file)) return make_event_file(file);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (begins_like_log(text)) return make_log_file(file);
    const bool is_text = text.find('\0') == std::string_view::npos;
    const std::string extension = file.extension().string();
    const bool is_table = extension == ".csv" || extension == ".tsv";
    // Of other kinds of text only what looks like curves is read, so that what is wrong with it is
    // worth telling.
    if (is_text && ((is_asked && is_table) || has_table_name(file) || begins_like_curves(text)))
        return make_table_file(file);
    return nullptr;
}

}  // namespace epochscope
