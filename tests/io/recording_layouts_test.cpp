#include "io/npy_file.h"
#include "io/zip_bytes.h"

#include <epochscope/io/formats.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Three samples in two dimensions: sample i is (10 * epoch + i, 0), in this order of samples.
void put_embeddings(const fs::path& file, int epoch, const std::vector<int>& samples = {0, 1, 2}) {
    std::vector<float> values;
    for (const int sample : samples) {
        values.push_back(static_cast<float>(10 * epoch + sample));
        values.push_back(0);
    }
    put_npy<float>(file, "<f4", "(" + std::to_string(samples.size()) + ", 2)", values);
}

void put_list(const fs::path& file, const std::vector<std::int64_t>& values) {
    put_npy<std::int64_t>(file, "<i8", "(" + std::to_string(values.size()) + ",)", values);
}

std::string said_of(const fs::path& run) {
    try {
        std::string said = "opened";
        for (const std::string& warning : open_recording(run).warnings) said += "; " + warning;
        return said;
    } catch (const Error& error) {
        return error.what();
    }
}

/// The first features of all samples at an epoch.
std::vector<float> firsts(const Recording& recording, std::size_t epoch) {
    std::vector<float> values;
    for (std::size_t i = 0; i < recording.sample_count(); ++i)
        values.push_back(recording.epoch(epoch).embeddings.row(i)[0]);
    return values;
}

}  // namespace

TEST_CASE("a recording opens by whatever name its epochs have", "[io]") {
    for (const std::string name :
         {"epoch-0", "Epoch_", "epoch", "", "0000", "checkpoint-", "epoch="}) {
        INFO(name);
        const TemporaryFolder folder;
        const fs::path& run = folder.path();
        put_list(run / "dataset/labels.npy", {0, 1, 1});
        for (const int epoch : {1, 2}) {
            const std::string whole = name + std::to_string(epoch);
            put_embeddings(run / "epochs" / whole / "embeddings.npy", epoch);
        }
        const RecordedRun opened = open_recording(run);
        CHECK(opened.format == "recording");
        CHECK(opened.warnings.empty());
        REQUIRE(opened.recording.epoch_count() == 2);
        CHECK(opened.recording.epoch(1).number == 2);
        CHECK(firsts(opened.recording, 1) == std::vector<float>{20, 21, 22});
    }
}

TEST_CASE("the epochs of a recording may lie beside its labels", "[io]") {
    const TemporaryFolder folder;
    put_list(folder.path() / "labels.npy", {0, 1, 1});
    put_embeddings(folder.path() / "epoch_3/features.npy", 3);
    CHECK(open_recording(folder.path()).recording.epoch(0).number == 3);
}

