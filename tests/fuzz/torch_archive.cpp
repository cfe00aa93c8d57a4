// Any bytes as a TorchScript archive, as far as we look through it.
#include "io/torch/torch_archive.h"

#include "io/zip/zip_entries.h"

#include <epochscope/model/error.h>

#include <cstdlib>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        expect_torch_archive({data, size}, "head.pt");
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    // What is let through lies in the file.
    for (const ZipEntry& entry : zip_entries({data, size}, "head.pt", std::size_t{1} << 28U))
        if (entry.bytes.data() < data || entry.bytes.data() + entry.bytes.size() > data + size)
            std::abort();
    return 0;
}
