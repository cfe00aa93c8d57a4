#include "app/datamap/canvas_area.h"

#include "app/datamap/map_bar.h"
#include "app/datamap/map_canvas_model.h"
#include "app/datamap/map_maker.h"
#include "app/help/manual_pages.h"
#include "app/session/session.h"

#include <QVBoxLayout>

namespace epochscope::app {

CanvasArea::CanvasArea(Session& session, MapMaker& maker, Renderer renderer, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      session_(session),
      maker_(maker),
      canvas_(new Canvas(session, renderer, this)) {
    setChildrenCollapsible(false);
    addWidget(canvas_);
    relay(*canvas_);
    for (const auto changes : {&Session::dataset_changed, &Session::epochs_changed})
        connect(&session, changes, this, [this] {
            if (mode_ != MapMode::off) maker_.request();
        });
}

CanvasArea::~CanvasArea() { delete map_; }

void CanvasArea::relay(Canvas& canvas) {
    connect(&canvas, &Canvas::hovered, this, &CanvasArea::hovered);
    connect(&canvas, &Canvas::told, this, &CanvasArea::told);
    connect(&canvas, &Canvas::picture_changed, this, &CanvasArea::picture_changed);
    canvas.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&canvas, &QWidget::customContextMenuRequested, this,
            [this, &canvas](QPoint at) { emit menu_requested(canvas, at); });
}

/// On demand.
void CanvasArea::make_map() {
    if (map_ != nullptr) return;
    model_ = std::make_unique<MapCanvasModel>(session_, maker_);
    map_ = new QWidget(this);
    set_manual_page(*map_, "data-map.md");
    auto* bar = new MapBar(maker_, map_);
    map_canvas_ = new Canvas(*model_, canvas_->renderer(), map_);
    map_canvas_->setAccessibleName(tr("Data map"));
    auto* layout = new QVBoxLayout(map_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(map_canvas_, 1);
    addWidget(map_);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    connect(bar, &MapBar::close_requested, this, [this] { set_mode(MapMode::off); });
    relay(*map_canvas_);
    connect(canvas_, &Canvas::renderer_changed, map_canvas_,
            [this] { map_canvas_->set_renderer(canvas_->renderer()); });
}

void CanvasArea::set_mode(MapMode mode) {
    if (mode == mode_) return;
    mode_ = mode;
    if (mode != MapMode::off) {
        make_map();
        maker_.retry();
    }
    canvas_->setVisible(mode != MapMode::instead);
    if (map_ != nullptr) map_->setVisible(mode != MapMode::off);
    if (mode == MapMode::beside) setSizes({width() / 2, width() / 2});
    emit mode_changed();
}

Canvas& CanvasArea::active() {
    if (mode_ == MapMode::off) return *canvas_;
    if (mode_ == MapMode::instead || map_canvas_->underMouse()) return *map_canvas_;
    const bool is_meant = map_canvas_->hasFocus() && !canvas_->underMouse();
    return is_meant ? *map_canvas_ : *canvas_;
}

void CanvasArea::bring_into_view(std::size_t sample) {
    canvas_->bring_into_view(sample);
    if (map_canvas_ != nullptr) map_canvas_->bring_into_view(sample);
}

bool CanvasArea::cancel_drag() {
    return canvas_->cancel_drag() || (map_canvas_ != nullptr && map_canvas_->cancel_drag());
}

}  // namespace epochscope::app
