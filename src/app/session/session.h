#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace epochscope::app {

class BackgroundCache;
class ThumbnailCache;

/// What dragging with the left button does on a canvas.
enum class DragTool : std::uint8_t { pan, box, lasso };

/// What is open and how it is looked at, for all views: they read it here, change it here, and
/// learn of changes by its signals. Every setter tells only real changes. Lives on the GUI thread.
class Session : public QObject {
    Q_OBJECT

  public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// What is open; null at first.
    [[nodiscard]] const std::shared_ptr<const Dataset>& dataset() const { return dataset_; }
    /// Whether the series of this one is open, with whatever backgrounds: what another thread
    /// worked out for it is of use.
    [[nodiscard]] bool shows(const Dataset& dataset) const {
        return dataset_ && dataset_->series.labels().data() == dataset.series.labels().data();
    }
    /// Opens it: playhead at the first epoch, whole frame, nothing selected or hidden; the style
    /// stays.
    void set_dataset(std::shared_ptr<const Dataset> dataset);
    /// Takes other backgrounds for what is open (null: none). Where their orientation is not known,
    /// they lie as the old ones lay.
    void set_backgrounds(std::shared_ptr<const BackgroundSource> backgrounds);
    /// How many pictures of the landscape there are from an epoch to the next (see
    /// backgrounds_between): so many that those which are faded into each other look like one.
    [[nodiscard]] std::size_t landscape_steps() const;
    [[nodiscard]] BackgroundCache& backgrounds() { return *backgrounds_; }
    /// Takes the series that is open with other neighbour lists; one of another dataset is passed
    /// over.
    void set_neighbours(const EpochSeries& listed);
    [[nodiscard]] ThumbnailCache& thumbnails() { return *thumbnails_; }

    /// All of it, as compose takes it. `scale` is the view's own to set.
    [[nodiscard]] const ViewState& view() const { return view_; }

    [[nodiscard]] double playhead() const { return view_.playhead; }
    /// Clamped to the epochs held.
    void set_playhead(double playhead);

    /// Selects one sample alone. Whoever selects looks at samples, and at no place any more.
    void select(std::size_t sample);
    /// Adds a sample to the selection, or takes it out if it is there.
    void toggle(std::size_t sample);
    void clear_selection();

    /// Looks at a place of the plane (see ViewState) and at no sample; nothing: at none any more.
    void look_at(std::optional<Point> place);

    /// Picks these samples (see ViewState) in place of what was picked; null, or none of them:
    /// nothing is. Those of another series are passed over.
    void pick(std::shared_ptr<const PickedSamples> picked);
    [[nodiscard]] std::size_t picked_count() const {
        return view_.picked ? view_.picked->count() : 0;
    }
    [[nodiscard]] DragTool drag_tool() const { return drag_tool_; }
    void set_drag_tool(DragTool tool);

    void set_camera(const Camera& camera);
    void set_style(const Style& style);
    void set_prototype_view(const PrototypeView& view);
    /// Turns the backgrounds over, or back.
    void turn_backgrounds(bool over);
    [[nodiscard]] bool are_backgrounds_turned() const {
        return view_.background_origin != found_origin_;
    }

    /// Which measure of trust the timeline shows, by its name in Trust; empty: none.
    [[nodiscard]] const std::string& trust_measure() const { return trust_measure_; }
    void set_trust_measure(const std::string& name);

    void set_class_hidden(std::size_t index, bool hidden);
    /// Shows this class alone, or all of them if it is alone already.
    void toggle_solo(std::size_t index);
    void show_all_classes();
    void set_class_colour(std::size_t index, Colour colour);
    void set_palette(const Palette& palette);
    [[nodiscard]] const Palette& palette() const { return *palette_; }

  signals:
    void dataset_changed();
    void playhead_changed();
    void selection_changed();
    void place_changed();
    void picked_changed();
    void drag_tool_changed();
    void camera_changed();
    /// Style, colours, hidden classes, the backgrounds' orientation, or which prototypes are shown.
    void style_changed();
    /// A background was decoded, or others were taken.
    void backgrounds_changed();
    void neighbours_changed();
    void trust_measure_changed();

  private:
    /// Hands the cache what is to be shown behind the samples.
    void show_backgrounds();
    /// The same where that is a landscape, which has other colours now, or is not wanted any more.
    void paint_landscape_anew();
    void take_orientation(Origin found);
    void set_background_origin(Origin origin);

    std::shared_ptr<const Dataset> dataset_;
    ViewState view_;
    /// Which way up the pictures are by themselves; `lower` until it is known.
    Origin found_origin_ = Origin::lower;
    const Palette* palette_ = &palettes().front();
    DragTool drag_tool_ = DragTool::pan;
    std::string trust_measure_ = "nn_pv";
    std::unique_ptr<BackgroundCache> backgrounds_;
    std::unique_ptr<ThumbnailCache> thumbnails_;
};

}  // namespace epochscope::app
