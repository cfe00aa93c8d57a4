// Any bytes as each kind of info.json.
#include "io/json/info_json.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>

#include <cstdlib>

namespace {

using namespace epochscope;

template <typename Parse>
void try_to(Parse parse) {
    try {
        parse();
    } catch (const Error&) {
        return;  // What it should throw; anything else ends the program.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const JsonText text = JsonText::from_bytes({data, size});
    std::vector<std::string> warnings;
    try_to([&] {
        const InfoJson info = parse_info_json(text.view(), warnings);
        for (const std::int32_t label : info.labels)
            if (label < 0 || static_cast<std::size_t>(label) >= info.classes.names.size())
                std::abort();
    });
    try_to([&] {
        const ArrayInfo info = parse_array_info(text.view(), warnings);
        if (info.epochs.empty() || info.classes.names.empty()) std::abort();
    });
    try_to([&] { parse_frame_info(text.view(), warnings); });
    try_to([&] { parse_run_classes(text.view(), warnings); });
    return 0;
}
