#include "app/project/live_preview.h"

#include "app/widgets/faint_label.h"

#include <QLabel>

namespace epochscope::app {

LivePreview::LivePreview(const Style& style, QWidget* parent)
    : QStackedWidget(parent), canvas_(std::make_unique<Canvas>(session_, Renderer::raster)) {
    auto* words = new FaintLabel(tr("The layout appears here while it is computed."), this);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    addWidget(words);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    canvas_->setAccessibleName(tr("Preview of the projection"));
    canvas_->setFocusPolicy(Qt::NoFocus);
    addWidget(canvas_.get());
    Style plain = style;
    plain.axes = false;
    session_.set_style(plain);
    Camera camera = session_.view().camera;
    camera.equal_axes = true;
    session_.set_camera(camera);
}

void LivePreview::clear() { setCurrentIndex(0); }

void LivePreview::show_places(const std::shared_ptr<const Dataset>& dataset) {
    session_.set_dataset(dataset);
    setCurrentIndex(1);
}

}  // namespace epochscope::app
