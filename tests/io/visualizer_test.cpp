#include "io/npy_file.h"

#include <epochscope/io/png.h>

#include <cmath>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Three samples of two classes.
void put_labels(const fs::path& run) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 1});
}

void put_epoch(const fs::path& projection, int epoch, const std::vector<float>& places) {
    put_npy<float>(projection / "epochs" / ("epoch_" + std::to_string(epoch)) / "projection.npy",
                   "<f4", "(3, 2)", places);
}

/// Eight by eight pixels, red in the first four rows and blue in the others.
Image half_image() {
    Image image({8, 8});
    for (std::size_t i = 0; i < 64; ++i) {
        const bool is_first = i < 32;
        image.rgba[4 * i] = is_first ? 255 : 0;
        image.rgba[4 * i + 1] = 0;
        image.rgba[4 * i + 2] = is_first ? 0 : 255;
        image.rgba[4 * i + 3] = 255;
    }
    return image;
}

/// A run with one projection, "tsne", of epochs 2 and 10.
void put_run(const fs::path& run) {
    put_labels(run);
    put_epoch(run / "visualize/tsne", 10, {0, 0, 10, 20, 5, 5});
    put_epoch(run / "visualize/tsne", 2, {-10, 0, 1, 1, 2, 2});
}

}  // namespace

TEST_CASE("a run opens with its only projection, predictions and neighbours", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "my run";
    put_run(run);
    put(run / "dataset/info.json", R"({"classes": ["cat", "dog"]})");
    put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)", {0, 0, 1, 3, 2, -1});
    put_npy<std::int32_t>(run / "epochs/epoch_2/intra_similarity.npy", "<i4", "(3, 2)",
                          {-1, -1, 1, 2, 1, -1});
    put_npy<std::int64_t>(run / "epochs/epoch_10/inter_similarity.npy", "<i8", "(3, 1)", {1, 0, 0});
    const Dataset dataset = open_dataset(run);
    const EpochSeries& series = dataset.series;
    CHECK(dataset.format == "time-travelling-visualizer");
    CHECK(dataset.name == "my run: tsne");
    CHECK(series.classes().names == std::vector<std::string>{"cat", "dog"});
    REQUIRE(series.epoch_count() == 2);
    const Epoch& first = series.epoch(0);
    CHECK(first.number == 2);
    CHECK(first.positions[0] == Point{-10, 0});
    CHECK(first.predictions[0] == 0);  // The first of equals.
    CHECK(first.predictions[1] == 1);
    CHECK(first.predictions[2] == 0);
    CHECK(first.confidence[0] == 0.5F);
    CHECK(first.confidence[1] == Approx(1 / (1 + std::exp(-2.0))));
    CHECK(first.confidence[2] == Approx(1 / (1 + std::exp(-3.0))));
    CHECK(first.intra[0].empty());
    CHECK(first.intra[1].size() == 1);  // Not itself.
    CHECK(first.intra[1][0] == 2);
    CHECK(first.intra[2][0] == 1);
    CHECK(series.epoch(1).number == 10);
    CHECK(series.epoch(1).inter[2][0] == 0);
    CHECK(series.epoch(1).predictions.empty());
    // Points span -10..10 and 0..20; 5 % of that on each side.
    CHECK(series.frame().min.x == Approx(-11));
    CHECK(series.frame().max.x == Approx(11));
    CHECK(series.frame().min.y == Approx(-1));
    CHECK(series.frame().max.y == Approx(21));
    CHECK(dataset.warnings.empty());
    CHECK(open_dataset(run / "visualize/tsne").name == "my run: tsne");
    CHECK(list_projections(run) == std::vector<std::string>{"tsne"});
}

TEST_CASE("of several projections one must be chosen", "[io]") {
    const TemporaryFolder folder;
    put_run(folder.path());
    put_epoch(folder.path() / "visualize/dvi", 2, {0, 0, 1, 1, 2, 2});
    fs::create_directories(folder.path() / "visualize/empty");
    CHECK(list_projections(folder.path()) == std::vector<std::string>{"dvi", "tsne"});
    CHECK_THAT(outcome(folder.path()),
               contains("has several projections, choose one of: dvi, tsne"));
    CHECK_THAT(outcome(folder.path(), {"pca"}),
               contains("has no projection \"pca\", there is: dvi, tsne"));
    CHECK(open_dataset(folder.path(), {"dvi"}).series.epoch_count() == 1);
    CHECK(open_dataset(folder.path(), {"tsne"}).series.epoch_count() == 2);
    CHECK(open_dataset(folder.path() / "visualize" / "dvi").series.epoch_count() == 1);
}

