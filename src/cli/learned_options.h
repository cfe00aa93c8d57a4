#pragma once

#include <epochscope/projection/project.h>

#include <optional>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// The options of the methods that learn maps, timevis and dvi. What both have is one option.
class LearnedOptions {
  public:
    /// To be read into as the verb's options are: must stay where it is.
    void add_to(CLI::App& verb);
    /// As they were read; what nothing was said of stays.
    void fill(ProjectOptions& options) const;

  private:
    void add_complex(CLI::App& verb);
    void add_training(CLI::App& verb);
    void add_schedule(CLI::App& verb);
    void add_timevis(CLI::App& verb);
    void fill(TrainingOptions& training) const;

    // Each method's own where nothing is said.
    std::optional<int> neighbours_;
    std::optional<double> spatial_draws_;
    std::optional<double> boundary_draws_;
    std::optional<int> hidden_layers_;
    std::optional<double> reconstruction_;
    std::optional<int> negatives_;
    std::optional<int> batch_;
    std::optional<double> rate_;
    std::optional<int> passes_per_rate_;
    std::optional<double> decay_;
    std::optional<int> passes_;
    std::optional<int> patience_;
    std::optional<double> least_gain_;
    bool exact_loss_ = false;
    bool public_code_ = false;
    TimevisOptions timevis_;
    DviOptions dvi_;
};

}  // namespace epochscope::cli
