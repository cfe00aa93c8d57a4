#include "io/files/mapped_file.h"

#include <epochscope/model/error.h>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>

namespace epochscope {

MappedFile::MappedFile(const std::filesystem::path& file)
    : file_(file, std::numeric_limits<std::size_t>::max()) {
    if (file_.size() == 0) return;  // Nothing can be mapped, and nothing is there.
    void* memory = ::mmap(nullptr, file_.size(), PROT_READ, MAP_PRIVATE, file_.descriptor(), 0);
    if (memory == MAP_FAILED)
        throw Error(file.string(), "cannot be mapped (", system_message(), ")");
    memory_ = memory;
    try {
        guard_.emplace(memory_, file_.size());
    } catch (...) {
        ::munmap(memory_, file_.size());
        throw;
    }
}

MappedFile::~MappedFile() {
    guard_.reset();
    if (memory_ != nullptr) ::munmap(memory_, file_.size());
}

bool MappedFile::is_broken() const {
    if (guard_ && guard_->is_broken()) return true;
    struct stat status {};
    // Within the last remaining page, lost bytes read as zeros without a signal.
    return ::fstat(file_.descriptor(), &status) == 0 &&
           static_cast<std::size_t>(status.st_size) < file_.size();
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
