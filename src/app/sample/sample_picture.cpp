#include "app/sample/sample_picture.h"

#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"
#include "app/widgets/number_words.h"
#include "app/widgets/paint_thumbnail.h"
#include "app/widgets/swatch.h"

#include <QPainter>

namespace epochscope::app {

namespace {

constexpr int side = 128;
/// Where the panel is low, words need their place more than pictures do.
constexpr int least_side = 48;

}  // namespace

SamplePicture::SamplePicture(Session& session, QWidget* parent)
    : QWidget(parent), session_(session) {
    setAccessibleName(tr("Picture of the sample"));
    setMinimumHeight(least_side);
    setMaximumHeight(side);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&session.thumbnails(), &ThumbnailCache::ready, this, [this](std::size_t sample) {
        if (sample_ == sample) describe();
    });
}

/// It grows where the panel has room.
QSize SamplePicture::sizeHint() const { return {side, least_side}; }

void SamplePicture::set_sample(std::optional<std::size_t> sample) {
    sample_ = sample;
    setVisible(session_.thumbnails().has_source());
    describe();
}

void SamplePicture::describe() {
    update();
    const auto picture = sample_ ? session_.thumbnails().picture(*sample_) : std::nullopt;
    if (!sample_ || (picture && picture->isNull())) return setToolTip({});
    setToolTip(picture ? tr("The picture of sample %1").arg(number_words(*sample_))
                       : tr("There is no picture of sample %1").arg(number_words(*sample_)));
    setAccessibleDescription(toolTip());
}

void SamplePicture::paintEvent(QPaintEvent*) {
    if (!sample_) return;
    QPainter painter(this);
    const auto picture = session_.thumbnails().picture(*sample_);
    if (picture)
        return paint_thumbnail(painter, QRectF(0, 0, height(), height()), *picture, palette());
    painter.setPen(faint_colour(palette()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("no picture"));
}

}  // namespace epochscope::app
