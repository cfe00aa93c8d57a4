#pragma once

#include "io/dynamics/literal_reader.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// More classes than that are taken for broken lines.
inline constexpr std::int64_t max_line_classes = 65536;

/// The identity of a sample: a number or a text. A number that is written as a text, or as a real
/// one (3.0), is the same as the number.
std::string_view read_id(LiteralReader& reader, std::string_view field,
                         std::deque<std::string>& texts);

/// A class, 0..max_line_classes - 1; also as a text.
std::int32_t read_class(LiteralReader& reader, std::string_view field);

/// A whole number of any sign.
std::int32_t read_mark(LiteralReader& reader, std::string_view field);

/// True or false: also as texts, and 1 or 0.
bool read_truth(LiteralReader& reader, std::string_view field);

/// A number, which may be infinite or none; also as a text. Nothing for None and null.
std::optional<double> read_number(LiteralReader& reader, std::string_view field);

/// A list of finite numbers, into `numbers`; none for None and null.
void read_numbers(LiteralReader& reader, std::string_view field, std::vector<double>& numbers);

/// Throws unless it is a probability: what rounding leaves outside 0..1 is cut off.
double probability(const LiteralReader& reader, std::string_view field, double value);
/// The same of a list.
void expect_probabilities(const LiteralReader& reader, std::string_view field,
                          std::vector<double>& numbers);

}  // namespace epochscope
