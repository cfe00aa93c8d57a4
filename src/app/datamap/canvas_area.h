#pragma once

#include "app/canvas/canvas.h"

#include <QSplitter>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace epochscope::app {

class MapMaker;
class MapCanvasModel;
class Session;

enum class MapMode : std::uint8_t { off, beside, instead };

/// The canvas of the open dataset, its data map, or both beside each other; and another canvas that
/// is compared with the first.
class CanvasArea : public QSplitter {
    Q_OBJECT

  public:
    CanvasArea(Session& session, MapMaker& maker, Renderer renderer, QWidget* parent = nullptr);
    ~CanvasArea() override;

    [[nodiscard]] MapMode mode() const { return mode_; }
    void set_mode(MapMode mode);

    [[nodiscard]] Canvas& canvas() { return *canvas_; }
    /// Over the canvas, with an empty column; hidden at first.
    [[nodiscard]] QWidget& header() { return *header_; }
    /// Shows a pane with a canvas beside the first one. It becomes the area's.
    void show_beside(QWidget& pane, Canvas& canvas);
    void end_beside();
    /// Null until the data map is shown for the first time.
    [[nodiscard]] Canvas* map_canvas() { return map_canvas_; }
    /// The canvas that keys act on: the one under the pointer, or else the one with the focus.
    [[nodiscard]] Canvas& active();
    /// Of either canvas; see Canvas.
    bool cancel_drag();
    /// On both canvases; see Canvas.
    void bring_into_view(std::size_t sample);

  signals:
    void mode_changed();
    /// Of either canvas; see Canvas.
    void hovered(const QString& words);
    void told(const QString& words);
    void picture_changed();
    /// A context menu is asked for at a position of this canvas.
    void menu_requested(Canvas& canvas, QPoint at);

  private:
    void make_map();
    void relay(Canvas& canvas);
    void share_room();
    [[nodiscard]] QList<Canvas*> canvases() const;

    Session& session_;
    MapMaker& maker_;
    /// The header above the canvas.
    QWidget* column_;
    QWidget* header_;
    Canvas* canvas_;
    QWidget* pane_ = nullptr;
    Canvas* beside_ = nullptr;
    /// The destructor destroys its canvas first.
    std::unique_ptr<MapCanvasModel> model_;
    QWidget* map_ = nullptr;
    Canvas* map_canvas_ = nullptr;
    MapMode mode_ = MapMode::off;
};

}  // namespace epochscope::app
