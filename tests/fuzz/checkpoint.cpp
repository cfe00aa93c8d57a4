// Any bytes as a checkpoint.
#include <epochscope/io/training_checkpoint.h>
#include <epochscope/model/error.h>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        epochscope::parse_checkpoint({data, size}, "checkpoint");
    } catch (const epochscope::Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    return 0;
}
