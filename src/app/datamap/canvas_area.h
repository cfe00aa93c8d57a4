#pragma once

#include "app/canvas/canvas.h"

#include <QSplitter>

#include <cstdint>
#include <memory>

namespace epochscope::app {

class MapMaker;
class MapCanvasModel;
class Session;

enum class MapMode : std::uint8_t { off, beside, instead };

/// The canvas of what is open, its data map, or both beside each other: two looks at one session.
class CanvasArea : public QSplitter {
    Q_OBJECT

  public:
    CanvasArea(Session& session, MapMaker& maker, Renderer renderer, QWidget* parent = nullptr);
    ~CanvasArea() override;

    [[nodiscard]] MapMode mode() const { return mode_; }
    void set_mode(MapMode mode);

    /// That of what is open.
    [[nodiscard]] Canvas& canvas() { return *canvas_; }
    /// That of the map; null until it is shown for the first time.
    [[nodiscard]] Canvas* map_canvas() { return map_canvas_; }
    /// The one that is meant by keys: that is under the pointer, or else had the focus last.
    [[nodiscard]] Canvas& active();
    /// See Canvas; of either.
    bool cancel_drag();

  signals:
    void mode_changed();
    /// As of a canvas, of either.
    void hovered(const QString& words);
    void picture_changed();

  private:
    void make_map();

    Session& session_;
    MapMaker& maker_;
    Canvas* canvas_;
    /// Outlives its canvas, which the destructor takes away first.
    std::unique_ptr<MapCanvasModel> model_;
    QWidget* map_ = nullptr;
    Canvas* map_canvas_ = nullptr;
    MapMode mode_ = MapMode::off;
};

}  // namespace epochscope::app
