#include "io/mapped_file.h"

#include "io/input_file.h"

#include <epochscope/model/error.h>

#include <sys/mman.h>

#include <limits>

namespace epochscope {

MappedFile::MappedFile(const std::filesystem::path& file) {
    const InputFile input(file, std::numeric_limits<std::size_t>::max());
    if (input.size() == 0) return;  // Nothing can be mapped, and nothing is there.
    void* memory = ::mmap(nullptr, input.size(), PROT_READ, MAP_PRIVATE, input.descriptor(), 0);
    if (memory == MAP_FAILED)
        throw Error(file.string(), "cannot be mapped (", system_message(), ")");
    memory_ = memory;
    size_ = input.size();
}

MappedFile::~MappedFile() {
    if (memory_ != nullptr) ::munmap(memory_, size_);
}

}  // namespace epochscope
