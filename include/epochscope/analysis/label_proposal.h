#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace epochscope {

/// What the predictions say about the label of a sample.
struct LabelProposal {
    /// The class that has most of the predictions; nothing if there are none.
    std::optional<std::int32_t> proposed;
    /// The class predicted at the last epoch with a prediction, and the index of the epoch since
    /// which it is predicted without a break.
    std::optional<std::int32_t> predicted;
    std::size_t since = 0;
};

/// Proposes labels. Each epoch counts as in Signal::suspicion: if a fraction a of all labels is
/// predicted, it has the weight a (1 - a) + 0.001, so that epochs at which the model knew nothing
/// yet, or knew wrong labels by heart, count little. A class gets, for each epoch that predicts it,
/// this weight times the confidence, or times 1 if no confidence is known. The class with most is
/// proposed, which may be the label; of two with the same, the one predicted last.
class LabelProposer {
  public:
    /// Throws Cancelled. O(samples x epochs).
    explicit LabelProposer(EpochSeries series, const Job& job = {});

    /// O(epochs + classes). Not for two threads at once.
    [[nodiscard]] LabelProposal of(std::size_t sample);

  private:
    EpochSeries series_;
    /// Of each epoch.
    std::vector<double> weights_;
    /// Of each class.
    std::vector<double> shares_;
};

}  // namespace epochscope