TEST_CASE("arrays of an epoch have the usual names", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path epoch = run / "epochs/epoch_1";
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    for (const char* name : {"embeddings.npy", "features.npy", "representations.npy"}) {
        put_embeddings(epoch / name, 1);
        CHECK(said_of(run) == "opened");
        fs::remove(epoch / name);
    }
    put_embeddings(epoch / "features.npy", 1);
    for (const char* name : {"predictions.npy", "logits.npy", "outputs.npy"}) {
        put_npy<float>(epoch / name, "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
        const Recording recording = open_recording(run).recording;
        CHECK(recording.epoch(0).logits.row(2)[1] == 5);
        fs::remove(epoch / name);
    }
}

TEST_CASE("probabilities come back from the logits that they become", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path epoch = run / "epochs/epoch_1";
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    put_embeddings(epoch / "embeddings.npy", 1);
    for (const char* name : {"probs.npy", "probabilities.npy", "pred_probs.npy"}) {
        put_npy<float>(epoch / name, "<f4", "(3, 2)", {0.75F, 0.25F, 0, 1, 0.5F, 0.5F});
        const RecordedRun opened = open_recording(run);
        const Predictions found = predictions_from(opened.recording.epoch(0).logits);
        CHECK(found.predictions == std::vector<std::int32_t>{0, 1, 0});
        CHECK(found.confidence[0] == Approx(0.75));
        CHECK(found.confidence[1] == Approx(1));
        CHECK_THAT(opened.warnings.at(0), contains("taken as probabilities"));
        put_npy<float>(epoch / name, "<f4", "(3, 2)", {0.75F, 0.25F, -3, 4, 0.5F, 0.5F});
        CHECK_THAT(said_of(run), contains("row 1 holds -3, expected probabilities"));
        put_npy<float>(epoch / "predictions.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
        CHECK_THAT(said_of(run), contains("left out, since there is predictions.npy"));
        fs::remove(epoch / "predictions.npy");
        fs::remove(epoch / name);
    }
}

TEST_CASE("shuffled epochs are refused, unless ids tell the order", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1);
    put_embeddings(run / "epochs/epoch_2/embeddings.npy", 2, {2, 0, 1});
    put_list(run / "epochs/epoch_1/labels.npy", {0, 1, 1});
    CHECK(said_of(run) == "opened");
    put_list(run / "epochs/epoch_2/labels.npy", {1, 0, 1});
    CHECK_THAT(said_of(run), contains("epoch_2/labels.npy: differs from") &&
                                 contains("from sample 0 on (1, expected 0): the samples are "
                                          "shuffled; save ids.npy"));
    put_list(run / "epochs/epoch_2/ids.npy", {2, 0, 1});
    const RecordedRun opened = open_recording(run);
    CHECK(firsts(opened.recording, 1) == std::vector<float>{20, 21, 22});
    CHECK(opened.warnings == std::vector<std::string>{"ids.npy: the samples of 1 epoch are put in "
                                                      "the order of the labels"});
    put_list(run / "epochs/epoch_2/labels.npy", {1, 1, 0});
    CHECK_THAT(said_of(run), contains("contradicts") && contains("for sample 0"));
    put_list(run / "epochs/epoch_2/labels.npy", {0, 0, 1});
    fs::remove(run / "epochs/epoch_2/ids.npy");
    CHECK_THAT(said_of(run), contains("these are other samples, or shuffled ones"));
    put_list(run / "epochs/epoch_2/labels.npy", {0, 1});
    CHECK_THAT(said_of(run), contains("has 2 labels") && contains("samples are missing"));
}

TEST_CASE("samples that an epoch does not name are absent there", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const fs::path epoch = run / "epochs/epoch_2";
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1);
    put_embeddings(epoch / "embeddings.npy", 2, {2, 0});
    put_npy<float>(epoch / "predictions.npy", "<f4", "(2, 2)", {2, 9, 8, 0});
    put_npy<float>(epoch / "losses.npy", "<f4", "(2,)", {0.2F, 0.1F});
    put_list(epoch / "ids.npy", {2, 0});
    const RecordedRun opened = open_recording(run);
    const RecordedEpoch& second = opened.recording.epoch(1);
    CHECK(second.embeddings.row(0)[0] == 20);
    CHECK(std::isnan(second.embeddings.row(1)[0]));
    CHECK(std::isnan(second.embeddings.row(1)[1]));
    CHECK(second.embeddings.row(2)[0] == 22);
    CHECK(second.logits.row(0)[0] == 8);
    CHECK(std::isnan(second.logits.row(1)[1]));
    CHECK(second.losses[2] == 0.2F);
    CHECK_THAT(opened.warnings.at(1),
               contains("absent there: 1 in 1 epoch, the first is sample 1 at epoch 2"));
    put_list(epoch / "ids.npy", {2, 2});
    CHECK_THAT(said_of(run), contains("ids.npy: names sample 2 twice"));
    put_list(epoch / "ids.npy", {2, 7});
    CHECK_THAT(said_of(run), contains("names sample 7, expected 0..2"));
    put_npy<float>(epoch / "ids.npy", "<f4", "(2,)", {0.5F, 1});
    CHECK_THAT(said_of(run), contains("entry 0 is 0.5, expected a whole number"));
    put_list(epoch / "ids.npy", {2, 1, 0});
    CHECK_THAT(said_of(run), contains("has 2 rows, ids.npy beside it names more"));
    // Ids of a database are no indices.
    put_list(run / "dataset/ids.npy", {700, 500, 600});
    put_list(epoch / "ids.npy", {600, 700});
    CHECK(open_recording(run).recording.epoch(1).embeddings.row(2)[0] == 22);
    put_list(epoch / "ids.npy", {600, 1});
    CHECK_THAT(said_of(run), contains("names sample 1, which has no label"));
    put_list(run / "dataset/ids.npy", {700, 500, 700});
    CHECK_THAT(said_of(run), contains("dataset/ids.npy: names sample 700 twice"));
    put_list(run / "dataset/ids.npy", {700, 500});
    CHECK_THAT(said_of(run), contains("has 2 ids"));
}

