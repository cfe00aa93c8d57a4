#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/column.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/render/colour_map.h>
#include <epochscope/render/colouring.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace epochscope {

/// Whether values are told apart or measured. `automatic` is categories for texts, truth values,
/// and whole numbers with at most 12 different values.
enum class ColourScale : std::uint8_t { automatic, categories, numbers };

/// How colouring_of colours the values of a column.
struct ColouringOptions {
    ColourScale scale = ColourScale::automatic;
    /// The numbers of the first and the last colour; nothing: the least and the greatest.
    std::optional<double> min = {};
    std::optional<double> max = {};
    /// Whether the range, where it is not set, is that of all but the lowest and the highest 2 %.
    bool is_robust = false;
    /// By logarithms, if the whole range is positive.
    bool is_log = false;
    ColourMap map = ColourMap::viridis;
    /// Classes with their colours: categories that are all classes have these, in this order.
    std::span<const std::string> class_names = {};
    std::span<const Colour> class_colours = {};
    /// What the rarest categories together, and samples without a value, are called. % stands for
    /// the number of these categories.
    std::string others = "other (%)";
    std::string missing = "missing";
};

/// How many categories have colours of their own at most, unless they are classes.
inline constexpr std::size_t max_categories = 50;
/// The different texts beyond which a column has no categories.
inline constexpr std::size_t max_texts = 65536;

/// The colours of the values of a column. Numbers have 256 colours of the map. Of categories, the
/// most frequent come first (numbers and truth values: in their order), and if they are more than
/// max_categories, the rarest have one colour together. Throws Error if there are more than
/// max_texts of them. O(samples), parallel.
Colouring colouring_of(const Column& column, const ColouringOptions& options = {},
                       const Job& job = {});

}  // namespace epochscope
