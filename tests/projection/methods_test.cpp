// The table of methods and their options.
#include "support/catch.h"

#include <epochscope/model/option.h>
#include <epochscope/projection/methods.h>
#include <epochscope/projection/project.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace epochscope;

namespace {

/// Another text that an option can be set to; empty for a text.
std::string other_text(const Option& option) {
    const std::string now = text_of(option);
    if (std::holds_alternative<bool*>(option.value)) return now == "true" ? "false" : "true";
    if (!option.choices.empty()) return std::string(option.choices.back());
    if (std::holds_alternative<double*>(option.value)) return now == "1" ? "2.5" : "1";
    if (std::holds_alternative<std::string*>(option.value)) return "./program";
    return now == "7" ? "8" : "7";
}

}  // namespace

TEST_CASE("methods have ids and words of their own, and the first is the default") {
    std::set<std::string_view> ids;
    for (const Method& method : methods()) {
        const MethodText text = about(method);
        CHECK(ids.insert(text.id).second);
        CHECK_FALSE(text.label.empty());
        CHECK(text.shows.ends_with('.'));
        CHECK(text.hides.ends_with('.'));
        const auto found = find_method(text.id);
        REQUIRE(found);
        CHECK(found->index() == method.index());
    }
    CHECK(about(ProjectOptions{}.method).id == "pca");
    CHECK_FALSE(find_method("lda"));
}

TEST_CASE("options are labelled as they are called, have help, and defaults in their range") {
    for (Method& method : methods()) {
        const std::vector<Option> options = options_of(method);
        CHECK_NOTHROW(check(options));
        std::set<std::string_view> names;
        for (const Option& option : options) {
            INFO(about(method).id << ' ' << option.id);
            std::string label(option.label);
            std::ranges::replace(label, ' ', '-');
            label[0] = static_cast<char>(std::tolower(label[0]));
            // This one is a dial between two.
            if (option.id != "path-weight") CHECK(label == option.id);
            CHECK(option.help.ends_with('.'));
            CHECK(names.insert(option.id).second);
            for (const std::string_view former : option.old_ids)
                CHECK(names.insert(former.substr(0, former.find('='))).second);
            if (!option.needs.empty())
                CHECK(std::ranges::find(options, option.needs, &Option::id) != options.end());
        }
    }
}

TEST_CASE("an option that several methods have is the same in all") {
    std::map<std::string_view, Option> seen;
    for (Method& method : methods())
        for (const Option& option : options_of(method)) {
            const Option& first = seen.try_emplace(option.id, option).first->second;
            INFO(option.id);
            CHECK(first.value.index() == option.value.index());
            CHECK(first.label == option.label);
            CHECK(first.range.min == option.range.min);
            CHECK(first.range.max == option.range.max);
            CHECK(first.choices == option.choices);
            CHECK(first.old_ids == option.old_ids);
        }
}

TEST_CASE("each option is set by a text, printed as it, and saved") {
    for (Method& method : methods())
        for (const Option& option : options_of(method)) {
            INFO(about(method).id << ' ' << option.id);
            const std::string text = other_text(option);
            CHECK(set_option(option, text).empty());
            CHECK(text_of(option) == text);
            CHECK(settings_of(method).at(key_of(option)) == text);
            if (std::holds_alternative<std::string*>(option.value)) continue;
            CHECK(set_option(option, "x") == "is \"x\", expected " + expected(option));
            CHECK(text_of(option) == text);
        }
    Method spacetime = SpacetimeOptions{};
    CHECK(settings_of(spacetime).at("map_epochs") == "40");
    CHECK(settings_of(spacetime).at("method") == "spacetime");
}

TEST_CASE("numbers out of their range are refused by name") {
    TsneOptions options{.perplexity = 0.5};
    CHECK_THROWS_WITH(check_options(options), "perplexity: is 0.5, expected 1 to 1000");
    const Option rate{.id = "rate", .value = &options.pull, .label = {}, .help = {}};
    CHECK(set_option(rate, "nan") == "is \"nan\", expected 0 to 1e9");
    CHECK(set_option(rate, "1e-5").empty());
    CHECK(text_of(rate) == "1e-05");
}

TEST_CASE("settings of former names become those of today") {
    Method method = TimevisOptions{};
    Settings settings{{"rate", "0.5"}, {"most_passes", "3"}, {"loss", "exact"}, {"seed", "1"}};
    rename_former(settings, options_of(method));
    CHECK(settings == Settings{{"learning_rate", "0.5"},
                               {"training_epochs", "3"},
                               {"pair_loss", "exact"},
                               {"seed", "1"}});
}
