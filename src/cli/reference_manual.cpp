#include "cli/options.h"
#include "cli/reference.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/methods.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <sstream>
#include <utility>
#include <variant>

namespace epochscope::cli {

namespace {

struct Words {
    const char* verbs_header;
    const char* methods_header;
    const char* options_header;
    const char* off;
    const char* required;
    const char* comma;
    const char* semicolon;
};

constexpr Words english{"| option | default | meaning |\n|---|---|---|\n",
                        "| method | what it shows | what it does not show |\n|---|---|---|\n",
                        "| option | methods | default | range | meaning |\n|---|---|---|---|---|\n",
                        "off",
                        "required",
                        ", ",
                        "; "};
constexpr Words chinese{"| 选项 | 默认 | 含义 |\n|---|---|---|\n",
                        "| 方法 | 显示什么 | 不显示什么 |\n|---|---|---|\n",
                        "| 选项 | 方法 | 默认 | 范围 | 含义 |\n|---|---|---|---|---|\n",
                        "关",
                        "必需",
                        "、",
                        "；"};

const Words& words_of(std::string_view language) { return language == "zh" ? chinese : english; }

using Cells = std::vector<std::string>;

/// What a page has below a heading.
struct Section {
    std::string paragraphs;
    /// By the last option, or the method, that the first cell names.
    std::map<std::string, Cells> rows;
};

std::string name_in(const std::string& cell) {
    const std::size_t option = cell.rfind("--");
    const std::size_t begin = option == std::string::npos ? cell.find('`') + 1 : option;
    return cell.substr(begin, cell.find_first_of(" `", begin) - begin);
}

Cells cells_of(const std::string& line) {
    Cells cells;
    for (std::size_t begin = 2; begin < line.size();) {
        const std::size_t end = std::min(line.find(" |", begin), line.size());
        cells.push_back(line.substr(begin, end - begin));
        begin = end + 3;
    }
    return cells;
}

/// By the heading's first word; what is above the first heading has none.
std::map<std::string, Section> sections_of(std::string_view text) {
    std::map<std::string, Section> sections;
    Section* section = &sections[""];
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("## ")) {
            section = &sections[line.substr(3, line.find(' ', 3) - 3)];
        } else if (line.starts_with("| `")) {
            const Cells cells = cells_of(line);
            section->rows[name_in(cells.front())] = cells;
        } else if (!line.empty() && !line.starts_with('|')) {
            section->paragraphs += line + "\n";
        }
    }
    return sections;
}

/// A cell's text: that of the page's row of one of these names, or, if there is none, the table's.
std::string translated(const Section& section, const std::vector<std::string>& names,
                       std::size_t cell, const std::string& text) {
    for (const std::string& name : names)
        if (const auto row = section.rows.find(name);
            row != section.rows.end() && cell < row->second.size())
            return row->second[cell];
    return text;
}

std::string escaped(std::string_view text) {
    std::string cell;
    for (const char letter : text)
        cell += letter == '|' ? std::string("\\|") : std::string(1, letter == '\n' ? ' ' : letter);
    return cell;
}

std::string row(std::initializer_list<std::string> cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += cell.empty() ? " |" : " " + cell + " |";
    return line + "\n";
}

std::string row_of(const OptionEntry& option, const Words& words, const Section& section) {
    const std::string& name = option.names.back();
    std::string cell;
    for (const std::string& other : option.names)
        cell += (cell.empty() ? "`" : std::string(words.comma) + "`") + other + "`";
    if (!option.value.empty()) cell.insert(cell.size() - 1, " " + escaped(option.value));
    const bool is_switch =
        option.value.empty() && !name.starts_with("--help") && name != "--version";
    const std::string initial = option.is_required ? words.required
                                : is_switch        ? words.off
                                                   : escaped(option.initial);
    return row({cell, initial, translated(section, {name}, 2, escaped(option.help))});
}

std::string heading_of(const VerbEntry& verb) {
    std::string heading = "## " + verb.name;
    for (const OptionEntry& option : verb.options)
        if (option.is_argument && verb.name != "epochscope") heading += " " + option.names.front();
    return heading;
}

// The table of methods' options.

struct MethodOption {
    Option option;
    std::string methods;
    std::string defaults;
    std::string help;
};

void append(std::string& texts, const std::string& separator, const std::string& text) {
    texts += texts.empty() ? text : separator + text;
}

std::string range_of(const Option& option) {
    if (std::holds_alternative<bool*>(option.value) ||
        std::holds_alternative<std::string*>(option.value) || !option.choices.empty())
        return {};
    std::ostringstream range;
    range << option.range.min << "..";
    if (option.range.max < Option::Range{}.max) range << option.range.max;
    return range.str();
}

