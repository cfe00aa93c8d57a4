#include "cli/help.h"

#include "cli/values.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t name_width = 26;

/// The text in lines of at most `width` letters, broken at blanks; line breaks stay.
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

/// A name on the left, and what it is on the right.
std::string row(std::string name, std::string_view text) {
    const std::string margin(name_width, ' ');
    name.insert(0, "  ");
    name += name.size() < name_width ? margin.substr(name.size()) : "\n" + margin;
    for (const char letter : wrapped(text, page_width - name_width) + '\n')
        name.append(1, letter).append(letter == '\n' ? margin : "");
    return name.substr(0, name.size() - name_width);
}

std::string row(const VerbOption& option) {
    // What is no blank yet keeps the words on one line.
    constexpr char glue = '\x1f';
    std::string name = joined(option.names, ",");
    if (!option.value.empty()) name += " " + option.value;
    std::string text = option.help;
    if (!option.initial.empty()) text += std::string(" (default:") + glue + option.initial + ")";
    std::string lines = row(std::move(name), text);
    std::ranges::replace(lines, glue, ' ');
    return lines;
}

std::string rows(const Verb& verb) {
    std::string arguments;
    std::vector<std::string> groups;
    for (const VerbOption& option : verb.options) {
        if (option.is_argument)
            arguments += row(option);
        else if (std::ranges::find(groups, option.group) == groups.end())
            groups.push_back(option.group);
    }
    std::string page = arguments.empty() ? "" : "\nWhat is opened:\n" + arguments;
    for (const std::string& group : groups) {
        page += "\n" + group + ":\n";
        for (const VerbOption& option : verb.options)
            if (!option.is_argument && option.group == group) page += row(option);
    }
    return page;
}

std::string ending(const Verb& verb) {
    return verb.footer.empty() ? "" : "\n" + verb.footer + "\n";
}

}  // namespace

std::string help_of(const Verb& verb) {
    std::string usage = "\n\nUsage: epochscope " + verb.name + " [OPTIONS]";
    for (const VerbOption& option : verb.options)
        if (option.is_argument) usage += " " + option.names.front();
    return verb.help + usage + "\n" + rows(verb) + ending(verb);
}

std::string help_of_program(std::span<const Verb> verbs) {
    const Verb& program = verbs.front();
    std::string page = program.help +
                       "\n\nUsage: epochscope [OPTIONS] [FOLDER]\n"
                       "       epochscope VERB [OPTIONS] FOLDER\n" +
                       rows(program) + "\nVerbs:\n";
    for (const Verb& verb : verbs.subspan(1)) page += row(verb.name, verb.help);
    return page + ending(program);
}

std::string help_of_all(std::span<const Verb> verbs) {
    std::string pages = help_of_program(verbs);
    for (const Verb& verb : verbs.subspan(1)) pages += "\n\n" + help_of(verb);
    return pages;
}

}  // namespace epochscope::cli
