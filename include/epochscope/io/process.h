#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

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

/// A running program that reads from its standard input. The destructor kills its process group if
/// it has not ended. The end of its output is stored.
class Process {
  public:
    /// Called with each line of output.
    using Listener = std::function<void(std::string_view line)>;

    /// Starts the program without a shell, in its own process group, so that it does not receive
    /// Ctrl-C. With a `listener`, both its outputs are passed on, on the thread that waits; without
    /// one, its standard output is discarded. Throws Error if that fails.
    Process(const std::filesystem::path& program, std::span<const std::string> arguments,
            Listener listener = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Writes all of `bytes` to its input; false if it does not accept them (it has ended). Throws
    /// Cancelled.
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes, const std::stop_token& stop);

    struct Exit {
        /// The exit code, or 128 plus the signal that ended it.
        int code = 0;
        /// The end of its output.
        std::string output;
    };
    /// Closes its input and waits for its end. Throws Cancelled.
    [[nodiscard]] Exit finish(const std::stop_token& stop);

  private:
    /// Reads its output without blocking.
    void listen();
    void tell_lines(std::string_view part);

    pid_t pid_ = -1;
    FileDescriptor input_;
    FileDescriptor output_;
    Listener listener_;
    /// Of which the end is missing.
    std::string line_;
    std::string heard_;
};

/// The last lines of a text that hold something, at most `count`.
std::string last_lines(std::string_view text, std::size_t count);

}  // namespace epochscope
