#include "app/canvas/hover.h"

#include "app/session/sample_name.h"
#include "app/widgets/number_words.h"
#include "app/widgets/paint_thumbnail.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/playhead.h>

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace epochscope::app {
namespace {

constexpr int inset = 8;
/// Of the picture, in logical pixels.
constexpr int picture_side = 80;

QString part_mark() { return QStringLiteral(" · "); }

QString translated(const char* words) { return QCoreApplication::translate("Canvas", words); }

/// A class's name on one line of bearable length: names are whatever a folder holds.
QString name_of(const Dataset& dataset, std::int32_t index) {
    constexpr int longest = 60;
    const auto& names = dataset.series.classes().names;
    // Nobody has checked the predictions of a mapped file.
    if (static_cast<std::size_t>(index) >= names.size()) return QString::number(index);
    const auto& name = names[static_cast<std::size_t>(index)];
    const QString line = QString::fromStdString(name).simplified();
    return line.size() <= longest ? line : line.left(longest - 1) + QChar(0x2026);
}

}  // namespace

QString sample_words(const Dataset& dataset, double playhead, std::size_t sample) {
    const EpochSeries& series = dataset.series;
    const Epoch& epoch = series.epoch(moment_at(playhead, series.epoch_count()).reached());
    QStringList parts{
        translated(QT_TRANSLATE_NOOP("Canvas", "sample %1")).arg(number_words(sample))};
    const QString name = name_of_sample(dataset, sample);
    const QString text = first_words(dataset, sample);
    if (!name.isEmpty() && name != text) parts << name;
    parts << translated(QT_TRANSLATE_NOOP("Canvas", "label %1"))
                 .arg(name_of(dataset, series.labels()[sample]));
    if (!epoch.predictions.empty() && epoch.predictions[sample] >= 0)
        parts << translated(QT_TRANSLATE_NOOP("Canvas", "predicted %1"))
                     .arg(name_of(dataset, epoch.predictions[sample]));
    if (!epoch.confidence.empty() && !std::isnan(epoch.confidence[sample]))
        parts << translated(QT_TRANSLATE_NOOP("Canvas", "confidence %1"))
                     .arg(static_cast<double>(epoch.confidence[sample]), 0, 'f', 2);
    if (!dataset.thumbnails && !text.isEmpty()) parts << text;
    return parts.join(part_mark());
}

HoverBubble::HoverBubble(QWidget* parent) : QLabel(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::ToolTipText);
    hide();
}

void HoverBubble::tell(const QString& words, QPointF pointer,
                       const std::optional<QImage>& picture) {
    setVisible(!words.isEmpty());
    if (words.isEmpty()) return;
    picture_ = picture;
    constexpr int longest_line = 80;
    const bool in_lines = picture || words.size() > longest_line;
    const QString shown = in_lines ? QString(words).replace(part_mark(), "\n") : words;
    const int left = picture ? inset + picture_side + inset : inset;
    const int above = picture ? inset : 5;
    setContentsMargins(left, above, inset, above);
    setMinimumHeight(picture ? picture_side + 2 * inset : 0);
    if (shown != text()) setText(shown);
    adjustSize();
    update();
    // To the lower right of the pointer, or where there is room.
    const QPoint tip = pointer.toPoint();
    const QSize room = parentWidget()->size();
    int x = tip.x() + 14;
    int y = tip.y() + 18;
    if (x + width() > room.width()) x = std::max(0, room.width() - width());
    if (y + height() > room.height()) y = std::max(0, tip.y() - 8 - height());
    move(x, y);
    raise();
}

void HoverBubble::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor rim = palette().color(QPalette::ToolTipText);
    rim.setAlphaF(0.3F);
    painter.setPen(rim);
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    constexpr double corner = 5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    if (picture_)
        paint_thumbnail(painter, QRectF(inset, inset, picture_side, picture_side), *picture_,
                        palette());
    painter.end();
    QLabel::paintEvent(event);
}

}  // namespace epochscope::app
