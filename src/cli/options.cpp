#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope::cli {

namespace {

/// An option of the command line, and those of one id that it sets.
struct Shared {
    std::vector<Option> options;
    std::string help;
    std::string default_text;
};

bool is_switch(const Option& option) { return std::holds_alternative<bool*>(option.value); }

void set(const Shared& shared, const std::string& name, const std::string& text) {
    for (const Option& option : shared.options)
        if (const std::string why = set_option(option, text); !why.empty())
            throw CLI::ValidationError(name, why);
}

std::string type_name(const Option& option) {
    if (!option.unit.empty()) return std::string(option.unit);
    if (option.choices.empty()) return "N";
    std::string words;
    for (const std::string_view choice : option.choices)
        words.append(words.empty() ? "" : "|").append(choice);
    return words;
}

CLI::Option* add_valued(CLI::App& verb, const std::string& name, const Shared& shared) {
    return verb
        .add_option_function<std::string>(
            name, [shared, name](const std::string& text) { set(shared, name, text); }, shared.help)
        ->type_name(type_name(shared.options.front()));
}

CLI::Option* add_switch(CLI::App& verb, const std::string& name, const Shared& shared,
                        const std::string& meaning) {
    return verb.add_flag_callback(
        name, [shared, name, meaning] { set(shared, name, meaning); }, shared.help);
}

void add(CLI::App& verb, const Shared& shared, const std::string& group) {
    const Option& option = shared.options.front();
    const std::string id(option.id);
    if (is_switch(option)) {
        const bool is_on = shared.default_text == "true";
        add_switch(verb, (is_on ? "--no-" : "--") + id, shared, is_on ? "false" : "true")
            ->group(group);
    } else {
        add_valued(verb, "--" + id, shared)->default_str(shared.default_text)->group(group);
    }
    for (const std::string_view former : option.old_ids) {
        const std::size_t equals = former.find('=');
        const std::string name = "--" + std::string(former.substr(0, equals));
        CLI::Option* const added =
            equals == std::string_view::npos
                ? add_valued(verb, name, shared)
                : add_switch(verb, name, shared, std::string(former.substr(equals + 1)));
        added->group("");
    }
}

/// "tsne: ...", or "tsne, spacetime: ..." of what is the same for both.
class ByMethod {
  public:
    void add(std::string_view method, std::string_view text) {
        const auto found = std::ranges::find(parts_, text, &Part::text);
        if (found == parts_.end())
            parts_.push_back({std::string(method), std::string(text)});
        else
            found->methods.append(", ").append(method);
    }
    [[nodiscard]] bool is_one() const { return parts_.size() == 1; }
    [[nodiscard]] std::string joined(std::string_view after_method,
                                     std::string_view between) const {
        std::string all;
        for (const Part& part : parts_)
            all.append(all.empty() ? "" : between)
                .append(part.methods)
                .append(after_method)
                .append(part.text);
        return all;
    }
    [[nodiscard]] const std::string& first() const { return parts_.front().text; }

  private:
    struct Part {
        std::string methods;
        std::string text;
    };
    std::vector<Part> parts_;
};

}  // namespace

void add_options(CLI::App& verb, std::span<const Option> options) {
    for (const Option& option : options)
        add(verb, {{option}, std::string(option.help), text_of(option)}, "Options");
}

void add_method_options(CLI::App& verb, std::vector<Method>& methods) {
    struct Found {
        std::vector<Option> options;
        ByMethod help;
        ByMethod defaults;
    };
    std::vector<Found> all;
    for (Method& method : methods)
        for (Option& option : options_of(method)) {
            const auto is_same = [&](const Found& one) {
                return one.options.front().id == option.id;
            };
            auto found = std::ranges::find_if(all, is_same);
            if (found == all.end()) found = all.insert(all.end(), Found{});
            found->help.add(about(method).id, option.help);
            found->defaults.add(about(method).id, text_of(option));
            found->options.push_back(std::move(option));
        }
    for (Found& found : all) {
        const std::string defaults =
            found.defaults.is_one() ? found.defaults.first() : found.defaults.joined(" ", ", ");
        add(verb, {std::move(found.options), found.help.joined(": ", " "), defaults}, method_group);
    }
}

}  // namespace epochscope::cli
