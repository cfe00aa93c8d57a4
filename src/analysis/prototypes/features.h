#pragma once

#include <epochscope/model/recording.h>

#include <cmath>
#include <span>
#include <vector>

namespace epochscope {

inline double length_of(std::span<const float> row) {
    double sum = 0;
    for (const float value : row) sum += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(sum);
}

/// Normalises a row; zeros stay.
inline void normalise(std::span<float> row) {
    const double length = length_of(row);
    if (length > 0)
        for (float& value : row) value = static_cast<float>(static_cast<double>(value) / length);
}

/// The rows of a table, or a normalised copy of them.
class Features {
  public:
    Features(const Table& rows, bool normalised) : rows_(rows) {
        if (!normalised) return;
        copy_.assign(rows.values.begin(), rows.values.end());
        for (std::size_t i = 0; i < rows.rows(); ++i)
            normalise(std::span(copy_).subspan(i * rows.columns, rows.columns));
    }

    [[nodiscard]] Table table() const {
        return copy_.empty() ? rows_ : Table{copy_, rows_.columns};
    }

  private:
    Table rows_;
    std::vector<float> copy_;
};

}  // namespace epochscope