TEST_CASE("a run's backgrounds, frame and way up are read", "[io]") {
    const TemporaryFolder folder;
    put_run(folder.path());
    const fs::path projection = folder.path() / "visualize/tsne";
    put(projection / "info.json",
        R"({"frame": [[-20,-20],[20,20]], "background_origin": "upper"})");
    Image image(Size{3, 2});
    write_png(projection / "epochs/epoch_10/background.png", image);
    const Dataset dataset = open_dataset(folder.path());
    REQUIRE(dataset.backgrounds);
    CHECK_FALSE(dataset.backgrounds->has(0));
    CHECK(dataset.backgrounds->load(1).size == Size{3, 2});
    CHECK(dataset.series.frame() == Box{{-20, -20}, {20, 20}});
    CHECK(dataset.backgrounds->orientation().origin == Origin::upper);
    CHECK(dataset.warnings ==
          std::vector<std::string>{"background: there is none for 1 of 2 epochs (2)"});
    // With an info.json in it, it still is a projection.
    CHECK(open_dataset(projection).format == "time-travelling-visualizer");
}

TEST_CASE("all points in one place still make a frame", "[io]") {
    const TemporaryFolder folder;
    put_labels(folder.path());
    put_epoch(folder.path() / "visualize/a", 0, {100, -3, 100, -3, 100, -3});
    const Box frame = open_dataset(folder.path()).series.frame();
    CHECK(frame.min.x == 95);
    CHECK(frame.max.x == 105);
    CHECK(frame.min.y == -4);
    CHECK(frame.max.y == -2);
}

TEST_CASE("a run that contradicts itself is refused with the file that does", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    fs::create_directories(run / "visualize");
    CHECK_THAT(outcome(run), contains("has no visualize/<name>/epochs/epoch_<k>/projection.npy"));
    put_epoch(run / "visualize/tsne", 1, {0, 0, 1, 1, 2, 2});
    CHECK_THAT(outcome(run), contains("has no dataset/labels.npy"));
    put_run(run);
    SECTION("other counts") {
        put_npy<float>(run / "visualize/tsne/epochs/epoch_2/projection.npy", "<f4", "(2, 2)",
                       {1, 2, 3, 4});
        CHECK_THAT(outcome(run),
                   contains("epoch_2/projection.npy: has the shape (2, 2), expected (3, "));
    }
    SECTION("three dimensions") {
        put_npy<float>(run / "visualize/tsne/epochs/epoch_2/projection.npy", "<f4", "(3, 3)",
                       std::vector<float>(9));
        CHECK_THAT(outcome(run), contains("projection.npy: has 3 columns, expected 2"));
    }
    SECTION("a place that is no number") {
        put_epoch(run / "visualize/tsne", 2, {0, 0, NAN, 0, 0, 0});
        CHECK(outcome(run) == "opened; epoch 2: position of 1 sample (1) is not a number");
    }
    SECTION("logits that are no numbers") {
        put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)",
                       {0, 0, 1, INFINITY, 2, -1});
        CHECK(outcome(run) ==
              "opened; epoch 2: confidence of 1 sample (1) is not a number; epoch 2: prediction of "
              "1 sample (1) is not a number");
    }
    SECTION("probabilities") {
        put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)",
                       {0.25F, 0.75F, 1, 0, 0.5F, 0.5F});
        CHECK_THAT(outcome(run), contains("so they are taken for probabilities"));
        CHECK(open_dataset(run).series.epoch(1).confidence[0] == Approx(0.75));
    }
    SECTION("an epoch that was cut off") {
        const fs::path last = run / "visualize/tsne/epochs/epoch_10/projection.npy";
        fs::resize_file(last, fs::file_size(last) - 1);
        CHECK_THAT(outcome(run), contains("epoch 10, the last one, was cut off and is left out"));
    }
    SECTION("classes in place of logits") {
        put_npy<std::int64_t>(run / "epochs/epoch_2/predictions.npy", "<i8", "(3,)", {0, 1, 1});
        CHECK_THAT(outcome(run), contains("as if it were the predicted class"));
    }
    SECTION("fewer names than classes") {
        put(run / "dataset/info.json", R"({"classes": ["only"]})");
        CHECK_THAT(outcome(run), contains("label_index[1] is 1, expected 0..0"));
        put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)",
                       std::vector<float>(6));
        CHECK_THAT(outcome(run), contains("info.json: names 1 classes, predictions.npy has 2"));
    }
    SECTION("a negative label, and one beyond reason") {
        put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, -2, 1});
        CHECK_THAT(outcome(run), contains("label_index[1] is -2, expected 0..1"));
        put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 2000000000, 1});
        CHECK_THAT(outcome(run), contains("names class 2000000000, expected at most 65535"));
    }
    SECTION("no labels") {
        put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(0,)", {});
        CHECK_THAT(outcome(run), contains("labels.npy: has the shape (0), expected (N)"));
    }
    SECTION("a neighbour out of range") {
        put_npy<std::int32_t>(run / "epochs/epoch_2/intra_similarity.npy", "<i4", "(3, 1)",
                              {1, 2, 3});
        CHECK_THAT(outcome(run), contains("epoch \"2\": intra_similarity[2] names sample 3"));
    }
}

