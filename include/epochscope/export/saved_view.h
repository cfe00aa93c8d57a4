#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/view_state.h>

#include <memory>
#include <string>

namespace epochscope {

/// What a user chose to see, to come back to.
struct SavedView {
    /// As it was chosen: `colours` as on a light canvas, `filter` with the samples of hidden
    /// categories, `picked` whatever stands out.
    ViewState view;
    /// The samples that stand out in place of the picked ones; null: none.
    std::shared_ptr<const PickedSamples> standing_out;
    /// The text of the find bar.
    std::string find;
};

/// The view as it is drawn: colours that are legible on its canvas, without the samples of hidden
/// categories, and with those that stand out.
ViewState drawn(const SavedView& saved);

/// A view as JSON in one line; `kept` is what the same view was read from, whose unknown keys are
/// kept, or empty.
std::string text_of(const SavedView& saved, const std::string& kept = {});

/// The view of a text of text_of, of a series: what is missing is as in ViewState{}. Throws Error
/// if it is no such text or does not fit the series, e.g. names a sample that is not there.
/// O(text + samples).
SavedView read_view(const std::string& text, const EpochSeries& series);

}  // namespace epochscope
