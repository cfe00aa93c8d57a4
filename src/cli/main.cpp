#include "cli/run.h"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return epochscope::cli::run(arguments, epochscope::cli::desktop(argv), std::cout, std::cerr);
}
