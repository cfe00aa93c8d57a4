#pragma once

#include "app/session/picks.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {
struct Findings;
class SampleColumns;
}  // namespace epochscope

namespace epochscope::app {

class BackgroundCache;
class ThumbnailCache;

/// What dragging with the left button does on a canvas.
enum class DragTool : std::uint8_t { pan, box, lasso };

/// The open dataset and the state of its view, shared by all views: they read and change it here
/// and follow its signals. Setters emit only for real changes. Lives on the GUI thread.
class Session : public QObject {
    Q_OBJECT

  public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Null at first.
    [[nodiscard]] const std::shared_ptr<const Dataset>& dataset() const { return dataset_; }
    /// How many of the first epochs were the same before epochs_changed().
    [[nodiscard]] std::size_t kept_epochs() const { return kept_epochs_; }
    /// The columns of the open dataset; null at first.
    [[nodiscard]] const std::shared_ptr<const SampleColumns>& columns() const { return columns_; }
    /// Whether the series of this dataset is open, with any backgrounds.
    [[nodiscard]] bool shows(const Dataset& dataset) const {
        return dataset_ && dataset_->series.labels().data() == dataset.series.labels().data();
    }
    /// Opens it at the first epoch with the whole frame, nothing selected or hidden. The style
    /// stays.
    void set_dataset(std::shared_ptr<const Dataset> dataset);
    /// Replaces the open dataset by one that goes on from it (see grown_from); all of the view
    /// stays. A playhead at the last epoch goes to the new last one. `kept` of the first epochs are
    /// as they were.
    void set_epochs(std::shared_ptr<const Dataset> grown, std::size_t kept);
    /// Replaces the backgrounds (null: none). If their orientation is unknown, that of the old ones
    /// stays.
    void set_backgrounds(std::shared_ptr<const BackgroundSource> backgrounds);
    /// The number of landscape pictures from each epoch to the next (see backgrounds_between).
    [[nodiscard]] std::size_t landscape_steps() const;
    [[nodiscard]] BackgroundCache& backgrounds() { return *backgrounds_; }
    /// Replaces the open series by one with other neighbour lists; ignores that of another dataset.
    void set_neighbours(const EpochSeries& listed);
    /// Replaces the trust or the prototypes of the open dataset, as far as they were found.
    void set_findings(const Findings& findings);
    /// Replaces what taught a sample; null: not known.
    void show_teachers(std::shared_ptr<const TeacherLinks> teachers);
    /// Replaces what was compared; null: nothing was.
    void set_compared(std::shared_ptr<const Compared> compared);
    [[nodiscard]] ThumbnailCache& thumbnails() { return *thumbnails_; }

    /// The argument of compose. Each canvas sets its own `scale`. Its `picked` are the samples that
    /// keep their colours: those that stand out, or else the picked ones. Its `filter` leaves out
    /// hidden categories too.
    [[nodiscard]] const ViewState& view() const { return view_; }

    [[nodiscard]] double playhead() const { return view_.playhead; }
    /// Clamped to the epochs.
    void set_playhead(double playhead);

    /// Selects one sample alone. A selection ends look_at().
    void select(std::size_t sample);
    /// Adds a sample to the selection, or removes it.
    void toggle(std::size_t sample);
    void clear_selection();

    /// What the user chose to see, without the text of the find bar.
    [[nodiscard]] SavedView saved() const;
    /// Shows what was saved(), but for the orientation of backgrounds; the theme's colours of
    /// canvas and ink stay.
    void restore(const SavedView& saved);
    /// Shows backgrounds in this orientation, also once their own is known.
    void keep_background_origin(Origin origin);

    /// Inspects a point of the plane (see ViewState) instead of samples; nothing: none.
    void look_at(std::optional<Point> place);

    /// Replaces the picked samples; null or empty: none. Ignores those of another series. Nothing
    /// stands out any more.
    void pick(Picks picked);
    [[nodiscard]] const Picks& picked() const { return picked_; }
    [[nodiscard]] std::size_t picked_count() const { return picked_ ? picked_->count() : 0; }
    /// Leaves only these samples on the screen; null: all. Ignores those of another series.
    void set_filter(Picks filter);
    [[nodiscard]] const Picks& filter() const { return filter_; }
    /// Makes samples grey that have no partner in a comparison; null: none. Ignores those of
    /// another series.
    void set_alone(Picks alone);
    /// Colours samples by a column, with all its categories shown; null: by label again. Ignores
    /// that of another number of samples.
    void set_colouring(std::shared_ptr<const Colouring> colouring);
    /// The categories that colour samples now; null: none do.
    [[nodiscard]] const Colouring* categories() const;
    /// How the next picks combine with those before.
    [[nodiscard]] PickMode pick_mode() const { return pick_mode_; }
    void set_pick_mode(PickMode mode);
    /// Lets one class keep its colours while all others are dimmed, as if its samples were picked;
    /// nothing: none. The picks stay.
    void stand_out(std::optional<std::size_t> index);
    [[nodiscard]] std::optional<std::size_t> standing_out() const { return standing_out_; }
    /// The same for any samples instead of a class; null: none. Ignores those of another series.
    void stand_out_samples(Picks samples);
    [[nodiscard]] DragTool drag_tool() const { return drag_tool_; }
    void set_drag_tool(DragTool tool);

