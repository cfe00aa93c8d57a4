#pragma once

#include <epochscope/model/column.h>

#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// What differs between a dataset and another one of the same samples (see analysis/compare.h).
struct Compared {
    /// A mean over samples, one an epoch of the dataset; nothing where epochs were not compared.
    struct Curve {
        /// "shared_neighbours", "agreement" or "confidence_change".
        std::string name;
        /// Of the samples of this class; empty: of all.
        std::string class_name;
        std::vector<std::optional<double>> values;
    };

    /// The name of the other dataset.
    std::string other;
    /// One value a sample of the dataset, missing for those without a partner: `shared_neighbours`,
    /// `agreement`, `confidence_change` and `later`, as far as they are known.
    std::vector<Column> columns;
    std::vector<Curve> curves;
    /// Sentences about what was compared otherwise than one would expect.
    std::vector<std::string> warnings;
};

}  // namespace epochscope
