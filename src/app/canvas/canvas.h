#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <QImage>
#include <QString>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>

namespace epochscope::app {

class Session;

enum class Renderer { automatic, raster, gl };

/// The picture in the middle: draws the session with one of the renderers, and turns what the
/// pointer does into selection and camera. Wheel zooms about the pointer, drag pans, click selects,
/// shift-click adds, hover tells.
class Canvas : public QWidget {
    Q_OBJECT

  public:
    /// `automatic` asks the probe: gl where it is hardware, raster else.
    Canvas(Session& session, Renderer renderer, QWidget* parent = nullptr);
    ~Canvas() override;

    /// Which one it draws with: raster or gl.
    [[nodiscard]] Renderer renderer() const;
    /// Draws with the other one from now on; falls back to raster (and says so by renderer()) where
    /// gl cannot be had.
    void set_renderer(Renderer renderer);

    /// The canvas in device pixels.
    [[nodiscard]] Size pixel_size() const;
    /// What is drawn now.
    [[nodiscard]] Frame frame() const;
    /// The picture as it is on the screen, read back from the renderer, with texts.
    [[nodiscard]] QImage grab_picture();
    /// The sample under a place in logical pixels.
    [[nodiscard]] std::optional<std::size_t> sample_at(QPointF at) const;

    void zoom_in();
    void zoom_out();
    /// The whole frame.
    void go_home();
    /// All samples that are shown, over all epochs.
    void fit_samples();

  signals:
    /// What is under the pointer, in words for a status bar; empty when nothing is.
    void hovered(const QString& words);
    void renderer_changed();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
