#include "app/find/condition_completer.h"

#include "app/find/find_field.h"
#include "app/session/session.h"

#include <epochscope/query/sample_columns.h>
#include <epochscope/query/sample_query.h>

#include <QAbstractItemView>
#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>

namespace epochscope::app {
namespace {

constexpr std::size_t most_choices = 50;
constexpr int shown_choices = 10;
/// Beside the longest choice, for the scroll bar.
constexpr int margin = 40;
constexpr int widest = 420;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Whether a number or a text in quotes ends here, of which nothing is left to choose. `typed`: the
/// bytes at the end that choices would replace.
bool ends_with_value(std::string_view text, std::size_t typed) {
    const std::size_t end = text.find_last_not_of(' ');
    if (end == std::string_view::npos) return false;
    if (text[end] == '\'') return typed == 0;
    if (!is_digit(text[end])) return false;
    const std::size_t before = text.find_last_not_of("0123456789.", end);
    // A name may end with a digit.
    return before != std::string_view::npos &&
           std::string_view(" =<>(,+-*/").find(text[before]) != std::string_view::npos;
}

}  // namespace

ConditionCompleter::ConditionCompleter(Session& session, FindField& field)
    : QObject(&field),
      session_(session),
      field_(field),
      words_(new QStringListModel(this)),
      completer_(new QCompleter(words_, this)),
      query_([](const Request& request, const std::stop_token&) { return find(request); },
             [this](const Request& request, const Answer& answer) { take(request, answer); }) {
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(shown_choices);
    completer_->popup()->setAccessibleName(tr("Suggestions"));
    field.set_completer(completer_);
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this,
            &ConditionCompleter::choose);
    connect(&session, &Session::dataset_changed, this, &ConditionCompleter::close);
}

void ConditionCompleter::follow(bool always) {
    const QString before = field_.before_cursor();
    if (!session_.columns() || (before.trimmed().isEmpty() && !always)) return close();
    query_.ask({before, always, session_.columns()});
}

void ConditionCompleter::close() {
    query_.cancel();
    completer_->popup()->hide();
}

int ConditionCompleter::top_of_list() const {
    const QWidget* bar = field_.parentWidget();
    return bar == nullptr ? field_.height() : field_.mapFromParent(QPoint(0, bar->height())).y();
}

void ConditionCompleter::keep_below() {
    QWidget& list = *completer_->popup();
    const int top = field_.mapToGlobal(QPoint(0, top_of_list())).y();
    // Near the screen's lower edge it is above the field.
    const bool is_above = list.y() < field_.mapToGlobal(QPoint(0, 0)).y();
    if (list.isVisible() && !is_above) list.move(list.x(), top);
}

ConditionCompleter::Answer ConditionCompleter::find(const Request& request) {
    const QByteArray bytes = request.text.toUtf8();
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    Completion found;
    try {
        found = complete(*request.columns, text, most_choices);
    } catch (const std::exception&) {  // Nothing is offered then.
        return {};
    }
    const qsizetype typed = static_cast<qsizetype>(std::min(found.typed, text.size()));
    const QString last = QString::fromUtf8(bytes.right(typed));
    if (typed == 0 && !request.always && !is_condition(text, *request.columns)) return {};
    // After a value the condition may be finished.
    if (!request.always && ends_with_value(text, found.typed)) return {};
    Answer answer{.typed = last.size(), .choices = {}};
    for (const std::string& choice : found.choices)
        answer.choices << QString::fromStdString(choice);
    // What stands there already needs no offer.
    if (answer.choices.size() == 1 && answer.choices.front() == last) return {};
    return answer;
}

void ConditionCompleter::take(const Request& request, const Answer& answer) {
    QAbstractItemView& list = *completer_->popup();
    if (answer.choices.isEmpty() || !field_.hasFocus() || request.text != field_.before_cursor())
        return list.hide();
    typed_ = answer.typed;
    words_->setStringList(answer.choices);
    completer_->setCompletionPrefix({});
    int width = 0;
    for (const QString& choice : answer.choices)
        width = std::max(width, list.fontMetrics().horizontalAdvance(choice));
    QRect place = field_.cursor_place();
    place.setBottom(top_of_list() - 1);
    place.setWidth(std::min(width + margin, widest));
    completer_->complete(place);
    list.setCurrentIndex({});
}

void ConditionCompleter::choose(const QString& words) {
    field_.replace_before_cursor(typed_, words);
}

}  // namespace epochscope::app
