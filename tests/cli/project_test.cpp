#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Three samples on a line in feature space that stretches from epoch 1 to epoch 3; logits at both.
fs::path put_run(const fs::path& folder) {
    const fs::path run = folder / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 1});
    for (const int epoch : {1, 3}) {
        const auto far = static_cast<float>(epoch);
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy<float>(at / "embeddings.npy", "<f4", "(3, 3)",
                       {-3 * far, 0, -4 * far, 0, 0, 0, 3 * far, 0, 4 * far});
        put_npy<float>(at / "predictions.npy", "<f4", "(3, 2)", {1, 0, 1, 0, 0, 0.5F * far});
    }
    return run;
}

}  // namespace

TEST_CASE("project makes a folder to look at of a recording") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    std::ofstream(run / "dataset/samples.csv") << "id,text\na,one\nb,two\nc,\"three, four\"\n";
    for (const std::string format : {"npy", "json"}) {
        const fs::path out = folder.path() / format;
        const Outcome outcome = call({"project", run.string(), "--method", "pca", "--out",
                                      out.string(), "--format", format});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, contains("the plane shows 100.0 % of the variance"));
        CHECK_THAT(outcome.err, contains("2 epochs of 3 samples in "));
        const Dataset made = open_dataset(out);
        CHECK(made.warnings.empty());
        REQUIRE(made.metadata);
        CHECK(made.metadata->find("text")->text(2) == "three, four");
        CHECK(made.recording == fs::canonical(run).string());
        const EpochSeries& series = made.series;
        REQUIRE(series.epoch_count() == 2);
        CHECK(series.epoch(1).number == 3);
        // Along (0.6, 0, 0.8), the middle of all being 0.
        CHECK(series.positions(0)[0].x == Approx(-5));
        CHECK(series.positions(1)[2].x == Approx(15));
        CHECK(series.positions(1)[2].y == Approx(0).margin(1e-5));
        CHECK(series.epoch(0).predictions[2] == 1);
        CHECK(series.epoch(1).confidence[2] == Approx(1 / (1 + std::exp(-1.5))));
        CHECK(series.frame().max.x == Approx(16.5));
    }
    const auto said = nlohmann::json::parse(std::ifstream(folder.path() / "npy/info.json"));
    CHECK(said["source"]["method"] == "pca");
    CHECK(said["source"]["from"] == "run");
    const fs::path again = folder.path() / "again";
    REQUIRE(
        call({"convert", (folder.path() / "json").string(), "--to", "npy", "--out", again.string()})
            .code == 0);
    CHECK(open_dataset(again).recording == fs::canonical(run).string());
}

TEST_CASE("project takes the samples for which a condition holds") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(3, 1, 1)", {255, 2, 3});
    std::ofstream(run / "dataset/samples.csv") << "id,size\na,1\nb,2\nc,3\n";
    const auto project = [&](const std::string& condition, const std::string& out,
                             const std::vector<std::string>& more = {"--method", "pca"}) {
        std::vector<std::string> arguments{"project", run.string(), "--where",
                                           condition, "--out",      (folder.path() / out).string()};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return call(arguments);
    };
    const Outcome outcome = project("size <> 2 AND loss_mean < 1", "some");
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("2 of 3 samples are projected, those of --where"));
    CHECK_THAT(outcome.err, contains("2 epochs of 2 samples in "));
    const Dataset made = open_dataset(folder.path() / "some");
    CHECK(made.warnings.empty());
    CHECK(made.series.labels()[0] == 0);
    CHECK(made.series.labels()[1] == 1);
    CHECK(made.series.epoch(1).predictions[1] == 1);
    REQUIRE(made.metadata);
    CHECK(made.metadata->find("id")->text(1) == "c");
    CHECK(made.metadata->find("size")->number(1) == 3);
    REQUIRE(made.thumbnails);
    CHECK(made.thumbnails->load(1).rgba[0] == 3);
    const auto said = nlohmann::json::parse(std::ifstream(folder.path() / "some/info.json"));
    CHECK(said["source"]["where"] == "size <> 2 AND loss_mean < 1");
    CHECK(said["source"]["recording_samples"] == "0,2");
    // What is asked of the recording later is asked of these samples.
    const Outcome signals = call(
        {"query", (folder.path() / "some").string(), "SELECT id, loss_mean IS NULL FROM samples"});
    CHECK(signals.code == 0);
    CHECK_THAT(signals.out, contains("c"));
    CHECK_THAT(signals.err, !contains("holds other samples"));
    CHECK_THAT(
        call({"metrics", run.string(), (folder.path() / "some").string(), "--neighbours", "1"}).err,
        !contains("samples"));
    // By the maps of another folder.
    REQUIRE(call({"project", run.string(), "--method", "pca", "--out",
                  (folder.path() / "all").string()})
                .code == 0);
    REQUIRE(project("size > 1", "placed", {"--with", (folder.path() / "all").string()}).code == 0);
    const EpochSeries all = open_dataset(folder.path() / "all").series;
    const EpochSeries placed = open_dataset(folder.path() / "placed").series;
    CHECK(placed.positions(0)[1].x == Approx(all.positions(0)[2].x).margin(1e-5));

    CHECK_THAT(project("size > 7", "none").err, contains("--where: holds for no sample of run"));
    CHECK_THAT(project("siez > 1", "none").err, contains("--where: "));
    CHECK_THAT(project("size > 1", "none", {"--method", "external", "--command", "true"}).err,
               contains("cannot be told of some samples"));
    CHECK_FALSE(fs::exists(folder.path() / "none"));
}

