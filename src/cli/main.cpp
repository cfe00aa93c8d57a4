// The program without Qt. What Qt draws is done by epochscope-desktop, a program beside it that is
// called with the same arguments.
#include <epochscope/cli/run.h>

#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

namespace {

/// The folder of the running program; empty if the system does not say.
std::filesystem::path program_folder() {
    std::error_code failed;
    return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
}

}  // namespace

int main(int argc, char** argv) {
    epochscope::cli::Desktop desktop;
    desktop.take_over = [argv] {
        const std::filesystem::path folder = program_folder();
        if (!folder.empty()) execv((folder / "epochscope-desktop").c_str(), argv);
    };
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return epochscope::cli::run(arguments, desktop, std::cout, std::cerr);
}
