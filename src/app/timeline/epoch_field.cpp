#include "app/timeline/epoch_field.h"

#include <QKeyEvent>

#include <cmath>

namespace epochscope::app {

EpochField::EpochField(QWidget* parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight);
    setFixedWidth(fontMetrics().horizontalAdvance("00000.00") + 12);
    setAccessibleName(tr("Epoch"));
    setToolTip(tr("The epoch at the playhead; type another, 10.5 is halfway from 10 to 11"));
    connect(this, &QLineEdit::returnPressed, this, &EpochField::take);
}

void EpochField::set_number(double number) {
    number_ = number;
    if (!hasFocus() || !isModified()) show_number();
}

void EpochField::show_number() {
    setText(QString::number(std::round(number_ * 100) / 100, 'g', 12));
    setModified(false);
}

void EpochField::take() {
    bool is_number = false;
    const double number = text().trimmed().replace(',', '.').toDouble(&is_number);
    setModified(false);
    if (is_number && std::isfinite(number)) emit entered(number);
    show_number();
    clearFocus();
}

void EpochField::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
    show_number();
    clearFocus();
}

void EpochField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    show_number();
}

}  // namespace epochscope::app
