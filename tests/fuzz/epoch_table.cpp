// Any bytes as a table of epochs; what is read of one is written and read as the same.
#include "io/recording/epoch_table.h"

#include <epochscope/model/error.h>

#include <cstdlib>
#include <string>
#include <string_view>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    EpochTable table;
    try {
        table = parse_epoch_table("trust.csv", {reinterpret_cast<const char*>(data), size});
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    const std::string text = text_of(table);
    const EpochTable again = parse_epoch_table("again", text);
    if (again.names != table.names || again.rows.size() != table.rows.size()) std::abort();
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        if (again.rows[r].epoch != table.rows[r].epoch ||
            again.rows[r].cells != table.rows[r].cells)
            std::abort();
    return 0;
}
