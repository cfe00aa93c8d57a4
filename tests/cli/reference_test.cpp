#include "cli/call.h"
#include "support/catch.h"
#include "support/data.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
    std::ifstream input(file);
    REQUIRE(input);
    return {std::istreambuf_iterator<char>(input), {}};
}

}  // namespace

TEST_CASE("reference: there is a manual page for the program and for each verb") {
    const TemporaryFolder folder;
    REQUIRE(call({"reference", "man", "--out", folder.path().string()}).code == 0);
    CHECK_THAT(content_of(folder.path() / "epochscope.1"), contains("epochscope\\-export (1)"));
    const std::string page = content_of(folder.path() / "epochscope-export.1");
    CHECK_THAT(page, contains(".TP\n\\fB\\-\\-between\\fR \\fIN\\fR\n"));
    CHECK_THAT(page, contains("(default: 1280x800)"));
    CHECK_FALSE(fs::exists(folder.path() / "epochscope-reference.1"));
}

TEST_CASE("reference: bash completes verbs, options and their values") {
    const TemporaryFolder folder;
    REQUIRE(call({"reference", "bash", "--out", folder.path().string()}).code == 0);
    const auto completes = [&](const std::string& words, const std::string& expected) {
        const std::string script = "source '" + (folder.path() / "epochscope").string() +
                                   "'; COMP_WORDS=(epochscope " + words +
                                   "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _epochscope; "
                                   "[ \"${COMPREPLY[*]}\" = '" +
                                   expected + "' ]";
        std::ofstream(folder.path() / "script") << script;
        return std::system(("bash '" + (folder.path() / "script").string() + "'").c_str()) == 0;
    };
    CHECK(completes("con", "convert"));
    CHECK(completes("export --ori", "--origin"));
    CHECK(completes("export --origin ''", "lower upper"));
    CHECK(completes("--rend", "--renderer"));
    CHECK(completes("info /us", "/usr"));
}

TEST_CASE("reference: zsh and fish complete verbs and options") {
    const std::string zsh = call({"reference", "zsh"}).out;
    CHECK_THAT(zsh, Catch::Matchers::StartsWith("#compdef epochscope\n"));
    CHECK_THAT(zsh, contains(":lower|upper:(lower upper)'"));
    CHECK_THAT(call({"reference", "fish"}).out,
               contains("complete -c epochscope -n '__fish_seen_subcommand_from export' -l origin "
                        "-x -a 'lower upper' -d "));
}

TEST_CASE("reference: the manual's tables are current") {
    for (const std::string language : {"en", "zh"}) {
        const fs::path manual = source_dir() / "resources/manual" / language;
        const TemporaryFolder folder;
        fs::copy(manual, folder.path());
        const std::string copy = folder.path().string();
        REQUIRE(call({"reference", "markdown", "--language", language, "--out", copy}).code == 0);
        INFO("renew them: epochscope reference markdown --language "
             << language << " --out resources/manual/" << language);
        for (const char* page : {"command-line.md", "methods.md"})
            CHECK((content_of(folder.path() / page) == content_of(manual / page)));
    }
}

TEST_CASE("reference: a page without marks is refused") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "command-line.md") << "# Command line\n";
    const Outcome outcome = call({"reference", "markdown", "--out", folder.path().string()});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("generated: verbs"));
}
