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
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] != '|' || line[i - 1] == '\\') {
            cell += line[i];
            continue;
        }
        // A blank on either side, and one alone in an empty cell.
        cells.push_back(cell.size() < 2 ? std::string() : cell.substr(1, cell.size() - 2));
        cell.clear();
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

std::string row_of(const VerbOption& option, const Words& words, const Section& section) {
    const std::string& name = option.names.back();
    std::string cell;
    for (const std::string& other : option.names)
        cell += (cell.empty() ? "`" : std::string(words.comma) + "`") + other + "`";
    if (!option.value.empty()) cell.insert(cell.size() - 1, " " + escaped(option.value));
    const std::string initial = option.is_required ? words.required
                                : !option.sets.empty() && is_switch(option.sets[0])
                                    ? words.off
                                    : escaped(option.initial);
    return row({cell, initial, translated(section, {name}, 2, escaped(option.help))});
}

std::string heading_of(const Verb& verb) {
    std::string heading = "## " + verb.name;
    for (const VerbOption& option : verb.options)
        if (option.is_argument && verb.name != "epochscope") heading += " " + option.names.front();
    return heading;
}

// The table of methods' options.

void append(std::string& texts, const std::string& separator, const std::string& text) {
    texts += texts.empty() ? text : separator + text;
}

std::string range_of(const Option& option) {
    if (is_switch(option) || std::holds_alternative<std::string*>(option.value) ||
        !option.choices.empty())
        return {};
    const double unlimited = Option::Range{}.max;
    std::ostringstream range;
    range.precision(10);
    if (option.range.min > -unlimited) range << option.range.min;
    range << "..";
    if (option.range.max < unlimited) range << option.range.max;
    return range.str() == ".." ? "" : range.str();
}

std::string default_of(const Option& option, const Words& words) {
    return is_switch(option) ? words.off : text_of(option);
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
    for (const Verb& verb : reference) {
        const Section& section = sections[verb.name];
        const bool is_program = &verb == &reference.front();
        text += (is_program ? "" : "\n") + heading_of(verb) + "\n\n";
        text += section.paragraphs.empty() ? verb.help + "\n" : section.paragraphs;
        text += std::string("\n") + words.verbs_header;
        for (const VerbOption& option : verb.options)
            if (!option.is_argument && option.group != method_group &&
                (is_program || !option.sets.empty()))
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
    for (const std::vector<MethodOption>& same : options_by_id(all)) {
        const Option& option = same.front().second;
        std::string ids;
        std::string defaults;
        std::string help;
        for (const auto& [method, other] : same) {
            const std::string id = "`" + std::string(method) + "`";
            append(ids, words.comma, id);
            if (defaults.empty() || default_of(other, words) != default_of(option, words))
                append(defaults, words.semicolon, default_of(other, words));
            if (help.empty())
                help = other.help;
            else if (other.help != option.help)
                help.append(" ").append(id).append(": ").append(other.help);
        }
        std::string name = name_of(option);
        std::vector<std::string> names{name};
        for (const std::string_view former : option.old_ids)
            names.push_back("--" + std::string(former.substr(0, former.find('='))));
        for (const std::string_view choice : option.choices)
            name += (choice == option.choices.front() ? " " : "\\|") + std::string(choice);
        text += row({"`" + name + "`", ids, escaped(defaults), range_of(option),
                     translated(sections[""], names, 4, escaped(help))});
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