    void set_camera(const Camera& camera);
    void set_style(const Style& style);
    void set_prototype_view(const PrototypeView& view);
    /// Flips the backgrounds, or not.
    void flip_backgrounds(bool flipped);
    [[nodiscard]] bool are_backgrounds_flipped() const {
        return view_.background_origin != found_origin_;
    }

    /// The metric of trust in the timeline, by its name in Trust; empty: none.
    [[nodiscard]] const std::string& trust_measure() const { return trust_measure_; }
    void set_trust_measure(const std::string& name);

    void set_class_hidden(std::size_t index, bool hidden);
    /// Shows this class alone, or all if it is alone already.
    void toggle_solo(std::size_t index);
    void show_all_classes();
    /// The same for the categories() that colour samples, the last of which are the samples without
    /// a value, if there are some: set_class_hidden, toggle_solo, show_all_classes, stand_out.
    void set_category_hidden(std::size_t index, bool hidden);
    void toggle_solo_category(std::size_t index);
    void show_all_categories();
    void stand_out_category(std::optional<std::size_t> index);
    [[nodiscard]] std::optional<std::size_t> category_standing_out() const {
        return category_standing_out_;
    }
    void set_class_colour(std::size_t index, Colour colour);
    /// Uses the colours of this palette; `palette` must be one of palettes().
    void set_palette(const Palette& palette);
    [[nodiscard]] const Palette& palette() const { return *palette_; }

  signals:
    /// Another dataset is about to be shown; the open one is still here.
    void dataset_leaves();
    void dataset_changed();
    /// The open dataset has more epochs of the same samples, or other ones. The playhead is among
    /// them.
    void epochs_changed();
    void playhead_changed();
    void selection_changed();
    void place_changed();
    void picked_changed();
    void filter_changed();
    void drag_tool_changed();
    void pick_mode_changed();
    void camera_changed();
    /// Style, colours, hidden classes, what stands out or is grey, orientation of backgrounds, or
    /// prototypes.
    void style_changed();
    /// A background was decoded, or the backgrounds were replaced.
    void backgrounds_changed();
    void neighbours_changed();
    void teachers_changed();
    /// Trust, prototypes or what was compared were replaced.
    void findings_changed();
    void trust_measure_changed();

  private:
    /// Gives the cache its source: backgrounds, or a landscape. The pictures of so many of the
    /// first epochs stay.
    void show_backgrounds(std::size_t kept = 0);
    /// The same if it is a landscape, since colours or style have changed.
    void repaint_landscape();
    void take_orientation(Origin found);
    /// True if a class or samples stood out.
    bool end_stand_out();
    void set_background_origin(Origin origin);
    void set_class_colours(std::vector<Colour> colours);
    void restore_stand_out(const Picks& samples);
    void restore_colouring(const ViewState& view);
    void restore_selection(const ViewState& view);
    /// Leaves the samples of hidden categories out of what the filter leaves.
    void hide_categories();
    void set_hidden_categories(std::vector<bool> hidden);

    std::shared_ptr<const Dataset> dataset_;
    std::size_t kept_epochs_ = 0;
    std::shared_ptr<const SampleColumns> columns_;
    /// Its colours are the class colours, made legible on the canvas (see colours_on).
    ViewState view_;
    std::vector<Colour> class_colours_;
    /// The orientation of the pictures; `lower` until it is known.
    Origin found_origin_ = Origin::lower;
    /// The orientation that is kept, whatever is found.
    std::optional<Origin> kept_origin_;
    const Palette* palette_ = &palettes().front();
    Picks picked_;
    Picks filter_;
    PickMode pick_mode_ = PickMode::replace;
    std::optional<std::size_t> standing_out_;
    std::optional<std::size_t> category_standing_out_;
    /// The samples that stand out, if it is neither a class nor a category that does.
    Picks outstanding_;
    DragTool drag_tool_ = DragTool::pan;
    /// Whether backgrounds were chosen that are not the folder's own.
    bool has_other_backgrounds_ = false;
    std::string trust_measure_ = "nn_pv";
    std::unique_ptr<BackgroundCache> backgrounds_;
    std::unique_ptr<ThumbnailCache> thumbnails_;
};

}  // namespace epochscope::app
