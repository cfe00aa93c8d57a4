#pragma once

#include "io/dynamics/literal_reader.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Lines with more classes count as broken.
inline constexpr std::int64_t max_line_classes = 65536;

/// The id of a sample: a number or a string. A number as a string or as a real (3.0) equals the
/// number.
std::string_view read_id(LiteralReader& reader, std::string_view field,
                         std::deque<std::string>& texts);

/// A class, 0..max_line_classes - 1; also as a string.
std::int32_t read_class(LiteralReader& reader, std::string_view field);

/// The same for a label, which may be unknown: -1 for -1, None, null, NaN and an empty string.
std::int32_t read_label(LiteralReader& reader, std::string_view field);

/// An integer of any sign.
std::int32_t read_mark(LiteralReader& reader, std::string_view field);

/// A Boolean; also as a string, 1 or 0.
bool read_truth(LiteralReader& reader, std::string_view field);

/// A number, which may be infinite or NaN; also as a string. Nothing for None and null.
std::optional<double> read_number(LiteralReader& reader, std::string_view field);

/// A list of numbers, into `numbers`; empty for None and null. What is not a finite number becomes
/// NaN.
void read_numbers(LiteralReader& reader, std::string_view field, std::vector<double>& numbers);

/// Throws unless it is a probability or NaN; clamps rounding errors outside 0..1.
double probability(const LiteralReader& reader, std::string_view field, double value);
/// The same for a list.
void expect_probabilities(const LiteralReader& reader, std::string_view field,
                          std::vector<double>& numbers);

}  // namespace epochscope
