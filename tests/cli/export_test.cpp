#include "cli/call.h"
#include "cli/folder.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/export/frames.h>
#include <epochscope/io/png.h>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

std::size_t files_in(const std::string& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
    return count;
}

/// Exports the small folder, with more arguments; at 64x64 unless they say otherwise.
Outcome export_small(const SmallFolder& folder, std::vector<std::string> more) {
    if (std::find(more.begin(), more.end(), "--size") == more.end())
        more.insert(more.end(), {"--size", "64x64"});
    more.insert(more.begin(), {"export", folder.path()});
    return call(more);
}

/// The first frame that these arguments give.
Image first_frame(const SmallFolder& folder, std::vector<std::string> more) {
    const std::string out = folder.beside("frames");
    std::filesystem::remove_all(out);
    more.insert(more.end(), {"--out", out});
    const Outcome outcome = export_small(folder, more);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return read_png(std::filesystem::path(out) / "frame_00001.png");
}

bool differ(const Image& a, const Image& b) { return a.size != b.size || a.rgba != b.rgba; }

}  // namespace

TEST_CASE("export: all epochs, some epochs, and frames between") {
    const SmallFolder folder;
    const std::string out = folder.beside("all");
    const Outcome outcome = export_small(folder, {"--out", out});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, contains("3 frames in " + out) && !contains("\r"));
    CHECK(files_in(out) == 3);
    CHECK(read_png(std::filesystem::path(out) / "frame_00003.png").size == Size{64, 64});

    CHECK(export_small(folder, {"--out", folder.beside("b"), "--epochs", "1..2", "--between", "4"})
              .code == 0);
    CHECK(files_in(folder.beside("b")) == 5);
}

TEST_CASE("export: every switch changes the picture") {
    const SmallFolder folder;
    const Image plain = first_frame(folder, {});
    const std::vector<std::vector<std::string>> switches{{"--epochs", "5"},
                                                         {"--no-axes"},
                                                         {"--dark"},
                                                         {"--ring-wrong"},
                                                         {"--select", "0"},
                                                         {"--fit"},
                                                         {"--scale", "2"},
                                                         {"--points", "density"},
                                                         {"--point-radius", "9"},
                                                         {"--hide", "right"},
                                                         {"--safe-colours"},
                                                         {"--safe-colors"},
                                                         {"--colour-by", "prediction"},
                                                         {"--color-by", "prediction"},
                                                         {"--colour-by", "first_correct"},
                                                         {"--colour-by", "prediction_at(1)"},
                                                         {"--colour-by", "sample"}};
    for (const auto& more : switches) {
        INFO(more.front());
        CHECK(differ(plain, first_frame(folder, more)));
    }
    const Image selected = first_frame(folder, {"--select", "0"});
    CHECK(differ(selected, first_frame(folder, {"--select", "0", "--no-links"})));
    CHECK(differ(selected, first_frame(folder, {"--select", "0", "--no-trails"})));
    CHECK(differ(selected, first_frame(folder, {"--select", "0,2"})));
    CHECK_FALSE(differ(selected, first_frame(folder, {"--select", "0,0"})));
    CHECK_FALSE(differ(first_frame(folder, {"--hide", "right", "--hide", "left"}),
                       first_frame(folder, {"--hide", "left,right"})));
    CHECK_FALSE(differ(plain, first_frame(folder, {"--points", "auto"})));
    CHECK_FALSE(differ(plain, first_frame(folder, {"--points", "points"})));
    CHECK(differ(first_frame(folder, {"--size", "80x40"}),
                 first_frame(folder, {"--size", "80x40", "--equal-axes"})));
}

TEST_CASE("export: switches that need a background or confidence") {
    const std::string digits = test_data("digits-scatter").string();
    const TemporaryFolder folder;
    const auto frame = [&](std::vector<std::string> more) {
        const auto out = folder.path() / "out";
        more.insert(more.begin(), {"export", digits, "--epochs", "8", "--size", "160x100", "--out",
                                   out.string()});
        REQUIRE(call(more).code == 0);
        return read_png(out / "frame_00001.png");
    };
    const Image plain = frame({});
    CHECK_FALSE(differ(plain, frame({"--origin", "lower"})));
    CHECK(differ(plain, frame({"--origin", "upper"})));
    CHECK(differ(plain, frame({"--no-background"})));
    CHECK(differ(plain, frame({"--no-fade"})));
}

