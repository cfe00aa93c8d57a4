#pragma once

#include <epochscope/model/dataset.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

struct SqlToken;

/// Comes after a condition without an order, on a line of its own, for the text may end with a
/// comment. The first ones of a limit are then those of the smallest index.
inline constexpr std::string_view own_order = "\nORDER BY sample ";

/// A query as SQLite is given it. Columns of an epoch, `prediction_at(20)`, become names of hidden
/// columns, `"prediction_at(20)"`, so that aliases, ordering and plans treat them as columns.
class QueryText {
  public:
    /// One SELECT. Throws QueryError if it is another statement or names no epoch.
    static QueryText of_select(std::string_view sql, const Dataset& dataset);
    /// The SELECT of the samples for which a condition holds. Throws QueryError.
    static QueryText of_condition(std::string_view condition, const Dataset& dataset);

    [[nodiscard]] const std::string& sql() const { return sql_; }
    /// The columns of epochs that it names, each once.
    [[nodiscard]] const std::vector<std::string>& epoch_columns() const { return epoch_columns_; }
    /// The byte of the given text that became this byte of `sql`.
    [[nodiscard]] std::size_t given_offset(std::size_t offset) const;

    /// Whether this byte of `sql` was not given.
    [[nodiscard]] bool is_own(std::size_t offset) const;

  private:
    /// From this byte of `sql` on it is the text as given from a byte on, or something in its
    /// place.
    struct Piece {
        std::size_t begin = 0;
        std::size_t given = 0;
        bool is_copy = true;
    };

    [[nodiscard]] const Piece* piece_at(std::size_t offset) const;
    void append(std::string_view own, std::size_t given);
    void append_copy(std::size_t from, std::size_t to);
    void append_columns(const Dataset& dataset, std::size_t from, std::size_t to);
    [[nodiscard]] std::size_t keep_column(const Dataset& dataset,
                                          const std::vector<SqlToken>& tokens, std::size_t index);

    std::string_view given_;
    std::size_t given_size_ = 0;
    std::string sql_;
    std::vector<Piece> pieces_;
    std::vector<std::string> epoch_columns_;
};

}  // namespace epochscope
