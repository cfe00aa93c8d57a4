#pragma once

#include "io/dynamics/dynamics_builder.h"
#include "io/dynamics/line_chunk.h"

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// Puts the lines of one of TrustAI's files together.
class TrustaiGatherer {
  public:
    explicit TrustaiGatherer(std::string file) : file_(std::move(file)) {
        builder_.begin_file(file_);
    }

    /// Takes the next chunk; its first line counts from 1. Throws Error for what is at fault.
    void take(const LineChunk& chunk, std::size_t first_line);
    /// Throws Error where there was no line.
    TrainingDynamics finish();

  private:
    /// An evaluation that began: at which line, with which sample, and how many samples had the one
    /// before by then.
    struct Beginning {
        std::size_t line = 0;
        std::string id;
        std::size_t before = 0;
        /// How many lines of it came in a row, two at most: more is not told from two.
        std::size_t in_row = 1;
    };

    void note_beginning(const SignalLine& record, std::size_t line);
    [[nodiscard]] std::string warning_of_order() const;
    [[nodiscard]] std::string warning_of_counts() const;

    std::string file_;
    DynamicsBuilder builder_;
    /// Of each evaluation but the first.
    std::vector<Beginning> beginnings_;
    bool just_began_ = false;
    std::vector<std::string> warnings_;
};

}  // namespace epochscope
