#include "io/npy_file.h"
#include "support/data.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/projection/controls.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Four samples of two classes at epochs 1 and 3: on a cross whose long arm is 10 to each side and
/// whose short one is 5, in three dimensions of which one says nothing; at epoch 3 halved.
void put_recording(const fs::path& run) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(4,)", {0, 0, 1, 1});
    for (const int epoch : {1, 3}) {
        const float far = epoch == 1 ? 10.0F : 5.0F;
        put_npy<float>(run / "epochs" / ("epoch_" + std::to_string(epoch)) / "embeddings.npy",
                       "<f4", "(4, 3)", {far, 0, 7, -far, 0, 7, 0, far / 2, 7, 0, -far / 2, 7});
    }
}

/// A projection of it under visualize/.
void put_projection(const fs::path& run, const std::string& name) {
    for (const int epoch : {1, 3})
        put_npy<float>(run / "visualize" / name / "epochs" / ("epoch_" + std::to_string(epoch)) /
                           "projection.npy",
                       "<f4", "(4, 2)", {0, 0, 1, 1, 2, 2, 3, 3});
}

}  // namespace

TEST_CASE("a recording opens by its two principal components", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_recording(run);
    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(4, 1, 1)", {255, 2, 3, 4});
    const Dataset dataset = open_folder(run);
    CHECK(dataset.name == "run: PCA");
    CHECK(dataset.path == fs::canonical(run).string());
    CHECK(dataset.format == "recording");
    CHECK(dataset.recording == dataset.path);
    CHECK(dataset.warnings.empty());
    CHECK(dataset.explained_variance.value() == Approx(1));
    REQUIRE(dataset.thumbnails != nullptr);
    CHECK(dataset.thumbnails->load(2).rgba.front() == 3);
    const EpochSeries& series = dataset.series;
    REQUIRE(series.epoch_count() == 2);
    CHECK(series.epoch(1).number == 3);
    // The long arm lies along x, the short one along y.
    CHECK(series.positions(0)[0].x == Approx(10));
    CHECK(series.positions(0)[0].y == Approx(0).margin(1e-5));
    CHECK(series.positions(1)[3].y == Approx(-2.5));
    CHECK_FALSE(series.has_intra());
}

TEST_CASE("a recording has the metadata of its samples", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_recording(run);
    put(run / "dataset/samples.csv", "id,text\na,one\nb,two\nc,three\nd,four\n");
    const Dataset dataset = open_folder(run);
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.metadata);
    CHECK(dataset.metadata->find("text")->text(3) == "four");
    // Broken metadata stops nothing.
    put(run / "dataset/samples.csv", "id,id\na,one\n");
    const Dataset without = open_folder(run);
    CHECK(without.metadata == nullptr);
    REQUIRE(without.warnings.size() == 1);
    CHECK_THAT(without.warnings[0], contains("two columns are called \"id\""));
}

TEST_CASE("a recording's ids put its metadata in order", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_recording(run);
    put_npy<std::int64_t>(run / "dataset/ids.npy", "<i8", "(4,)", {40, 10, 20, 30});
    put(run / "dataset/samples.csv", "id,w\n10,ten\n20,twenty\n30,thirty\n40,forty\n");
    const Dataset dataset = open_folder(run);
    REQUIRE(dataset.metadata);
    CHECK(dataset.metadata->find("w")->text(0) == "forty");
    CHECK(dataset.metadata->find("w")->text(3) == "thirty");
}

TEST_CASE("how much the plane shows is told", "[opening]") {
    const TemporaryFolder folder;
    put_npy<std::int32_t>(folder.path() / "dataset/labels.npy", "<i4", "(6,)", {0, 0, 0, 0, 0, 0});
    // Three arms: of 2, 2 and 1 to each side, so that 16 of 18 parts are shown.
    put_npy<float>(folder.path() / "epochs/epoch_1/embeddings.npy", "<f4", "(6, 3)",
                   {2, 0, 0, -2, 0, 0, 0, 2, 0, 0, -2, 0, 0, 0, 1, 0, 0, -1});
    CHECK(open_folder(folder.path()).explained_variance.value() == Approx(16.0 / 18));
}