TEST_CASE("labels may lie in the epochs alone", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    for (const int epoch : {1, 2}) {
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_embeddings(at / "embeddings.npy", epoch);
        put_list(at / "labels.npy", {0, 1, 1});
    }
    CHECK(open_recording(run).recording.labels()[2] == 1);
    put_list(run / "epochs/epoch_2/labels.npy", {1, 1, 0});
    CHECK_THAT(said_of(run), contains("the samples are shuffled"));
    put_list(run / "epochs/epoch_1/ids.npy", {5, 6, 8});
    put_list(run / "epochs/epoch_2/ids.npy", {8, 6, 5});
    CHECK(firsts(open_recording(run).recording, 1) == std::vector<float>{22, 21, 20});
}

TEST_CASE("the documented layout of time-travelling-visualizer opens", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    fs::create_directories(run / "dataset/representation");
    put_list(run / "dataset/label/labels.npy", {0, 1, 1});
    CHECK_THAT(said_of(run), contains("has no file dataset/representation/<k>.npy"));
    for (const int epoch : {1, 2})
        put_embeddings(run / "dataset/representation" / (std::to_string(epoch) + ".npy"), epoch);
    put_npy<float>(run / "dataset/prediction/2.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
    const RecordedRun opened = open_recording(run);
    CHECK(opened.format == "recording with a file for each epoch");
    REQUIRE(opened.recording.epoch_count() == 2);
    CHECK(opened.recording.epoch(0).logits.empty());
    CHECK(opened.recording.epoch(1).logits.row(0)[0] == 5);
    fs::remove(run / "dataset/label/labels.npy");
    CHECK_THAT(said_of(run), contains("there is no labels.npy: all samples are unlabelled"));
    fs::rename(run / "dataset/representation", run / "dataset/features");
    CHECK_THAT(said_of(run), contains("has no labels.npy beside dataset/features/<k>.npy"));
}

TEST_CASE("the layout of DVI and TimeVis opens, if its labels are an array", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    fs::create_directories(run / "Model/Epoch_1");
    CHECK_THAT(said_of(run), contains("has no Model/Epoch_<k>/train_data.npy"));
    put_embeddings(run / "Model/Epoch_2/train_data.npy", 2);
    put_embeddings(run / "Model/Epoch_2/test_data.npy", 2);
    CHECK_THAT(said_of(run), contains("there is no labels.npy: all samples are in one class"));
    put(run / "Training_data/training_dataset_label.pth", "");
    CHECK_THAT(said_of(run), contains("numpy.save(\"Training_data/labels.npy\", torch.load("));
    put_list(run / "Training_data/training_dataset_label.npy", {0, 1, 1});
    const RecordedRun opened = open_recording(run);
    CHECK(opened.format == "DVI and TimeVis");
    CHECK(opened.recording.epoch(0).number == 2);
    CHECK_THAT(opened.warnings.at(0), contains("without train_data.npy is left out"));
    CHECK_THAT(opened.warnings.at(1), contains("test_data.npy: left out"));
}

TEST_CASE("a recording without labels opens, and says so", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1);
    RecordedRun opened = open_recording(run);
    CHECK(opened.recording.classes().names == std::vector<std::string>{"0"});
    CHECK(opened.warnings ==
          std::vector<std::string>{"there is no labels.npy: all samples are in one class"});
    // Samples that predictions are known of are not all right or wrong by that.
    put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
    opened = open_recording(run);
    CHECK(opened.recording.classes().names == std::vector<std::string>{"0", "1", "unlabelled"});
    CHECK(opened.recording.labels()[0] == 2);
    put_list(run / "epochs/epoch_1/ids.npy", {30, 10, 20});
    put_embeddings(run / "epochs/epoch_2/embeddings.npy", 2, {1, 2});
    put_list(run / "epochs/epoch_2/ids.npy", {10, 40});
    opened = open_recording(run);
    CHECK(opened.recording.sample_count() == 4);
    CHECK(opened.recording.epoch(0).embeddings.row(0)[0] == 11);
    CHECK(std::isnan(opened.recording.epoch(0).embeddings.row(3)[0]));
}

