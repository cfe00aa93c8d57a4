// The program with Qt: the window, and the verbs that draw letters.
#include "app/window/desktop_services.h"

#include <epochscope/cli/run.h>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return epochscope::cli::run(arguments, epochscope::app::desktop_services(), std::cout,
                                std::cerr);
}
