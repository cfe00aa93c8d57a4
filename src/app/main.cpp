// The program with Qt: the window, and the verbs that draw letters.
#include "app/window/desktop_services.h"

#include <epochscope/cli/run.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

namespace {

/// Where no session names a folder for sockets, Qt takes such a one and says so at every call.
void name_runtime_folder() {
    std::error_code ignored;
    const auto folder =
        std::filesystem::temp_directory_path(ignored) / ("runtime-" + std::to_string(geteuid()));
    setenv("XDG_RUNTIME_DIR", folder.c_str(), 0);
}

}  // namespace

int main(int argc, char** argv) {
    name_runtime_folder();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return epochscope::cli::run(arguments, epochscope::app::desktop_services(), std::cout,
                                std::cerr);
}
