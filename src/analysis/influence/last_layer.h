#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// What is known of a sample at an epoch.
enum class Knowledge : std::uint8_t { all, no_label, no_embedding, no_logits };

/// What the gradient of a sample's cross-entropy with respect to the weights of the last layer
/// consists of: it is the outer product of p - y and x.
struct LastLayer {
    const Recording& recording;
    /// The epoch's index. It has logits.
    std::size_t epoch = 0;

    [[nodiscard]] std::size_t dimension() const { return recording.dimension(); }
    [[nodiscard]] std::size_t class_count() const { return recording.class_count(); }

    /// Writes x and p - y of a sample, or zeros if not all is known. The spans have dimension() and
    /// class_count() entries. O(D + C).
    Knowledge read(std::size_t sample, std::span<double> features, std::span<double> error) const;
};

/// Rows of x and of p - y, zeros where they are not known.
struct LayerRows {
    std::vector<double> features;
    std::vector<double> errors;

    LayerRows(const LastLayer& layer, std::size_t rows)
        : features(rows * layer.dimension()), errors(rows * layer.class_count()) {}
    Knowledge read(const LastLayer& layer, std::size_t row, std::size_t sample) {
        return layer.read(
            sample, std::span(features).subspan(row * layer.dimension(), layer.dimension()),
            std::span(errors).subspan(row * layer.class_count(), layer.class_count()));
    }
};

}  // namespace epochscope