TEST_CASE("project and convert take pictures and curves along, or say that they do not") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    put(run / "dataset/images.npy", "pictures");
    put(run / "curves.csv", "epoch,loss\n1,0.5\n");
    put(run / "dataset/info.json", R"({"classes":["a","b"],"epochs_at_steps":[40,120]})");
    const auto text_of = [](const fs::path& file) {
        const auto bytes = read_file(file, 1000);
        return std::string(bytes.begin(), bytes.end());
    };
    const auto made = [&](std::vector<std::string> arguments, const std::string& name) {
        arguments.insert(arguments.end(), {"--out", (folder.path() / name).string()});
        const Outcome outcome = call(arguments);
        CHECK(outcome.code == 0);
        return outcome.err;
    };
    const std::string npy = (folder.path() / "npy").string();
    CHECK_THAT(made({"project", run.string(), "--method", "pca"}, "npy"), !contains("left out"));
    CHECK_THAT(made({"convert", npy, "--to", "npy"}, "again"), !contains("left out"));
    for (const char* name : {"npy", "again"}) {
        CHECK(text_of(folder.path() / name / "images.npy") == "pictures");
        CHECK(text_of(folder.path() / name / "curves.csv") == "epoch,loss\n1,0.5\n");
    }
    const std::string said = made({"convert", npy, "--to", "json"}, "json");
    CHECK_THAT(said, contains("warning: images.npy is left out: json has no place for it"));
    CHECK(text_of(folder.path() / "json/curves.csv") == "epoch,loss\n1,0.5\n");
    // At which steps of the run the epochs lie.
    for (const char* name : {"npy", "again", "json"})
        CHECK_THAT(text_of(folder.path() / name / "info.json"),
                   contains(R"("epochs_at_steps":[40.0,120.0])"));
    CHECK_THAT(made({"project", run.string(), "--method", "pca", "--format", "json"}, "other"),
               contains("warning: images.npy is left out"));
}

TEST_CASE("project takes directions of each epoch's own") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    const fs::path out = folder.path() / "out";
    const Outcome outcome = call({"project", run.string(), "--method", "pca", "--per-epoch",
                                  "--out", out.string(), "--threads", "1"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err,
               contains("shows 100.0 % (first epoch) to 100.0 % (last) of the variance"));
    CHECK(open_dataset(out).series.positions(1)[0].x == Approx(-15));
}

TEST_CASE("a call of project that is at fault says how, and writes nothing") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const std::string out = (folder.path() / "out").string();
    const auto fault = [](const std::vector<std::string>& arguments, int code) {
        const Outcome outcome = call(arguments);
        CHECK(outcome.code == code);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK_THAT(fault({"project", run, "--out", out}, 2), contains("--method is required"));
    CHECK_THAT(fault({"project", run, "--method", "pca"}, 2), contains("--out is required"));
    CHECK_THAT(fault({"project", run, "--method", "external", "--out", out}, 2),
               contains("--command is required by --method external"));
    CHECK_THAT(fault({"project", run, "--method", "lda", "--out", out}, 2),
               contains("is \"lda\", expected pca"));
    CHECK_THAT(fault({"project", run + "x", "--method", "pca", "--out", out}, 1),
               contains("runx: cannot be opened"));
    // Before anything is worked out that could not be written.
    CHECK_THAT(fault({"project", run + "x", "--method", "pca", "--out", run}, 1),
               contains("run: is there already and not empty, expected a new folder"));
    put_npy<float>(fs::path(run) / "epochs/epoch_3/embeddings.npy", "<f4", "(2, 1)", {1, 2});
    put_npy<float>(fs::path(run) / "epochs/epoch_1/embeddings.npy", "<f4", "(3, 1)", {1, 2, 3});
    CHECK_THAT(fault({"project", run, "--method", "pca", "--out", out}, 1),
               contains("epoch \"3\": embeddings is 2 x 1, expected 3 x 1"));
    CHECK_FALSE(fs::exists(out));
}

