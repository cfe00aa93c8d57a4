#include "cli/reference.h"
#include "cli/values.h"

#include <algorithm>
#include <span>
#include <sstream>

namespace epochscope::cli {

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// The words that may follow; none if any word may.
std::vector<std::string> choices_of(const VerbOption& option) {
    if (option.sets.empty()) return {};
    const auto& choices = option.sets.front().choices;
    return {choices.begin(), choices.end()};
}

std::string first_sentence(const std::string& help) {
    const std::string sentence = help.substr(0, std::min({help.find(". "), help.find(".\n")}));
    return sentence.ends_with('.') ? sentence.substr(0, sentence.size() - 1) : sentence;
}

std::vector<std::string> arguments_of(const Verb& verb) {
    std::vector<std::string> names;
    for (const VerbOption& option : verb.options)
        if (option.is_argument) names.push_back(option.names.front());
    return names;
}

std::vector<VerbOption> options_of(const Verb& verb) {
    std::vector<VerbOption> options = verb.options;
    std::erase_if(options, [](const VerbOption& option) { return option.is_argument; });
    return options;
}

std::string names_of(std::span<const Verb> verbs) { return joined(verbs, " ", &Verb::name); }

// Manual pages.

std::string roff(const std::string& text) {
    std::string escaped = replaced(replaced(text, "\\", "\\e"), "-", "\\-");
    escaped = replaced("\n" + escaped, "\n.", "\n\\&.");
    return replaced(escaped, "\n'", "\n\\&'").substr(1);
}

void write_man_option(std::ostream& page, const VerbOption& option) {
    page << ".TP\n\\fB" << roff(joined(option.names, ", ")) << "\\fR";
    if (!option.value.empty()) page << " \\fI" << roff(option.value) << "\\fR";
    page << '\n' << roff(option.help);
    if (!option.initial.empty()) page << " (default: " << roff(option.initial) << ')';
    page << '\n';
}

ReferenceFile man_page(const Reference& reference, const Verb& verb) {
    const Verb& program = reference.front();
    const bool is_program = &verb == &program;
    const std::string name = is_program ? verb.name : program.name + "-" + verb.name;
    const std::size_t line = std::min(verb.help.find('\n'), verb.help.size());
    std::ostringstream page;
    page << ".TH " << name << " 1 \"\" \"Epochscope " EPOCHSCOPE_VERSION "\"\n"
         << ".SH NAME\n"
         << roff(name + " - " + verb.help.substr(0, line)) << "\n.SH SYNOPSIS\n";
    if (is_program)
        page << ".B epochscope\n[\\fIOPTIONS\\fR] [\\fIFOLDER\\fR]\n.br\n.B epochscope\n"
                "\\fIVERB\\fR [\\fIOPTIONS\\fR] \\fIFOLDER\\fR\n";
    else
        page << ".B " << program.name << ' ' << verb.name << "\n[\\fIOPTIONS\\fR] \\fI"
             << roff(joined(arguments_of(verb), " ")) << "\\fR\n";
    page << ".SH DESCRIPTION\n" << roff(verb.help) << '\n';
    if (is_program) {
        page << ".SH VERBS\n";
        for (const Verb& other : std::span(reference).subspan(1))
            page << ".TP\n.BR " << program.name << "\\-" << other.name << " (1)\n"
                 << roff(other.help) << '\n';
    }
    page << ".SH OPTIONS\n";
    std::string group = "Options";
    for (const VerbOption& option : verb.options) {
        if (option.group != group && !option.is_argument)
            page << ".SS " << roff(group = option.group) << '\n';
        write_man_option(page, option);
    }
    if (!verb.footer.empty()) page << ".SH NOTES\n.nf\n" << roff(verb.footer) << "\n.fi\n";
    page << ".SH SEE ALSO\n";
    page << (is_program ? "The manual in the folder of the package's documentation.\n"
                        : ".BR epochscope (1)\n");
    return {name + ".1", page.str()};
}

// Completions.

std::string shell_quoted(const std::string& text) {
    return "'" + replaced(text, "'", "'\\''") + "'";
}

std::string zsh_option(const VerbOption& option, const std::string& name) {
    const std::string words = joined(choices_of(option), " ");
    std::string help = first_sentence(option.help);
    for (const char* special : {"[", "]", ":"})
        help = replaced(help, special, "\\" + std::string(special));
    std::string text = name + "[" + help + "]";
    if (!option.value.empty())
        text += ":" + replaced(option.value, ":", "\\:") + ":" +
                (words.empty() ? "_files" : "(" + words + ")");
    return shell_quoted(text);
}

}  // namespace

