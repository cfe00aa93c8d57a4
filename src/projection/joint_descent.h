#pragma once

#include "projection/affinities.h"
#include "projection/cross_forces.h"
#include "projection/forces.h"
#include "projection/momentum.h"
#include "projection/path_stress.h"

#include <epochscope/compute/team.h>
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
    double mu = 0;
};

/// The layouts of all epochs, lowered together, or that of the last alone.
class JointDescent {
  public:
    /// Works out how samples attract each other at each epoch, and how far they move. `epochs` have
    /// a row for each sample, `start` a place. `held` is 0, or the number of all epochs but the
    /// last, which stay where they are. Throws Cancelled when stopped.
    JointDescent(std::span<const Table> epochs, std::vector<Layout> start, std::size_t held,
                 const SpacetimeOptions& options, const Job& job, Team team = {});

    /// Velocities and gains as at the start.
    void restart();
    /// One iteration, which all ranks do; all have all layouts after it.
    void step(const JointPhase& phase);

    [[nodiscard]] std::span<const Layout> layouts() const { return layouts_; }
    /// The perplexity that was had. At rank 0.
    [[nodiscard]] double perplexity() const { return affinities_.front().perplexity; }
    /// The mean over epochs that move of the divergence, as the last iteration's repulsion saw it.
    /// All ranks ask for it.
    [[nodiscard]] double divergence() const;
    /// The mean stress of paths as the last iteration saw it.
    [[nodiscard]] double stress() const { return stress_; }

  private:
    /// Of those that move, of this rank.
    template <typename Work>
    void at_each_epoch(const Work& work) const;
    void hand_round();

    [[nodiscard]] std::size_t moving() const { return layouts_.size() - held_; }

    int threads_;
    Team team_;
    std::size_t held_;
    // Of the epochs that move; empty for those of other ranks.
    std::vector<Affinities> affinities_;
    std::vector<std::unique_ptr<Forces>> forces_;
    std::vector<Momentum> momenta_;
    /// What weights sum to at each epoch.
    std::vector<double> weights_;
    // Of all epochs.
    std::vector<Layout> layouts_;
    /// Null where it has no weight.
    std::unique_ptr<CrossForces> crossing_;
    PathStress paths_;
    std::vector<Layout> gradients_;
    double stress_ = 0;
};

}  // namespace epochscope
