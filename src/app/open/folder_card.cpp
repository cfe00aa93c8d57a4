#include "app/open/folder_card.h"

#include "app/widgets/icons.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPainterPath>

namespace epochscope::app {
namespace {

constexpr int picture_height = 130;
constexpr double corner = 8;
constexpr int gap = 10;

}  // namespace

FolderCard::FolderCard(const QString& folder, const QString& picture, QWidget* parent)
    : QAbstractButton(parent), folder_(folder), picture_(picture) {
    setText(QFileInfo(folder).fileName());
    setAccessibleName(text());
    setToolTip(QDir::toNativeSeparators(folder));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(card_size);
}

void FolderCard::paint_picture(QPainter& painter, const QRect& room) const {
    if (picture_.isNull()) {
        painter.fillRect(room, palette().color(QPalette::Window));
        QRect middle(0, 0, 48, 48);
        middle.moveCenter(room.center());
        painter.setOpacity(0.5);
        program_icon().paint(&painter, middle);
        painter.setOpacity(1);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(room, picture_);
}

void FolderCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool is_meant = hasFocus() || underMouse() || isDown();
    const QRectF edge = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath card;
    card.addRoundedRect(edge, corner, corner);
    painter.setClipPath(card);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    paint_picture(painter, QRect(0, 0, width(), picture_height));
    const int room = width() - 2 * gap;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const int line = fontMetrics().height();
    const int middle = picture_height + (height() - picture_height) / 2;
    painter.drawText(QRect(gap, middle - line - 1, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(text(), Qt::ElideRight, room));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(gap, middle + 1, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(QDir::toNativeSeparators(QFileInfo(folder_).path()),
                                              Qt::ElideMiddle, room));
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(palette().color(is_meant ? QPalette::Highlight : QPalette::Mid), is_meant ? 2 : 1));
    painter.drawPath(card);
}

}  // namespace epochscope::app
