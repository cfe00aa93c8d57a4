// Any bytes as a .npz file: each array is read or refused.
#include "io/features/npz_file.h"

#include <epochscope/io/file.h>
#include <epochscope/model/error.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("epochscope-fuzz-" + std::to_string(getpid()));
    try {
        write_file(path, {data, size});
        NpzFile file(path);
        for (const std::string& name : file.names()) {
            try {
                if (file.array(name).name().empty()) std::abort();
            } catch (const Error&) {  // What it should throw.
            }
        }
    } catch (const Error&) {  // What it should throw.
    }
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return 0;
}
