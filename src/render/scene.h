#pragma once

#include <epochscope/analysis/motion.h>
#include <epochscope/model/axes.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/playhead.h>
#include <epochscope/model/preserved_levels.h>
#include <epochscope/render/frame.h>
#include <epochscope/render/view_state.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// A series with its view: everything that several parts of a frame need.
class Scene {
  public:
    /// Keeps references to both, and views `preserved` and `axes`. `stride` is the wanted one of
    /// the point layer.
    Scene(const EpochSeries& series, const ViewState& view, Size size, std::size_t stride,
          const PreservedLevels* preserved = nullptr, const Axes* axes = nullptr);

    [[nodiscard]] const EpochSeries& series() const { return series_; }
    [[nodiscard]] const ViewState& view() const { return view_; }
    [[nodiscard]] const Style& style() const { return view_.style; }
    [[nodiscard]] Size size() const { return size_; }
    /// That of the point layer: 1 if few samples pass the filter.
    [[nodiscard]] std::size_t stride() const { return stride_; }
    /// The names of the axes to show; null if there are none.
    [[nodiscard]] const Axes* axes() const { return axes_; }
    [[nodiscard]] const Moment& moment() const { return moment_; }
    [[nodiscard]] const Mapping& mapping() const { return mapping_; }
    /// The last epoch reached.
    [[nodiscard]] const Epoch& reached() const { return series_.epoch(moment_.reached()); }

    /// The playhead, clamped.
    [[nodiscard]] double playhead() const { return playhead_; }
    /// Device pixels of a length in logical pixels.
    [[nodiscard]] float px(float length) const { return length * static_cast<float>(view_.scale); }
    [[nodiscard]] Pixel pixel_of(std::size_t sample) const;

    /// Whether a step in the plane, from an epoch to the next, is the layout's and not the
    /// network's: see motion_of.
    [[nodiscard]] bool is_false_move(std::size_t epoch, std::size_t sample) const {
        return preserved_ != nullptr &&
               preserved_->trust().motion_to(epoch + 1, sample) > moved_wrongly;
    }

    /// One colour a class.
    [[nodiscard]] const std::vector<Colour>& colours() const { return colours_; }
    /// The palette of samples: one colour a class, or those of colouring().
    [[nodiscard]] const std::vector<Colour>& palette() const { return palette_; }
    /// What colours samples instead of classes: a column, or (without codes) their levels of
    /// preserved neighbours. Null: classes do.
    [[nodiscard]] const Colouring* colouring() const { return colouring_.get(); }
    /// What keeps colour_index() alive; null: the series, or the levels of preserved neighbours.
    [[nodiscard]] std::shared_ptr<const void> colour_owner() const {
        if (greyed_) return greyed_;
        return colouring_ && !colouring_->codes.empty() ? colouring_ : nullptr;
    }
    /// The palette index of each sample: its prediction if wanted and known, its level of preserved
    /// neighbours, its code of a column, or else its label; beyond the palette if it is
    /// grey.
    [[nodiscard]] std::span<const std::int32_t> colour_index() const { return colour_index_; }
    [[nodiscard]] Colour colour_of(std::size_t sample) const {
        const auto c = static_cast<std::size_t>(colour_index_[sample]);
        return c < palette_.size() ? palette_[c] : no_class_colour;
    }
    [[nodiscard]] Colour label_colour_of(std::size_t sample) const {
        return colours_[static_cast<std::size_t>(series_.labels()[sample])];
    }

    /// Nonzero for a hidden class; empty if none is.
    [[nodiscard]] const std::vector<std::uint8_t>& hidden() const { return hidden_; }
    [[nodiscard]] bool is_visible(std::size_t sample) const {
        return hidden_.empty() || hidden_[static_cast<std::size_t>(series_.labels()[sample])] == 0;
    }
    /// The samples that are not filtered out; null: all.
    [[nodiscard]] const std::shared_ptr<const PickedSamples>& filter() const { return filter_; }
    /// Whether a sample is visible and not filtered out. The selection and its neighbours need only
    /// be visible.
    [[nodiscard]] bool is_shown(std::size_t sample) const {
        return is_visible(sample) && (!filter_ || filter_->contains(sample));
    }
    /// The selected samples that exist and are not hidden.
    [[nodiscard]] const std::vector<std::size_t>& selection() const { return selection_; }
    /// The picked samples of the series; null if there are none.
    [[nodiscard]] std::shared_ptr<const PickedSamples> picked() const {
        const bool fits = view_.picked && view_.picked->count() > 0 &&
                          view_.picked->sample_count() == series_.sample_count();
        return fits ? view_.picked : nullptr;
    }

  private:
    void colour_by(std::shared_ptr<const Colouring> colouring, std::span<const std::int32_t> codes);
    void grey(const PickedSamples& alone);

    const EpochSeries& series_;
    const ViewState& view_;
    Size size_;
    std::shared_ptr<const PickedSamples> filter_;
    std::size_t stride_;
    const PreservedLevels* preserved_;
    const Axes* axes_;
    double playhead_;
    Moment moment_;
    Mapping mapping_;
    std::vector<Colour> colours_;
    std::vector<Colour> palette_;
    std::shared_ptr<const Colouring> colouring_;
    /// Palette indices in which some are grey; null if none are.
    std::shared_ptr<const std::vector<std::int32_t>> greyed_;
    std::span<const std::int32_t> colour_index_;
    std::vector<std::uint8_t> hidden_;
    std::vector<std::size_t> selection_;
};

/// Whether it needs light ink.
[[nodiscard]] bool is_dark(Colour colour);
/// The colour with its alpha times `fraction`.
[[nodiscard]] Colour faded(Colour colour, float fraction);
/// Interpolates from a at 0 to b at 1, with the alpha of a.
[[nodiscard]] Colour blended(Colour a, Colour b, float fraction);

}  // namespace epochscope
