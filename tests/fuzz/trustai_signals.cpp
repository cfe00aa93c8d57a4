// Any bytes as a file of TrustAI's training signals: dynamics that hold what they promise, or an
// error; and the same however the text is cut into chunks.
#include "io/dynamics/trustai_file.h"

#include <epochscope/model/error.h>
#include <epochscope/model/training_dynamics.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

using namespace epochscope;

namespace {

/// The text by chunks that end with the first line that ends at `cut` or after it.
std::optional<TrainingDynamics> read(std::string_view text, std::size_t cut, std::string& error) {
    try {
        TrustaiGatherer gatherer("signals");
        std::size_t end = text.find('\n', std::min(cut, text.size()));
        end = end == std::string_view::npos ? text.size() : end + 1;
        LineChunk first = read_chunk(text.substr(0, end), TrustaiLayout());
        if (first.fault)
            first.fault->last &=
                text.substr(end).find_first_not_of(" \t\r\n") == std::string_view::npos;
        gatherer.take(first, 1);
        if (!first.fault) {
            const LineChunk second = read_chunk(text.substr(end), TrustaiLayout());
            gatherer.take(second, 1 + first.lines);
        }
        return gatherer.finish();
    } catch (const Error& fault) {  // What it should throw; anything else ends the program.
        error = fault.what();
        return std::nullopt;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::string error;
    const auto whole = read(text, size, error);
    if (whole) check_dynamics(*whole);
    std::string other_error;
    const auto cut = read(text, size / 2, other_error);
    if (whole.has_value() != cut.has_value() || error != other_error) std::abort();
    if (!whole) return 0;
    if (whole->ids != cut->ids || whole->labels != cut->labels ||
        whole->warnings != cut->warnings || whole->evaluation_count() != cut->evaluation_count())
        std::abort();
    return 0;
}