std::vector<ReferenceFile> man_pages(const Reference& reference) {
    std::vector<ReferenceFile> pages;
    for (const Verb& verb : reference) pages.push_back(man_page(reference, verb));
    return pages;
}

ReferenceFile bash_completion(const Reference& reference) {
    const std::string verbs = names_of(std::span(reference).subspan(1));
    std::ostringstream values;
    std::ostringstream options;
    for (const Verb& verb : reference) {
        const bool is_program = &verb == &reference.front();
        std::vector<std::string> names;
        for (const VerbOption& option : options_of(verb)) {
            names.insert(names.end(), option.names.begin(), option.names.end());
            if (const auto words = choices_of(option); !words.empty())
                values << "        '" << (is_program ? "" : verb.name) << ' ' << option.names.back()
                       << "') words='" << joined(words, " ") << "' ;;\n";
        }
        options << "        '" << (is_program ? "" : verb.name) << " -'*) words='"
                << joined(names, " ") << "' ;;\n";
    }
    std::ostringstream text;
    text << "# bash completion of epochscope\n"
         << "_epochscope() {\n"
         << "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} "
            "verb= word words=\n"
         << "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         << "        case $word in " << replaced(verbs, " ", "|") << ") verb=$word; break ;; esac\n"
         << "    done\n"
         << "    case \"$verb $previous\" in\n"
         << values.str() << "    esac\n"
         << "    [ -n \"$words\" ] || case \"$verb $current\" in\n"
         << options.str() << "    esac\n"
         << "    [ -n \"$words$verb\" ] || [ \"$COMP_CWORD\" -ne 1 ] || COMPREPLY=($(compgen -W '"
         << verbs << "' -- \"$current\"))\n"
         << "    if [ -n \"$words\" ]; then\n"
         << "        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         << "    else\n"
         << "        compopt -o filenames 2>/dev/null\n"
         << "        COMPREPLY+=($(compgen -f -- \"$current\"))\n"
         << "    fi\n"
         << "}\n"
         << "complete -F _epochscope epochscope\n";
    return {"epochscope", text.str()};
}

ReferenceFile zsh_completion(const Reference& reference) {
    std::ostringstream text;
    text << "#compdef epochscope\nlocal -a verbs options\nverbs=(\n";
    for (const Verb& verb : std::span(reference).subspan(1))
        text << "  "
             << shell_quoted(verb.name + ":" + replaced(first_sentence(verb.help), ":", "\\:"))
             << '\n';
    text << ")\ncase $words[2] in\n";
    for (std::size_t i = reference.size(); i-- > 0;) {
        text << (i == 0 ? "*" : reference[i].name) << ") options=(\n";
        for (const VerbOption& option : options_of(reference[i]))
            for (const std::string& name : option.names)
                text << "  " << zsh_option(option, name) << '\n';
        text << ") ;;\n";
    }
    text << "esac\n"
         << "(( CURRENT == 2 )) && _describe -t verbs verb verbs\n"
         << "_arguments $options '*:folder:_files'\n";
    return {"_epochscope", text.str()};
}

ReferenceFile fish_completion(const Reference& reference) {
    const std::string verbs = names_of(std::span(reference).subspan(1));
    std::ostringstream text;
    for (const Verb& verb : reference) {
        const bool is_program = &verb == &reference.front();
        const std::string seen = is_program ? "not __fish_seen_subcommand_from " + verbs
                                            : "__fish_seen_subcommand_from " + verb.name;
        if (!is_program)
            text << "complete -c epochscope -n __fish_use_subcommand -a " << verb.name << " -d "
                 << shell_quoted(first_sentence(verb.help)) << '\n';
        for (const VerbOption& option : options_of(verb)) {
            text << "complete -c epochscope -n " << shell_quoted(seen);
            for (const std::string& name : option.names)
                text << (name.starts_with("--") ? " -l " + name.substr(2)
                                                : " -s " + name.substr(1));
            const auto words = choices_of(option);
            if (!words.empty())
                text << " -x -a " << shell_quoted(joined(words, " "));
            else if (!option.value.empty())
                text << " -r";
            text << " -d " << shell_quoted(first_sentence(option.help)) << '\n';
        }
    }
    return {"epochscope.fish", text.str()};
}

}  // namespace epochscope::cli