std::string name_of(const Option& option, const std::string& defaults, const Words& words) {
    const bool is_switch = std::holds_alternative<bool*>(option.value);
    return (is_switch && defaults != words.off ? "--no-" : "--") + std::string(option.id);
}

std::string default_of(const Option& option, const Words& words) {
    const std::string text = text_of(option);
    return text == "false" ? words.off : text;
}

std::vector<MethodOption> method_options(std::vector<Method>& methods, const Words& words) {
    std::vector<MethodOption> all;
    for (Method& method : methods)
        for (const Option& option : options_of(method)) {
            const std::string id = "`" + std::string(about(method).id) + "`";
            const auto same = [&](const MethodOption& one) { return one.option.id == option.id; };
            const auto found = std::ranges::find_if(all, same);
            if (found == all.end()) {
                all.push_back({option, id, default_of(option, words), std::string(option.help)});
                continue;
            }
            append(found->methods, words.comma, id);
            if (default_of(option, words) != default_of(found->option, words))
                append(found->defaults, words.semicolon, default_of(option, words));
            if (option.help != found->option.help)
                found->help += " " + id + ": " + std::string(option.help);
        }
    return all;
}

std::pair<std::size_t, std::size_t> marks(std::string_view page, const std::string& name) {
    const std::string first = "<!-- generated: " + name + " -->\n";
    const std::size_t begin = page.find(first);
    const std::size_t end = page.find("<!-- end -->", begin);
    if (begin == std::string_view::npos || end == std::string_view::npos)
        throw Error("manual",
                    "has no lines \"<!-- generated: " + name + " -->\" and \"<!-- end -->\"");
    return {begin + first.size(), end};
}

using Table = std::string (*)(const Reference&, std::map<std::string, Section>, const Words&);

std::string verbs_table(const Reference& reference, std::map<std::string, Section> sections,
                        const Words& words) {
    std::string text;
    for (const VerbEntry& verb : reference) {
        const Section& section = sections[verb.name];
        const bool is_program = &verb == &reference.front();
        text += (is_program ? "" : "\n") + heading_of(verb) + "\n\n";
        text += section.paragraphs.empty() ? verb.help + "\n" : section.paragraphs;
        text += std::string("\n") + words.verbs_header;
        for (const OptionEntry& option : verb.options)
            if (!option.is_argument && option.group != method_group &&
                (is_program || option.names.back() != "--help"))
                text += row_of(option, words, section);
    }
    return text;
}

std::string methods_table(const Reference&, std::map<std::string, Section> sections,
                          const Words& words) {
    std::string text = words.methods_header;
    for (const Method& method : methods()) {
        const MethodText is = about(method);
        const std::string id(is.id);
        text += row({"`" + id + "`", translated(sections[""], {id}, 1, escaped(is.shows)),
                     translated(sections[""], {id}, 2, escaped(is.hides))});
    }
    return text;
}

std::string options_table(const Reference&, std::map<std::string, Section> sections,
                          const Words& words) {
    std::string text = words.options_header;
    std::vector<Method> all = methods();
    for (const MethodOption& found : method_options(all, words)) {
        const Option& option = found.option;
        std::string name = name_of(option, found.defaults, words);
        std::vector<std::string> names{name};
        for (const std::string_view former : option.old_ids)
            names.push_back("--" + std::string(former.substr(0, former.find('='))));
        for (const std::string_view choice : option.choices)
            name += (choice == option.choices.front() ? " " : "\\|") + std::string(choice);
        text += row({"`" + name + "`", found.methods, escaped(found.defaults), range_of(option),
                     translated(sections[""], names, 4, escaped(found.help))});
    }
    return text;
}

struct Part {
    const char* page;
    const char* name;
    Table table;
};

constexpr Part parts[]{{"command-line.md", "verbs", verbs_table},
                       {"methods.md", "methods", methods_table},
                       {"methods.md", "options-project", options_table}};

}  // namespace

std::vector<std::string> generated_pages() { return {"command-line.md", "methods.md"}; }

std::string renewed(const Reference& reference, const std::string& name, std::string page,
                    std::string_view language) {
    for (const Part& part : parts) {
        if (name != part.page) continue;
        const auto [begin, end] = marks(page, part.name);
        std::map<std::string, Section> sections = sections_of(page.substr(begin, end - begin));
        if (language != "zh")
            for (auto& [heading, section] : sections) section.rows.clear();
        page.replace(begin, end - begin,
                     part.table(reference, std::move(sections), words_of(language)));
    }
    return page;
}

std::string verbs_markdown(const Reference& reference, std::string_view language) {
    return verbs_table(reference, {}, words_of(language));
}

}  // namespace epochscope::cli
