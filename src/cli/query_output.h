#pragma once

#include <epochscope/query/sample_query.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope::cli {

/// Writes the rows of a query.
class QueryOutput {
  public:
    using Write = std::function<void(std::string_view text)>;

    explicit QueryOutput(Write write) : write_(std::move(write)) {}
    virtual ~QueryOutput() = default;
    QueryOutput(const QueryOutput&) = delete;
    QueryOutput& operator=(const QueryOutput&) = delete;

    virtual void head(std::span<const std::string> names) = 0;
    virtual void row(std::span<const QueryValue> row) = 0;
    virtual void end() {}
    /// There are more rows, which are not wanted. Returns false.
    bool cut_off() {
        is_cut_off_ = true;
        return false;
    }

  protected:
    void write(std::string_view text) const { write_(text); }
    [[nodiscard]] bool is_cut_off() const { return is_cut_off_; }

  private:
    Write write_;
    bool is_cut_off_ = false;
};

/// Aligned columns, numbers to the right, and how many rows there are. Line breaks in texts become
/// blanks and long texts are cut. Holds all rows until the end.
std::unique_ptr<QueryOutput> table_output(QueryOutput::Write write);
/// RFC 4180, with lines that end as in Unix; NULL is empty.
std::unique_ptr<QueryOutput> csv_output(QueryOutput::Write write);
/// An object a line. Numbers that are not finite are null.
std::unique_ptr<QueryOutput> json_output(QueryOutput::Write write);

/// The columns of a terminal that a text takes: two for a character of East Asia.
std::size_t width_of(std::string_view text);

}  // namespace epochscope::cli
