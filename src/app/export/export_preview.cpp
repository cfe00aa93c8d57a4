#include "app/export/export_preview.h"

#include "app/export/export_plan.h"
#include "app/messages/message_words.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/error.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace epochscope::app {
namespace {

/// Larger pictures are rendered smaller, with everything in them.
constexpr double max_pixels = 4e6;

Size reduced(Size size, double factor) {
    const auto side = [factor](int pixels) {
        return std::max(1, static_cast<int>(std::lround(pixels * factor)));
    };
    return {side(size.width), side(size.height)};
}

}  // namespace

bool ExportPreview::Request::looks_like(const Request& other) const {
    const ViewState& view = run.view;
    const ViewState& others = other.run.view;
    return dataset == other.dataset && run.playheads == other.run.playheads &&
           view.playhead == others.playhead && view.camera == others.camera &&
           view.selection == others.selection && view.picked == others.picked &&
           view.filter == others.filter && view.hidden == others.hidden &&
           view.colours == others.colours && view.colouring == others.colouring &&
           view.style == others.style && view.scale == others.scale && run.size == other.run.size &&
           !run.paint_text == !other.run.paint_text && title == other.title && room == other.room;
}

ExportPreview::ExportPreview(QWidget* parent)
    : QWidget(parent),
      frame_(new QSlider(Qt::Horizontal, this)),
      words_(new QLabel(this)),
      query_([](const Request& request, const std::stop_token&) { return rendered(request); },
             [this](const Request&, Answer answer) {
                 picture_ = std::move(answer.picture);
                 problem_ = answer.problem;
                 update();
             }) {
    setAccessibleName(tr("Preview"));
    setMinimumSize(240, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    frame_->setAccessibleName(tr("Frame of the preview"));
    frame_->setToolTip(tr("Choose the frame that the preview shows"));
    auto* row = new QHBoxLayout;
    row->addWidget(frame_, 1);
    row->addWidget(words_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(1);
    column->addLayout(row);
    frame_->hide();
    words_->hide();
    connect(frame_, &QSlider::valueChanged, this, &ExportPreview::follow_slider);
}

void ExportPreview::show_plan(const ExportPlan& plan) {
    const auto& playheads = plan.run.playheads;
    is_one_ = plan.kind == ExportKind::frame || playheads.size() < 2;
    const bool is_other_run = playheads != wanted_.run.playheads;
    wanted_ = {plan.dataset, plan.run, plan.title, {}};
    frame_->setVisible(!is_one_);
    words_->setVisible(!is_one_);
    if (is_other_run && !playheads.empty()) {
        const QSignalBlocker quiet(frame_);
        frame_->setRange(0, static_cast<int>(playheads.size()) - 1);
        frame_->setValue(frame_->maximum());
    }
    follow_slider();
}

void ExportPreview::follow_slider() {
    words_->setText(
        tr("Frame %1 of %2")
            .arg(locale().toString(frame_->value() + 1),
                 locale().toString(static_cast<qulonglong>(wanted_.run.playheads.size()))));
    ask();
}

QRect ExportPreview::room() const {
    const int below = frame_->isHidden() ? 0 : frame_->sizeHint().height() + 6;
    return rect().adjusted(0, 0, 0, -below);
}

void ExportPreview::ask() {
    if (!wanted_.dataset || wanted_.run.playheads.empty()) {
        query_.cancel();
        asked_ = {};
        picture_ = {};
        problem_.clear();
        return update();
    }
    Request request = wanted_;
    if (!is_one_) {
        FrameRun& run = request.run;
        const double playhead = run.playheads[static_cast<std::size_t>(frame_->value())];
        run.view = run.view_at(playhead);
        run.stops.clear();
        run.playheads = {run.view.playhead};
    }
    request.room = room().size() * devicePixelRatioF();
    if (request.looks_like(asked_)) return;
    asked_ = request;
    query_.ask(std::move(request));
}

ExportPreview::Answer ExportPreview::rendered(const Request& request) {
    FrameRun run = request.run;
    const double pixels = double(run.size.width) * run.size.height;
    const double factor = std::min(1.0, std::sqrt(max_pixels / pixels));
    run.view.scale *= factor;
    run.size = reduced(run.size, factor);
    try {
        const Image image = picture_of(*request.dataset, run, request.title);
        const QImage whole(image.rgba.data(), image.size.width, image.size.height,
                           4 * image.size.width, QImage::Format_RGBA8888);
        const bool fits =
            whole.width() <= request.room.width() && whole.height() <= request.room.height();
        return {fits ? whole.copy()
                     : whole.scaled(request.room, Qt::KeepAspectRatio, Qt::SmoothTransformation),
                {}};
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return {{}, message_words(error.what())};
    }
}

void ExportPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect area = room();
    if (picture_.isNull()) {
        painter.setPen(faint_colour(palette(), 0.6));
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         problem_.isEmpty() ? tr("Preview") : problem_);
        return;
    }
    QSizeF shown = QSizeF(picture_.size()) / devicePixelRatioF();
    if (shown.width() > area.width() || shown.height() > area.height())
        shown.scale(area.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), shown);
    place.moveCenter(QRectF(area).center());
    place.moveTopLeft({std::round(place.left()), std::round(place.top())});
    painter.drawImage(place, picture_);
    painter.setPen(faint_colour(palette(), 0.3));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    ask();
}

}  // namespace epochscope::app
