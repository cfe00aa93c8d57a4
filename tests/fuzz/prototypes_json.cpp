// Any bytes as prototypes.json; what is read of one is written and read as the same.
#include "io/prototypes/prototypes_json.h"

#include <epochscope/model/error.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string text;
    try {
        const PrototypesInfo info =
            parse_prototypes_info({reinterpret_cast<const char*>(data), size});
        if (info.epochs.empty() || info.prototypes.levels.empty()) std::abort();
        text = text_of(info);
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    if (text_of(parse_prototypes_info(text)) != text) std::abort();
    return 0;
}
