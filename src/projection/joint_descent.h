#pragma once

#include "projection/affinities.h"
#include "projection/forces.h"
#include "projection/momentum.h"
#include "projection/path_stress.h"

#include <epochscope/model/job.h>
#include <epochscope/projection/spacetime.h>

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

/// What iterations of a layout of all epochs have in common.
struct JointPhase {
    double exaggeration = 1;
    double momentum = 0.8;
    double lambda = 0;
};

/// The layouts of all epochs, lowered together.
class JointDescent {
  public:
    /// Works out how samples attract each other at each epoch, and how far they move. `epochs` have
    /// a row for each sample, `start` a place. Throws Cancelled when stopped.
    JointDescent(std::span<const Table> epochs, std::vector<Layout> start,
                 const SpacetimeOptions& options, const Job& job);

    /// Velocities and gains as at the start.
    void restart();
    /// One iteration.
    void step(const JointPhase& phase);

    [[nodiscard]] std::span<const Layout> layouts() const { return layouts_; }
    /// The perplexity that was had.
    [[nodiscard]] double perplexity() const { return affinities_.front().perplexity; }
    /// The mean over epochs of the divergence, as the last iteration's repulsion saw it.
    [[nodiscard]] double divergence() const;
    /// The mean stress of paths as the last iteration saw it.
    [[nodiscard]] double stress() const { return stress_; }

  private:
    template <typename Work>
    void at_each_epoch(const Work& work) const;

    int threads_;
    std::vector<Affinities> affinities_;
    std::vector<std::unique_ptr<Forces>> forces_;
    PathStress paths_;
    std::vector<Layout> layouts_;
    std::vector<Layout> gradients_;
    std::vector<Momentum> momenta_;
    /// What weights sum to at each epoch.
    std::vector<double> weights_;
    double stress_ = 0;
};

}  // namespace epochscope