TEST_CASE("a run with projections opens by them, and its PCA on request", "[opening]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    fs::create_directories(run / "visualize");
    CHECK(choices_of(run).names() == std::vector<std::string>{"pca"});
    CHECK(open_folder(run).explained_variance);

    put_projection(run, "tsne");
    CHECK(choices_of(run).names() == std::vector<std::string>{"tsne", "pca"});
    CHECK_FALSE(choices_of(run).needed());
    CHECK_FALSE(open_folder(run).explained_variance);
    CHECK_FALSE(open_folder(run / "visualize" / "tsne").explained_variance);
    CHECK(open_folder(run, {.projection = "pca"}).explained_variance);

    put_projection(run, "dvi");
    CHECK(choices_of(run).names() == std::vector<std::string>{"dvi", "tsne", "pca"});
    CHECK(choices_of(run).needed());
    CHECK_THROWS_WITH(open_folder(run), contains("choose one of: dvi, tsne"));

    put_projection(run, "pca");
    CHECK(choices_of(run).names() == std::vector<std::string>{"dvi", "pca", "tsne"});
    CHECK_FALSE(open_folder(run, {.projection = "pca"}).explained_variance);
}

TEST_CASE("a dataset folder is none of a recording's business", "[opening]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    CHECK(choices_of(folder.path()).names().empty());
    CHECK(open_folder(folder.path()).format == "arrays");
    // Whoever wrote places beside the recording wants to see them.
    put_recording(folder.path());
    CHECK(open_folder(folder.path()).format == "arrays");
    CHECK(open_folder(folder.path(), {.projection = "pca"}).explained_variance);
}

