#include "cli/call.h"
#include "cli/column_colours.h"
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

TEST_CASE("export: an option of what is not written is refused") {
    const SmallFolder folder;
    const std::string page = folder.beside("page.html");
    const std::string out = folder.beside("out");
    const std::vector<std::vector<std::string>> unused{
        {"--size", "320x200", "--html", page}, {"--no-text", "--html", page},
        {"--between", "2", "--html", page},    {"--rate", "5", "--html", page},
        {"--rate", "5", "--out", out},         {"--max-discs", "4", "--out", out},
        {"--max-discs", "4", "--html", page}};
    for (auto more : unused) {
        const std::string option = more.front();
        more.insert(more.begin(), {"export", folder.path()});
        const Outcome outcome = call(more);
        INFO(option << ": " << outcome.err);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains(option + ": is of "));
        CHECK_FALSE(std::filesystem::exists(page));
        CHECK_FALSE(std::filesystem::exists(out));
    }
    // What is seen of the plane goes by the shape of the picture.
    CHECK(call({"export", folder.path(), "--html", page, "--size", "320x200", "--fit"}).code == 0);
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
    // Nothing is left out without a word.
    for (const std::string by : {"label", "sample"}) {
        CHECK_THAT(fault({"--colour-by", by, "--colour-range", "0,1"}),
                   contains("--colour-range: the colours of " + by + " are not those of numbers"));
        CHECK_THAT(fault({"--colour-by", by, "--colour-log"}),
                   contains("--colour-log: the colours"));
    }
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

TEST_CASE("export: a page is written, and its size is told before", "[cli]") {
    const SmallFolder folder;
    const std::string page = folder.beside("page.html");
    const Outcome outcome =
        call({"export", folder.path(), "--html", page, "--epochs", "1,5", "--where", "sample > 0"},
             cli::Desktop{});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("page.html: 0.1") && contains(" MB, 2 samples at 2 epochs"));
    CHECK(std::filesystem::file_size(page) > 100'000);
    CHECK(files_in(std::filesystem::path(page).parent_path().string()) == 2);
}

TEST_CASE("export: a page that cannot be written is told", "[cli]") {
    const SmallFolder folder;
    const auto exported = [&](const std::string& target, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"export", folder.path(), "--html", target});
        return call(more);
    };
    CHECK(exported(folder.beside("page.htm")).code == 2);
    CHECK_THAT(exported(folder.beside("page")).err,
               contains("--html: ") && contains("expected .html"));
    CHECK_THAT(exported(folder.beside("page.html"), {"--epochs", "3"}).err, contains("no epoch 3"));
    CHECK(exported(folder.beside("none/page.html")).code == 1);
    CHECK(exported("/proc/page.html").code == 1);
    std::filesystem::create_directory(folder.beside("folder.html"));
    CHECK_THAT(exported(folder.beside("folder.html")).err, contains("is not a regular file"));
    CHECK_FALSE(std::filesystem::exists(folder.beside("page.html")));
}

TEST_CASE("export: a legend lists what the drawn samples have") {
    Colouring colouring;
    colouring.codes = {2, 0, -1, 2, 0};
    colouring.names = {"a", "b", "c"};
    colouring.colours = {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}};
    colouring.missing_name = "missing";
    Colouring all = colouring;
    cli::leave_out_unused(nullptr, all);
    CHECK(all.names == std::vector<std::string>{"a", "c"});
    CHECK(all.colours[1] == Colour{3, 3, 3});
    CHECK(all.codes == std::vector<std::int32_t>{1, 0, -1, 1, 0});
    CHECK(all.missing_name == "missing");
    const std::vector<std::size_t> samples{0, 3};
    const PickedSamples drawn(5, samples);
    Colouring some = colouring;
    cli::leave_out_unused(&drawn, some);
    CHECK(some.names == std::vector<std::string>{"c"});
    CHECK(some.codes[3] == 0);
    CHECK(some.missing_name.empty());
}

namespace {

/// What a desktop was asked to write.
struct Asked {
    cli::FigureFile file;
    std::size_t parts = 0;
};

Outcome export_figure(const SmallFolder& folder, std::vector<std::string> more,
                      std::vector<Asked>& asked) {
    cli::Desktop desktop = letters();
    desktop.write_figure = [&](const Figure& figure, const cli::FigureFile& file) {
        asked.push_back({file, figure.parts.size()});
    };
    more.insert(more.begin(), {"export", folder.path()});
    return call(more, desktop);
}

}  // namespace

