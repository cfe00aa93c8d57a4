#include "io/input_file.h"

#include <epochscope/io/file.h>
#include <epochscope/model/error.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// A new file beside a target; gone with the object unless it took the target's place.
class FileBeside {
  public:
    explicit FileBeside(const fs::path& target) : target_(target) {
        for (int attempt = 0; descriptor_ < 0; ++attempt) {
            path_ = target;
            path_ += ".part-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (descriptor_ < 0 && (errno != EEXIST || attempt == max_attempts)) fail();
        }
    }
    ~FileBeside() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;

    void write(std::span<const std::uint8_t> bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) fail();
            if (count > 0) bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
    }

    void take_place() {
        // Some file systems tell only now that there was no room.
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0 || ::rename(path_.c_str(), target_.c_str()) != 0) fail();
        path_.clear();
    }

  private:
    [[noreturn]] void fail() const {
        throw Error(target_.string(), "cannot be written (", system_message(), ")");
    }

    static constexpr int max_attempts = 1000;
    fs::path target_;
    fs::path path_;
    int descriptor_ = -1;
};

}  // namespace

std::vector<std::uint8_t> read_file(const fs::path& file, std::size_t limit) {
    InputFile input(file, limit);
    std::vector<std::uint8_t> bytes(input.size());
    bytes.resize(input.read(bytes));
    return bytes;
}

void write_file(const fs::path& file, std::span<const std::uint8_t> bytes) {
    std::error_code ignored;
    // A link keeps pointing where it does, and what is no file (a device, a folder) is not
    // replaced.
    const fs::path target =
        fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
    const fs::file_status status = fs::status(target, ignored);
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw Error(file.string(), "cannot be written (it is there and no regular file)");
    FileBeside beside(target);
    beside.write(bytes);
    beside.take_place();
}

}  // namespace epochscope
