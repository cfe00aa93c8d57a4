#include "cli/help.h"

#include <algorithm>
#include <string>

namespace epochscope::cli {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t name_width = 26;

}  // namespace

std::string wrapped(std::string_view text, std::size_t width) {
    std::string lines;
    while (text.size() > width || text.find('\n') != std::string_view::npos) {
        std::size_t end = std::min(text.find('\n'), text.size());
        if (end > width) {
            end = text.rfind(' ', width);
            if (end == std::string_view::npos) end = std::min(text.find(' '), text.size());
        }
        lines += text.substr(0, end);
        if (end == text.size()) return lines;
        lines += '\n';
        text.remove_prefix(end + 1);
    }
    return lines.append(text);
}

HelpFormatter::HelpFormatter() {
    column_width(name_width);
    label("Positionals", "What is opened");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
    if (app->get_subcommands({}).empty())
        return "\n" + CLI::Formatter::make_usage(app, std::move(name));
    return "\nUsage: " + name + " [OPTIONS] [FOLDER]\n       " + name + " VERB [OPTIONS] FOLDER\n";
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
    if (option->get_type_name().empty() || option->get_positional()) return {};
    return " " + option->get_type_name();
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
    std::string text = option->get_description();
    // What is no blank yet keeps the words on one line.
    constexpr char glue = '\x1f';
    if (!option->get_default_str().empty())
        text += std::string(" (default:") + glue + option->get_default_str() + ")";
    text = wrapped(text, page_width - name_width);
    std::replace(text.begin(), text.end(), glue, ' ');
    return text;
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode mode) const {
    std::string page = CLI::Formatter::make_help(app, std::move(name), mode);
    // CLI11 parts groups by two blank lines in places.
    for (std::size_t at = 0; (at = page.find("\n\n\n", at)) != std::string::npos;)
        page.erase(at, 1);
    return page;
}

}  // namespace epochscope::cli