TEST_CASE("files of epochs in one folder are a recording, however their names are put", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_embeddings(run / "features_epoch_1.npy", 1);
    CHECK_THAT(said_of(run), contains("it holds the features features_epoch_1.npy"));
    put_embeddings(run / "features_epoch_10.npy", 10, {2, 1, 0});
    put_embeddings(run / "Epoch2-features.npy", 2);
    put_list(run / "ids_epoch_10.npy", {2, 1, 0});
    put_npy<float>(run / "logits_epoch_2.npy", "<f4", "(3, 2)", {1, 0, 0, 2, 0, 3});
    put_embeddings(run / "notes_1.npy", 5);
    put_list(run / "labels.npy", {0, 1, 1});
    const RecordedRun read = open_recording(run);
    CHECK(read.format == "recording with a file for each epoch");
    REQUIRE(read.recording.epoch_count() == 3);
    CHECK(read.recording.epoch(1).number == 2);
    CHECK(read.recording.epoch(2).number == 10);
    CHECK(firsts(read.recording, 2) == std::vector<float>{100, 101, 102});
    CHECK(read.recording.epoch(1).logits.row(1)[1] == 2);
    CHECK(read.recording.labels()[2] == 1);
    put_embeddings(run / "embeddings_2.npy", 2);
    CHECK_THAT(said_of(run), contains("which are both epoch 2, expected one of them"));
}

TEST_CASE("one list of usual names serves arrays and labels of all layouts", "[io]") {
    for (const char* labels : {"dataset/label.npy", "targets.npy", "dataset/y.npy"}) {
        INFO(labels);
        const TemporaryFolder folder;
        const fs::path& run = folder.path();
        put_list(run / labels, {0, 1, 1});
        put_embeddings(run / "checkpoints/checkpoint-5/Hidden_States.npy", 5);
        put_npy<float>(run / "checkpoints/checkpoint-5/Output.npy", "<f4", "(3, 2)",
                       {5, 0, 0, 5, 1, 5});
        const RecordedRun opened = open_recording(run);
        CHECK(opened.warnings.empty());
        CHECK(opened.recording.epoch(0).number == 5);
        CHECK(opened.recording.epoch(0).logits.row(2)[1] == 5);
        CHECK(opened.recording.labels()[2] == 1);
    }
}

TEST_CASE("arrays that are not read are named once", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    for (const int epoch : {1, 2}) {
        const fs::path place = run / "epochs" / std::to_string(epoch);
        put_embeddings(place / "embeddings.npy", epoch);
        put_list(place / "intra_similarity.npy", {0, 1, 2});
        put_list(place / "scores.npy", {0, 1, 2});
    }
    CHECK(said_of(run) ==
          "opened; scores.npy: left out, since its name is of no array that is read: 2 epochs, the "
          "first of them \"1\"");
}

TEST_CASE("other names of labels and ids of an epoch tell the order of samples, too", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1, {2, 0, 1});
    put_list(run / "epochs/epoch_1/targets.npy", {1, 0, 1});
    CHECK_THAT(said_of(run), contains("the samples are shuffled"));
    put_list(run / "epochs/epoch_1/indices.npy", {2, 0, 1});
    CHECK(firsts(open_recording(run).recording, 0) == std::vector<float>{10, 11, 12});
}

TEST_CASE("ids may be texts where the labels have some", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1, {2, 0, 1});
    put_npy<char>(run / "epochs/epoch_1/ids.npy", "|S1", "(3,)", {'c', 'a', 'b'});
    CHECK_THAT(said_of(run), contains("holds texts, so dataset/ids.npy is expected"));
    put_npy<char>(run / "dataset/ids.npy", "|S1", "(3,)", {'a', 'b', 'c'});
    CHECK(firsts(open_recording(run).recording, 0) == std::vector<float>{10, 11, 12});
}

TEST_CASE("labels that count from 1 are those of the columns of logits", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {1, 2, -1});
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1);
    put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
    const RecordedRun opened = open_recording(run);
    CHECK(opened.recording.classes().names == std::vector<std::string>{"1", "2", "unlabelled"});
    CHECK(opened.recording.labels()[1] == 1);
    CHECK_THAT(opened.warnings.at(0), contains("count from 1 to 2"));
    put(run / "dataset/info.json", "{\"classes\": [\"cat\", \"dog\"]}");
    CHECK(open_recording(run).recording.labels()[0] == 0);
    put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3,)", {0, 2, 1});
    CHECK_THAT(said_of(run), contains("as if it were the predicted class"));
}