TEST_CASE("export: a legend has the colours and names of the classes") {
    const SmallFolder folder;
    std::string words;
    cli::Desktop desktop;
    desktop.paint_text = [&](PixelView, const Frame& frame) {
        for (const Text& text : frame.texts)
            if (text.role == TextRole::class_legend) words += text.words + " ";
    };
    std::vector<std::string> arguments{"export",  folder.path(),      "--size",
                                       "400x300", "--epochs",         "5",
                                       "--out",   folder.beside("a"), "--no-axes"};
    CHECK(call(arguments, desktop).code == 0);
    CHECK(words.empty());
    arguments.emplace_back("--legend");
    CHECK(call(arguments, desktop).code == 0);
    CHECK_THAT(words, contains("left") && contains("right"));
    arguments.emplace_back("--no-text");
    const Outcome outcome = call(arguments, desktop);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("--legend"));
}

TEST_CASE("export: samples with pictures are discs if so wished") {
    const TemporaryFolder folder;
    const auto frame = [&](std::vector<std::string> more) {
        const auto out = folder.path() / "out";
        more.insert(more.begin(), {"export", (source_dir() / "data" / "digits").string(),
                                   "--epochs", "1", "--size", "640x400", "--hide",
                                   "1,2,3,4,5,6,7,8,9", "--no-background", "--out", out.string()});
        REQUIRE(call(more).code == 0);
        return read_png(out / "frame_00001.png");
    };
    CHECK(differ(frame({}), frame({"--no-thumbnails"})));
}

TEST_CASE("export: letters are painted unless they are not wanted") {
    const SmallFolder folder;
    std::string words;
    cli::Desktop desktop;
    desktop.paint_text = [&](PixelView, const Frame& frame) {
        for (const Text& text : frame.texts) words += text.words + " ";
    };
    const std::vector<std::string> arguments{
        "export", folder.path(), "--size", "400x300", "--epochs", "5", "--out", folder.beside("a")};
    CHECK(call(arguments, desktop).code == 0);
    CHECK_THAT(words, contains("5") && !contains("left"));
    auto more = arguments;
    more.insert(more.end(), {"--class-names", "--no-epoch-number", "--no-axes"});
    words.clear();
    CHECK(call(more, desktop).code == 0);
    CHECK_THAT(words, contains("left") && contains("right") && !contains("5"));
    more.emplace_back("--no-text");
    words.clear();
    CHECK(call(more, desktop).code == 0);
    CHECK(words.empty());

    const Outcome without = call(arguments, {});
    CHECK(without.code == 2);
    CHECK_THAT(without.err, contains("--no-text"));
}

TEST_CASE("export: bad values are the call's fault, name the option, and write nothing") {
    const SmallFolder folder;
    const std::vector<std::vector<std::string>> bad{{"--size", "64"},
                                                    {"--size", "0x64"},
                                                    {"--size", "64x-1"},
                                                    {"--size", "axb"},
                                                    {"--size", "99999999x99999999"},
                                                    {"--size", "64x64x64"},
                                                    {"--epochs", "3"},
                                                    {"--epochs", "3..4"},
                                                    {"--epochs", "x"},
                                                    {"--epochs", "5..1"},
                                                    {"--between", "0"},
                                                    {"--between", "1.5"},
                                                    {"--between", "1000000"},
                                                    {"--between", "x"},
                                                    {"--select", "3"},
                                                    {"--select", "-1"},
                                                    {"--select", "0,,1"},
                                                    {"--select", "x"},
                                                    {"--hide", "nobody"},
                                                    {"--colour-by", "mood"},
                                                    {"--colour-by", "x_at(3)"},
                                                    {"--colour-as", "mood"},
                                                    {"--origin", "middle"},
                                                    {"--points", "many"},
                                                    {"--point-radius", "0"},
                                                    {"--scale", "0"},
                                                    {"--scale", "nan"},
                                                    {"--scale", "x"},
                                                    {"--rate", "0"},
                                                    {"--rate", "inf"},
                                                    {"--threads", "-1"},
                                                    {"--threads", "x"},
                                                    {"--size", ""},
                                                    {"--video", "film.avi"},
                                                    {"--projection", "umap"}};
    const std::string out = folder.beside("out");
    for (auto more : bad) {
        const std::string option = more.front();
        more.insert(more.end(), {"--out", out});
        const Outcome outcome = export_small(folder, more);
        INFO(option << " " << more[1] << ": " << outcome.err);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains(option));
        CHECK(outcome.out.empty());
        CHECK_FALSE(std::filesystem::exists(out));
    }
}

