#include "cli/values.h"

#include "cli/verb.h"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>

namespace epochscope::cli {

namespace {

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

Size parse_size(std::string_view text, const std::string& option) {
    const std::size_t cross = std::min(text.find('x'), text.size());
    const auto width = whole_number<int>(text.substr(0, cross));
    const auto height = whole_number<int>(text.substr(std::min(cross + 1, text.size())));
    if (!width || !height)
        throw CallError(option + ": \"" + std::string(text) +
                        "\" is no size, expected width and height in pixels as in 1280x800");
    const Size size{*width, *height};
    try {
        check_size(size);
    } catch (const Error& error) {
        // "size: is ..."
        throw CallError(option + std::string(error.what()).substr(4));
    }
    return size;
}

std::vector<std::size_t> parse_samples(std::string_view text, std::size_t sample_count,
                                       const std::string& option) {
    std::vector<std::size_t> samples;
    for (const std::string& part : split(text)) {
        const auto sample = whole_number<std::size_t>(part);
        if (!sample || *sample >= sample_count)
            throw CallError(option + ": there is no sample \"" + part + "\", expected 0.." +
                            std::to_string(sample_count - 1));
        if (std::find(samples.begin(), samples.end(), *sample) == samples.end())
            samples.push_back(*sample);
    }
    return samples;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t comma = std::min(text.find(','), text.size());
        parts.emplace_back(text.substr(0, comma));
        if (comma == text.size()) return parts;
        text.remove_prefix(comma + 1);
    }
}

std::string fixed_text(double value, int digits) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << value;
    return text.str();
}

std::string printable(std::string_view text) {
    std::string clean(text);
    for (char& c : clean)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f) c = '?';
    return clean;
}

void Stage::say(std::string_view message) const {
    // In one piece: what projects beside the window speaks, too.
    err << "epochscope: " + printable(message) + '\n' << std::flush;
}

void Stage::warn(std::string_view message) const { say("warning: " + std::string(message)); }

}  // namespace epochscope::cli
