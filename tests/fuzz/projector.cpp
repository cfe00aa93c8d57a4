// Any bytes as each of the texts of TensorBoard's projector.
#include "io/projector/projector_config.h"
#include "io/projector/projector_metadata.h"
#include "io/tables/number_table.h"

#include <epochscope/model/error.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace epochscope;

namespace {

/// Whether it is read; other exceptions than Error end the program.
template <typename Read>
void attempt(const Read& read) {
    try {
        read();
    } catch (const Error&) {  // What it should throw.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // Without spare bytes behind them, so that reading beyond the end is seen.
    const std::vector<char> bytes(data, data + size);
    const std::string_view text(bytes.data(), bytes.size());
    attempt([&] { parse_projector_config("projector_config.pbtxt", text); });
    attempt([&] {
        std::vector<std::string> warnings;
        if (read_projector_metadata("metadata.tsv", text, 3, warnings).labels.size() != 3)
            std::abort();
    });
    attempt([&] {
        const NumberTable table = read_number_table("tensors.tsv", text, {}, 1);
        if (table.columns == 0 || table.values.size() % table.columns != 0) std::abort();
    });
    return 0;
}