TEST_CASE("export: nothing to write is the call's fault") {
    const SmallFolder folder;
    const Outcome outcome = export_small(folder, {});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("--out") && contains("--video"));
}

TEST_CASE("export: a target that cannot be written is exit 1") {
    const SmallFolder folder;
    const Outcome outcome = export_small(folder, {"--out", "/proc/epochscope"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("/proc/epochscope"));
}

TEST_CASE("export: a video and frames in one call") {
    if (!have_ffmpeg()) return skip("there is no ffmpeg");
    const SmallFolder folder;
    const std::string film = folder.beside("film.MP4");
    const Outcome outcome =
        export_small(folder, {"--out", folder.beside("out"), "--video", film, "--rate", "5"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("film.MP4, 3 frames at 5 a second"));
    CHECK(std::filesystem::file_size(film) > 0);
    CHECK(files_in(folder.beside("out")) == 3);
}

TEST_CASE("export: Ctrl-C leaves the frames finished so far, whole") {
    const SmallFolder folder;
    const std::string out = folder.beside("out");
    cli::Desktop desktop;
    bool sent = false;
    desktop.paint_text = [&](PixelView, const Frame&) {
        if (!sent && std::filesystem::exists(std::filesystem::path(out) / "frame_00003.png"))
            sent = kill(getpid(), SIGINT) == 0;
    };
    const Outcome outcome = call(
        {"export", folder.path(), "--size", "64x64", "--out", out, "--between", "100000"}, desktop);
    CHECK(sent);
    CHECK(outcome.code == 130);
    CHECK_THAT(outcome.err, contains("stopped"));
    for (const auto& entry : std::filesystem::directory_iterator(out))
        CHECK(read_png(entry.path()).size == Size{64, 64});
    CHECK(files_in(out) < 200001);
}

TEST_CASE("export: columns colour samples, as categories or numbers") {
    const SmallFolder folder;
    const auto by = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"--colour-by", "sample"});
        return first_frame(folder, more);
    };
    const Image numbers = by({"--colour-as", "numbers"});
    CHECK(differ(by({}), numbers));
    CHECK_FALSE(differ(by({}), by({"--colour-as", "categories"})));
    CHECK(differ(numbers, by({"--colour-as", "numbers", "--palette", "colour-blind"})));
    CHECK(differ(numbers, by({"--colour-as", "numbers", "--colour-range", ",9"})));
    CHECK_FALSE(differ(numbers, by({"--colour-as", "numbers", "--colour-range", "0,2"})));
    const Image from_one = by({"--colour-as", "numbers", "--colour-range", "1,"});
    CHECK_FALSE(
        differ(from_one, by({"--colour-as", "numbers", "--colour-range", "1,", "--colour-log"})));
    CHECK(differ(by({"--colour-as", "numbers", "--colour-range", "0.1,2"}),
                 by({"--colour-as", "numbers", "--colour-range", "0.1,2", "--colour-log"})));
}

TEST_CASE("export: what is wrong with a column to colour by is told") {
    const SmallFolder folder;
    const std::string out = folder.beside("out");
    const auto fault = [&](std::vector<std::string> more) {
        more.insert(more.end(), {"--out", out});
        const Outcome outcome = export_small(folder, more);
        CHECK(outcome.code == 2);
        return outcome.err;
    };
    CHECK_THAT(fault({"--colour-by", "first_corect"}),
               contains("there is no column \"first_corect\"") && contains("first_correct"));
    CHECK_THAT(fault({"--colour-by", "x_at(3)"}), contains("there is no epoch 3"));
    for (const std::string range : {"1", "2,1", "a,b", "1,2,3"})
        CHECK_THAT(fault({"--colour-by", "sample", "--colour-range", range}),
                   contains("--colour-range is " + range));
    CHECK_THAT(fault({"--colour-by", "sample", "--colour-as", "numbers", "--colour-log"}),
               contains("--colour-log"));
}