TEST_CASE("project lists nearest neighbours in feature space") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const auto lists_of = [&](const std::string& name, std::vector<std::string> more) {
        const std::string out = (folder.path() / name).string();
        more.insert(more.begin(), {"project", run, "--method", "pca", "--out", out});
        CHECK(call(more).code == 0);
        return open_dataset(out).series;
    };
    // Sample 1 is alone with sample 2 in its class; sample 0 is alone in its own.
    const EpochSeries series = lists_of("two", {"--neighbours", "2"});
    CHECK(series.epoch(0).intra[0].empty());
    REQUIRE(series.epoch(0).intra[1].size() == 1);
    CHECK(series.epoch(0).intra[1][0] == 2);
    REQUIRE(series.epoch(1).inter[0].size() == 2);
    CHECK(series.epoch(1).inter[0][0] == 1);
    CHECK(series.epoch(1).inter[0][1] == 2);
    CHECK_FALSE(lists_of("none", {"--neighbours", "0"}).has_intra());
}

TEST_CASE("project lays out all epochs at once, and keeps what leads there and back") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const std::string out = (folder.path() / "journey").string();
    const Outcome outcome = call({"project", run, "--method", "spacetime", "--lambda", "2",
                                  "--iterations", "30", "--map-passes", "2", "--out", out});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("the divergence is "));
    CHECK_THAT(outcome.err, contains("the path stress "));
    const Dataset made = open_dataset(out);
    CHECK(made.plane_map.maps().size() == made.series.epoch_count());
    const auto said = nlohmann::json::parse(std::ifstream(folder.path() / "journey/info.json"));
    CHECK(said["source"]["method"] == "spacetime");
    CHECK(said["source"]["path_weight"] == "2");
    CHECK(said["source"]["iterations"] == "30");
    CHECK(said["source"]["map_epochs"] == "2");
    CHECK(call({"project", run, "--method", "spacetime", "--lambda", "-1", "--out", out}).code ==
          2);
}

TEST_CASE("project says how many of the nearest neighbours the quick way found") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const std::string out = (folder.path() / "quick").string();
    const Outcome outcome =
        call({"project", run, "--method", "pca", "--approximate", "--out", out});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("of the nearest neighbours 1.000 were found"));
    CHECK(open_dataset(out).series.has_intra());
    const auto said = nlohmann::json::parse(std::ifstream(folder.path() / "quick/info.json"));
    CHECK(said["source"]["neighbour_recall"] == "1.000");
}

TEST_CASE("project lays samples out by t-SNE") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const auto project = [&](const std::string& name, std::vector<std::string> more) {
        const std::string out = (folder.path() / name).string();
        more.insert(more.begin(), {"project", run, "--method", "tsne", "--out", out});
        const Outcome outcome = call(more);
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("warning: the perplexity is 1 instead of 30"));
        CHECK_THAT(outcome.err, contains("the divergence is "));
        return open_dataset(out).series;
    };
    const EpochSeries series = project("warm", {"--warm-iterations", "20", "--pull", "0.5"});
    CHECK(series.epoch_count() == 2);
    CHECK(series.has_intra());
    const auto said = nlohmann::json::parse(std::ifstream(folder.path() / "warm/info.json"));
    CHECK(said["source"]["method"] == "tsne");
    CHECK(said["source"]["perplexity"] == "30");
    CHECK(said["source"]["pull"] == "0.5");
    CHECK(said["source"]["warm_start"] == "true");
    (void)project("alone", {"--independent", "--iterations", "20"});
    const auto alone = nlohmann::json::parse(std::ifstream(folder.path() / "alone/info.json"));
    CHECK(alone["source"]["warm_start"] == "false");
    const Outcome outcome = call({"project", run, "--method", "tsne", "--perplexity", "0", "--out",
                                  (folder.path() / "none").string()});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, contains("--perplexity"));
}

