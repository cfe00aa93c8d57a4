#include <epochscope/model/error.h>
#include <epochscope/projection/memory.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iomanip>
#include <limits>
#include <sstream>
#include <string>

namespace epochscope {

namespace {

std::string gigabytes(double bytes) {
    std::ostringstream text;
    text << std::setprecision(3) << bytes / 1e9 << " GB";
    return text.str();
}

}  // namespace

double memory_needed(const Recording& recording, const ProjectOptions& options) {
    const auto samples = static_cast<double>(recording.sample_count());
    const auto epochs = static_cast<double>(recording.epoch_count());
    const auto listed = static_cast<double>(options.neighbours);
    // Place, prediction and confidence; two lists with their offsets.
    double kept = sizeof(Point) + sizeof(std::int32_t) + sizeof(float);
    double searched = 0;
    if (listed > 0) {
        kept += 2 * (sizeof(std::uint64_t) + listed * sizeof(std::int32_t));
        // A copy of the rows of an epoch, and for each neighbour its distance and index in vectors
        // of their own.
        searched = samples *
                   (static_cast<double>(recording.dimension() * sizeof(float)) + 2 * 16 * listed);
    }
    const double method =
        std::visit([&](const auto& its) { return memory_needed(recording, its); }, options.method);
    return samples * epochs * kept + std::max(method, searched);
}

std::optional<double> memory_available() {
    std::ifstream said("/proc/meminfo");
    std::string name;
    for (double kibibytes = 0; said >> name >> kibibytes;) {
        if (name == "MemAvailable:") return kibibytes * 1024;
        said.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::nullopt;
}

void expect_memory(double needed, std::optional<double> available) {
    if (available && needed > *available)
        throw Error("memory", "projecting needs about ", gigabytes(needed), ", there is ",
                    gigabytes(*available), ": fewer neighbours or epochs need less");
}

}  // namespace epochscope