TEST_CASE("export: figures have a size on paper, in millimetres or inches") {
    const SmallFolder folder;
    const auto size_of = [&](const std::string& size) {
        std::vector<Asked> asked;
        const Outcome outcome = export_figure(folder, {"--svg", "a.svg", "--size", size}, asked);
        INFO(outcome.err);
        REQUIRE(asked.size() == 1);
        CHECK(asked[0].file.file == "a.svg");
        return asked[0].file.size;
    };
    CHECK(size_of("85mm").width == 85);
    CHECK(size_of("85mm").height == 63.75);
    CHECK(size_of("85mm").pixels == Size{1205, 904});
    CHECK(size_of("85x60mm").height == 60);
    CHECK(size_of("3.5in x 50mm").width == Approx(88.9));
    CHECK(size_of("3.5in x 3").height == Approx(76.2));
    CHECK(size_of("960x480").width == Approx(254));
}

TEST_CASE("export: a figure shows one epoch, or several side by side") {
    const SmallFolder folder;
    std::vector<Asked> asked;
    const Outcome outcome =
        export_figure(folder,
                      {"--svg", "a.svg", "--pdf", "b.pdf", "--png", folder.beside("c.png"),
                       "--size", "60mm x 40mm", "--grid", "1,5,2", "--max-discs", "4"},
                      asked);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].parts == 3);
    CHECK(asked[1].file.file == "b.pdf");
    CHECK(asked[1].file.max_discs == 4);
    CHECK_THAT(outcome.err, contains("a.svg, 60 x 40 mm") && contains("b.pdf, 60 x 40 mm"));
    CHECK_THAT(outcome.err, contains("the 9 samples are a picture in the figure, for they are more "
                                     "than 4 (--max-discs)"));
    CHECK(read_png(folder.beside("c.png")).size == Size{850, 567});
    // One: the last, or that of --epochs.
    const auto picture = [&](std::vector<std::string> more) {
        more.insert(more.end(), {"--png", folder.beside("one.png"), "--size", "200x100"});
        REQUIRE(export_figure(folder, more, asked).code == 0);
        return read_png(folder.beside("one.png"));
    };
    CHECK_FALSE(differ(picture({}), picture({"--epochs", "5"})));
    CHECK(differ(picture({}), picture({"--epochs", "2"})));
    CHECK_FALSE(differ(picture({"--epochs", "2"}), picture({"--grid", "2"})));
}

TEST_CASE("export: figures that cannot be are refused before anything is opened") {
    const SmallFolder folder;
    const std::vector<std::pair<std::vector<std::string>, std::string>> calls{
        {{"--svg", "a.pdf"}, "--svg: a.pdf ends in \".pdf\", expected .svg"},
        {{"--png", "a"}, "--png: a ends in \"\", expected .png"},
        {{"--grid", "1,2"}, "--grid: is of a figure, expected --svg, --pdf or --png"},
        {{"--out", "x", "--title", "T"}, "--title: is of a figure"},
        {{"--svg", "a.svg", "--font-size", "9"},
         "--font-size: needs a size in millimetres or inches"},
        {{"--svg", "a.svg", "--size", "85cm"}, "is no size, expected width and height in pixels"},
        {{"--svg", "a.svg", "--size", "mm"}, "\"mm\" is no size, expected pixels as in 1280x800"},
        {{"--svg", "a.svg", "--size", "5mm"}, "--size: is 5 mm x 3.75 mm, expected 10..2000 mm"},
        {{"--svg", "a.svg", "--size", "nanmm"}, "--size: "},
        {{"--svg", "a.svg", "--size", "1e300in"}, "--size: "},
        {{"--svg", "a.svg", "--size", "10x10x10mm"}, "is no size"},
        {{"--svg", "a.svg", "--no-text", "--title", "T"}, "--title: is a text"},
        {{"--svg", "a.svg", "--epochs", "1,2"}, "--grid has several side by side"},
        {{"--svg", "a.svg", "--grid", "9"}, "--grid: epochs: there is no epoch 9"},
        {{"--svg", "a.svg", "--max-discs", "-1"}, "--max-discs"},
    };
    for (const auto& [more, words] : calls) {
        std::vector<Asked> asked;
        const Outcome outcome = export_figure(folder, more, asked);
        INFO(words);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains(words));
        CHECK(asked.empty());
    }
    const Outcome without = call({"export", folder.path(), "--svg", "a.svg"});
    CHECK(without.code == 2);
    CHECK_THAT(without.err, contains("--svg: shapes are written by epochscope-desktop"));
    std::vector<Asked> asked;
    const Outcome unwritable =
        export_figure(folder, {"--png", folder.beside("none/a.png"), "--size", "64x64"}, asked);
    CHECK(unwritable.code == 1);
    CHECK_THAT(unwritable.err, contains("none/a.png: cannot be"));
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
