#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace epochscope {

/// The path of a program in PATH; nothing if there is none. Ignores relative folders in PATH.
std::optional<std::filesystem::path> find_program(const std::string& name);

/// Owns a file descriptor.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) : fd_(fd) {}
    ~FileDescriptor() { close(); }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    void close();
    void take(int fd);
    /// -1 if there is none.
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_ = -1;
};

/// A running program that reads from its standard input. The destructor kills it if it has not
/// ended. Its standard output is discarded; the last lines of its standard error are kept.
class Process {
  public:
    /// Starts the program without a shell, in its own process group, so that it does not receive
    /// Ctrl-C. Throws Error if that fails.
    Process(const std::filesystem::path& program, std::span<const std::string> arguments);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Writes all of `bytes` to its input; false if it does not accept them (it has ended). Throws
    /// Cancelled.
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes, const std::stop_token& stop);

    struct Exit {
        /// The exit code, or 128 plus the signal that ended it.
        int code = 0;
        /// The last line of its standard error.
        std::string last_line;
    };
    /// Closes its input and waits for its end. Throws Cancelled.
    [[nodiscard]] Exit finish(const std::stop_token& stop);

  private:
    /// Reads its error output without blocking.
    void listen();

    pid_t pid_ = -1;
    FileDescriptor input_;
    FileDescriptor complaints_;
    std::string heard_;
};

}  // namespace epochscope
