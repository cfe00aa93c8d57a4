#pragma once

#include "projection/edge_training.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/duration.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace epochscope {

// About how much parts of methods do. Factors were fitted to the times of runs.

inline double count_of(std::size_t count) { return static_cast<double>(count); }

/// Searching the `count` nearest of so many points for each query.
inline ProjectionWork search_work(double queries, double points, double dimension, double count) {
    // To look at a distance takes as long as so many dimensions, to take a neighbour as long as so
    // many distances.
    constexpr double looking = 8;
    constexpr double taking = 60;
    return {.search = queries * points * (dimension + looking) +
                      queries * std::min(count, points) * taking * dimension};
}

/// Who attracts whom among samples of an epoch, and how strongly.
inline ProjectionWork affinity_work(double samples, double dimension, double perplexity) {
    // Finding the shares of a neighbour, in moves.
    constexpr double shares = 2.4;
    const double neighbours = std::min(3 * perplexity, samples);
    ProjectionWork work = search_work(samples, samples, dimension, neighbours);
    work.layout = samples * neighbours * shares;
    return work;
}

/// Moving all samples of an epoch once.
inline double moving_work(double samples, double perplexity) {
    // Pushes grow with the depth of the tree, pulls with the neighbours.
    constexpr double pushes = 0.7;
    const double depth = std::log2(std::max(samples, 2.0)) / std::log2(1000);
    return samples * (pushes * depth + (1 - pushes) * perplexity / 30);
}

/// The weights of an autoencoder of this training.
inline double autoencoder_weights(std::size_t dimension, const TrainingOptions& options) {
    double weights = 0;
    const std::vector<std::size_t> widths = widths_of(dimension, options);
    for (std::size_t i = 1; i < widths.size(); ++i)
        weights += count_of(widths[i - 1]) * count_of(widths[i]);
    return 2 * weights;
}

/// Rows that go through all weights of a network forwards, and twice backwards.
inline double passing_work(double rows, double weights) { return 3 * rows * weights; }

/// Learning from rows: they are gathered, and losses and steps take their time, too.
inline double learning_work(double rows, double weights) {
    constexpr double all = 1.5;
    return all * passing_work(rows, weights);
}

/// Learning from so many edges with two ends.
inline ProjectionWork edge_work(double edges, double weights) {
    return {.training = learning_work(2 * edges, weights)};
}

/// How many edges of a sample are drawn in a pass, for each time that the strongest are: to its
/// neighbours, and to boundary points if there are any.
inline double edges_of_sample(int neighbours, double spatial_draws, double boundary_draws) {
    // The weights of a sample's neighbours add up to this, and edges count both ways.
    const double weights = std::log2(std::max(neighbours, 2));
    return 1.5 * weights * spatial_draws + 2 * weights * boundary_draws;
}

}  // namespace epochscope
