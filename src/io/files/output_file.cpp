#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/files/unfinished.h"

#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_size = std::size_t{1} << 18U;

/// The file to replace: follows a link. Throws Error for anything but a regular file.
fs::path place_of(const fs::path& target) {
    std::error_code ignored;
    fs::path place =
        fs::is_symlink(target, ignored) ? fs::weakly_canonical(target, ignored) : target;
    const fs::file_status status = fs::status(place, ignored);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(target.string(), "cannot be written (it exists and is not a regular file)");
    return place;
}

/// A hidden temporary name with the ending of the target.
fs::path beside(const fs::path& target, int attempt) {
    std::string name(1, '.');
    name += target.stem().string();
    name += unfinished_mark(attempt);
    name += target.extension().string();
    return target.parent_path() / name;
}

}  // namespace

OutputFile::OutputFile(const fs::path& target) : target_(place_of(target)) {
    for (int attempt = 0; path_.empty(); ++attempt) {
        fs::path path = beside(target_, attempt);
        descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && (errno != EEXIST || attempt == max_unfinished)) fail();
        if (descriptor_ >= 0 && claim_unfinished(descriptor_))
            path_ = std::move(path);
        else if (descriptor_ >= 0)
            ::close(std::exchange(descriptor_, -1));
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
}

void OutputFile::write(std::span<const std::byte> bytes) {
    buffer_.resize(buffer_size);
    // Always through the buffer: write() fails for the lost part of a mapped file.
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
    const bool replaces = path_exists(target_);
    if (replaces && ::fdatasync(descriptor_) != 0 && errno != EINVAL) fail();
    // Some file systems report a full disk only now.
    const int closed = ::close(std::exchange(descriptor_, -1));
    if (closed != 0 || std::rename(path_.c_str(), target_.c_str()) != 0) fail();
    path_.clear();
    if (replaces) sync_path(target_.has_parent_path() ? target_.parent_path() : ".");
}

void OutputFile::fail() const {
    throw Error(target_.string(), "cannot be written (", system_message(), ")");
}

}  // namespace epochscope
