// Any bytes as a .npy array; what opens is read to its last entry, and as labels.
#include "io/npy/label_array.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

namespace {

using namespace epochscope;

template <typename Read>
void try_to(Read read) {
    try {
        read();
    } catch (const Error&) {
        return;  // What it should throw; anything else ends the program.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try_to([&] {
        const NpyArray array = NpyArray::from_bytes({data, size}, "array");
        try_to([&] { static_cast<void>(array.integers()); });
        try_to([&] { static_cast<void>(array.reals()); });
        try_to([&] { static_cast<void>(array.texts()); });
        try_to([&] { static_cast<void>(read_label_array(array)); });
    });
    return 0;
}