TEST_CASE(
    "an epoch without projection is left out with a warning, classes without names are numbers",
    "[io]") {
    const TemporaryFolder folder;
    put_run(folder.path());
    fs::create_directories(folder.path() / "visualize/tsne/epochs/epoch_5");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.series.epoch_count() == 2);
    CHECK(dataset.series.classes().names == std::vector<std::string>{"0", "1"});
    CHECK(dataset.warnings ==
          std::vector<std::string>{"epoch_5: has no projection.npy; it is left out"});
}

TEST_CASE("index.json tells the samples of the rows of a projection", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_labels(run);
    put_epoch(run / "visualize/tsne", 1, {20, 0, 0, 0, 10, 0});
    // As in the file, not by name.
    put(run / "dataset/index.json", R"({"train": [2, 0], "test": [1]})");
    const Dataset dataset = open_dataset(run);
    const auto places = dataset.series.positions(0);
    CHECK(places[0] == Point{0, 0});
    CHECK(places[1] == Point{10, 0});
    CHECK(places[2] == Point{20, 0});
    CHECK_THAT(dataset.warnings.at(0), contains("taken in its order, for 3 of 3 samples"));
    put(run / "dataset/index.json", R"({"train": [0, 1], "test": [2]})");
    CHECK(open_dataset(run).warnings.empty());
    put(run / "dataset/index.json", R"({"train": [0, 1]})");
    CHECK_THAT(outcome(run), contains("names 2 samples and is not used"));
    for (const auto& [text, fault] : std::vector<std::pair<std::string, std::string>>{
             {R"({"train": [0, 3, 1]})", "train[1] is 3, expected a sample 0..2"},
             {R"({"train": [0, -1, 1]})", "train[1] is -1, expected a sample 0..2"},
             {R"({"train": 3})", "train is 3, expected a list of samples"},
             {R"({"train": [NaN]})", "holds NaN or Infinity, expected lists of samples"},
             {"[0, 1, 2]", "is a list, expected an object of lists"},
             {R"({"train": [0,)", "index.json"},
             {R"({"test": [], "train": [2, 1]})", "names 2 samples and is not used"}}) {
        put(run / "dataset/index.json", text);
        CHECK_THAT(outcome(run), contains(fault));
    }
}

