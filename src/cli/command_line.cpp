#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

namespace epochscope::cli {

namespace {

void set(const VerbOption& option, const std::string& name, std::string_view text) {
    // An empty text stands for none.
    if (text.empty() && !option.is_argument &&
        std::holds_alternative<std::string*>(option.sets.front().value))
        throw CLI::ValidationError(name, "is empty, expected " + option.value);
    for (const Option& one : option.sets)
        if (const std::string why = set_option(one, text); !why.empty())
            throw CLI::ValidationError(name, why);
}

void add_valued(CLI::App& app, const VerbOption& option, const std::string& name) {
    using Texts = std::vector<std::string>;
    const auto read = [&option, name](const Texts& texts) {
        for (const std::string& text : texts) set(option, name, text);
    };
    CLI::Option& added = *app.add_option_function<Texts>(name, read);
    added.expected(1)->allow_extra_args(false);
    if (!option.value.empty()) added.type_name(option.value);
    if (std::holds_alternative<Texts*>(option.sets.front().value)) {
        if (option.is_argument)
            added.expected(0, CLI::detail::expected_max_vector_size)->allow_extra_args();
        else
            added.take_all();
    }
    // By another name it is not required.
    added.required(option.is_required && name == option.names.back());
}

void add_switch(CLI::App& app, const VerbOption& option, const std::string& name,
                const std::string& meaning) {
    app.add_flag_callback(name, [&option, name, meaning] { set(option, name, meaning); });
}

void add(CLI::App& app, const VerbOption& option) {
    const Option& first = option.sets.front();
    const std::string meaning = text_of(first) == "true" ? "false" : "true";
    const auto add_named = [&](const std::string& name) {
        if (std::holds_alternative<bool*>(first.value))
            add_switch(app, option, name, meaning);
        else
            add_valued(app, option, name);
    };
    add_named(option.names.back());
    for (const std::string_view former : first.old_ids) {
        const std::size_t equals = former.find('=');
        const std::string name = "--" + std::string(former.substr(0, equals));
        if (equals == std::string_view::npos)
            add_named(name);
        else
            add_switch(app, option, name, std::string(former.substr(equals + 1)));
    }
}

void add(CLI::App& app, const Verb& verb) {
    for (const VerbOption& option : verb.options)
        if (!option.sets.empty()) add(app, option);
}

}  // namespace

Call read_call(std::span<const Verb> verbs, std::span<const std::string> arguments) {
    CLI::App program;
    program.set_help_all_flag("--help-all");
    program.set_version_flag("--version", "");
    for (const Verb& verb : verbs)
        add(&verb == &verbs.front() ? program : *program.add_subcommand(verb.name), verb);
    const auto called = [&] {
        const std::vector<CLI::App*> parsed = program.get_subcommands();
        const auto is_it = [&](const Verb& verb) {
            return !parsed.empty() && parsed.front()->get_name() == verb.name;
        };
        const auto found = std::ranges::find_if(verbs, is_it);
        return found == verbs.end() ? &verbs.front() : &*found;
    };
    try {
        // CLI11 takes them from the back.
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        return {Request::run, called()};
    } catch (const CLI::CallForAllHelp&) {
        return {Request::help_of_all, called()};
    } catch (const CLI::CallForHelp&) {
        return {Request::help, called()};
    } catch (const CLI::CallForVersion&) {
        return {Request::version, called()};
    } catch (const CLI::ParseError& error) {
        const Verb* const verb = called();
        const std::string name = verb == &verbs.front() ? "" : " " + verb->name;
        throw CallError(error.what() + ("\nSee epochscope" + name) + " --help.");
    }
}

}  // namespace epochscope::cli
