#include "export/sample.h"
#include "gui/pictures_of_samples.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/export/frames.h>
#include <epochscope/io/file.h>
#include <epochscope/io/open.h>
#include <epochscope/io/png.h>
#include <epochscope/io/write_dataset.h>

#include <sys/resource.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

const std::array<std::int64_t, 0> all_epochs{};

FrameRun run_of(std::vector<double> playheads, Size size = {100, 100}) {
    return {
        .view = plain_view(), .size = size, .playheads = std::move(playheads), .paint_text = {}};
}

constexpr Colour white{255, 255, 255};
// Samples are drawn at 0.85 over white: 0.85 * c + 0.15 * 255.
constexpr Colour blue{38, 38, 255};
constexpr Colour orange{255, 147, 38};

/// No file that is written may grow beyond so many bytes while it lives: what a full disk is like.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

}  // namespace

TEST_CASE("playheads: the epochs alone") {
    const Dataset dataset = sample_dataset();
    CHECK(playheads_of(dataset.series, all_epochs, 1) == std::vector<double>{0, 1, 2});
    CHECK(playheads_of(dataset.series, std::array<std::int64_t, 2>{4, 1}, 1) ==
          std::vector<double>{2, 0});
    CHECK(playheads_of(dataset.series, std::array<std::int64_t, 1>{2}, 7) ==
          std::vector<double>{1});
}

