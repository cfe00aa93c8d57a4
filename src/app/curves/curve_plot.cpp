#include "app/curves/curve_plot.h"

#include "app/curves/curve_painter.h"
#include "app/figure/figure_file.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {
namespace {

/// The lines of a picture are as fine as those of a screen of so many pixels a logical one.
constexpr int picture_scale = 2;
/// The pointer snaps to an epoch within so many logical pixels.
constexpr double snap_reach = 3;

QFont small(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

}  // namespace

CurvePlot::CurvePlot(QWidget* parent)
    : QWidget(parent), lines_query_(lines_of, [this](const LinesRequest&, CurveLines lines) {
          lines_ = std::make_shared<const CurveLines>(std::move(lines));
          repaint_curves();
      }) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Training curves"));
    setToolTip(tr("Click moves the playhead; the list shows the values at the pointer (←/→ step)"));
}

QRectF CurvePlot::area() const { return curve_area(rect(), small(font())); }

EpochAxis CurvePlot::axis() const {
    const QRectF plot = area();
    return {numbers_, plot.left() + 2, plot.right() - 2};
}

void CurvePlot::clear() {
    curves_.clear();
    colours_.clear();
    shown_.clear();
    current_.reset();
    lines_ = nullptr;
    lines_query_.cancel();
}

void CurvePlot::set_epochs(std::vector<std::int64_t> numbers) {
    numbers_ = std::move(numbers);
    pointer_.reset();
    playhead_ = 0;
    update_lines();
}

void CurvePlot::set_curves(DockCurves curves, std::vector<QColor> colours) {
    curves_ = std::move(curves);
    colours_ = std::move(colours);
    // Until the lines of these are made, the old ones stay.
    shown_.clear();
}

void CurvePlot::set_shown(std::vector<std::size_t> shown) {
    shown_ = std::move(shown);
    update_lines();
}

void CurvePlot::set_style(const CurveStyle& style) {
    if (style == style_) return;
    style_ = style;
    update_lines();
}

void CurvePlot::set_current(std::optional<std::size_t> curve) {
    if (curve == current_) return;
    current_ = curve;
    repaint_curves();
}

void CurvePlot::set_playhead(double playhead) {
    playhead_ = playhead;
    update();
    if (!pointer_) emit epoch_number_changed();
}

LinesRequest CurvePlot::request(double pixels) const {
    LinesRequest request{curves_, colours_, shown_, style_};
    request.from = static_cast<double>(numbers_.front());
    request.to = static_cast<double>(numbers_.back());
    request.columns = static_cast<std::size_t>(std::max(pixels, 1.));
    return request;
}

void CurvePlot::update_lines() {
    update();
    if (!numbers_.empty()) lines_query_.ask(request(area().width() * devicePixelRatioF()));
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

std::optional<double> CurvePlot::epoch_number() const {
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
        const CurveLines none{{}, style_, {}};
        QPainter painter(&painted_);
        paint_curves(painter, {lines_ ? *lines_ : none, epochs, numbers_, current_, area(),
                               small(font()), palette()});
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, painted_);
    const QRectF plot = area();
    if (pointer_) {
        const double x = epochs.x_at(epochs.snapped_playhead_at(*pointer_, snap_reach));
        QColor ink = palette().color(QPalette::WindowText);
        ink.setAlphaF(0.4F);
        painter.setPen(QPen(ink, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const double x = epochs.x_at(playhead_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), hasFocus() ? 3 : 2));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

void CurvePlot::write_picture(const std::filesystem::path& file) {
    write_painting(file, size(), palette().color(QPalette::Window), [this](QPainter& painter) {
        if (numbers_.empty()) return;
        const CurveLines lines = lines_of(request(area().width() * picture_scale), {});
        paint_curves(painter,
                     {lines, axis(), numbers_, current_, area(), small(font()), palette()});
    });
}

void CurvePlot::resizeEvent(QResizeEvent*) {
    repaint_curves();
    update_lines();
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
    emit epoch_number_changed();
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
