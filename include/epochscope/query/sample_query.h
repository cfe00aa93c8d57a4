#pragma once

#include <epochscope/model/error.h>
#include <epochscope/model/job.h>
#include <epochscope/query/sample_columns.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace epochscope {

/// What is wrong with a query, and where.
class QueryError : public Error {
  public:
    /// `offset` is the byte in the text at which the fault is; its length if it is the end.
    QueryError(const std::string& what, std::size_t offset) : Error(what), offset_(offset) {}
    [[nodiscard]] std::size_t offset() const { return offset_; }

  private:
    std::size_t offset_;
};

/// A value of a row; nothing stands for NULL. Texts are valid during the call.
using QueryValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// SQL over the samples of a dataset, by SQLite. Two read-only virtual tables are backed by the
/// columns, of which nothing is copied: `samples`, with the listed columns of SampleColumns, and
/// `epochs(sample, epoch, x, y, prediction, confidence, correct)`. The columns of an epoch are
/// functions: `prediction_at(20)`. An authorizer allows reading alone. Thread-safe.
class SampleQuery {
  public:
    explicit SampleQuery(std::shared_ptr<const SampleColumns> columns);

    [[nodiscard]] const SampleColumns& columns() const { return *columns_; }

    /// The samples for which a condition holds, each once: the text after WHERE in a SELECT over
    /// `samples`, with any ORDER BY and LIMIT. In that order, or else increasing. Throws QueryError
    /// with the place in `condition`, Cancelled. O(samples x columns named).
    [[nodiscard]] std::vector<std::size_t> where(std::string_view condition,
                                                 const Job& job = {}) const;

    struct Reader {
        /// Called once, before the rows.
        std::function<void(std::span<const std::string> names)> head;
        /// Called for each row; false ends the query.
        std::function<bool(std::span<const QueryValue> row)> row;
    };
    /// Runs one SELECT. Throws QueryError, Cancelled.
    void select(std::string_view sql, const Reader& reader, const Job& job = {}) const;

  private:
    std::shared_ptr<const SampleColumns> columns_;
};

/// Whether a text asks for a condition and not for words: it has an operator or a keyword of SQL
/// after the name of a column or a function.
[[nodiscard]] bool is_condition(std::string_view text, const SampleColumns& columns);

/// The samples of which the id or a text of the metadata has all words in it, ignoring case (of any
/// script), increasing; the label's name counts as a text. O(bytes of texts).
[[nodiscard]] std::vector<std::size_t> find_words(const SampleColumns& columns,
                                                  std::string_view words, const Job& job = {});

/// What may stand at the end of an unfinished condition: names of columns and functions, keywords,
/// or, after an operator, values of the column in quotes. At most `count`.
struct Completion {
    /// The bytes before the end that the choices replace.
    std::size_t typed = 0;
    std::vector<std::string> choices;
};
[[nodiscard]] Completion complete(const SampleColumns& columns, std::string_view text,
                                  std::size_t count = 50);

}  // namespace epochscope
