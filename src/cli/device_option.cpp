#include "cli/device_option.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>

namespace epochscope::cli {

namespace {

/// What is wrong with a device's name; nothing where it is one.
std::string fault_of(const std::string& device) {
    constexpr std::size_t most_digits = 2;
    if (device == "cpu" || device == "cuda") return {};
    const std::string start = "cuda:";
    const std::string number = device.starts_with(start) ? device.substr(start.size()) : "";
    if (!number.empty() && number.size() <= most_digits &&
        std::ranges::all_of(number, [](unsigned char c) { return std::isdigit(c) != 0; }))
        return {};
    return "is \"" + device + "\", expected cpu, cuda or cuda:<number>";
}

}  // namespace

void add_device(CLI::App& verb, std::string& device) {
    verb.add_option("--device", device,
                    "Where heads that are not linear (head.pt) are computed: cpu,"
                    " or cuda, cuda:0, cuda:1, ... with a libtorch that was built"
                    " for CUDA. All else is computed by the processor.")
        ->type_name("cpu|cuda[:N]")
        ->check(CLI::Validator([](const std::string& name) { return fault_of(name); }, ""))
        ->capture_default_str();
}

HeadLoading heads_on(const std::string& device) {
    HeadLoading loading{.device = device};
    if (device != "cpu") expect_device(loading);
    return loading;
}

}  // namespace epochscope::cli
