#pragma once

#include "projection/edge_training.h"

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace epochscope {

/// How much each dimension of feature space matters to what a head decides at a point (Yang et al.
/// 2022, TimeVis): 1 + softmax(|gradient of the two top logits| / 0.01). Of a linear head that is
/// the same wherever the same two classes lead, so that rows are shared; of others each point has a
/// row of its own.
class Attention {
  public:
    /// Adds its rows to these points, whose first becomes all ones: of points without a head.
    explicit Attention(TrainingPoints& points);

    /// The rows of points of an epoch whose head this is (if it is known): as many as `rows` has,
    /// which are the next of the points.
    void weigh(const Table& rows, const Head& head);

  private:
    void weigh_by_module(const Table& rows, const ClassifierHead& head);
    /// Adds a row of weights by how steep the two logits are along each dimension, in all.
    std::uint32_t add_row(std::vector<double> steepness);

    TrainingPoints& points_;
    std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> of_classes_;
};

}  // namespace epochscope
