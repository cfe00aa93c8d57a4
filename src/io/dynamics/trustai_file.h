#pragma once

#include "io/dynamics/dynamics_builder.h"
#include "io/dynamics/line_chunk.h"

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// Combines the lines of a TrustAI file.
class TrustaiGatherer {
  public:
    explicit TrustaiGatherer(std::string file) : file_(std::move(file)) {
        builder_.begin_file(file_);
    }

    /// Takes the next chunk; its first line counts from 1. Throws Error for a faulty line.
    void take(const LineChunk& chunk, std::size_t first_line);
    /// Throws Error without lines.
    TrainingDynamics finish();

  private:
    /// The beginning of an evaluation: its line, its sample, and how many samples had the previous
    /// evaluation then.
    struct Beginning {
        std::size_t line = 0;
        std::string id;
        std::size_t before = 0;
        /// The number of consecutive lines, up to two: more do not matter.
        std::size_t in_row = 1;
    };

    void note_beginning(const SignalLine& record, std::size_t line);
    [[nodiscard]] std::string warning_of_order() const;
    [[nodiscard]] std::string warning_of_counts() const;

    std::string file_;
    DynamicsBuilder builder_;
    /// For each evaluation but the first.
    std::vector<Beginning> beginnings_;
    bool just_began_ = false;
    std::vector<std::string> warnings_;
};

}  // namespace epochscope
