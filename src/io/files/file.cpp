#include "io/files/input_file.h"

#include <epochscope/io/file.h>
#include <epochscope/io/output_file.h>

namespace epochscope {

std::vector<std::uint8_t> read_file(const std::filesystem::path& file, std::size_t limit) {
    InputFile input(file, limit);
    std::vector<std::uint8_t> bytes(input.size());
    bytes.resize(input.read(bytes));
    return bytes;
}

void write_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) {
    OutputFile output(file);
    output.write(std::as_bytes(bytes));
    output.finish();
}

}  // namespace epochscope
