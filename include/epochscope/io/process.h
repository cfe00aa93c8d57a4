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

/// A program that runs and is fed through its standard input. Its process group is killed if this
/// goes before it has ended. The end of what it writes to standard error is stored.
class Process {
  public:
    /// Is handed a line of output.
    using Listener = std::function<void(std::string_view line)>;

    /// Starts it without a shell, in a process group of its own, so that Ctrl-C is ours to handle.
    /// Its standard output goes where its standard error goes, and to `listener`, from the thread
    /// that waits; without one it is discarded. Throws Error if it cannot be started.
    Process(const std::filesystem::path& program, std::span<const std::string> arguments,
            Listener listener = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Feeds it all of `bytes`; false where it takes no more (it has ended, say). Throws Cancelled
    /// when stopped.
    [[nodiscard]] bool write(std::span<const std::uint8_t> bytes, const std::stop_token& stop);

    struct Exit {
        /// Its exit code; 128 and the signal where one ended it.
        int code = 0;
        /// The end of what it wrote.
        std::string output;
    };
    /// Ends its input and waits for it to end. Throws Cancelled when stopped.
    [[nodiscard]] Exit finish(const std::stop_token& stop);

  private:
    /// Takes in what it has written, without waiting.
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
