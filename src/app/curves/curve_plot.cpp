#include "app/curves/curve_plot.h"

#include "app/curves/curve_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {
namespace {

/// How near an epoch the pointer may be to mean it exactly.
constexpr double snap_reach = 3;

QFont small(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

}  // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Training curves"));
    setToolTip(tr("Click to go there; the list tells the values under the pointer (←/→ step)"));
    connect(&maker_, &CurveLineMaker::made, this,
            [this](const std::shared_ptr<const CurveLines>& lines) {
                if (lines->number < oldest_) return;
                lines_ = lines;
                made_ = lines->number;
                repaint_curves();
            });
}

QRectF CurvePlot::area() const { return curve_area(rect(), small(font())); }

EpochAxis CurvePlot::axis() const {
    const QRectF place = area();
    return {numbers_, place.left() + 2, place.right() - 2};
}

void CurvePlot::set_epochs(std::vector<std::int64_t> numbers) {
    numbers_ = std::move(numbers);
    pointer_.reset();
    playhead_ = 0;
    curves_.clear();
    colours_.clear();
    shown_.clear();
    current_.reset();
    lines_ = nullptr;
    oldest_ = asked_ + 1;
    ask();
}

void CurvePlot::set_curves(DockCurves curves, std::vector<QColor> colours) {
    curves_ = std::move(curves);
    colours_ = std::move(colours);
    // Until the lines of these are made, the old ones stay.
    shown_.clear();
}

void CurvePlot::set_shown(std::vector<std::size_t> shown) {
    shown_ = std::move(shown);
    ask();
}

void CurvePlot::set_style(const CurveStyle& style) {
    if (style == style_) return;
    style_ = style;
    ask();
}

void CurvePlot::set_current(std::optional<std::size_t> curve) {
    if (curve == current_) return;
    current_ = curve;
    repaint_curves();
}

void CurvePlot::set_playhead(double playhead) {
    playhead_ = playhead;
    update();
    if (!pointer_) emit place_changed();
}

LinesWish CurvePlot::wish(double pixels) const {
    LinesWish wish{curves_, colours_, shown_, style_};
    wish.from = static_cast<double>(numbers_.front());
    wish.to = static_cast<double>(numbers_.back());
    wish.columns = static_cast<std::size_t>(std::max(pixels, 1.));
    return wish;
}

/// For lines of what is to be seen now.
void CurvePlot::ask() {
    update();
    if (numbers_.empty()) return;
    LinesWish wanted = wish(area().width() * devicePixelRatioF());
    wanted.number = ++asked_;
    maker_.wish(std::move(wanted));
}

void CurvePlot::repaint_curves() {
    painted_ = {};
    update();
}

double CurvePlot::number_at(double playhead) const {
    const auto from = std::min(static_cast<std::size_t>(playhead), numbers_.size() - 1);
    const auto to = std::min(from + 1, numbers_.size() - 1);
    const double t = playhead - std::floor(playhead);
    return static_cast<double>(numbers_[from]) * (1 - t) + static_cast<double>(numbers_[to]) * t;
}

std::optional<double> CurvePlot::place() const {
    if (numbers_.empty()) return std::nullopt;
    return number_at(pointer_ ? axis().snapped_playhead_at(*pointer_, snap_reach) : playhead_);
}

void CurvePlot::paintEvent(QPaintEvent*) {
    if (numbers_.empty()) return;
    const EpochAxis epochs = axis();
    if (painted_.isNull()) {
        painted_ = QPixmap(size() * devicePixelRatioF());
        painted_.setDevicePixelRatio(devicePixelRatioF());
        painted_.fill(Qt::transparent);
        const CurveLines none{{}, style_, 0, {}};
        QPainter painter(&painted_);
        paint_curves(painter, {lines_ ? *lines_ : none, epochs, numbers_, current_, area(),
                               small(font()), palette()});
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, painted_);
    const QRectF place = area();
    if (pointer_) {
        const double x = epochs.x_at(epochs.snapped_playhead_at(*pointer_, snap_reach));
        QColor ink = palette().color(QPalette::WindowText);
        ink.setAlphaF(0.4F);
        painter.setPen(QPen(ink, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
    }
    const double x = epochs.x_at(playhead_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 3 : 2));
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()));
}

QImage CurvePlot::picture() {
    constexpr int scale = 2;
    QImage image(size() * scale, QImage::Format_RGB32);
    image.fill(palette().color(QPalette::Window));
    if (numbers_.empty()) return image;
    const CurveLines lines = lines_of(wish(area().width() * scale), {});
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint_curves(painter, {lines, axis(), numbers_, current_, area(), small(font()), palette()});
    return image;
}

void CurvePlot::resizeEvent(QResizeEvent*) {
    repaint_curves();
    ask();
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        repaint_curves();
}

bool CurvePlot::event(QEvent* event) {
    if (event->type() == QEvent::Leave) point_at(std::nullopt);
    return QWidget::event(event);
}

void CurvePlot::point_at(std::optional<double> x) {
    if (x == pointer_) return;
    pointer_ = x;
    update();
    emit place_changed();
}

void CurvePlot::scrub_to(double x) {
    if (!numbers_.empty()) emit scrubbed(axis().snapped_playhead_at(x, snap_reach));
}

void CurvePlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) scrub_to(event->position().x());
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event) {
    point_at(event->position().x());
    if ((event->buttons() & Qt::LeftButton) != 0) scrub_to(event->position().x());
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    const int epochs = (event->modifiers() & Qt::ShiftModifier) != 0 ? 10 : 1;
    if (event->key() == Qt::Key_Left)
        emit stepped(-epochs);
    else if (event->key() == Qt::Key_Right)
        emit stepped(epochs);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace epochscope::app
