#pragma once

#include <epochscope/model/column.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// Collects the cells of a column one by one and finds its type: whole numbers as Python writes
/// them (`007` is none), real numbers, dates (see parse_date), `true` and `false` in any case, else
/// texts. Whole numbers among reals are reals; any other mixture is texts.
///
/// Texts of which few differ (at most max_words, and at most half as many as there are rows) become
/// categories. Memory: 8 bytes a row for numbers, 4 for categories, the text and 8 for others.
class ColumnBuilder {
  public:
    static constexpr std::size_t max_words = 4096;

    /// What is known beforehand of the cells.
    enum class Cells : std::uint8_t {
        any,
        /// All are texts, whatever they look like.
        texts,
        /// The texts of the cells are kept as well, so that it never loses any: see has_lost.
        kept,
    };

    /// `rows` is about how many cells there will be.
    ColumnBuilder(std::string name, std::size_t rows, Cells cells = Cells::any);

    /// Adds a cell that is not missing: see is_missing_cell.
    void add(std::string_view cell);
    void add_missing();
    /// Adds a cell of either kind.
    void add_any(std::string_view cell);
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Whether the column was found to be of texts when cells were added already of which only the
    /// numbers were kept. Then all cells must be added to another builder as `texts`.
    [[nodiscard]] bool has_lost() const { return kind_ == Kind::lost; }

    /// The column. If all cells are missing, it is of texts.
    Column finish();

  private:
    enum class Kind : std::uint8_t { unknown, whole, real, truth, date, words, texts, lost };

    /// Takes the cell as a value of the kind; false if it is none.
    bool take(std::string_view cell);
    /// Decides the kind by the first cell.
    void begin(std::string_view cell);
    void become_real();
    void become_texts();
    void add_text(std::string_view cell);
    void add_word(std::string_view cell);
    void spell_out_words();
    void append(std::string_view cell);

    std::string name_;
    std::size_t expected_;
    Cells cells_;
    Kind kind_ = Kind::unknown;
    std::size_t rows_ = 0;
    std::vector<std::int64_t> whole_;
    std::vector<double> real_;
    std::vector<std::int32_t> codes_;
    /// Views of code_of_ are of these.
    std::deque<std::string> words_;
    std::unordered_map<std::string_view, std::int32_t> code_of_;
    std::int32_t last_code_ = -1;
    std::string bytes_;
    std::vector<std::uint64_t> ends_;
};

/// Whether a cell says that there is no value: "", NA, N/A, NaN, none, null, -, in any case.
bool is_missing_cell(std::string_view cell);

/// The whole number that a cell is, if it is one exactly as it would be written.
std::optional<std::int64_t> plain_whole(std::string_view cell);

}  // namespace epochscope
