#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What is known of a table before it is read.
struct TableStyle {
    /// The separator of cells; nothing: the most frequent of `,`, `;`, tab and `|` in the first
    /// line, or blanks if there is none of these and the line has only numbers, or as many names as
    /// the next lines have cells between blanks, of which two are numbers.
    std::optional<char> separator = {};
    /// Whether the first line has the names of columns; nothing: it has, unless all its cells are
    /// numbers, or two are fractions and the next line has numbers and words at the same places.
    std::optional<bool> has_names = {};
    /// The most bytes of a quoted cell; where a longer one begins, its quote is taken as a letter.
    std::size_t max_quoted = std::size_t{1} << 16U;
    /// Whether a quote that has no end, or ends on a later line within a cell, is an error; else it
    /// is taken as a letter.
    bool must_end_quotes = false;
    /// Whether blank lines behind the first are rows of a table of one column.
    bool has_empty_rows = false;
};

/// Reads a text table row by row: lines of cells between separators, JSON objects (or Python
/// dicts), one a line, or one JSON array of objects. The first character decides: `{` or `[` begins
/// objects.
///
/// Cells may be in double quotes; then they may hold separators, ends of lines and doubled quotes.
/// Blank lines and lines that begin with `#` before the first row are skipped; such a line before
/// it names the columns if it fits. Columns without a name are called "column 3". Rows may have
/// fewer cells than the first line. Objects add columns as their keys appear.
class TableReader {
  public:
    static constexpr std::size_t max_columns = 10'000;

    /// `where` names the table in errors. The text must outlive the reader. Throws Error if there
    /// are no names, two columns have one name, or there are more than max_columns.
    TableReader(std::string where, std::string_view text, const TableStyle& style = {});
    ~TableReader() = default;
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    /// Goes to the next row; false at the end. A last line without an end that is no whole row ends
    /// the table: see is_cut. Throws Error with the line if a row has too many cells or is no
    /// object.
    bool next();

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// The first column with one of these names in lower case, in the order of the columns.
    [[nodiscard]] std::optional<std::size_t> find(
        std::initializer_list<std::string_view> wanted) const;
    [[nodiscard]] bool is_objects() const { return is_objects_; }

    /// A cell of the row; empty if the row has none. Valid until the next row.
    [[nodiscard]] std::string_view text(std::size_t column) const {
        return column < cells_.size() ? cells_[column] : std::string_view{};
    }
    /// Whether there is no cell, or it says so: "", NA, N/A, none, null, -.
    [[nodiscard]] bool is_missing(std::size_t column) const;
    /// The number of a cell, which may be NaN or infinite; nothing if it is missing or a word. If
    /// commas are not separators, a comma may be the decimal point.
    [[nodiscard]] std::optional<double> number(std::size_t column) const;

    /// How many bytes of the text were passed.
    [[nodiscard]] std::size_t bytes_read() const { return size_ - rest_.size(); }
    /// The line of the row, from 1; for an array of objects, the index of the object from 1.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// The table and the line, for messages.
    [[nodiscard]] std::string place() const;
    /// Whether the row is a last line without an end, which may still be written.
    [[nodiscard]] bool is_unfinished() const { return is_unfinished_; }
    /// How many blank lines come before the first that is not.
    [[nodiscard]] std::size_t blank_lines_before() const { return blank_before_; }
    /// Whether the last line was left out, since it is cut off.
    [[nodiscard]] bool is_cut() const { return is_cut_; }
    /// Whether the row repeats the names of the columns, as where a second table was appended.
    [[nodiscard]] bool repeats_names() const;

  private:
    bool next_line();
    bool next_object();
    std::string_view skip_to_head();
    void read_head(const TableStyle& style);
    [[nodiscard]] std::vector<bool> are_numbers() const;
    bool is_row_like_next(std::string_view line);
    void take_names(std::vector<std::string> names);
    std::string_view take_line();
    std::optional<std::string_view> take_quoted();
    void expect_no_quote(bool goes_on) const;
    std::string_view take_cell();
    /// Reads a line, or more if a quoted cell goes on.
    void read_cells();
    std::vector<std::string> cells_in(std::string_view text);
    void read_object(std::string_view text);
    std::size_t column_called(std::string_view name);
    void begin_array();

    std::string where_;
    std::string_view rest_;
    std::size_t size_ = 0;
    std::size_t max_quoted_;
    bool must_end_quotes_ = false;
    bool has_empty_rows_ = false;
    /// An array of objects, with its ends of lines replaced by blanks.
    std::string array_;
    char separator_ = ',';
    bool is_objects_ = false;
    bool is_array_ = false;
    std::size_t line_ = 0;
    std::size_t blank_before_ = 0;
    bool is_unfinished_ = false;
    bool is_cut_ = false;
    /// Whether the first line is a row that was not given out yet.
    bool is_first_kept_ = false;
    std::vector<std::string> names_;
    /// Of objects: the column of each name, and the one that is likely next.
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::size_t likely_ = 0;
    std::vector<std::string_view> cells_;
    /// Unescaped cells of the row.
    std::deque<std::string> texts_;
};

/// What a column without a name is called, by its index.
std::string unnamed_column(std::size_t column);

/// The cells of a column, of which there should be `count`. The first line of a table of one column
/// is a cell, too, unless there is a line too many, and blank lines are cells, but none too many at
/// the end.
std::vector<std::string> words_in(TableReader& rows, std::size_t column, std::size_t count);

/// The number that a text consists of, with an optional sign; may be NaN or infinite. Nothing if it
/// is not a number.
std::optional<double> plain_number(std::string_view text);

/// The text of the array that an object holds under a key, without ends of lines; nothing if the
/// text is no object, or has no such array.
std::optional<std::string> array_in(std::string_view text, std::string_view key);

}  // namespace epochscope
