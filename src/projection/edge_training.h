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
    /// Whether all rows are the same.
    [[nodiscard]] bool are_alike() const;
    [[nodiscard]] Table table() const { return {rows, dimension}; }
};

/// Parameters that hold others back: strength times the sum of squared differences.
struct Anchor {
    std::vector<float> encoder;
    std::vector<float> decoder;
    double strength = 0;
};

/// The widths of an encoder's layers: D, the hidden layers, and 2. Hidden layers are D / 2 wide, at
/// least 16 (narrower ones die, all of their units being 0) and at most options.width.
std::vector<std::size_t> widths_of(std::size_t dimension, const TrainingOptions& options);

/// A training from fewer points is not judged.
inline constexpr std::size_t fewest_to_judge = 20;

/// Draws edges and lets an autoencoder learn from them, pass after pass.
///
/// Batches are of options.batch_size edges, or of a twentieth of a pass if that is less, at least
/// 32: of few samples too, a pass takes steps enough to be judged by.
class EdgeTraining {
  public:
    /// Refers to all of these but `where`, with which errors begin. Call in a TBB arena.
    EdgeTraining(Autoencoder& autoencoder, const TrainingPoints& points, const EdgeSampler& sampler,
                 const TrainingOptions& options, std::uint64_t seed, std::string where = {});

    /// What is added to the loss from now on.
    void hold(Anchor anchor) { anchor_ = std::move(anchor); }
    /// Says, once passes end, what is wrong with what was learned; nothing if it is empty.
    void judge_by(std::function<std::string()> fault) { judge_ = std::move(fault); }
    /// What is wrong with a map that cannot be expected to be right yet; remark() says it.
    void doubt(std::string fault) { doubt_ = std::move(fault); }
    /// Goes on from where such a training was: before it runs. Throws Error where it is of other
    /// layers.
    void go_on_from(const TrainingState& state);
    /// Where it is: once it has begun, and between two batches.
    [[nodiscard]] TrainingState state() const;
    /// Whether a map can be expected: after 200 steps, or once the loss no longer falls.
    [[nodiscard]] bool has_gone_far() const;
    /// Whether all that would be gone on from are finite numbers. O(parameters).
    [[nodiscard]] bool is_sound() const;

    /// Passes until the loss no longer falls, or there were enough; none without edges. `after` is
    /// told of each, `before_batch` of how many batches of the pass are done. A training that
    /// breaks is begun again with a lower learning rate, up to three times: where the loss is no
    /// number, the reconstruction error of a batch is 100 times that of the mean, the loss of pairs
    /// is that of places that are all one (ln 2, after 200 steps), or what it is judged by
    /// finds fault. It begins again from other weights, or if it is held, from the same,
    /// but for the last time. Throws Error with the pass and the fault if it breaks all the same,
    /// Cancelled when stopped, between two batches: it can go on then.
    std::vector<TrainingPass> run(const Job& job,
                                  const std::function<void(const TrainingPass&)>& after,
                                  const std::function<void(std::size_t)>& before_batch = {});

    /// What the user should know of trainings that broke before this one, in a sentence; empty if
    /// none did.
    [[nodiscard]] std::string remark() const;

  private:
    /// All passes, or those until it broke: why then, or nothing.
    std::string try_passes(const Job& job, const std::function<void(const TrainingPass&)>& after,
                           const std::function<void(std::size_t)>& before_batch);
    /// With a lower rate. Throws Error if that was done often enough.
    void begin_again(const std::string& fault);
    [[nodiscard]] double first_rate() const;
    [[nodiscard]] double rate_of(std::size_t pass) const;
    [[nodiscard]] std::string fault_of(const TrainingPass& pass) const;
    /// The losses of the next pass, or until they break.
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
    /// As it was before.
    Autoencoder start_;
    /// The reconstruction error of a decoder that returns the mean.
    double error_of_mean_;
    /// How often it was begun again.
    std::uint64_t restarts_ = 0;
    std::string doubt_;
    std::function<std::string()> judge_;
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
