#include "io/files/input_file.h"

#include <epochscope/model/error.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace epochscope {

std::string system_message() { return std::generic_category().message(errno); }

InputFile::InputFile(const std::filesystem::path& file, std::size_t limit) : name_(file.string()) {
    // Without O_NONBLOCK, opening a pipe would block until it has a writer.
    descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) throw Error(name_, "cannot be read (", system_message(), ")");
    struct stat status {};
    const bool known = ::fstat(descriptor_, &status) == 0;
    if (known && S_ISREG(status.st_mode)) size_ = static_cast<std::size_t>(status.st_size);
    if (known && S_ISREG(status.st_mode) && size_ <= limit) return;
    ::close(descriptor_);
    if (known && S_ISREG(status.st_mode))
        throw Error(name_, "has ", size_, " bytes, expected at most ", limit);
    throw Error(name_, "is not a regular file");
}

InputFile::~InputFile() { ::close(descriptor_); }

std::size_t InputFile::read(std::span<std::uint8_t> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(descriptor_, bytes.data() + done, bytes.size() - done);
        if (count == 0) break;
        if (count > 0)
            done += static_cast<std::size_t>(count);
        else if (errno != EINTR)
            throw Error(name_, "cannot be read (", system_message(), ")");
    }
    return done;
}

}  // namespace epochscope
