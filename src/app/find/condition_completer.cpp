#include "app/find/condition_completer.h"

#include "app/find/find_field.h"
#include "app/session/session.h"

#include <epochscope/query/sample_columns.h>
#include <epochscope/query/sample_query.h>

#include <QAbstractItemView>
#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <string>
#include <string_view>

namespace epochscope::app {
namespace {

constexpr std::size_t most_choices = 50;
constexpr int shown_choices = 10;
/// Beside the longest choice, for the scroll bar.
constexpr int margin = 40;
constexpr int widest = 420;

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
    completer_->popup()->setAccessibleName(tr("What may stand here"));
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
    place.setBottom(field_.rect().bottom());
    place.setWidth(std::min(width + margin, widest));
    completer_->complete(place);
    list.setCurrentIndex({});
}

void ConditionCompleter::choose(const QString& words) {
    field_.replace_before_cursor(typed_, words);
}

}  // namespace epochscope::app