TEST_CASE("labels that leave gaps are the classes of the logits if they are as many", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_embeddings(run / "epochs/epoch_1/embeddings.npy", 1);
    put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3, 2)", {5, 0, 0, 5, 1, 5});
    put_list(run / "dataset/labels.npy", {10, 30, 10});
    const RecordedRun opened = open_recording(run);
    CHECK(opened.recording.classes().names == std::vector<std::string>{"10", "30"});
    CHECK(opened.recording.labels()[1] == 1);
    CHECK_THAT(opened.warnings.at(0), contains("its numbers are not 0 to 1, so the 2 that occur"));
    put_list(run / "dataset/labels.npy", {10, 30, 20});
    CHECK_THAT(said_of(run), contains("holds the label 30, but there are logits of 2 classes"));
    put_list(run / "dataset/labels.npy", {0, 1});
    CHECK_THAT(said_of(run), contains("labels.npy holds 2 labels, the embeddings of epoch 1 are of "
                                      "3 samples"));
}

TEST_CASE("outputs that may be no logits are told", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_list(run / "dataset/labels.npy", {0, 1, 1});
    const auto put_outputs = [&](int epoch, const std::vector<float>& values) {
        const fs::path place = run / ("epochs/epoch_" + std::to_string(epoch));
        put_embeddings(place / "embeddings.npy", epoch);
        put_npy<float>(place / "predictions.npy", "<f4", "(3, 2)", values);
    };
    put_outputs(1, {0.75F, 0.5F, 0.25F, 0.5F, 0.125F, 1});
    CHECK_THAT(said_of(run), contains("its numbers lie in 0..1, but its rows do not add up to 1; "
                                      "they are taken for logits"));
    put_outputs(1, {0.75F, 0.25F, 0.25F, 0.75F, 0, 1});
    put_outputs(2, {5, -3, 0, 2, 1, 7});
    CHECK_THAT(said_of(run),
               contains("the rows of 1 of 2 epochs lie in 0..1 and add up to 1, those "
                        "of the others do not; they are taken for logits"));
    put_outputs(1, {5, -3, 0, 2, 1, 7});
    CHECK_THAT(said_of(run), !contains("taken for logits"));
}

TEST_CASE("one archive an epoch is a recording, with what else it holds", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const auto archive = [&](int epoch, const std::vector<std::int64_t>& labels) {
        std::vector<float> features;
        for (int i = 0; i < 6; ++i) features.push_back(static_cast<float>(10 * epoch + i / 2));
        return zip_of({{"embeddings.npy", npy_bytes<float>("<f4", "(3, 2)", features)},
                       {"logits.npy", npy_bytes<float>("<f4", "(3, 2)", {2, 0, 0, 3, 1, 0})},
                       {"y.npy", npy_bytes<std::int64_t>("<i8", "(3,)", labels)},
                       {"extra.npy", npy_bytes<float>("<f4", "(1,)", {1})}});
    };
    put(run / "epoch_1.npz", archive(1, {0, 1, 1}));
    put(run / "epoch_10.npz", archive(10, {0, 1, 1}));
    const RecordedRun opened = open_recording(run);
    CHECK(opened.format == "recording with a file for each epoch");
    REQUIRE(opened.recording.epoch_count() == 2);
    CHECK(opened.recording.epoch(1).number == 10);
    CHECK(firsts(opened.recording, 1) == std::vector<float>{100, 101, 102});
    CHECK(opened.recording.epoch(0).logits.row(1)[1] == 3);
    CHECK(opened.recording.labels()[2] == 1);
    CHECK_THAT(said_of(run), contains("extra: left out, since it is no array or column"));
    // The order of samples is heeded as in folders.
    put(run / "epoch_10.npz", archive(10, {1, 0, 1}));
    CHECK_THAT(said_of(run), contains("the samples are shuffled"));
    // Predicted classes are no logits.
    const std::string features = npy_bytes<float>("<f4", "(3, 2)", {0, 1, 2, 3, 4, 5});
    put(run / "epoch_10.npz",
        zip_of({{"X.npy", features},
                {"predictions.npy", npy_bytes<std::int64_t>("<i8", "(3,)", {0, 1, 1})}}));
    CHECK_THAT(said_of(run), contains("predictions: left out"));
    CHECK_FALSE(open_recording(run).recording.epoch(1).logits.rows());
    // A writer that was killed.
    put(run / "epoch_10.npz", archive(10, {0, 1, 1}).substr(0, 200));
    CHECK_THAT(said_of(run), contains("epoch 10, the last one, was cut off and is left out"));
    put(run / "epoch_10.npz", zip_of({{"a.npy", npy_bytes<float>("<f4", "(3,)", {1, 2, 3})}}));
    CHECK_THAT(said_of(run), contains("epoch_10.npz: has no features"));
}

