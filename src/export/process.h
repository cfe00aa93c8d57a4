#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace epochscope {

/// Where PATH has a program of this name; nothing where it has none. Folders that PATH names
/// relative to where one happens to be are passed over.
std::optional<std::filesystem::path> find_program(const std::string& name);

/// Closes what it holds.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) : fd_(fd) {}
    ~FileDescriptor() { close(); }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    void close();
    void take(int fd);
    /// -1 where it holds none.
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_ = -1;
};

/// A program that is running and is fed through its standard input. It is killed when this goes
/// before it has ended. Its standard output goes nowhere; of what it complains about, the last
/// lines are kept.
class Process {
  public:
    /// Starts it without a shell, in a process group of its own, so that Ctrl-C is ours to handle.
    /// Throws Error where it cannot be started.
    Process(const std::filesystem::path& program, std::span<const std::string> arguments);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Feeds it all of `bytes`; false where it takes no more (it has ended, say). Throws Cancelled
    /// when stopped.
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes, const std::stop_token& stop);

    struct Exit {
        /// Its exit code; 128 and the signal where one ended it.
        int code = 0;
        /// The last line that it wrote to standard error.
        std::string last_line;
    };
    /// Ends its input and waits for it to end. Throws Cancelled when stopped.
    [[nodiscard]] Exit finish(const std::stop_token& stop);

  private:
    /// Takes in what it has complained about, without waiting.
    void listen();

    pid_t pid_ = -1;
    FileDescriptor input_;
    FileDescriptor complaints_;
    std::string heard_;
};

}  // namespace epochscope
