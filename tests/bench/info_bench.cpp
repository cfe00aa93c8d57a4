// The whole process of `epochscope info` on a data.json, against programs that only parse it.
#include "bench.h"
#include "generated.h"
#include "scrub/folder.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <stdexcept>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

/// What a process took, from its start to its end.
struct Usage {
    double wall = 0;
    double processor = 0;
    double peak_bytes = 0;
    bool succeeded = false;
};

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

/// A program, and what its runs took.
struct Contestant {
    std::string name;
    Command command;
    std::vector<Usage> runs = {};

    [[nodiscard]] double median(double Usage::*what) const {
        std::vector<double> values;
        for (const Usage& usage : runs) values.push_back(usage.*what);
        return bench::median(std::move(values));
    }
};

/// The programs that are there. Others are named by what they are behind the links and scripts by
/// which they are found, which would take time of their own.
std::vector<Contestant> contestants(const fs::path& folder) {
    const std::string file = folder / "data.json";
    std::vector<Contestant> all{{"epochscope", {EPOCHSCOPE_PROGRAM, "info", folder}}};
    if (const auto node = line_of({"node", "-p", "process.execPath"}))
        all.push_back({"node",
                       {*node, "-e",
                        "JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))", file}});
    if (const auto python = line_of({"python3", "-c", "import sys; print(sys.executable)"}))
        all.push_back(
            {"python", {*python, "-c", "import json, sys; json.load(open(sys.argv[1]))", file}});
    return all;
}

void compare(std::size_t samples, std::size_t epochs, int turns) {
    const Folder folder;
    write_scatter(folder.path(), samples, epochs);
    std::vector<Contestant> all = contestants(folder.path());
    // What this process holds at its forks would count as its children's.
    ::malloc_trim(0);
    for (Contestant& one : all)
        if (!run(one.command).succeeded) throw std::runtime_error(one.name + " failed");
    for (int turn = 0; turn < turns; ++turn)
        for (Contestant& one : all) one.runs.push_back(run(one.command));
    const auto file = static_cast<double>(fs::file_size(folder.path() / "data.json"));
    const double columns = 16.0 * static_cast<double>(samples * epochs);
    const Contestant& ours = all.front();
    nlohmann::ordered_json figures{
        {"megabytes", file / 1e6},
        {"turns", turns},
        {"peak_over_file_and_columns", ours.median(&Usage::peak_bytes) / (file + columns)}};
    for (const char* other : {"node", "python"}) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Contestant& one) { return one.name == other; });
        figures[std::string("times_faster_than_") + other] =
            found == all.end()
                ? nlohmann::ordered_json("not installed")
                : nlohmann::ordered_json(found->median(&Usage::wall) / ours.median(&Usage::wall));
    }
    for (const Contestant& one : all) {
        figures[one.name + "_ms"] = 1e3 * one.median(&Usage::wall);
        figures[one.name + "_processor_ms"] = 1e3 * one.median(&Usage::processor);
        figures[one.name + "_peak_megabytes"] = one.median(&Usage::peak_bytes) / 1e6;
    }
    report("info " + std::to_string(samples) + " x " + std::to_string(epochs), figures);
}

}  // namespace

void bench_info() {
    compare(20'000, 20, 9);
    compare(20'000, 200, 5);
}

}  // namespace epochscope::bench
