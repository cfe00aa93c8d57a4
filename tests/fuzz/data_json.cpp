// Any bytes as a data.json of the samples and classes that their first two bytes name.
#include "io/sequence_scatter/data_json.h"

#include <epochscope/model/error.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace epochscope;
    if (size < 2) return 0;
    const std::size_t samples = 1 + data[0] % 8;
    const std::size_t classes = 1 + data[1] % 4;
    try {
        std::vector<std::string> warnings;
        auto epochs =
            parse_data_json(JsonText::from_bytes({data + 2, size - 2}), samples, warnings);
        make_series({std::vector<std::string>(classes, "name"), {}},
                    std::vector<std::int32_t>(samples, 0), std::move(epochs));
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    return 0;
}
