#include "peer.h"

#include <cstdio>
#include <memory>

namespace epochscope::bench {

namespace {

std::string output_of(const std::string& command) {
    const auto close = [](std::FILE* pipe) { pclose(pipe); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::string output;
    if (!pipe) return output;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get()))
        output += static_cast<char>(c);
    return output;
}

}  // namespace

std::optional<nlohmann::json> peer_result(const std::string& script, const std::string& arguments) {
    // A Python of one's own need not have what the system's has.
    for (const char* python : {"python3", "/usr/bin/python3"}) {
        auto result = nlohmann::json::parse(
            output_of(std::string(python) + " '" EPOCHSCOPE_SOURCE_DIR "/tests/bench/" + script +
                      "' " + arguments + " 2>/dev/null"),
            nullptr, false);
        if (result.is_object()) return result;
    }
    return std::nullopt;
}

std::string quoted(const std::filesystem::path& path) {
    std::string text("'");
    text += path.string();
    text += '\'';
    return text;
}

std::optional<double> peer_seconds(const std::string& thing, std::size_t count) {
    const auto result = peer_result("matplotlib_peer.py", thing + " " + std::to_string(count));
    if (!result || !result->contains("seconds")) return std::nullopt;
    return (*result)["seconds"].get<double>();
}

}  // namespace epochscope::bench
