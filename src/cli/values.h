#pragma once

#include <epochscope/model/image.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// `1280x800`: width and height in pixels, as check_size has them. Throws CallError, which names
/// the option.
Size parse_size(std::string_view text, const std::string& option = "--size");

/// `3,14,15`: indices of samples, each below `sample_count`, each kept once. Throws CallError,
/// which names the option.
std::vector<std::size_t> parse_samples(std::string_view text, std::size_t sample_count,
                                       const std::string& option = "--select");

/// `a,b`: the parts between the commas.
std::vector<std::string> split(std::string_view text);

/// The text of each entry, with something between them.
template <typename Entries, typename Text = std::identity>
std::string joined(const Entries& entries, std::string_view between, const Text& text_of = {}) {
    std::string all;
    for (const auto& entry : entries)
        all.append(all.empty() ? "" : between).append(std::invoke(text_of, entry));
    return all;
}

/// A number with that many digits behind the point.
std::string fixed_text(double value, int digits);

/// The text without what a terminal might take for a command: control characters become "?". Names
/// and messages come out of files that are not trusted.
std::string printable(std::string_view text);

}  // namespace epochscope::cli
