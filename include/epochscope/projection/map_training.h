#pragma once

#include <epochscope/model/option.h>
#include <epochscope/model/training_checkpoint.h>

#include <cstdint>
#include <vector>

namespace epochscope {

/// How the loss of pairs is computed.
enum class PairLossKind : std::uint8_t {
    /// From q / (1 + q) where UMAP has q, as parametric UMAP (Sainburg et al. 2021) and the
    /// published codes of TimeVis and DVI do.
    softened,
    /// UMAP's own, which draws neighbours closer together.
    exact,
};

/// How an autoencoder learns a map from edges between points that belong together. Its options say
/// what each member does.
struct TrainingOptions {
    int hidden_layers = 4;
    /// Of the hidden layers at most: they are half as wide as feature space, at least 16.
    int width = 256;
    double reconstruction_weight = 1;
    int negative_samples = 5;
    /// In edges.
    int batch_size = 1000;
    double learning_rate = 0.01;
    double weight_decay = 1e-5;
    /// In epochs of the training, as all that follow.
    int learning_rate_step = 4;
    double min_learning_rate = 0;
    int training_epochs = 20;
    int patience = 3;
    double min_improvement = 0.01;
    PairLossKind pair_loss = PairLossKind::softened;
};

std::vector<Option> options_of(TrainingOptions& options);

}  // namespace epochscope
