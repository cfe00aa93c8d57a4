#include "cli/call.h"
#include "cli/folder.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("watch lays out a run beside the window") {
    const TemporaryFolder folder;
    const std::filesystem::path run = put_run(folder.path(), {1, 2, 3});
    std::ofstream(run / "finished") << "";
    const std::string live = (folder.path() / "live").string();
    cli::Desktop desktop;
    desktop.open_window = [&](const cli::WindowCall& window) {
        CHECK(window.folder == live);
        CHECK(window.waits);
        constexpr auto patience = std::chrono::seconds(60);
        const auto end = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            if (!std::filesystem::exists(live + "/info.json")) continue;
            if (open_dataset(live).series.epoch_count() == 3) return 7;
        }
        return 1;
    };
    const Outcome outcome =
        call({"watch", run.string(), "--method", "pca", "--out", live}, desktop);
    INFO(outcome.err);
    CHECK(outcome.code == 7);
}

TEST_CASE("help goes to standard output and mentions every option") {
    const Outcome program = call({"--help"});
    CHECK(program.code == 0);
    CHECK(program.err.empty());
    for (const char* word : {"FOLDER", "--renderer", "--projection", "--version", "--help-all",
                             "info", "export", "Examples", "Exit codes", "data.json"})
        CHECK_THAT(program.out, contains(word));

    const Outcome info = call({"info", "--help"});
    CHECK(info.code == 0);
    for (const char* word : {"FOLDER", "--json", "--projection", "origin_agreement"})
        CHECK_THAT(info.out, contains(word));

    const Outcome frames = call({"export", "-h"});
    CHECK(frames.code == 0);
    for (const char* word : {"--out DIR",
                             "--video FILE",
                             "--rate FPS",
                             "--size SIZE",
                             "--no-text",
                             "--threads N",
                             "--epochs 1,3,5..9",
                             "--between N",
                             "--select",
                             "--no-links",
                             "--no-trails",
                             "--ring-wrong",
                             "--hide",
                             "--no-background",
                             "--no-axes",
                             "--no-epoch-number",
                             "--class-names",
                             "--colour-by",
                             "--no-fade",
                             "--points",
                             "--point-radius",
                             "--scale S",
                             "--dark",
                             "--equal-axes",
                             "--fit",
                             "--origin",
                             "--projection NAME",
                             "(default: 1280x800)",
                             "(default: 10)",
                             "Examples"})
        CHECK_THAT(frames.out, contains(word));

    const Outcome all = call({"--help-all"});
    CHECK(all.code == 0);
    CHECK_THAT(all.out, contains("--ring-wrong") && contains("--json") && contains("--renderer"));
}

TEST_CASE("help fits a terminal of 80 columns") {
    std::vector<std::vector<std::string>> pages{{"--help"}, {"reference", "--help"}};
    std::istringstream verbs(call({"reference", "markdown"}).out);
    for (std::string line; std::getline(verbs, line);)
        if (line.starts_with("## ") && line != "## epochscope")
            pages.push_back({line.substr(3, line.find(' ', 3) - 3), "--help"});
    CHECK(pages.size() > 8);
    for (const auto& arguments : pages) {
        std::istringstream page(call(arguments).out);
        for (std::string line; std::getline(page, line);) {
            INFO(line);
            CHECK(line.size() <= 80);
        }
    }
}

TEST_CASE("version") {
    const Outcome outcome = call({"--version"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Catch::Matchers::StartsWith("epochscope "));
}

TEST_CASE("calls that are at fault: exit 2, a message, and nothing on standard output") {
    const std::vector<std::vector<std::string>> calls{
        {"--frobnicate"},   {"--renderer", "vulkan"},      {"info"},   {"info", "--json"},
        {"info", "a", "b"}, {"info", "a", "--frobnicate"}, {"export"}, {"a", "b"},
        {"--projection"},   {"export", "a", "--out"}};
    for (const auto& arguments : calls) {
        const Outcome outcome = call(arguments);
        INFO(arguments.front());
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, contains("epochscope: ") && contains("--help"));
    }
}

