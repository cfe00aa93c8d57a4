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

/// A picture in the middle: draws an outlook on a session with one of the renderers, and turns what
/// the pointer does into selection, picks and camera. Wheel zooms about the pointer, drag pans or
/// picks (with shift a box, with alt a lasso), click selects, shift-click adds, hover tells.
class Canvas : public QWidget {
    Q_OBJECT

  public:
    /// `automatic` asks the probe: gl where it is hardware, raster else.
    Canvas(CanvasModel& outlook, Renderer renderer, QWidget* parent = nullptr);
    /// Shows what is open.
    Canvas(Session& session, Renderer renderer, QWidget* parent = nullptr);
    ~Canvas() override;

    /// Which one it draws with: raster or gl.
    [[nodiscard]] Renderer renderer() const;
    /// Draws with the other one from now on; falls back to raster (and says so by renderer()) where
    /// gl cannot be had.
    void set_renderer(Renderer renderer);

    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;
    /// What the session shows now, exactly; where another thread draws it, the screen has it a
    /// moment later.
    [[nodiscard]] Frame frame() const;
    /// The picture of it with texts, drawn or read back from the renderer.
    [[nodiscard]] QImage grab_picture();
    /// Whether the screen shows what the session shows now, and exactly.
    [[nodiscard]] bool is_settled() const;
    /// Whether the screen shows only some of the samples, until all of them are drawn.
    [[nodiscard]] bool is_coarse() const;
    /// The playhead of the picture on the screen.
    [[nodiscard]] double playhead_seen() const;
    /// The sample that the screen shows under a place in logical pixels: what the user sees is what
    /// they mean, even if the session is ahead of it.
    [[nodiscard]] std::optional<std::size_t> sample_at(QPointF at) const;
    /// The place in the plane that the screen shows there, if the classifier can be asked what it
    /// says there at the epoch shown: within the frame, where the landscape is the model's own.
    [[nodiscard]] std::optional<Point> place_at(QPointF at) const;
    /// The samples that the screen shows within a region, hidden ones left out; null without any.
    [[nodiscard]] std::shared_ptr<const PickedSamples> samples_within(const Region& region) const;
    [[nodiscard]] CanvasModel& outlook() const;

    void zoom_in();
    void zoom_out();
    /// The whole frame.
    void go_home();
    /// All samples that are shown, over all epochs: once it is known where they lie, which another
    /// thread finds out.
    void fit_samples();
    /// What was picked before the box or lasso that is being dragged is picked again. False where
    /// none is.
    bool cancel_drag();

  signals:
    /// What is under the pointer, in words for a status bar; empty when nothing is.
    void hovered(const QString& words);
    void renderer_changed();
    /// Another picture is there to be painted.
    void picture_changed();

  private:
    Canvas(std::unique_ptr<CanvasModel> outlook, Renderer renderer, QWidget* parent);

    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