TEST_CASE("backgrounds cover the box that their generator paints", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path projection = run / "visualize/DVI";
    put_labels(run);
    // Wide at the first of three epochs, so that the box is that of the others.
    put_epoch(projection, 1, {-90, -90, 90, 90, 50, 50});
    put_epoch(projection, 2, {0, 0, 8, 8, 7, 7});
    put_epoch(projection, 3, {1, 1, 8, 8, 7, 7});
    write_png(projection / "epochs/epoch_3/background.png", half_image());
    Dataset dataset = open_dataset(run);
    CHECK(dataset.series.frame() == Box{{0, 0}, {8, 8}});
    CHECK_THAT(dataset.warnings.at(0), contains("epochs 2 to 3") &&
                                           contains("agreement with the predictions is not known"));
    // Class 0 in the lower rows, class 1 in the upper ones.
    put_npy<float>(run / "epochs/epoch_3/predictions.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 0, 5});
    dataset = open_dataset(run);
    CHECK(dataset.series.frame() == Box{{0, 0}, {8, 8}});
    CHECK_THAT(dataset.warnings.at(0), contains("100 % of the points"));
    put(projection / "info.json", R"({"frame": [[-1, -1], [9, 9]]})");
    CHECK(open_dataset(run).series.frame() == Box{{-1, -1}, {9, 9}});
}

TEST_CASE("backgrounds that agree with the box around all epochs keep it", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path projection = run / "visualize/DVI";
    put_labels(run);
    put_epoch(projection, 1, {0, 0, 100, 100, 50, 50});
    put_epoch(projection, 2, {0, 0, 40, 40, 10, 10});
    put_epoch(projection, 3, {0, 0, 40, 40, 60, 60});
    write_png(projection / "epochs/epoch_3/background.png", half_image());
    put_npy<float>(run / "epochs/epoch_3/predictions.npy", "<f4", "(3, 2)", {5, 0, 5, 0, 0, 5});
    const Dataset dataset = open_dataset(run);
    CHECK(dataset.series.frame() == Box{{-5, -5}, {105, 105}});
    CHECK(dataset.warnings.size() == 1);  // Of the epochs without a background.
}

TEST_CASE("the layout with a file an epoch is read, each background in its own box", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path projection = run / "visualize/DVI";
    put_npy<std::int64_t>(run / "dataset/label/labels.npy", "<i8", "(3,)", {0, 1, 1});
    put_npy<float>(run / "dataset/prediction/10.npy", "<f4", "(3, 2)", {2, 0, 0, 3, 1, 0});
    put_npy<float>(projection / "projection/2.npy", "<f4", "(3, 2)", {0, 0, 4, 4, 1, 3});
    put_npy<float>(projection / "projection/10.npy", "<f4", "(3, 2)", {-8, -8, 8, 8, 1, 2});
    // The rows are those of the representation; it only says which samples are for training.
    put(run / "index.json", R"({"train": [2, 0], "test": [1]})");
    put_npy<double>(projection / "scale/2.npy", "<f8", "(4,)", {0, 0, 4, 4});
    put_npy<double>(projection / "scale/10.npy", "<f8", "(4,)", {-8, -8, 8, 8});
    fs::create_directories(projection / "bgimg");
    write_png(projection / "bgimg/2.png", half_image());
    write_png(projection / "bgimg/10.png", half_image());

    const Dataset dataset = open_dataset(run);
    CHECK(dataset.format == "time-travelling-visualizer");
    CHECK(list_projections(run) == std::vector<std::string>{"DVI"});
    REQUIRE(dataset.series.epoch_count() == 2);
    CHECK(dataset.series.epoch(0).number == 2);
    CHECK(dataset.series.epoch(0).positions[2] == Point{1, 3});
    CHECK(dataset.series.epoch(0).predictions.empty());
    CHECK(dataset.series.epoch(1).predictions[2] == 0);
    const Box frame = dataset.series.frame();
    CHECK(frame.min.x <= -8);
    CHECK(frame.max.y >= 8);

    REQUIRE(dataset.backgrounds);
    CHECK(dataset.backgrounds->orientation().origin == Origin::upper);
    CHECK(dataset.backgrounds->file(0).empty());
    const Image picture = dataset.backgrounds->load(0);
    const auto pixel = [&](float x, float y) {
        const auto column =
            static_cast<std::size_t>((x - frame.min.x) / (frame.max.x - frame.min.x) *
                                     static_cast<float>(picture.size.width));
        const auto row = static_cast<std::size_t>((frame.max.y - y) / (frame.max.y - frame.min.y) *
                                                  static_cast<float>(picture.size.height));
        const auto at = 4 * (row * static_cast<std::size_t>(picture.size.width) + column);
        return Colour{picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2],
                      picture.rgba[at + 3]};
    };
    // Red above, blue below, and nothing outside of the epoch's box.
    CHECK(pixel(2, 3) == Colour{255, 0, 0, 255});
    CHECK(pixel(2, 1) == Colour{0, 0, 255, 255});
    CHECK(pixel(-2, 2).a == 0);
    CHECK(pixel(2, 5).a == 0);

    put_npy<double>(projection / "scale/2.npy", "<f8", "(4,)", {0, 0, 0, 4});
    CHECK_THAT(outcome(run), contains("scale/2.npy: is no box"));
    // Without one, the generator's square around the places.
    fs::remove(projection / "scale/2.npy");
    CHECK(open_dataset(run / "visualize/DVI").series.epoch_count() == 2);
}