TEST_CASE("an option is set by its other names, and never by an empty text") {
    const SmallFolder folder;
    const auto exported = [&](const std::vector<std::string>& options) {
        std::vector<std::string> arguments{"export", folder.path(), "--no-text", "--out",
                                           folder.beside("out")};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return call(arguments);
    };
    CHECK(exported({"--safe-colors", "--color-by", "prediction"}).code == 0);
    CHECK_THAT(exported({"--palette", ""}).err, contains("--palette: is empty, expected folder|"));
    CHECK_THAT(exported({"--color-by", "none"}).err,
               contains("--colour-by: there is no column \"none\", expected one such as"));
    CHECK_THAT(exported({"--rate", "1", "--rate", "2"}).err, contains("--rate"));
    CHECK_THAT(exported({"--hide", "no such", "--hide", "a"}).err, contains("\"no such\""));
}

TEST_CASE("without a verb the window is opened") {
    const SmallFolder folder;
    cli::WindowCall seen;
    cli::Desktop desktop;
    desktop.open_window = [&](const cli::WindowCall& window) {
        seen = window;
        return 7;
    };
    CHECK(call({}, desktop).code == 7);
    CHECK(seen.folder.empty());
    CHECK(seen.renderer == "auto");
    CHECK(call({folder.path(), "--renderer", "raster", "--projection", "umap"}, desktop).code == 7);
    CHECK(seen.folder == folder.path());
    CHECK(seen.renderer == "raster");
    CHECK(seen.projection == "umap");

    CHECK_FALSE(seen.waits);

    // A run may still be to come.
    CHECK(call({"watch", folder.beside("later"), "--renderer", "gl"}, desktop).code == 7);
    CHECK(seen.folder == folder.beside("later"));
    CHECK(seen.renderer == "gl");
    CHECK(seen.waits);
    CHECK(call({"watch"}, desktop).code == 2);
    CHECK(call({"watch", "run", "--out", folder.beside("live")}, desktop).code == 2);
    CHECK(call({"watch", "run", "--method", "pca"}, desktop).code == 2);

    seen = {};
    const Outcome missing = call({folder.beside("missing")}, desktop);
    CHECK(missing.code == 1);
    CHECK_THAT(missing.err, contains("missing") && contains("no such folder"));
    CHECK(seen.folder.empty());
}

TEST_CASE("only what draws with Qt goes on as the program that has it, and before anything else") {
    const SmallFolder folder;
    int asked = 0;
    const auto taken_over = [&](std::vector<std::string> arguments) {
        cli::Desktop desktop;
        desktop.take_over = [&] { ++asked; };
        asked = 0;
        const Outcome outcome = call(arguments, desktop);
        INFO(outcome.err);
        // It came back: there is no such program.
        if (asked > 0) CHECK_THAT(outcome.err, contains("epochscope-desktop"));
        return asked > 0;
    };
    const std::string out = folder.beside("out");
    CHECK(taken_over({}));
    CHECK(taken_over({folder.path()}));
    CHECK(taken_over({"watch", folder.path()}));
    CHECK(taken_over({"export", folder.path(), "--out", out}));
    CHECK(taken_over({"datamap", folder.path(), "--png", out + ".png"}));
    CHECK_FALSE(std::filesystem::exists(out));
    CHECK_FALSE(taken_over({"export", folder.path(), "--out", out, "--no-text"}));
    CHECK_FALSE(taken_over({"datamap", folder.path(), "--json"}));
    CHECK_FALSE(taken_over({"info", folder.path()}));
    CHECK_FALSE(taken_over({"--help"}));
    CHECK_FALSE(taken_over({"--renderer", "none"}));
}

TEST_CASE("a build without a window says so and what there is") {
    const Outcome outcome = call({}, {});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("epochscope-desktop") && contains("--help"));
}

TEST_CASE("no exception escapes") {
    cli::Desktop desktop;
    desktop.open_window = [](const cli::WindowCall&) -> int { throw std::bad_alloc(); };
    Outcome outcome = call({}, desktop);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("out of memory"));
    desktop.open_window = [](const cli::WindowCall&) -> int { throw std::runtime_error("odd"); };
    outcome = call({}, desktop);
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("odd"));
}

TEST_CASE("messages carry no commands to the terminal") {
    const Outcome outcome = call({"info", "/nowhere/\x1b[31mred"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("?[31mred") && !contains("\x1b"));
}