TEST_CASE("project makes a folder and a picture of one model's features in one command") {
    const TemporaryFolder folder;
    const fs::path x = folder.path() / "x.npy";
    const fs::path y = folder.path() / "y.npy";
    std::vector<float> numbers;
    for (int i = 0; i < 40 * 3; ++i) numbers.push_back(static_cast<float>(i * i % 17 + i % 2 * 40));
    put_npy<float>(x, "<f4", "(40, 3)", numbers);
    std::vector<std::int64_t> labels;
    for (int i = 0; i < 40; ++i) labels.push_back(i % 2);
    put_npy<std::int64_t>(y, "<i8", "(40,)", labels);
    const fs::path out = folder.path() / "new";
    const fs::path png = folder.path() / "plot.png";
    const Outcome outcome =
        call({"project", x.string(), "--labels", y.string(), "--method", "tsne", "--iterations",
              "250", "--out", out.string(), "--png", png.string(), "--png-style", "plot"});
    INFO(outcome.err);
    CHECK(outcome.code == 0);
    const Dataset made = open_dataset(out);
    CHECK(made.series.sample_count() == 40);
    CHECK(made.series.epoch_count() == 1);
    CHECK(made.series.class_count() == 2);
    CHECK(fs::exists(png));
    // The folder knows what its recording is opened with.
    CHECK(recording_options(made).labels == fs::canonical(y).string());
    CHECK(open_recording(made.recording, recording_options(made)).recording.class_count() == 2);
    // Without labels: one class; by the components: the same file is shown by other verbs.
    const Outcome info = call({"info", x.string(), "--json"});
    CHECK(nlohmann::json::parse(info.out)["classes"] == nlohmann::json{"all"});
    const Outcome labelled = call({"info", x.string(), "--labels", y.string(), "--json"});
    CHECK(nlohmann::json::parse(labelled.out)["classes"].size() == 2);
    // The folder says what to call.
    const Outcome of_folder = call({"info", folder.path().string()});
    CHECK(of_folder.code == 1);
    CHECK_THAT(of_folder.err, contains("the features x.npy (40, 3) and the labels y.npy (40)"));
}

TEST_CASE("a table of places and a folder of TensorBoard's projector are opened by their path") {
    const TemporaryFolder folder;
    put(folder.path() / "places.csv", "epoch,id,u,v\n1,a,0,1\n1,b,2,3\n2,a,0,2\n2,b,4,4\n");
    const Outcome table =
        call({"info", (folder.path() / "places.csv").string(), "--columns", "x=u,y=v", "--json"});
    const auto facts = nlohmann::json::parse(table.out);
    CHECK(facts["epochs"] == 2);
    CHECK(facts["format"] == "table");
    CHECK(facts["warnings"].size() == 1);
    for (const char* tag : {"a", "b"})
        put(folder.path() / "logs" / "00007" / tag / "tensors.tsv", "1\t2\n3\t5\n4\t4\n");
    const std::string logs = (folder.path() / "logs").string();
    const std::string out = (folder.path() / "out").string();
    CHECK_THAT(call({"project", logs, "--method", "pca", "--out", out}).err,
               contains("choose one of them with --projection"));
    CHECK(call({"project", logs, "--projection", "b", "--method", "pca", "--out", out}).code == 0);
    CHECK(open_dataset(out).series.epoch(0).number == 7);
    CHECK(call({"info", logs}).code == 2);
}

TEST_CASE("project tells of doubtful embeddings once, before it begins") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    put_npy<float>(run / "epochs/epoch_1/embeddings.npy", "<f4", "(3, 3)",
                   std::vector<float>(9, 1));
    put_npy<float>(run / "epochs/epoch_3/embeddings.npy", "<f4", "(3, 3)",
                   {1, 0, 0, 0, 1, 0, 0, 0, 900});
    const Outcome outcome = call(
        {"project", run.string(), "--method", "pca", "--out", (folder.path() / "out").string()});
    CHECK(outcome.code == 0);
    for (const std::string sentence :
         {"warning: epoch 1: all embeddings are the same",
          "warning: epoch 3: the embedding of sample 2 is 900 times as long as the median"}) {
        const std::size_t at = outcome.err.find(sentence);
        CHECK(at < outcome.err.find("of the variance"));
        CHECK(outcome.err.find(sentence, at + 1) == std::string::npos);
    }
}

TEST_CASE("project leaves a sample out where its embedding is not a number") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path());
    put_npy<float>(run / "epochs/epoch_3/embeddings.npy", "<f4", "(3, 3)",
                   {-9, 0, -12, 0, std::nanf(""), 0, 9, 0, 12});
    for (const std::string method : {"pca", "spacetime", "tsne"}) {
        CAPTURE(method);
        const fs::path out = folder.path() / method;
        const Outcome outcome =
            call({"project", run.string(), "--method", method, "--out", out.string()});
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("epoch 3: embedding of 1 sample (1) is not a number"));
        const EpochSeries series = open_dataset(out).series;
        CHECK(std::isnan(series.positions(1)[1].x));
        CHECK_FALSE(std::isnan(series.positions(1)[2].x));
        CHECK_FALSE(std::isnan(series.positions(0)[1].x));
    }
}
