// The whole process of `epochscope info` on a data.json, against programs that only parse it.
#include "bench.h"
#include "generated.h"
#include "process.h"
#include "scrub/folder.h"

#include <malloc.h>

#include <filesystem>
#include <stdexcept>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

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
