#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// `<name attributes>content</name>`; the content is HTML.
std::string element(std::string_view name, std::string_view content,
                    std::string_view attributes = {});

/// A number: what is shown of it, and all of its digits for programs.
std::string number(double value, std::string_view shown);
/// With that many decimals: 0.952.
std::string fixed(double value, int decimals);
std::string fixed(const std::optional<double>& value, int decimals);
/// With four significant digits: 2.571, 1.2e-05.
std::string brief(const std::optional<double>& value);
std::string count(std::size_t value);
/// The number of an epoch.
std::string count(std::int64_t value);

/// A text of the dataset, whatever its direction; `longest` bytes of it.
std::string isolated(std::string_view text, std::size_t longest = 120);

/// A table that scrolls sideways where it is too wide. Cells are HTML; all but those of the first
/// `texts` columns are numbers.
class TableMarkup {
  public:
    TableMarkup(const std::vector<std::string>& titles, std::size_t texts);
    void add(const std::vector<std::string>& cells);
    [[nodiscard]] std::string text() const;

  private:
    std::size_t texts_;
    std::string rows_;
};

/// What can be unfolded.
std::string folded(std::string_view title, std::string_view content);

}  // namespace epochscope
