#include "app/widgets/faint_label.h"

#include "app/widgets/swatch.h"

#include <QEvent>

namespace epochscope::app {

FaintLabel::FaintLabel(const QString& text, QWidget* parent) : QLabel(text, parent) { step_back(); }

void FaintLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) step_back();
    QLabel::changeEvent(event);
}

void FaintLabel::step_back() {
    QPalette colours = palette();
    const QColor faint = faint_colour(colours);
    // Setting a palette changes it, which comes here again.
    if (colours.color(QPalette::WindowText) == faint) return;
    colours.setColor(QPalette::WindowText, faint);
    setPalette(colours);
}

}  // namespace epochscope::app
