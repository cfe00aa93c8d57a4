#pragma once

#include <epochscope/query/sample_columns.h>
#include <epochscope/query/sample_query.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace epochscope::tests {

/// A row in words: its values as SQL writes them, with bars between.
std::string row_words(std::span<const QueryValue> row);

/// The tables of samples and epochs as plain tables of SQLite, filled with the same values.
class PlainTables {
  public:
    /// With these columns of epochs, by their names in `samples`.
    PlainTables(const SampleColumns& columns, std::span<const std::string_view> epoch_columns);

    [[nodiscard]] std::vector<std::string> rows(const std::string& sql) const;

  private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    void run(const std::string& sql) const;

    std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace epochscope::tests
