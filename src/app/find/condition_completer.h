#pragma once

#include "app/tasks/query.h"

#include <QCompleter>
#include <QObject>
#include <QString>
#include <QStringListModel>

#include <memory>

namespace epochscope {
class SampleColumns;
}

namespace epochscope::app {

class FindField;
class Session;

/// Offers what may stand at the cursor of a field: names of columns and functions, keywords and
/// values, found on a thread of its own.
class ConditionCompleter : public QObject {
    Q_OBJECT

  public:
    /// The field is the parent.
    ConditionCompleter(Session& session, FindField& field);

    /// Opens the list, or closes it, for the text before the cursor. `always`: even if nothing of
    /// the next word is typed yet and the text is no condition.
    void follow(bool always = false);
    void close();
    /// Moves the open list below all that the field's parent shows below the field.
    void keep_below();

  private:
    struct Request {
        QString text;
        bool always = false;
        std::shared_ptr<const SampleColumns> columns;
    };
    struct Answer {
        /// The letters before the cursor that the choices replace.
        qsizetype typed = 0;
        QStringList choices;
    };

    static Answer find(const Request& request);
    void take(const Request& request, const Answer& answer);
    void choose(const QString& words);
    /// Where the list opens, in the field's coordinates.
    [[nodiscard]] int top_of_list() const;

    Session& session_;
    FindField& field_;
    QStringListModel* words_;
    QCompleter* completer_;
    qsizetype typed_ = 0;
    // Last: its thread ends before what it uses.
    Query<Request, Answer> query_;
};

}  // namespace epochscope::app
