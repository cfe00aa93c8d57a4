#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// `1280x800`: width and height in pixels, as check_size has them. Throws CallError, which names
/// the option.
Size parse_size(std::string_view text, const std::string& option = "--size");

/// `3,14,15`: indices of samples, each below `sample_count`, each kept once. Throws CallError.
std::vector<std::size_t> parse_samples(std::string_view text, std::size_t sample_count);

/// `a,b`: the parts between the commas.
std::vector<std::string> split(std::string_view text);

/// The texts with something between them.
template <typename Texts>
std::string joined(const Texts& texts, std::string_view between) {
    std::string all;
    for (const auto& text : texts) all.append(all.empty() ? "" : between).append(text);
    return all;
}

/// A number with that many digits behind the point.
std::string fixed_text(double value, int digits);

/// The text without what a terminal might take for a command: control characters become "?". Names
/// and messages come out of files that are not trusted.
std::string printable(std::string_view text);

}  // namespace epochscope::cli
