#pragma once

#include "app/session/picks.h"
#include "app/tasks/query.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope {
class SampleColumns;
}

namespace epochscope::app {

class Session;

/// The samples that a text asks for, found on a thread of its own. A condition (see is_condition in
/// epochscope/query/sample_query.h) leaves only its samples on the screen; the samples of words
/// stand out; a whole number alone is the sample of this id or index, if there is one. An empty
/// text asks for nothing: all samples are there. While a condition is wrong, that before it stays
/// in force. The text is empty again once another dataset is open.
class SampleFilter : public QObject {
    Q_OBJECT

  public:
    explicit SampleFilter(Session& session, QObject* parent = nullptr);
    ~SampleFilter() override;

    void set_text(const QString& text);
    [[nodiscard]] const QString& text() const { return text_; }
    /// Whether the text is a condition, right or wrong.
    [[nodiscard]] bool is_condition() const { return is_condition_; }

    // Add, replace and remove a piece of the condition, as in app/session/conditions.h. Words are
    // replaced.
    void add_condition(const QString& piece);
    void replace_condition(const QString& old, const QString& piece);
    void remove_condition(const QString& piece);

    /// The samples found, in the order that a condition asks for, or else increasing; of the last
    /// condition in force if the text is wrong.
    [[nodiscard]] const std::vector<std::size_t>& matches() const { return *matches_; }
    /// The same, for other threads; not null.
    [[nodiscard]] const std::shared_ptr<const std::vector<std::size_t>>& shared_matches() const {
        return matches_;
    }
    /// What is wrong with the text; empty if nothing is.
    [[nodiscard]] const QString& fault() const { return fault_; }
    /// The place in the text, in UTF-16 units, at which it is wrong; its length if that is the end.
    [[nodiscard]] std::optional<qsizetype> fault_at() const { return fault_at_; }
    /// Whether the answer to the text has arrived.
    [[nodiscard]] bool is_settled() const { return query_.is_settled(); }

  signals:
    /// The text changed, or an answer has arrived.
    void changed();

  private:
    struct Request {
        QString text;
        bool is_condition = false;
        std::shared_ptr<const SampleColumns> columns;
    };
    using Matches = std::shared_ptr<const std::vector<std::size_t>>;
    struct Answer {
        Matches matches = std::make_shared<const std::vector<std::size_t>>();
        Picks samples;
        QString fault;
        std::optional<qsizetype> fault_at;
    };

    static Answer find(const Request& request, const std::stop_token& stop);
    void take(const Request& request, Answer answer);
    void ask();
    void forget();
    [[nodiscard]] QString condition() const { return is_condition_ ? text_ : QString(); }

    Session& session_;
    QString text_;
    bool is_condition_ = false;
    /// Whether a condition is in force.
    bool filters_ = false;
    Matches matches_ = std::make_shared<const std::vector<std::size_t>>();
    QString fault_;
    std::optional<qsizetype> fault_at_;
    // Last: its thread ends before what it uses.
    Query<Request, Answer> query_;
};

}  // namespace epochscope::app
