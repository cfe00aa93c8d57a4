#include "app/open/drop_area.h"

#include "app/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPen>
#include <QPushButton>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

constexpr double corner = 12;
constexpr int icon_size = 56;

}  // namespace

DropArea::DropArea(bool has_example, QWidget* parent) : QWidget(parent), words_(new QLabel(this)) {
    auto* picture = new QLabel(this);
    picture->setPixmap(program_icon().pixmap(icon_size, icon_size));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    words_->setFont(large);
    words_->setAlignment(Qt::AlignCenter);
    words_->setWordWrap(true);
    auto* open = new QPushButton(tr("Open a folder…"), this);
    open->setToolTip(tr("Open a folder (Ctrl+O)"));
    auto* example = new QPushButton(tr("Open the example"), this);
    example->setToolTip(tr("A small network learns to read handwritten digits"));
    example->setVisible(has_example);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(open);
    buttons->addWidget(example);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(14);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(words_);
    layout->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &DropArea::open_requested);
    connect(example, &QPushButton::clicked, this, &DropArea::example_requested);
    set_lit(false);
}

void DropArea::set_lit(bool lit) {
    is_lit_ = lit;
    words_->setText(lit ? tr("Drop it to open it") : tr("Drop a dataset or a recording here"));
    update();
}

void DropArea::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = palette().color(is_lit_ ? QPalette::Highlight : QPalette::Base);
    if (is_lit_) fill.setAlphaF(0.16F);
    painter.setBrush(fill);
    QPen pen(palette().color(is_lit_ ? QPalette::Highlight : QPalette::Mid), 2);
    if (!is_lit_) pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
}

}  // namespace epochscope::app
