#include "app/canvas/brush.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"

#include <epochscope/render/pick_region.h>

#include <QPainter>
#include <QRectF>

#include <vector>

namespace epochscope::app {
namespace {

/// The minimum distance of two lasso points, in logical pixels.
constexpr double min_step = 1.5;

QPolygonF corners_of(const QPolygonF& line) {
    return QPolygonF(QRectF(line.front(), line.back()).normalized());
}

}  // namespace

BrushOutline::BrushOutline(QWidget* canvas) : QWidget(canvas) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void BrushOutline::show_line(const QPolygonF& line) {
    line_ = line;
    setVisible(!line.isEmpty());
    if (line.isEmpty()) return;
    setGeometry(parentWidget()->rect());
    raise();
    update();
}

void BrushOutline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = palette().color(QPalette::Highlight);
    QColor inside = colour;
    inside.setAlphaF(0.12F);
    painter.setBrush(inside);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPolygon(line_, Qt::WindingFill);
}

Brush::Brush(Canvas& canvas, Session& session)
    : canvas_(canvas), session_(session), outline_(new BrushOutline(&canvas)) {}

void Brush::begin(Shape shape, QPointF at, bool add) {
    shape_ = shape;
    add_ = add;
    before_ = session_.view().picked;
    line_ = {at};
}

void Brush::drag_to(QPointF at) {
    if (shape_ == Shape::box) {
        line_ = {line_.front(), at};
    } else if (QLineF(line_.back(), at).length() >= min_step) {
        line_ << at;
    }
    outline_->show_line(shape_ == Shape::box ? corners_of(line_) : line_);
    pick();
}

void Brush::pick() {
    const double scale = canvas_.devicePixelRatioF();
    const auto pixel = [scale](QPointF p) {
        return Pixel{static_cast<float>(p.x() * scale), static_cast<float>(p.y() * scale)};
    };
    std::vector<Pixel> line;
    for (const QPointF p : line_) line.push_back(pixel(p));
    const Region region =
        shape_ == Shape::box ? Region::box(line.front(), line.back()) : Region::lasso(line);
    auto within = canvas_.samples_within(region);
    session_.pick(add_ ? united(before_, within) : within);
}

void Brush::end() {
    line_.clear();
    before_.reset();
    outline_->show_line({});
}

void Brush::cancel() {
    if (!is_active()) return;
    session_.pick(before_);
    end();
}

}  // namespace epochscope::app
