#include "app/find/find_field.h"

#include "app/widgets/swatch.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace epochscope::app {
namespace {

bool is_enter(const QKeyEvent& key) {
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// A wave as spelling errors have it.
void paint_wave(QPainter& painter, int from, int to, int y) {
    constexpr int step = 3;
    QPolygon wave;
    for (int x = from, k = 0; x <= to; x += step, ++k) wave << QPoint(x, y - (k % 2) * 2);
    painter.drawPolyline(wave);
}

}  // namespace

FindField::FindField(QWidget* parent) : QLineEdit(parent) {
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &FindField::edited);
}

void FindField::set_completer(QCompleter* completer) {
    completer_ = completer;
    completer->setWidget(this);
}

bool FindField::is_list_open() const {
    return completer_ != nullptr && completer_->popup()->isVisible();
}

void FindField::mark(std::optional<qsizetype> at) {
    if (at == marked_) return;
    marked_ = at;
    update();
}

void FindField::replace_before_cursor(qsizetype letters, const QString& words) {
    {
        const QSignalBlocker quiet(this);
        const int count = static_cast<int>(letters);
        if (count > 0) setSelection(cursorPosition() - count, count);
        insert(words);
    }
    update();
    emit edited();
}

bool FindField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc is the field's before it is the window's.
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && is_list_open()) {
        auto& key = *static_cast<QKeyEvent*>(event);
        if (key.key() == Qt::Key_Tab || (is_enter(key) && key.modifiers() == Qt::NoModifier)) {
            take_entry(key);
            return true;
        }
    }
    return QLineEdit::event(event);
}

/// The completer takes its current entry by a key that its widget ignores.
void FindField::take_entry(QKeyEvent& key) {
    QAbstractItemView& list = *completer_->popup();
    if (!list.currentIndex().isValid()) {
        if (is_enter(key)) {
            // Nothing is chosen: Enter is meant for the field.
            list.hide();
            return keyPressEvent(&key);
        }
        list.setCurrentIndex(completer_->completionModel()->index(0, 0));
    }
    key.ignore();
}

void FindField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        // The completer closes its list by a key that its widget ignores.
        if (is_list_open()) return event->ignore();
        event->accept();
        emit left();
        return;
    }
    if (is_enter(*event)) {
        event->accept();
        emit walked(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->accept();
        emit completion_wanted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Counted from the cursor, since a long text is scrolled.
int FindField::x_of(qsizetype place) const {
    const QFontMetrics metrics = fontMetrics();
    const auto width = [&](qsizetype count) {
        return metrics.horizontalAdvance(text().left(count));
    };
    return cursorRect().center().x() + 1 + width(place) - width(cursorPosition());
}

void FindField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!marked_) return;
    const QString words = text();
    const qsizetype begin = std::min(*marked_, words.size());
    qsizetype end = begin;
    while (end < words.size() && words[end].isLetterOrNumber() == words[begin].isLetterOrNumber() &&
           !words[end].isSpace())
        ++end;
    constexpr int least = 9;
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(4, 0, -22, 0));
    painter.setPen(QPen(bad_colour(palette()), 1.2));
    painter.setRenderHint(QPainter::Antialiasing);
    const int from = x_of(begin);
    const int y = (height() + fontMetrics().height()) / 2;
    paint_wave(painter, from, std::max(from + least, x_of(end)), std::min(y, height() - 3));
}

}  // namespace epochscope::app