TEST_CASE("export: a selected sample that the condition leaves out is told") {
    const SmallFolder folder;
    const auto warnings = [&](const std::string& name, std::vector<std::string> more) {
        more.insert(more.end(), {"--where", "sample < 1", "--out", folder.beside(name)});
        const Outcome outcome = export_small(folder, more);
        CHECK(outcome.code == 0);
        return outcome.err;
    };
    CHECK_THAT(warnings("one", {"--select", "0,1"}),
               contains("--where leaves out sample 1; it is drawn all the same"));
    CHECK_THAT(warnings("two", {"--select", "1,2"}),
               contains("--where leaves out 2 of the samples, the first is sample 1;"));
    CHECK_THAT(warnings("none", {"--select", "0"}), !contains("leaves out"));
}

TEST_CASE("export: the views of a workspace, one after another") {
    const SmallFolder folder;
    const std::string file = folder.beside("a.epochscope");
    const auto export_from = [&](const std::string& workspace, std::vector<std::string> more) {
        std::ofstream(file) << workspace;
        const std::string out = folder.beside("tour");
        std::filesystem::remove_all(out);
        more.insert(more.begin(), {"export", "--workspace", file, "--out", out, "--size", "64x64"});
        return call(more);
    };
    const std::string beside = R"({"epochscope":1,"dataset":{"path":"small"},)";
    const std::string out = folder.beside("tour");
    const auto frame = [&](int number) {
        return read_png(std::filesystem::path(out) /
                        ("frame_0000" + std::to_string(number) + ".png"));
    };
    const std::string first = R"({"playhead":0,"style":{"axes":false}})";
    const std::string second = R"({"playhead":2,"hidden":[0],"style":{"axes":false}})";
    Outcome outcome = export_from(beside + R"("bookmarks":[{"name":"a","view":)" + first +
                                      R"(},{"name":"b","view":)" + second + "}]}",
                                  {"--between", "3"});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK(files_in(out) == 4);
    const Image begin = frame(1);
    const Image end = frame(4);
    CHECK(differ(begin, frame(2)));
    CHECK_FALSE(differ(end, first_frame(folder, {"--epochs", "5", "--hide", "left", "--no-axes"})));
    CHECK_FALSE(differ(begin, first_frame(folder, {"--epochs", "1", "--no-axes"})));
    // Without bookmarks, its view.
    outcome = export_from(beside + "\"view\":" + second + "}", {});
    REQUIRE(outcome.code == 0);
    CHECK(files_in(out) == 1);
    CHECK_FALSE(differ(end, frame(1)));
}

TEST_CASE("export: a workspace that cannot be shown, or leads elsewhere, says so") {
    const SmallFolder folder;
    std::filesystem::create_directories(folder.beside("inner"));
    const std::string file = folder.beside("inner") + "/a.epochscope";
    const auto fails = [&](const std::string& workspace, std::vector<std::string> more = {}) {
        std::ofstream(file) << workspace;
        more.insert(more.begin(), {"export", "--out", folder.beside("tour"), "--workspace", file});
        const Outcome outcome = call(more);
        return std::to_string(outcome.code) + " " + outcome.err;
    };
    const std::string begin = R"({"epochscope":1,"dataset":{"path":"../small"})";
    CHECK_THAT(fails(begin + "}"), contains("2 ") && contains("lies outside of its folder"));
    CHECK_THAT(fails(begin + "}", {folder.path()}), contains("has neither bookmarks nor a view"));
    CHECK_THAT(fails(begin + R"(,"view":{"selection":[3]}})", {folder.path()}),
               contains("1 ") && contains("selection[0] is 3, expected an integer 0..2"));
    CHECK_THAT(fails(begin + "}", {"--epochs", "1"}), contains("2 ") && contains("--epochs"));
    CHECK_THAT(fails("{"), contains("1 ") && contains("is not valid JSON"));
    CHECK_THAT(call({"export", "--out", folder.beside("tour")}).err,
               contains("FOLDER is required"));
}
