#include "app/datamap/canvas_area.h"

#include "app/datamap/map_bar.h"
#include "app/datamap/map_canvas_model.h"
#include "app/datamap/map_maker.h"
#include "app/help/manual_pages.h"
#include "app/session/session.h"

#include <QVBoxLayout>

namespace epochscope::app {

namespace {

/// A column without margins.
QVBoxLayout* column_of() {
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

}  // namespace

CanvasArea::CanvasArea(Session& session, MapMaker& maker, Renderer renderer, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent),
      session_(session),
      maker_(maker),
      column_(new QWidget(this)),
      header_(new QWidget(column_)),
      canvas_(new Canvas(session, renderer, column_)) {
    setChildrenCollapsible(false);
    header_->setLayout(column_of());
    header_->hide();
    QVBoxLayout* column = column_of();
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    column_->setLayout(column);
    addWidget(column_);
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
    QVBoxLayout* layout = column_of();
    layout->addWidget(bar);
    layout->addWidget(map_canvas_, 1);
    map_->setLayout(layout);
    addWidget(map_);
    setStretchFactor(0, 1);
    setStretchFactor(indexOf(map_), 1);
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
    column_->setVisible(mode != MapMode::instead);
    if (map_ != nullptr) map_->setVisible(mode != MapMode::off);
    if (mode == MapMode::beside) share_room();
    emit mode_changed();
}

void CanvasArea::show_beside(QWidget& pane, Canvas& canvas) {
    if (pane_ == nullptr) {
        pane_ = &pane;
        beside_ = &canvas;
        insertWidget(1, pane_);
        setStretchFactor(0, 1);
        setStretchFactor(1, 1);
        relay(canvas);
        connect(canvas_, &Canvas::renderer_changed, beside_,
                [this] { beside_->set_renderer(canvas_->renderer()); });
    }
    pane_->show();
    share_room();
}

void CanvasArea::end_beside() {
    if (pane_ != nullptr) pane_->hide();
}

/// All that is shown has the same width.
void CanvasArea::share_room() {
    QList<int> sizes;
    for (int i = 0; i < count(); ++i) sizes << width();
    setSizes(sizes);
}

/// Those that are shown, the first one first.
QList<Canvas*> CanvasArea::canvases() const {
    QList<Canvas*> shown;
    for (Canvas* canvas : {canvas_, beside_, map_canvas_})
        if (canvas != nullptr && canvas->isVisibleTo(this)) shown << canvas;
    return shown;
}

Canvas& CanvasArea::active() {
    const QList<Canvas*> shown = canvases();
    for (Canvas* canvas : shown)
        if (canvas->underMouse()) return *canvas;
    for (Canvas* canvas : shown)
        if (canvas->hasFocus()) return *canvas;
    // In place of the first.
    if (mode_ == MapMode::instead) return *map_canvas_;
    return *canvas_;
}

void CanvasArea::bring_into_view(std::size_t sample) {
    for (Canvas* canvas : {canvas_, beside_, map_canvas_})
        if (canvas != nullptr) canvas->bring_into_view(sample);
}

bool CanvasArea::cancel_drag() {
    for (Canvas* canvas : {canvas_, beside_, map_canvas_})
        if (canvas != nullptr && canvas->cancel_drag()) return true;
    return false;
}

}  // namespace epochscope::app
