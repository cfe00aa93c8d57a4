#include "io/files/mapped_file.h"

#include "io/files/input_file.h"

#include <epochscope/model/error.h>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>

namespace epochscope {

MappedFile::MappedFile(const std::filesystem::path& file) : path_(std::filesystem::absolute(file)) {
    const InputFile input(file, std::numeric_limits<std::size_t>::max());
    size_ = input.size();
    if (size_ == 0) return;  // Nothing can be mapped, and nothing is there.
    struct stat status {};
    if (::fstat(input.descriptor(), &status) != 0)
        throw Error(file.string(), "cannot be read (", system_message(), ")");
    device_ = status.st_dev;
    inode_ = status.st_ino;
    void* memory = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, input.descriptor(), 0);
    if (memory == MAP_FAILED)
        throw Error(file.string(), "cannot be mapped (", system_message(), ")");
    memory_ = memory;
    try {
        guard_.emplace(memory_, size_);
    } catch (...) {
        ::munmap(memory_, size_);
        throw;
    }
}

MappedFile::~MappedFile() {
    guard_.reset();
    if (memory_ != nullptr) ::munmap(memory_, size_);
}

bool MappedFile::is_broken() const {
    if (guard_ && guard_->is_broken()) return true;
    struct stat status {};
    // Within the last remaining page, lost bytes read as zeros without a signal. A file that has
    // replaced this one is another: what is mapped stays whole.
    return ::stat(path_.c_str(), &status) == 0 && status.st_dev == device_ &&
           status.st_ino == inode_ && static_cast<std::size_t>(status.st_size) < size_;
}

void MappedFile::release(std::span<const std::uint8_t> bytes) const {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto* begin = static_cast<const std::uint8_t*>(memory_);
    if (bytes.empty()) return;
    // Only whole pages within these bytes: their neighbours may be in use.
    const std::size_t first = (static_cast<std::size_t>(bytes.data() - begin) + page - 1) / page;
    const std::size_t last = static_cast<std::size_t>(bytes.data() + bytes.size() - begin) / page;
    if (first < last)
        ::madvise(static_cast<std::uint8_t*>(memory_) + first * page, (last - first) * page,
                  MADV_DONTNEED);
}

}  // namespace epochscope