TEST_CASE("playheads: three frames from each epoch to the next, ending on the last") {
    const Dataset dataset = sample_dataset();
    const std::vector<double> playheads = playheads_of(dataset.series, all_epochs, 3);
    const std::vector<double> expected{0, 1 / 3.0, 2 / 3.0, 1, 4 / 3.0, 5 / 3.0, 2};
    REQUIRE(playheads.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(playheads[i] == Approx(expected[i]));
    // Epochs are met exactly.
    CHECK(playheads[0] == 0);
    CHECK(playheads[3] == 1);
    CHECK(playheads[6] == 2);
}

TEST_CASE("playheads: from a chosen epoch to the next chosen, over and back") {
    const Dataset dataset = sample_dataset();
    CHECK(playheads_of(dataset.series, std::array<std::int64_t, 3>{1, 4, 2}, 2) ==
          std::vector<double>{0, 1, 2, 1.5, 1});
}

TEST_CASE("playheads: what cannot be is refused") {
    const Dataset dataset = sample_dataset();
    CHECK_THROWS_WITH(playheads_of(dataset.series, std::array<std::int64_t, 2>{1, 3}, 1),
                      contains("there is no epoch 3") && contains("from 1 to 4"));
    CHECK_THROWS_AS(playheads_of(dataset.series, all_epochs, 0), Error);
    CHECK_THROWS_AS(playheads_of(dataset.series, all_epochs, -1), Error);
    // 2 * 499,999 + 1 frames, and one too many.
    CHECK(playheads_of(dataset.series, all_epochs, 499'999).size() == 999'999);
    CHECK_THROWS_WITH(playheads_of(dataset.series, all_epochs, 500'000), contains("1000000"));
    CHECK_THROWS_AS(playheads_of(dataset.series, all_epochs, 2'000'000'000), Error);
}

TEST_CASE("pictures: samples lie where they were worked out to be") {
    const Dataset dataset = sample_dataset();
    ViewState view = plain_view();
    const Image first = render_picture(dataset, view, {100, 100});
    REQUIRE(first.size == Size{100, 100});
    // (2,2) of 10 units on 100 pixels, y upwards: pixel (20, 80); radius 3.5.
    CHECK(colour_at(first, 20, 80) == blue);
    CHECK(colour_at(first, 22, 80) == blue);
    CHECK(colour_at(first, 25, 80) == white);
    CHECK(colour_at(first, 50, 20) == orange);
    CHECK(colour_at(first, 40, 80) == white);
    // Half way from epoch 2 to epoch 4: (6, 2).
    view.playhead = 1.5;
    const Image middle = render_picture(dataset, view, {100, 100});
    CHECK(colour_at(middle, 60, 80) == blue);
    CHECK(colour_at(middle, 20, 80) == white);
    CHECK(colour_at(middle, 50, 20) == orange);
}

TEST_CASE("pictures: texts are painted over the picture by whoever has fonts") {
    const Dataset dataset = sample_dataset();
    ViewState view = plain_view();
    view.style.epoch_number = true;
    std::string words;
    const Image image = render_picture(dataset, view, {100, 100}, [&](PixelView p, const Frame& f) {
        for (const Text& text : f.texts) words += text.words;
        p.rgba[0] = 12;
    });
    CHECK_THAT(words, contains("1"));
    CHECK(image.rgba[0] == 12);
}

TEST_CASE("pictures: samples with room are seen as their pictures, broken ones as discs") {
    const auto pictures = std::make_shared<PicturesOfSamples>();
    pictures->broken = {1};
    Dataset dataset = sample_dataset();
    dataset.thumbnails = pictures;
    const Image with = render_picture(dataset, plain_view(), {400, 400});
    // The picture of sample 0 is black.
    CHECK(colour_at(with, 80, 320) == Colour{0, 0, 0});
    CHECK(colour_at(with, 80 - 33, 320) == Colour{0, 0, 255});
    ViewState view = plain_view();
    view.style.thumbnails = false;
    const Image without = render_picture(dataset, view, {400, 400});
    CHECK_FALSE(colour_at(without, 80, 320) == Colour{0, 0, 0});
    CHECK(colour_at(with, 200, 80) == colour_at(without, 200, 80));
    // Each picture is read once for a run.
    const TemporaryFolder folder;
    const std::size_t before = pictures->loaded().size();
    export_frames(dataset, run_of({0, 0.5, 1}, {400, 400}), folder.path());
    CHECK(pictures->loaded().size() <= before + 2);
}

TEST_CASE("pictures: impossible sizes are refused") {
    const Dataset dataset = sample_dataset();
    for (const Size size : {Size{0, 10}, Size{10, 0}, Size{-5, 10}, Size{1'000'000, 1'000'000}})
        CHECK_THROWS_WITH(render_picture(dataset, plain_view(), size), contains("size"));
}

TEST_CASE("frames: numbered from 1, as PNG, with the pixels of the picture") {
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    export_frames(dataset, run_of({0, 1.5, 2}), folder.path() / "new" / "frames");
    const auto frames = folder.path() / "new" / "frames";
    CHECK(names_in(frames) ==
          std::vector<std::string>{"frame_00001.png", "frame_00002.png", "frame_00003.png"});
    CHECK(colour_at(read_png(frames / "frame_00001.png"), 20, 80) == blue);
    const Image second = read_png(frames / "frame_00002.png");
    REQUIRE(second.size == Size{100, 100});
    CHECK(colour_at(second, 60, 80) == blue);
    CHECK(colour_at(second, 50, 20) == orange);
    CHECK(colour_at(second, 0, 0) == white);
    CHECK(colour_at(read_png(frames / "frame_00003.png"), 80, 80) == blue);
}

TEST_CASE("frames: the same bytes for any number of threads") {
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    FrameRun run = run_of(playheads_of(dataset.series, all_epochs, 5), {61, 47});
    for (const int threads : {1, 2, 5}) {
        run.threads = threads;
        export_frames(dataset, run, folder.path() / std::to_string(threads));
    }
    for (const std::string& name : names_in(folder.path() / "1")) {
        const auto one = read_file(folder.path() / "1" / name, 1U << 20U);
        CHECK(one == read_file(folder.path() / "2" / name, 1U << 20U));
        CHECK(one == read_file(folder.path() / "5" / name, 1U << 20U));
    }
    CHECK(names_in(folder.path() / "5").size() == 11);
}

TEST_CASE("frames: each background is decoded once, and cross-faded between epochs") {
    const TemporaryFolder folder;
    Dataset dataset = sample_dataset();
    const auto backgrounds = std::make_shared<PlainBackgrounds>(
        std::vector<Colour>{{200, 0, 0}, {0, 200, 0}, {0, 0, 200}});
    dataset.backgrounds = backgrounds;
    export_frames(dataset, run_of(playheads_of(dataset.series, all_epochs, 4)), folder.path());
    CHECK(backgrounds->loads == std::vector<int>{1, 1, 1});
    CHECK(colour_at(read_png(folder.path() / "frame_00001.png"), 90, 50) == Colour{200, 0, 0});
    const Colour half = colour_at(read_png(folder.path() / "frame_00003.png"), 90, 50);
    CHECK(half == Colour{100, 100, 0});

    FrameRun without = run_of({0, 1});
    without.view.style.background = false;
    export_frames(dataset, without, folder.path() / "without");
    CHECK(backgrounds->loads == std::vector<int>{1, 1, 1});
    CHECK(colour_at(read_png(folder.path() / "without" / "frame_00001.png"), 90, 50) == white);
}

TEST_CASE("frames: progress rises to 1") {
    const TemporaryFolder folder;
    std::vector<double> fractions;
    export_frames(
        sample_dataset(), run_of({0, 1, 2, 0, 1, 2}), folder.path(),
        {.progress = [&](double fraction) { fractions.push_back(fraction); }, .stop = {}});
    REQUIRE(fractions.size() >= 2);
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
    CHECK(fractions.front() == 0);
    CHECK(fractions.back() == 1);
}

TEST_CASE("frames: stopped, whole frames stay and nothing else") {
    const TemporaryFolder folder;
    std::stop_source stop;
    const FrameRun run = run_of(std::vector<double>(50, 0.5));
    const Job job{.progress =
                      [&](double fraction) {
                          if (fraction > 0.5) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    CHECK_THROWS_AS(export_frames(sample_dataset(), run, folder.path(), job), Cancelled);
    const auto names = names_in(folder.path());
    CHECK(names.size() > 10);
    CHECK(names.size() < 50);
    for (const std::string& name : names)
        CHECK(read_png(folder.path() / name).size == Size{100, 100});
}

TEST_CASE("frames: a folder that cannot be, or is a file, is an error") {
    const TemporaryFolder folder;
    write_file(folder.path() / "file", std::array<std::uint8_t, 1>{'x'});
    const Dataset dataset = sample_dataset();
    CHECK_THROWS_WITH(export_frames(dataset, run_of({0}), folder.path() / "file"),
                      contains("file"));
    CHECK_THROWS_WITH(export_frames(dataset, run_of({0}), folder.path() / "file" / "in"),
                      contains("file/in"));
    CHECK_THROWS_AS(export_frames(dataset, run_of({0}), "/proc/epochscope"), Error);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("frames: a full disk leaves no half frame") {
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    {
        const FullDisk full(64);
        CHECK_THROWS_WITH(export_frames(dataset, run_of({0, 1}), folder.path()),
                          contains("frame_0000"));
    }
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("arrays make the same pictures as what they were made of, until a part of them is lost") {
    const TemporaryFolder folder;
    const Dataset sample = sample_dataset();
    write_dataset(sample, DatasetFormat::npy, folder.path() / "arrays", {});
    const Dataset arrays = open_dataset(folder.path() / "arrays");
    const FrameRun run = run_of({0, 0.5, 1.25, 2});
    export_frames(sample, run, folder.path() / "a");
    export_frames(arrays, run, folder.path() / "b");
    for (const char* name :
         {"frame_00001.png", "frame_00002.png", "frame_00003.png", "frame_00004.png"})
        CHECK(read_file(folder.path() / "a" / name, 1U << 20U) ==
              read_file(folder.path() / "b" / name, 1U << 20U));
    std::filesystem::resize_file(folder.path() / "arrays/positions.npy", 150);
    CHECK_THROWS_WITH(export_frames(arrays, run, folder.path() / "c"),
                      contains("positions.npy: has become shorter"));
    CHECK(std::filesystem::is_empty(folder.path() / "c"));
}
