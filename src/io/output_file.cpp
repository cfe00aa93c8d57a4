#include "io/output_file.h"

#include "io/input_file.h"

#include <epochscope/model/error.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace epochscope {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 18U;

}  // namespace

OutputFile::OutputFile(const std::filesystem::path& file)
    : file_(file),
      descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)),
      buffer_(buffer_size) {
    if (descriptor_ < 0) fail();
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::write(std::span<const std::byte> bytes) {
    // Always by way of the buffer: the system would not read a mapped file that has shrunk.
    while (!bytes.empty()) {
        const std::size_t count = std::min(bytes.size(), buffer_.size() - used_);
        std::copy_n(bytes.begin(), count, buffer_.begin() + static_cast<std::ptrdiff_t>(used_));
        used_ += count;
        bytes = bytes.subspan(count);
        if (used_ == buffer_.size()) flush();
    }
}

void OutputFile::flush() {
    for (std::size_t done = 0; done < used_;) {
        const ssize_t count = ::write(descriptor_, buffer_.data() + done, used_ - done);
        if (count < 0 && errno != EINTR) fail();
        if (count > 0) done += static_cast<std::size_t>(count);
    }
    used_ = 0;
}

void OutputFile::finish() {
    flush();
    // Some file systems tell only now that there was no room.
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) fail();
}

void OutputFile::fail() const {
    throw Error(file_.string(), "cannot be written (", system_message(), ")");
}

}  // namespace epochscope
