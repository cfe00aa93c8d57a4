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
    /// The class that it should have, which may be its label; nothing if there are no predictions.
    std::optional<std::int32_t> proposed;
    /// The class predicted at the last epoch with a prediction, and the index of the epoch since
    /// which it is predicted without a break.
    std::optional<std::int32_t> predicted;
    std::size_t since = 0;
};

/// Proposes labels by the confidence of predictions (1 where it is unknown), summed for each class.
///
/// The label is proposed if no other class has a larger sum with epochs weighted as in
/// Signal::suspicion: if a fraction a of all labels is predicted, by a (1 - a) + 0.001. So epochs
/// at which the model knew nothing yet, or knew wrong labels by heart, count little. Else it is the
/// other class that has the largest sum over all epochs, of equal ones that predicted last.
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
    /// Of each class: its sums, and with weights.
    std::vector<double> sums_;
    std::vector<double> weighted_;
};

}  // namespace epochscope
