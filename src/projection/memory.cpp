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

/// Bytes that t-SNE has for each neighbour of a sample, of which there are up to six times the
/// perplexity: a pair of samples as it is joined, kept in double precision, and kept in vectors.
constexpr double tsne_neighbour_bytes = 36;
/// Layouts, velocities, gains, gradients and forces of a sample.
constexpr double tsne_sample_bytes = 160;

/// Pairs of epochs at which a sample's path is looked at, no more than about so many an epoch.
constexpr double most_pairs = 64;
/// Of a sample that is placed among landmarks, at an epoch.
constexpr double placing_bytes = 15 * 8;

/// All epochs are laid out at once.
double spacetime_memory(const Recording& recording, const SpacetimeOptions& options) {
    const auto samples = static_cast<double>(recording.sample_count());
    const auto epochs = static_cast<double>(recording.epoch_count());
    const double landmarks = std::min(samples, static_cast<double>(options.landmarks));
    const double landmark_bytes = tsne_sample_bytes +
                                  tsne_neighbour_bytes * 6 * options.perplexity +
                                  sizeof(float) * std::min(epochs / 2, most_pairs);
    double needed = landmarks * epochs * landmark_bytes;
    if (landmarks < samples)
        needed += epochs * (samples * placing_bytes +
                            landmarks * static_cast<double>(recording.dimension() * sizeof(float)));
    return needed;
}

/// Of a point that a map is learned from, boundary points being a tenth more: its embedding, and
/// so many edges as they are found, joined and drawn from.
double learned_memory(const Recording& recording, int neighbours, double edges_each) {
    constexpr double edge_bytes = 36;
    constexpr double boundary = 1.1;
    return static_cast<double>(recording.sample_count()) * boundary *
           (static_cast<double>(recording.dimension() * sizeof(float)) +
            edges_each * neighbours * edge_bytes);
}

std::string gigabytes(double bytes) {
    std::ostringstream text;
    text << std::setprecision(3) << bytes / 1e9 << " GB";
    return text.str();
}

}  // namespace

double memory_needed(const Recording& recording, const ProjectOptions& options) {
    const auto listed = static_cast<double>(options.neighbours);
    // Place, prediction and confidence; two lists with their offsets.
    double kept = sizeof(Point) + sizeof(std::int32_t) + sizeof(float);
    if (listed > 0) kept += 2 * (sizeof(std::uint64_t) + listed * sizeof(std::int32_t));
    double worked_with = 0;
    // A copy of the rows, and for each neighbour its distance and index in vectors of their own.
    if (listed > 0 || options.method == Method::tsne)
        worked_with += static_cast<double>(recording.dimension() * sizeof(float)) + 2 * 16 * listed;
    if (options.method == Method::tsne)
        worked_with += tsne_sample_bytes + tsne_neighbour_bytes * 6 * options.tsne.perplexity;
    const auto samples = static_cast<double>(recording.sample_count());
    const auto epochs = static_cast<double>(recording.epoch_count());
    double needed = samples * (epochs * kept + worked_with);
    if (options.method == Method::spacetime)
        needed += spacetime_memory(recording, options.spacetime);
    // Neighbours, boundary points and, of all epochs together, other epochs; at most all samples
    // are landmarks.
    if (options.method == Method::timevis)
        needed += epochs * learned_memory(recording, options.timevis.neighbours, 3);
    if (options.method == Method::dvi)
        needed += learned_memory(recording, options.dvi.neighbours, 2);
    return needed;
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
