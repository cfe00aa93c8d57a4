#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class Validator;
}

namespace epochscope::cli {

/// `1280x800`: width and height in pixels, as check_size has them. Throws CallError, which names
/// the option.
Size parse_size(std::string_view text, const std::string& option = "--size");

/// `3,14,15`: indices of samples, each below `sample_count`, each kept once. Throws CallError.
std::vector<std::size_t> parse_samples(std::string_view text, std::size_t sample_count);

/// `a,b`: the parts between the commas.
std::vector<std::string> split(std::string_view text);

/// Refuses what is none of these words.
CLI::Validator one_of(const std::vector<std::string>& words);

/// Refuses what is no finite number within min..max.
CLI::Validator number_within(double min, double max);

/// The text without what a terminal might take for a command: control characters become "?". Names
/// and messages come out of files that are not trusted.
std::string printable(std::string_view text);

}  // namespace epochscope::cli