TEST_CASE("one table an epoch is a recording, with labels, ids and outputs in its columns",
          "[io]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "embeddings";
    put(run / "epoch_1.csv",
        "id,f0,f1,f2,label,pred,logit_0,logit_1\n7,1,2,3,cat,cat,2,0\n9,4,5,6,dog,cat,1,0\n");
    put(run / "epoch_2.csv",
        "id,f0,f1,f2,label,pred,logit_0,logit_1\n9,40,50,60,dog,dog,0,1\n7,10,,30,cat,cat,2,0\n");
    for (const fs::path& place : {run, folder.path()}) {
        const RecordedRun opened = open_recording(place);
        REQUIRE(opened.recording.epoch_count() == 2);
        CHECK(opened.recording.classes().names == std::vector<std::string>{"cat", "dog"});
        CHECK(opened.recording.dimension() == 3);
        CHECK(firsts(opened.recording, 0) == std::vector<float>{1, 4});
        // By their ids; what is missing makes the sample absent.
        CHECK(firsts(opened.recording, 1) == std::vector<float>{10, 40});
        CHECK(std::isnan(opened.recording.epoch(1).embeddings.row(0)[1]));
        CHECK(opened.recording.epoch(1).logits.row(1)[1] == 1);
        CHECK_THAT(said_of(place), contains("pred: left out"));
    }
    // As numpy.savetxt writes them, with labels of the run.
    const fs::path plain = folder.path() / "plain";
    put(plain / "epoch_0.csv", "1.0 2.0 3.0\n4.0 5.0 6.0\n");
    put(plain / "epoch_1.csv", "1.5 2.5 3.5\n4.5 5.5 6.5\n");
    put_list(plain / "labels.npy", {1, 0});
    CHECK(firsts(open_recording(plain).recording, 1) == std::vector<float>{1.5, 4.5});
    CHECK(open_recording(plain).recording.labels()[0] == 1);
    // pandas' index is no feature.
    put(plain / "epoch_1.csv", ",a,b,c\n0,1,2,3\n1,4,5,6\n");
    put(plain / "epoch_0.csv", ",a,b,c\n0,1,2,3\n1,4,5,6\n");
    CHECK(open_recording(plain).recording.dimension() == 3);
}

TEST_CASE("tables of epochs that are no features, or broken, are told", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    const std::string good = "a,b,c,label\n1,2,3,0\n4,5,6,1\n";
    struct Case {
        const char* second;
        const char* said;
    };
    const Case known = GENERATE(
        Case{"a,b,c,label\n1,2,3,0\n4,x,6,1\n", "line 3: b is \"x\", expected a number"},
        Case{"a,b,c,label\n1,2,3,0\n4,5", "epoch 2, the last one, was cut off and is left out"},
        Case{"", "epoch_2.csv: has no features"}, Case{"a,b,c,label\n", "has no features"},
        Case{"a,b,c,label\n1,2,3,0\n4,5,6,1\n7,8,9,1\n", "samples are missing, or shuffled"},
        Case{"a,b,c,label\n1,2,3,1\n4,5,6,0\n", "the samples are shuffled"},
        Case{"a,b,c,d,label\n1,2,3,4,0\n4,5,6,7,1\n", "embeddings is 2 x 4, expected 2 x 3"},
        Case{"a,b,c,label\n1,nan,3,0\n4,inf,,1\n", "opened"});
    put(run / "epoch_1.csv", good);
    put(run / "epoch_2.csv", known.second);
    INFO(known.second);
    CHECK_THAT(said_of(run), contains(known.said));
    // Places and curves are not features.
    put(run / "epoch_1.csv", "x,y,label\n1,2,0\n");
    CHECK_FALSE(is_recording(run));
    put(run / "epoch_1.csv", "step,loss,acc,lr\n1,2,0,1\n2,3,4,5\n");
    CHECK_FALSE(is_recording(run));
}
