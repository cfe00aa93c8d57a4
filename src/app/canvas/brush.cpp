#include "app/canvas/brush.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"

#include <QPainter>
#include <QRectF>

#include <algorithm>
#include <vector>

namespace epochscope::app {
namespace {

/// The minimum distance of two lasso points, in logical pixels.
constexpr double min_step = 1.5;
/// Half the width of a mark, in logical pixels.
constexpr double mark_reach = 9;

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

void Brush::begin(Shape shape, QPointF at, PickMode mode) {
    shape_ = shape;
    mode_ = mode;
    before_ = session_.picked();
    line_ = {at};
}

void Brush::drag_to(QPointF at) {
    if (shape_ == Shape::box) return draw({line_.front(), at});
    QPolygonF line = line_;
    if (QLineF(line.back(), at).length() >= min_step) line << at;
    draw(line);
}

void Brush::draw(const QPolygonF& line) {
    line_ = line;
    outline_->show_line(shape_ == Shape::box ? corners_of(line_) : line_);
    pick();
}

void Brush::mark(QPointF at) {
    const QPointF across(mark_reach, 0);
    const QPointF up(0, mark_reach);
    outline_->show_line({at - across, at + across, at, at - up, at + up, at});
}

Region Brush::region() const {
    const double scale = canvas_.devicePixelRatioF();
    std::vector<Pixel> line(static_cast<std::size_t>(line_.size()));
    std::ranges::transform(line_, line.begin(), [scale](QPointF p) {
        return Pixel{static_cast<float>(p.x() * scale), static_cast<float>(p.y() * scale)};
    });
    return shape_ == Shape::box ? Region::box(line.front(), line.back()) : Region::lasso(line);
}

void Brush::pick() { session_.pick(combined(before_, canvas_.samples_within(region()), mode_)); }

void Brush::forget() {
    line_.clear();
    before_.reset();
    outline_->show_line({});
}

void Brush::end() {
    if (line_.size() > 1)
        emit canvas_.told(picked_words(session_.picked_count(), canvas_.hidden_within(region())));
    forget();
}

void Brush::cancel() {
    if (is_active()) session_.pick(before_);
    forget();
}

}  // namespace epochscope::app
