#include "app/widgets/elided_label.h"

namespace epochscope::app {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    // Names come from files and may contain mark-up.
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::set_words(const QString& words) { set_lines({words}); }

void ElidedLabel::set_lines(const QStringList& lines) {
    lines_ = lines;
    words_ = lines.join(QStringLiteral("; "));
    fill();
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fill();
}

void ElidedLabel::fill() {
    const QString shown = fontMetrics().elidedText(words_, Qt::ElideRight, contentsRect().width());
    setText(shown);
    const bool is_whole = shown == words_ && lines_.size() < 2;
    setToolTip(is_whole ? QString() : lines_.join('\n'));
}

}  // namespace epochscope::app
