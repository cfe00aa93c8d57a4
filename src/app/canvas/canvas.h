#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/frame.h>
#include <epochscope/render/pick_region.h>

#include <QImage>
#include <QString>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>

namespace epochscope::app {

class CanvasModel;
class Session;

enum class Renderer { automatic, raster, gl };

/// Draws a canvas model with one of the renderers and turns pointer input into selection, picks and
/// camera (see Pointer).
class Canvas : public QWidget {
    Q_OBJECT

  public:
    /// `automatic`: gl if gl::probe() finds hardware, else raster.
    Canvas(CanvasModel& model, Renderer renderer, QWidget* parent = nullptr);
    /// Shows the session's dataset.
    Canvas(Session& session, Renderer renderer, QWidget* parent = nullptr);
    ~Canvas() override;

    /// raster or gl.
    [[nodiscard]] Renderer renderer() const;
    /// Falls back to raster where gl is not available.
    void set_renderer(Renderer renderer);

    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;
    /// The exact frame of the model, which the screen may show a moment later.
    [[nodiscard]] Frame frame() const;
    /// Its picture with texts.
    [[nodiscard]] QImage grab_picture();
    /// Whether the screen shows the exact frame.
    [[nodiscard]] bool is_settled() const;
    /// Whether the screen shows only some of the samples, until all of them are drawn.
    [[nodiscard]] bool is_coarse() const;
    /// The playhead of the picture on the screen.
    [[nodiscard]] double playhead_seen() const;
    /// The sample under a position in logical pixels, in the picture on the screen even if the
    /// session is ahead of it.
    [[nodiscard]] std::optional<std::size_t> sample_at(QPointF at) const;
    /// Where a sample is in that picture, in logical pixels; nothing if it is not drawn.
    [[nodiscard]] std::optional<QPointF> place_of(std::size_t sample) const;
    /// The point of the plane there, if the classifier can be evaluated at it: within the frame, at
    /// an epoch whose landscape is by the model.
    [[nodiscard]] std::optional<Point> place_at(QPointF at) const;
    /// The visible samples within a region of the screen; null if there are none.
    [[nodiscard]] std::shared_ptr<const PickedSamples> samples_within(const Region& region) const;
    /// The number of samples of hidden classes within a region.
    [[nodiscard]] std::size_t hidden_within(const Region& region) const;
    [[nodiscard]] CanvasModel& model() const;

    void zoom_in();
    void zoom_out();
    /// The whole frame.
    void go_home();
    /// Fits all visible samples of all epochs. Another thread finds their bounds first.
    void fit_samples();
    /// Moves the camera to a sample that is out of the picture at the playhead.
    void bring_into_view(std::size_t sample);
    /// Picks in a box or lasso that the arrow keys draw (see KeyBrush).
    void draw_box_by_keys();
    void draw_lasso_by_keys();
    /// Ends the box or lasso being dragged and restores the picks before it. False if there is
    /// none.
    bool cancel_drag();

  signals:
    /// Describes the sample under the pointer; empty if there is none.
    void hovered(const QString& words);
    /// The sample under the pointer is another one; nothing: none is.
    void pointed_at(std::optional<std::size_t> sample);
    /// A message about what was done here.
    void told(const QString& words);
    void renderer_changed();
    /// The picture on the screen will change.
    void picture_changed();

  private:
    Canvas(std::unique_ptr<CanvasModel> model, Renderer renderer, QWidget* parent);

    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
