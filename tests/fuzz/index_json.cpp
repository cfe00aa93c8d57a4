// Any bytes as the index.json of a run, and as the name of an epoch.
#include "io/recording/epoch_names.h"
#include "io/visualizer/index_order.h"

#include <epochscope/model/error.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace epochscope;
    constexpr std::size_t samples = 100;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(epoch_name(text));
    try {
        for (const std::size_t sample : parse_index_order("index.json", text, samples))
            if (sample >= samples) std::abort();
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    return 0;
}