TEST_CASE("what is no recording, or a broken one, says so", "[opening]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    CHECK_THROWS_WITH(open_folder(run), contains("is not a dataset folder or a recording"));
    CHECK_THROWS_WITH(open_folder(run), contains("expected one of the formats"));
    CHECK_THROWS_WITH(open_folder(run / "missing"), contains("cannot be opened"));
    put_recording(run);
    put_npy<float>(run / "epochs/epoch_3/embeddings.npy", "<f4", "(3, 3)",
                   {0, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK_THROWS_WITH(open_folder(run),
                      contains("epoch \"3\": embeddings is 3 x 3, expected 4 x 3"));
    fs::remove_all(run / "epochs/epoch_3");
    fs::remove_all(run / "epochs/epoch_1");
    CHECK_THROWS_WITH(open_folder(run), contains("epochs"));
}

TEST_CASE("opening a recording is stopped", "[opening]") {
    const TemporaryFolder folder;
    put_recording(folder.path());
    std::stop_source source;
    const auto progress = [&](double share) {
        if (share > 0.5) source.request_stop();
    };
    CHECK_THROWS_AS(open_folder(folder.path(), {}, {progress, source.get_token()}), Cancelled);
}

TEST_CASE("neighbours in feature space join a series that is there", "[opening]") {
    const TemporaryFolder folder;
    put_recording(folder.path());
    const Recording recording = open_recording(folder.path()).recording;
    const EpochSeries plain = open_folder(folder.path()).series;
    CHECK(neighbour_cost(plain, recording) == 4 * 4 * 3 * 2);
    const EpochSeries listed = with_neighbours(plain, recording, {.count = 1});
    CHECK(listed.labels().data() == plain.labels().data());
    CHECK(listed.positions(1).data() == plain.positions(1).data());
    REQUIRE(listed.has_intra());
    const auto list = [](std::span<const std::int32_t> samples) {
        return std::vector<std::int32_t>(samples.begin(), samples.end());
    };
    CHECK(list(listed.epoch(0).intra[0]) == std::vector<std::int32_t>{1});
    // Both of the other class are equally near: the first is taken.
    CHECK(list(listed.epoch(1).inter[0]) == std::vector<std::int32_t>{2});
    CHECK_FALSE(plain.has_intra());
    CHECK(neighbour_cost(listed, recording) == 0);

    const TemporaryFolder other;
    put_npy<std::int64_t>(other.path() / "dataset/labels.npy", "<i8", "(1,)", {0});
    put_npy<float>(other.path() / "epochs/epoch_1/embeddings.npy", "<f4", "(1, 1)", {0});
    CHECK_THROWS_WITH(with_neighbours(plain, open_recording(other.path()).recording, {}),
                      contains("has 1 epochs of 1 samples, the series has 2 of 4"));
}

TEST_CASE("samples paint a landscape, but not where axes have names", "[opening]") {
    const TemporaryFolder folder;
    const std::string data = R"({"1": {"projection": [[1, 2], [3, 4]], "prediction": [0, 1]}})";
    const auto put_folder = [&](const std::string& name, const std::string& more) {
        put(folder.path() / name / "data.json", data);
        put(folder.path() / name / "info.json",
            R"({"label_text": ["a", "b"], "label_index": [0, 1])" + more + "}");
        return open_folder(folder.path() / name);
    };
    CHECK(put_folder("plane", "").landscape != nullptr);
    CHECK(put_folder("map", R"(, "axes": {"x": "label_var", "y": "avg_probs"})").landscape ==
          nullptr);
}

namespace {

/// Six samples of two classes, of which the third has no label, at two epochs; the embedding of
/// sample 3 is not finite at the second, and the logits of sample 4 are not at the first.
void put_gaps(const fs::path& run) {
    const float infinite = std::numeric_limits<float>::infinity();
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(6,)", {0, 0, -1, 1, 1, 1});
    const auto put_epoch = [&](int epoch, float third, float logit) {
        const fs::path place = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(place / "embeddings.npy", "<f4", "(6, 2)",
                       {0, 0, 1, 0, 0, 1, third, 5, 5, 6, 6, 5});
        put_npy<float>(place / "predictions.npy", "<f4", "(6, 2)",
                       {2, 0, 0, 1, 0, 3, 0, 4, logit, 1, 0, 5});
    };
    put_epoch(1, 5, infinite);
    put_epoch(2, -infinite, 0);
}

}  // namespace

TEST_CASE("a recording with values that are not numbers opens", "[opening]") {
    const TemporaryFolder folder;
    put_gaps(folder.path());
    const Dataset dataset = open_folder(folder.path());
    const EpochSeries& series = dataset.series;
    for (std::size_t e = 0; e < 2; ++e)
        for (std::size_t i = 0; i < 6; ++i) {
            CAPTURE(e, i);
            CHECK(std::isnan(series.positions(e)[i].x) == (e == 1 && i == 3));
            CHECK((series.epoch(e).predictions[i] == -1) == (e == 0 && i == 4));
        }
    CHECK(std::ranges::count(dataset.warnings,
                             "epoch 2: embedding of 1 sample (3) is not a number; it is absent "
                             "there, and projected as at its nearest epoch") == 1);
    CHECK(std::ranges::count(dataset.warnings,
                             "epoch 1: logits of 1 sample (4) is not a number; it is not evaluated "
                             "there") == 1);
    CHECK(series.classes().names.back() == "unlabelled");
    // Of the five with a label, one is wrong, and one is not evaluated at the first epoch.
    CHECK(accuracy_at(series, 0) == 0.75);
    CHECK(accuracy_at(series, 1) == 0.8);
    CHECK(dataset.landscape != nullptr);

    const Recording recording = open_recording(folder.path()).recording;
    const EpochSeries listed = with_neighbours(series, recording, {.count = 5});
    CHECK(listed.epoch(0).intra[3].size() == 2);
    CHECK(listed.epoch(1).intra[3].empty());
    CHECK(listed.epoch(1).intra[4].size() == 1);

    const PictureReport report = measure_picture(recording, series, {}, {.neighbours = 2}, false);
    REQUIRE(report.picture.preserved.size() == 12);
    CHECK(std::isnan(report.picture.preserved[6 + 3]));
    CHECK(report.picture.preserved[3] == Approx(1));
    CHECK(report.picture[Metric::nn_pv].mean.has_value());
    CHECK_FALSE(report.warnings.empty());
}

TEST_CASE("a projection leaves absent samples out", "[opening]") {
    const TemporaryFolder folder;
    put_gaps(folder.path());
    const Recording recording = open_recording(folder.path()).recording;
    ProjectOptions options;
    options.neighbours = 3;
    const Projection projection = project(recording, options);
    CHECK(std::isnan(projection.series.positions(1)[3].y));
    CHECK(projection.series.epoch(1).inter[3].empty());
    for (std::size_t i = 0; i < 6; ++i)
        for (const std::int32_t neighbour : projection.series.epoch(1).intra[i])
            CHECK(neighbour != 3);
}

TEST_CASE("the sample that comes with the program is small and has everything", "[opening]") {
    const fs::path folder = source_dir() / "data/digits";
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    CHECK(bytes <= 4'000'000);

    const Dataset dataset = open_folder(folder);
    CHECK(dataset.warnings.empty());
    CHECK(dataset.series.sample_count() == 1797);
    CHECK(dataset.series.epochs().back().number == 20);
    CHECK(dataset.series.class_count() == 10);
    CHECK(dataset.series.has_intra());
    CHECK(dataset.thumbnails);
    REQUIRE(dataset.metadata);
    CHECK(dataset.metadata->find("id")->text(33) == "digit-0033");
    CHECK(dataset.metadata->find("ink")->type() == ColumnType::real);
    CHECK(dataset.landscape);
    CHECK(dataset.trust);
    CHECK(dataset.recording.empty());
}
