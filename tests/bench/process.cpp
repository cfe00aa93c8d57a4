#include "process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>

namespace epochscope::bench {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// In the child, between fork and exec: says what it has to on the descriptor or nowhere.
[[noreturn]] void become(char* const* arguments, int output) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(output < 0 ? nowhere : output, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execvp(arguments[0], arguments);
    ::_exit(127);
}

/// Not posix_spawn: the peak of a process that shared this one's memory would be this one's.
pid_t start(const Command& command, int output = -1) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no new process");
    if (child == 0) become(arguments.data(), output);
    return child;
}

}  // namespace

Usage run(const Command& command) {
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = start(command);
    int status = 0;
    rusage usage{};
    if (::wait4(child, &status, 0, &usage) != child) throw std::runtime_error("no process ended");
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            1024.0 * static_cast<double>(usage.ru_maxrss),
            WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

/// The first line that a command says; nothing where it is not there.
std::optional<std::string> line_of(const Command& command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    const pid_t child = start(command, ends[1]);
    ::close(ends[1]);
    std::string text;
    char part[512];
    for (ssize_t count = 0; (count = ::read(ends[0], part, sizeof part)) > 0;)
        text.append(part, static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (text.empty() || status != 0) return std::nullopt;
    return text.substr(0, text.find('\n'));
}

}  // namespace epochscope::bench
