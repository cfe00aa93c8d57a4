#pragma once

#include "cli/learned_options.h"

#include <epochscope/projection/project.h>

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// `--method` and the options of each method of projection. What several methods have is one
/// option.
class MethodOptions {
  public:
    /// To be read into as the verb's options are: must stay where it is.
    void add_to(CLI::App& verb);
    /// As they were read.
    [[nodiscard]] ProjectOptions options() const;
    /// Whether a method was named.
    [[nodiscard]] bool is_given() const { return !method_.empty(); }

  private:
    void add_shared(CLI::App& verb);
    void add_tsne(CLI::App& verb);
    void add_spacetime(CLI::App& verb);

    std::string method_;
    double perplexity_ = TsneOptions{}.perplexity;
    /// Each method's own where nothing is said.
    std::optional<int> iterations_;
    std::uint64_t seed_ = 0;
    bool per_epoch_ = false;
    bool independent_ = false;
    TsneOptions tsne_;
    SpacetimeOptions spacetime_;
    LearnedOptions learned_;
};

}  // namespace epochscope::cli
