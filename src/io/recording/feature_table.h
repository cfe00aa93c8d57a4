#pragma once

#include "io/tables/table_reader.h"

#include <epochscope/io/npy.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The columns of a text table with the features of one epoch, a row a sample.
struct FeatureColumns {
    /// Those with numbers that have no other meaning.
    std::vector<std::size_t> features = {};
    /// `logit_0`, `logit_1`, ..., one a class.
    std::vector<std::size_t> logits = {};
    /// `prob_0`, `prob_1`, ...
    std::vector<std::size_t> probabilities = {};
    std::optional<std::size_t> label = {};
    std::optional<std::size_t> id = {};
    /// The names of others, which are left out.
    std::vector<std::string> unread = {};
};

/// The columns by their names, and by the first row, at which the reader is.
FeatureColumns feature_columns(const TableReader& rows);

/// The columns of a file by its first rows; nothing if it is no table of features: it has fewer
/// than three columns of numbers, or is one of places or of curves. Never throws.
std::optional<FeatureColumns> feature_columns_of(const std::filesystem::path& file);

/// The arrays of such a table: `embeddings`, and where it has them `logits`, `probabilities`,
/// `labels` and `ids`.
class FeatureTable {
  public:
    /// Throws Error with the line if a cell of features is a word, and FileCutOff if the last line
    /// is cut off. O(bytes).
    explicit FeatureTable(const std::filesystem::path& file);

    /// Throws Error if the table has none of this name.
    [[nodiscard]] NpyArray array(const std::string& name) const;

  private:
    void keep(const std::string& name, std::string_view type, std::vector<std::size_t> shape,
              std::string_view entries);
    void keep_words(const std::string& name, const std::vector<std::string>& words);

    std::string path_;
    std::map<std::string, std::shared_ptr<const std::string>> arrays_;
};

}  // namespace epochscope
