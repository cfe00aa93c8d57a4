#include <epochscope/io/process.h>
#include <epochscope/model/error.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The maximum length of stored output.
constexpr std::size_t heard_limit = 16U << 10U;
/// The time between two checks of the stop token, in milliseconds.
constexpr int patience = 20;

std::string reason(int error) { return std::generic_category().message(error); }

/// The setup of posix_spawn.
class SpawnPlan {
  public:
    SpawnPlan(int input, int output, bool is_listening) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
        if (is_listening)
            posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        else
            posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&attributes_);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

}  // namespace

std::optional<std::filesystem::path> find_program(const std::string& name) {
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable == nullptr ? "" : variable;
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        const auto program = std::filesystem::path(rest.substr(0, colon)) / name;
        std::error_code ignored;
        if (program.is_absolute() && std::filesystem::is_regular_file(program, ignored) &&
            access(program.c_str(), X_OK) == 0)
            return program;
        rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
    return std::nullopt;
}

void FileDescriptor::close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
}

void FileDescriptor::take(int fd) {
    close();
    fd_ = fd;
}

std::string last_lines(std::string_view text, std::size_t count) {
    text = text.substr(0, text.find_last_not_of("\r\n ") + 1);
    if (text.empty()) return {};
    std::size_t begin = text.size();
    for (std::size_t i = 0; i < count && begin != std::string_view::npos && begin > 0; ++i)
        begin = text.find_last_of("\r\n", begin - 1);
    return std::string(begin == std::string_view::npos ? text : text.substr(begin + 1));
}

Process::Process(const std::filesystem::path& program, std::span<const std::string> arguments,
                 Listener listener)
    : listener_(std::move(listener)) {
    // A socket instead of a pipe, since send() can avoid SIGPIPE.
    std::array<int, 2> input{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input.data()) != 0)
        throw Error(program.string(), "cannot be started: ", reason(errno));
    input_.take(input[0]);
    FileDescriptor its_input(input[1]);
    std::array<int, 2> output{};
    if (pipe2(output.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        throw Error(program.string(), "cannot be started: ", reason(errno));
    output_.take(output[0]);
    FileDescriptor its_output(output[1]);
    // The program's end blocks, like a usual standard error.
    fcntl(its_output.get(), F_SETFL, 0);

    std::string name = program.string();
    std::vector<std::string> words(arguments.begin(), arguments.end());
    std::vector<char*> argv{name.data()};
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const SpawnPlan plan(its_input.get(), its_output.get(), listener_ != nullptr);
    const int failed = posix_spawn(&pid_, program.c_str(), plan.actions(), plan.attributes(),
                                   argv.data(), environ);
    if (failed != 0) {
        pid_ = -1;
        throw Error(program.string(), "cannot be started: ", reason(failed));
    }
}

Process::~Process() {
    if (pid_ < 0) return;
    // Kills the process group: a script may have children.
    kill(-pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void Process::listen() {
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t count = ::read(output_.get(), part.data(), part.size());
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) output_.close();
        if (count <= 0) return;
        const std::string_view written(part.data(), static_cast<std::size_t>(count));
        if (listener_) tell_lines(written);
        heard_.append(written);
        if (heard_.size() > heard_limit) heard_.erase(0, heard_.size() - heard_limit);
    }
}

void Process::tell_lines(std::string_view part) {
    for (const char c : part) {
        if (c != '\n' && c != '\r') {
            if (line_.size() < heard_limit) line_ += c;
        } else if (!line_.empty()) {
            listener_(std::exchange(line_, {}));
        }
    }
}

bool Process::write(std::span<const std::uint8_t> bytes, const std::stop_token& stop) {
    while (!bytes.empty()) {
        if (stop.stop_requested()) throw Cancelled();
        std::array<pollfd, 2> ready{pollfd{input_.get(), POLLOUT, 0},
                                    pollfd{output_.get(), POLLIN, 0}};
        poll(ready.data(), ready.size(), patience);
        if (ready[1].revents != 0) listen();
        if (ready[0].revents == 0) continue;
        const ssize_t sent =
            send(input_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR)
            return false;
    }
    return true;
}

Process::Exit Process::finish(const std::stop_token& stop) {
    input_.close();
    int status = 0;
    for (;;) {
        if (stop.stop_requested()) throw Cancelled();
        pollfd ready{output_.get(), POLLIN, 0};
        poll(&ready, 1, patience);
        if (ready.revents != 0) listen();
        if (waitpid(pid_, &status, WNOHANG) == pid_) break;
    }
    pid_ = -1;
    if (output_.get() >= 0) listen();
    if (listener_ && !line_.empty()) listener_(line_);
    const int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return {code, heard_};
}

}  // namespace epochscope
