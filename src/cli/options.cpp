#include "cli/options.h"

#include "cli/values.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <variant>

namespace epochscope::cli {

namespace {

std::string value_of(const Option& option) {
    if (is_switch(option)) return {};
    if (!option.unit.empty()) return std::string(option.unit);
    return option.choices.empty() ? "N" : joined(option.choices, "|");
}

/// An option with a text for its help and its default value.
VerbOption listed(const std::vector<Option>& sets, std::string help, std::string initial,
                  std::string_view group) {
    const Option& option = sets.front();
    return {.sets = sets,
            .names = {name_of(option)},
            .help = std::move(help),
            .value = value_of(option),
            .initial = is_switch(option) || option.required ? std::string() : std::move(initial),
            .group = std::string(group),
            .is_required = option.required};
}

/// "tsne: ...", or "tsne, spacetime: ..." of what is the same for both.
class ByMethod {
  public:
    void add(std::string_view method, std::string text) {
        const auto found = std::ranges::find(parts_, text, &Part::text);
        if (found == parts_.end())
            parts_.push_back({std::string(method), std::move(text)});
        else
            found->methods.append(", ").append(method);
    }
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
    /// The text alone, if it is the same for all.
    [[nodiscard]] std::string shortest() const {
        return parts_.size() == 1 ? parts_.front().text : joined(" ", ", ");
    }

  private:
    struct Part {
        std::string methods;
        std::string text;
    };
    std::vector<Part> parts_;
};

/// What is wrong with a device's name; empty if it is one.
std::string fault_of(const std::string& device) {
    constexpr std::size_t most_digits = 2;
    if (device == "cpu" || device == "cuda") return {};
    const std::string start = "cuda:";
    const std::string number = device.starts_with(start) ? device.substr(start.size()) : "";
    if (!number.empty() && number.size() <= most_digits &&
        std::ranges::all_of(number, [](unsigned char c) { return std::isdigit(c) != 0; }))
        return {};
    return "--device: is \"" + device + "\", expected cpu, cuda or cuda:<number>";
}

}  // namespace

bool is_switch(const Option& option) { return std::holds_alternative<bool*>(option.value); }

std::string name_of(const Option& option) {
    const bool is_on = is_switch(option) && text_of(option) == "true";
    return (is_on ? "--no-" : "--") + std::string(option.id);
}

void add_options(Verb& verb, std::string_view group, const std::vector<Option>& options) {
    for (const Option& option : options)
        verb.options.push_back(listed({option}, std::string(option.help), text_of(option), group));
}

void add_argument(Verb& verb, const Option& argument) {
    verb.options.push_back({.sets = {argument},
                            .names = {std::string(argument.id)},
                            .help = std::string(argument.help),
                            .is_argument = true,
                            .is_required = argument.required});
}

std::vector<std::vector<MethodOption>> options_by_id(std::vector<Method>& methods) {
    std::vector<std::vector<MethodOption>> all;
    for (Method& method : methods)
        for (Option& option : options_of(method)) {
            auto found = std::ranges::find(all, option.id,
                                           [](const auto& same) { return same.front().second.id; });
            if (found == all.end()) found = all.emplace(all.end());
            found->emplace_back(about(method).id, std::move(option));
        }
    return all;
}

void add_method_options(Verb& verb, std::vector<Method>& methods) {
    for (const std::vector<MethodOption>& same : options_by_id(methods)) {
        std::vector<Option> sets;
        ByMethod help;
        ByMethod initial;
        for (const auto& [method, option] : same) {
            help.add(method, std::string(option.help));
            initial.add(method, text_of(option));
            sets.push_back(option);
        }
        verb.options.push_back(
            listed(sets, help.joined(": ", " "), initial.shortest(), method_group));
    }
}

Option epochs_option(std::string& epochs) {
    return {.id = "epochs",
            .value = &epochs,
            .help =
                "Read only these epochs of a recording, by number: ..6,8.. leaves out 7, and "
                "5..50:10 takes every tenth. Files of the others are not opened.",
            .unit = "1,3,5..9"};
}

Option out_option(std::string& folder) {
    return {.id = "out",
            .value = &folder,
            .help =
                "The folder to write. It must be missing or empty, and appears once it is "
                "complete.",
            .unit = "FOLDER",
            .required = true,
            .is_written = true};
}

Option threads_option(int& threads) {
    return {.id = "threads",
            .value = &threads,
            .help = "Threads; 0: all. The result is the same for any number.",
            .range = {0, 1024}};
}

Option device_option(std::string& device) {
    return {.id = "device",
            .value = &device,
            .help =
                "Where heads that are not linear (head.pt) are computed: cpu, or cuda, cuda:0, "
                "cuda:1, ... with a libtorch that was built for CUDA. All else is computed by "
                "the processor.",
            .unit = "cpu|cuda[:N]"};
}

HeadLoading heads_on(const std::string& device) {
    if (const std::string fault = fault_of(device); !fault.empty()) throw CallError(fault);
    HeadLoading loading{.device = device};
    if (device != "cpu") expect_device(loading);
    return loading;
}

}  // namespace epochscope::cli
