#pragma once

#include "projection/autoencoder.h"
#include "projection/edge_sampler.h"
#include "projection/pair_loss.h"

#include <epochscope/model/job.h>
#include <epochscope/projection/map_training.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Points of feature space that a map is learned from, normalised.
struct TrainingPoints {
    std::size_t dimension = 0;
    /// Rows of D.
    std::vector<float> rows;
    /// Rows of D by which squared errors count: 1 and more.
    std::vector<float> weights;
    /// The row of `weights` for each point.
    std::vector<std::uint32_t> weighed_by;

    [[nodiscard]] std::size_t count() const { return weighed_by.size(); }
    [[nodiscard]] Table table() const { return {rows, dimension}; }
};

/// Parameters that hold others back: strength times the sum of squared differences.
struct Anchor {
    std::vector<float> encoder;
    std::vector<float> decoder;
    double strength = 0;
};

/// The widths of an encoder's layers: D, so many halves of D, and 2.
std::vector<std::size_t> widths_of(std::size_t dimension, int hidden_layers);

/// Draws edges and lets an autoencoder learn from them, pass after pass.
class EdgeTraining {
  public:
    /// Refers to all of these but `where`, with which errors begin. Call in a TBB arena.
    EdgeTraining(Autoencoder& autoencoder, const TrainingPoints& points, const EdgeSampler& sampler,
                 const TrainingOptions& options, std::uint64_t seed, std::string where = {});

    /// What is added to the loss from now on.
    void hold(Anchor anchor) { anchor_ = std::move(anchor); }
    /// Goes on from where such a training was: before it runs. Throws Error where it is of other
    /// layers.
    void go_on_from(const TrainingState& state);
    /// Where it is: once it has begun, and between two batches.
    [[nodiscard]] TrainingState state() const;
    /// Whether all that would be gone on from are finite numbers. O(parameters).
    [[nodiscard]] bool is_sound() const;

    /// Passes until the loss no longer falls, or there were enough; none without edges. `after` is
    /// told of each, `before_batch` of how many batches of the pass are done. Throws Error that
    /// names the pass where the loss is no number, Cancelled when stopped, between two batches: it
    /// can go on then.
    std::vector<TrainingPass> run(const Job& job,
                                  const std::function<void(const TrainingPass&)>& after,
                                  const std::function<void(std::size_t)>& before_batch = {});

  private:
    TrainingPass pass(const Job& job, const std::function<void(std::size_t)>& before_batch);
    void draw_batch(std::uint64_t stream);
    void step(float rate);
    double return_loss(const AutoencoderBatch::Returned& block) const;
    double hold_back();

    Autoencoder& autoencoder_;
    const TrainingPoints& points_;
    const EdgeSampler& sampler_;
    const TrainingOptions& options_;
    std::uint64_t seed_;
    std::string where_;
    Anchor anchor_;
    AutoencoderBatch batch_;
    PairLoss pairs_;
    Adam encoding_;
    Adam decoding_;
    std::vector<TrainingPass> passes_;
    /// Passes in a row that gained too little.
    int idle_ = 0;
    /// Of the pass under way.
    std::size_t batches_ = 0;
    TrainingPass sums_;
    /// The first ends of the batch's edges, then the others.
    std::vector<std::uint32_t> drawn_;
    std::vector<std::size_t> shifts_;
    std::vector<float> x_slopes_;
    std::vector<float> y_slopes_;
};

}  // namespace epochscope
