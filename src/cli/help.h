#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

namespace epochscope::cli {

/// The text in lines of at most `width` letters, broken at blanks; line breaks stay.
std::string wrapped(std::string_view text, std::size_t width);

/// Help that fits a terminal of 80 columns: names on the left, what an option does and its default
/// on the right.
class HelpFormatter : public CLI::Formatter {
  public:
    HelpFormatter();

    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;
    std::string make_help(const CLI::App* app, std::string name,
                          CLI::AppFormatMode mode) const override;
};

}  // namespace epochscope::cli
