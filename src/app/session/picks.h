#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/groups.h>
#include <epochscope/render/view_state.h>

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace epochscope::app {

/// The picked samples of a series; null: none.
using Picks = std::shared_ptr<const PickedSamples>;

/// Whether both are the same samples.
bool same_samples(const Picks& a, const Picks& b);

/// How new picks combine with those before.
enum class PickMode : std::uint8_t { replace, add, subtract };

/// `before` and `found` are of the same series.
Picks combined(const Picks& before, const Picks& found, PickMode mode);

/// Throws Error if there is no such class.
Picks samples_of_class(const EpochSeries& series, std::size_t index);

Picks samples_of_group(const Colouring& colouring, std::size_t index);

/// Samples that are shown, and the number of those that pass the filter in hidden classes.
struct ShownSamples {
    std::vector<std::size_t> shown;
    std::size_t hidden_count = 0;
};

/// Of `samples`, those that the view shows.
ShownSamples shown_of(const EpochSeries& series, const ViewState& view,
                      const std::vector<std::size_t>& samples);

/// All samples that are shown and not in `picks`; `hidden_count` are those that are hidden and not
/// in `picks`.
ShownSamples inverse(const EpochSeries& series, const ViewState& view, const Picks& picks);

/// Adds to the words how many samples of hidden classes were left out, if any.
QString with_left_out(const QString& words, std::size_t left_out);
/// The number of picked samples, with those left out.
QString picked_words(std::size_t picked, std::size_t left_out);

}  // namespace epochscope::app
