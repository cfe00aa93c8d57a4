#include "app/compare/pair_marks.h"

#include "app/canvas/canvas.h"
#include "app/canvas/hover.h"
#include "app/session/session.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace epochscope::app {
namespace {

/// In logical pixels.
constexpr double ring_radius = 9;
/// Of more lines none could be followed.
constexpr std::size_t max_lines = 50;

QColor ink_of(const Session& session, int alpha) {
    const Colour ink = session.view().style.ink;
    return {ink.r, ink.g, ink.b, alpha};
}

}  // namespace

PairMarks::PairMarks(Canvas& canvas, Canvas& other, const Session& session)
    : QWidget(&canvas), canvas_(canvas), other_(other), session_(session) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    if (auto* bubble = canvas.findChild<HoverBubble*>()) stackUnder(bubble);
    canvas.installEventFilter(this);
    const auto repaint = [this] { update(); };
    connect(&canvas, &Canvas::picture_changed, this, repaint);
    connect(&other, &Canvas::picture_changed, this, repaint);
    connect(&other, &Canvas::pointed_at, this, [this](std::optional<std::size_t> sample) {
        pointed_at_ = sample;
        update();
    });
    resize(canvas.size());
    show();
}

void PairMarks::set_joined(bool joined) {
    joined_ = joined;
    update();
}

bool PairMarks::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) resize(canvas_.size());
    return QWidget::eventFilter(watched, event);
}

void PairMarks::paintEvent(QPaintEvent*) {
    if (!other_.isVisible()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (joined_) join(painter);
    const auto place = pointed_at_ ? canvas_.place_of(*pointed_at_) : std::nullopt;
    if (!place) return;
    painter.setPen(QPen(ink_of(session_, 230), 2));
    painter.drawEllipse(*place, ring_radius, ring_radius);
}

void PairMarks::join(QPainter& painter) const {
    painter.setPen(QPen(ink_of(session_, 130), 1.25));
    const auto& selection = session_.view().selection;
    const QWidget& both = *window();
    for (std::size_t i = 0; i < std::min(selection.size(), max_lines); ++i) {
        const auto here = canvas_.place_of(selection[i]);
        const auto there = other_.place_of(selection[i]);
        if (!here || !there || !QRectF(canvas_.rect()).contains(*here) ||
            !QRectF(other_.rect()).contains(*there))
            continue;
        painter.drawLine(*here, mapFrom(&both, other_.mapTo(&both, *there)));
    }
}

}  // namespace epochscope::app
