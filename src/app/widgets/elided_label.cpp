#include "app/widgets/elided_label.h"

namespace epochscope::app {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    // Names come from files and may contain mark-up.
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::set_words(const QString& words) {
    words_ = words;
    fill();
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fill();
}

void ElidedLabel::fill() {
    const QString shown = fontMetrics().elidedText(words_, Qt::ElideRight, contentsRect().width());
    setText(shown);
    setToolTip(shown == words_ ? QString() : words_);
}

}  // namespace epochscope::app
