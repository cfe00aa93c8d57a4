#pragma once

#include <epochscope/model/training_checkpoint.h>

namespace epochscope {

/// How an autoencoder learns a map from edges between points that belong together.
struct TrainingOptions {
    /// Layers between feature space and the plane, each half as wide as feature space.
    int hidden_layers = 4;
    /// How much the error of what comes back from the plane counts. More: decisions are kept
    /// better, and neighbours less.
    double reconstruction = 1;
    /// Pairs that are held to be apart for each that belongs together. More: groups lie farther
    /// apart.
    int negatives = 5;
    /// Edges a step. More: calmer steps, and fewer of them.
    int batch = 1000;
    /// Steps of Adam at first. More: faster, up to where it does not settle.
    double rate = 0.01;
    /// Times the parameters themselves is added to their gradients. More: smoother maps.
    double decay = 1e-5;
    /// After how many passes the rate is divided by 10, down to `least_rate`.
    int passes_per_rate = 4;
    double least_rate = 0;
    /// At most; and how many in a row may lower the loss by less than `least_gain` before it ends.
    int most_passes = 20;
    int patience = 3;
    double least_gain = 0.01;
    /// The loss of pairs as parametric UMAP (Sainburg et al. 2021) and the published codes of
    /// TimeVis and DVI compute it, from q / (1 + q) where UMAP has q; not so: UMAP's own, which
    /// draws neighbours closer together.
    bool softened = true;
};

/// Throws Error where something is out of range.
void check(const TrainingOptions& options);

}  // namespace epochscope
