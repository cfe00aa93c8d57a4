#include "io/curves/epoch_line.h"
#include "io/curves/log_line.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <fstream>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Numbers = std::vector<double>;

/// As PCL's ProgressMeter prints it.
std::string pcl_line(int epoch, int batch, const std::string& loss, const std::string& proto) {
    return "Epoch: [" + std::to_string(epoch) + "][" + std::string(batch < 10 ? "  " : " ") +
           std::to_string(batch) + "/100]\tTime  0.712 ( 0.903)\tData  0.001 ( 0.112)\tLoss " +
           loss + " (7.0000e+00)\tAcc@Inst  50.00 ( 45.31)\tAcc@Proto   " + proto + " (  3.12)\n";
}

void put(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

const ScalarSeries& named(const TrainingCurves& curves, const std::string& name) {
    for (const ScalarSeries& series : curves.runs.at(0).series)
        if (series.name == name) return series;
    throw Error(name, "is not there");
}

}  // namespace

TEST_CASE("PCL's log is read", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "train.log";
    put(file, "=> creating model 'resnet50'\n" + pcl_line(0, 0, "9.1e+00", "0.00") +
                  pcl_line(0, 50, "8.5e+00", "1.25") + "Test: [0/4]\tTime 1 (1)\r\n" +
                  "INFO 12:00 " + pcl_line(1, 0, "nan", "2.50"));
    const TrainingCurves curves = read_training_curves(file);
    REQUIRE(curves.runs.size() == 1);
    CHECK(curves.runs[0].name == "train.log");
    CHECK(curves.runs[0].source == CurveSource::log);
    // Five values and the mean of each, and one of the evaluation.
    CHECK(curves.runs[0].series.size() == 11);
    CHECK(named(curves, "Acc@Proto").steps == Numbers{0, 50, 100});
    CHECK(named(curves, "Acc@Proto").epochs == Numbers{0, 0.5, 1});
    CHECK(named(curves, "Acc@Proto").values == Numbers{0, 1.25, 2.5});
    CHECK(named(curves, "Acc@Proto (mean)").values == Numbers{3.12, 3.12, 3.12});
    CHECK(named(curves, "Loss").values[0] == 9.1);
    CHECK(std::isnan(named(curves, "Loss").values[2]));
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("1 line of other programs is skipped"));
}

TEST_CASE("names of a log's line may be of several words or come twice", "[io]") {
    const auto line = read_log_line("Epoch: [2][3/4]  learning rate: 1e-3, Loss 2 Loss 3 (2.5)");
    REQUIRE(line);
    CHECK(line->step() == 11);
    CHECK(line->epochs() == 2.75);
    REQUIRE(line->entries.size() == 3);
    CHECK(line->entries[0].name == "learning rate");
    CHECK(line->entries[0].value == 1e-3);
    CHECK_FALSE(line->entries[0].mean);
    CHECK(line->entries[2].name == "Loss (2)");
    CHECK(line->entries[2].mean == 2.5);
}

TEST_CASE("lines that were cut off or broken are left out", "[io]") {
    const std::string text =
        GENERATE(as<std::string>(), "Epoch: [", "Epoch: [1", "Epoch: [1][2/", "Epoch: [1][2/3]",
                 "Epoch: [1][2/3] Loss", "Epoch: [1][2/3] Loss 1 (", "Epoch: [1][2/3] Loss 1 (2",
                 "Epoch: [1][2/3] Loss 1 (x)", "Epoch: [1][2/3] 1 (2)", "Epoch: [1][2/0] Loss 1",
                 "Epoch: [1][4/3] Loss 1", "Epoch: [-1][2/3] Loss 1", "Epoch: [1][2/3] Loss 1 ()",
                 "Epoch: [99999999999999999999][2/3] Loss 1", "Epoch: [1][2/3] Loss 1 Ti");
    INFO(text);
    CHECK_FALSE(read_log_line(text));
    const TemporaryFolder folder;
    put(folder.path() / "a.txt", pcl_line(0, 0, "1", "2") + text + "\n" + pcl_line(0, 1, "1", "3"));
    const TrainingCurves curves = read_training_curves(folder.path() / "a.txt");
    CHECK(named(curves, "Acc@Proto").values == Numbers{2, 3});
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("line 2 is cut off or broken"));
}

TEST_CASE("a log that grows is followed, and a run that was taken up again replaces its steps",
          "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "train.log";
    const std::string second = pcl_line(0, 10, "2", "20");
    put(file, pcl_line(0, 0, "1", "10") + second.substr(0, 30));
    CurveFollower follower(file);
    follower.update();
    CHECK(named(follower.curves(), "Acc@Proto").values == Numbers{10});
    CHECK_THAT(follower.curves().warnings.at(0), contains("the last line, 2, has no end yet"));
    std::ofstream(file, std::ios::app) << second.substr(30) << pcl_line(0, 20, "3", "30");
    CHECK(follower.update());
    CHECK(named(follower.curves(), "Acc@Proto").values == Numbers{10, 20, 30});
    CHECK(follower.curves().warnings.empty());
    std::ofstream(file, std::ios::app) << pcl_line(0, 10, "4", "40");
    CHECK(follower.update());
    CHECK(named(follower.curves(), "Acc@Proto").values == Numbers{10, 40});
    CHECK_THAT(follower.curves().warnings.at(0), contains("of 2 steps the later writing counts"));
}

TEST_CASE("lines of evaluations are curves of their own, a point an evaluation", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "linear.log";
    const std::string first =
        "Test: [0/20]\tTime 0.5 (0.5)\tLoss 1.5 (1.5000)\tAcc@1 50.0 (50.0)\n"
        "Test: [10/20]\tTime 0.5 (0.5)\tLoss 1.1 (1.2500)\tAcc@1 56.0 (54.5)\n"
        " * Acc@1 54.500\n";
    put(file, pcl_line(0, 0, "9", "1") + pcl_line(0, 99, "8", "2") + first +
                  pcl_line(1, 99, "7", "3") +
                  "Test: [  20/  20]  Time: 0.1 (0.1)  Loss:  0.9000 (0.8000)  Acc@1: 70.0000 "
                  "( 69.0000)  Acc@5: 90.0 (89.0)\n"
                  "Test (EMA): [  20/  20]  Loss:  0.7 (0.6)\n");
    const TrainingCurves curves = read_training_curves(file);
    CHECK(named(curves, "Test Acc@1").steps == Numbers{99, 199});
    CHECK(named(curves, "Test Acc@1").values == Numbers{54.5, 69});
    CHECK(named(curves, "Test Acc@1").epochs == Numbers{0.99, 1.99});
    CHECK(named(curves, "Test Loss").values == Numbers{1.25, 0.8});
    CHECK(named(curves, "Test (EMA) Loss").values == Numbers{0.6});
    CHECK(curves.warnings.empty());
    // An evaluation alone.
    put(file, first);
    CHECK(named(read_training_curves(file), "Test Loss").values == Numbers{1.25});
    CHECK(named(read_training_curves(file), "Test Loss").steps == Numbers{0});
    // A list with stars is none.
    put(file, "* version 3\n");
    CHECK_THROWS_WITH(read_training_curves(file), contains("has no curves"));
}

TEST_CASE("the time that is left is no name of a value", "[io]") {
    const auto line = read_log_line(
        "Epoch: [3]  [  10/1251]  eta: 0:01:31  lr: 0.000001  loss: 6.9 (6.95)  max mem: 200");
    REQUIRE(line);
    CHECK(line->entries.size() == 3);
    CHECK(line->entries[0].name == "lr");
    const std::vector<LogEntry> test = read_test_values(
        "Test:  [  0/79]  eta: 0:01:31  loss: 1.6 (1.5)  acc1: 70.1 (69.5)  time: 0.1  data: 0.2");
    REQUIRE(test.size() == 4);
    CHECK(test[0].name == "Test loss");
    CHECK(test[1].value == 69.5);
    CHECK(read_test_values("Test: [3/2] Loss 1").empty());
    CHECK(read_test_values("Test: [1/2] Loss 1 (").empty());
}

TEST_CASE("texts that are no log are refused", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "a.txt", "hello\nEpoch: 1\n");
    CHECK_THROWS_WITH(read_training_curves(folder.path() / "a.txt"), contains("has no curves"));
    CHECK_THROWS_WITH(read_training_curves(folder.path()), contains("has no curves"));
    CHECK_THROWS_WITH(read_training_curves(folder.path() / "none"), contains("does not exist"));
}

TEST_CASE("lines of SupContrast and timm are read", "[io]") {
    const auto sup =
        read_log_line("Train: [3][10/40]\tBT 0.345 (0.456)\tDT 0.001 (0.002)\tloss 5.123 (5.456)");
    REQUIRE(sup);
    CHECK(sup->step() == 130);
    CHECK(sup->entries.back().name == "loss");
    CHECK(sup->entries.back().mean == 5.456);
    const auto timm = read_log_line(
        "INFO: Train: 2 [  50/1251 (  4%)]  Loss: 6.941 (6.94)  Time: 0.334s,  830.12/s  (0.321s, "
        " 831.00/s)  LR: 1.000e-06  Data: 0.011 (0.012)");
    REQUIRE(timm);
    CHECK(timm->epoch == 2);
    CHECK(timm->batches == 1251);
    REQUIRE(timm->entries.size() == 4);
    CHECK(timm->entries[0].name == "Loss");
    CHECK(timm->entries[0].value == 6.941);
    CHECK(timm->entries[1].name == "Time");
    CHECK(timm->entries[1].value == 0.334);
    CHECK(timm->entries[1].mean == 0.321);
    CHECK(timm->entries[2].value == 1e-6);
}

TEST_CASE("what Keras prints is read, whatever draws its bar", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "keras.txt";
    put(file,
        "2025-01-02 starting\nEpoch 1/2\n"
        " 10/100 [=>....] - ETA: 5s - loss: 9.0\b\b\b\b\r100/100 [=====] - 5s 2ms/step - loss: "
        "0.5 - accuracy: 0.75\b\b100/100 [=====] - 6s 2ms/step - loss: 0.5 - accuracy: 0.75 - "
        "val_loss: 0.4\n"
        "Epoch 2/2\n\x1b[1m100/100\x1b[0m \x1b[32m\u2501\u2501\x1b[0m\x1b[37m\x1b[0m "
        "\x1b[1m5s\x1b[0m 2ms/step - accuracy: 0.8 - loss: 0.25 - val_loss: 3e-1\n");
    const TrainingCurves curves = read_training_curves(file);
    REQUIRE(curves.runs.size() == 1);
    CHECK(curves.runs[0].steps_are == StepUnit::epochs);
    CHECK(named(curves, "loss").steps == Numbers{1, 2});
    CHECK(named(curves, "loss").values == Numbers{0.5, 0.25});
    CHECK(named(curves, "val_loss").values == Numbers{0.4, 0.3});
    CHECK(named(curves, "accuracy").epochs == Numbers{1, 2});
    CHECK(curves.runs[0].series.size() == 3);
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("1 line of other programs"));
}

TEST_CASE("lines that name the number of epochs are read, and ends of epochs are no values",
          "[io]") {
    const auto swin = read_log_line(
        "[2021-04-01 10:00:00 swin](main.py 180): INFO Train: [2/300][10/1251]\teta 1:23:45 lr "
        "0.000001\ttime 0.4 (0.8)\tloss 6.8 (6.85)\tmem 5000MB");
    REQUIRE(swin);
    CHECK(swin->epoch == 2);
    CHECK(swin->batches == 1251);
    REQUIRE(swin->entries.size() == 4);
    CHECK(swin->entries[2].mean == 6.85);
    CHECK(swin->entries[3].value == 5000);
    const TemporaryFolder folder;
    put(folder.path() / "a.txt", pcl_line(0, 0, "1", "2") + "Epoch: [0] Total time: 0:10:00\n");
    CHECK_THAT(read_training_curves(folder.path() / "a.txt").warnings.at(0),
               contains("1 line of other programs is skipped"));
}

TEST_CASE("lines about epochs that people print themselves are curves by epoch", "[io]") {
    struct Case {
        const char* text;
        std::vector<std::pair<std::string, Numbers>> curves;
        Numbers steps;
    };
    const std::vector<Case> cases{
        {"Epoch 1/3, Loss: 0.52, Acc: 0.8\nEpoch 2/3, Loss: 0.31, Acc: 0.9\n",
         {{"Loss", {0.52, 0.31}}, {"Acc", {0.8, 0.9}}},
         {1, 2}},
        {"[Epoch 3] train loss = 0.5, val acc = 0.9\n[Epoch 4] train loss = 4e-1, val acc = 1\n",
         {{"train loss", {0.5, 0.4}}, {"val acc", {0.9, 1}}},
         {3, 4}},
        {"epoch 3 | loss 0.1 | acc 92.1%\nepoch 4 | loss .05 | acc 93%\n",
         {{"loss", {0.1, 0.05}}, {"acc", {92.1, 93}}},
         {3, 4}},
        {"2024-01-02 03:04:05,678 - trainer - INFO - Epoch 0: loss=0.5 time 0:01:31 lr=1e-3\n"
         "2024-01-02 03:05:05,678 - trainer - INFO - Epoch 1: loss=-0.25 time 0:01:30 lr=1e-4\n",
         {{"loss", {0.5, -0.25}}, {"lr", {1e-3, 1e-4}}},
         {0, 1}},
        {"Epoch 1 | Train | loss 0.4 acc 0.7 | Val | loss 0.5 acc 0.6\n"
         "Epoch 2 | Train | loss 0.3 acc 0.8 | Val | loss 0.4 acc 0.7\n",
         {{"Train loss", {0.4, 0.3}}, {"Val acc", {0.6, 0.7}}},
         {1, 2}},
        {"Epoch 1 train: loss 0.4 (0.45), val: loss 0.5\nEpoch 2 train: loss 0.3 (0.3)\n",
         {{"train loss", {0.4, 0.3}}, {"val loss", {0.5}}},
         {1, 2}},
        // PyTorch's tutorial about transfer.
        {"Epoch 0/24\n----------\ntrain Loss: 0.6 Acc: 0.7\nval Loss: 0.2 Acc: 0.9\n\n"
         "Epoch 1/24\n----------\ntrain Loss: 0.4 Acc: 0.8\nval Loss: 0.3 Acc: 0.8\n",
         {{"train Loss", {0.6, 0.4}},
          {"train Acc", {0.7, 0.8}},
          {"val Loss", {0.2, 0.3}},
          {"val Acc", {0.9, 0.8}}},
         {0, 1}},
        {"Epoch 1 {'loss': 0.5, 'acc': 0.75}\nEpoch 2 {'loss': nan, 'acc': 0.8}\n",
         {{"acc", {0.75, 0.8}}},
         {1, 2}},
    };
    for (const Case& known : cases) {
        INFO(known.text);
        const TemporaryFolder folder;
        put(folder.path() / "train.log", known.text);
        const TrainingCurves curves = read_training_curves(folder.path());
        REQUIRE(curves.runs.size() == 1);
        CHECK(curves.runs[0].steps_are == StepUnit::epochs);
        for (const auto& [name, values] : known.curves) CHECK(named(curves, name).values == values);
        CHECK(named(curves, known.curves[0].first).steps == known.steps);
        CHECK(curves.warnings.empty());
    }
}

TEST_CASE("lines about batches and the whole epochs between them share their steps", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "mnist.txt";
    put(file,
        "Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.3\nTrain Epoch: 1 [30000/60000 (50%)]\tLoss: 1.5\n"
        "\nTest set: Average loss: 0.5, Accuracy: 9000/10000 (90%)\n\n"
        "Train Epoch: 2 [0/60000 (0%)]\tLoss: 1.0\n"
        "\nTest set: Average loss: 0.25, Accuracy: 9500/10000 (95%)\n");
    const TrainingCurves curves = read_training_curves(file);
    CHECK(curves.runs.at(0).steps_are == StepUnit::steps);
    CHECK(named(curves, "Train Loss").values == Numbers{2.3, 1.5, 1});
    CHECK(named(curves, "Train Loss").epochs == Numbers{1, 1.5, 2});
    CHECK(named(curves, "Test set Accuracy").values == Numbers{0.9, 0.95});
    CHECK(named(curves, "Test set Average loss").epochs == Numbers{1.5, 2});
    put(file,
        "Epoch [1/2], Step [100/200], Loss: 0.8\nEpoch [1/2], Step [200/200], Loss: 0.6\n"
        "Epoch 1/2: val loss 0.7\nEpoch [2/2], Step [100/200], Loss: 0.5\n");
    const TrainingCurves steps = read_training_curves(file);
    CHECK(named(steps, "Loss").steps == Numbers{300, 400, 500});
    CHECK(named(steps, "val loss").steps == Numbers{400});
    CHECK(steps.warnings.empty());
}

TEST_CASE("of a progress bar in a log the last state of each epoch counts", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "train.log";
    const auto bar = [](const std::string& title, int done, const std::string& values) {
        return "\r" + title + ":  " + std::to_string(done * 50) + "%|" +
               (done == 2 ? "\u2588\u2588\u2588\u2588" : "\u2588\u2588  ") + "| " +
               std::to_string(done) + "/2 [00:0" + std::to_string(done) + "<00:01,  4.50it/s" +
               values + "]";
    };
    put(file, bar("Epoch 1/2", 0, "") + bar("Epoch 1/2", 1, ", loss=0.9, acc=0.5") +
                  bar("Epoch 1/2", 2, ", loss=0.7, acc=0.6") + "\n" +
                  bar("Validation", 2, ", loss=0.8") + "\n" +
                  bar("Epoch 2/2", 1, ", loss=0.5, acc=0.7") +
                  bar("Epoch 2/2", 2, ", loss=0.4, acc=0.75") + "\n" +
                  bar("Validation", 2, ", loss=0.6") + "\n");
    const TrainingCurves curves = read_training_curves(file);
    CHECK(curves.runs.at(0).steps_are == StepUnit::epochs);
    CHECK(named(curves, "loss").steps == Numbers{1, 2});
    CHECK(named(curves, "loss").values == Numbers{0.7, 0.4});
    CHECK(named(curves, "acc").values == Numbers{0.6, 0.75});
    CHECK(named(curves, "Validation loss").values == Numbers{0.8, 0.6});
    CHECK(curves.warnings.empty());
    // The epoch in a line of its own, or with the loss in the title, or without a total.
    put(file, "Epoch 1/2\n" + bar("Train", 1, ", loss=3") + bar("Train", 2, ", loss=2") +
                  "\nEpoch 2/2\n" + bar("Train", 2, ", loss=1") + "\n");
    CHECK(named(read_training_curves(file), "Train loss").values == Numbers{2, 1});
    put(file, bar("Epoch 3 loss 0.25", 2, "") + "\nEpoch 4: 45it [00:12,  4.50it/s, loss=0.5]\n");
    CHECK(named(read_training_curves(file), "loss").values == Numbers{0.25, 0.5});
    // Bars that could be of any epoch.
    put(file, "Epoch 1: loss 3\n" + bar("Downloading", 2, "") + "\n");
    CHECK(read_training_curves(file).warnings.empty());
    put(file, bar("it", 2, ", loss=3") + "\n");
    CHECK_THROWS_WITH(read_training_curves(file), contains("has no curves"));
}

TEST_CASE("sentences and settings are no lines of an epoch", "[io]") {
    const char* const text =
        GENERATE("After epoch 3, accuracy was 0.8", "Epoch 3", "Epoch", "Epoch 3.5, loss 1",
                 "Epoch 00003: val_loss improved from inf to 0.25, saving model",
                 "Epoch 12: val_loss did not improve from 0.25", "epochs: 30, lr: 0.1",
                 "{\"epoch\": 1, \"loss\": 0.5}", "{'epoch': 1, 'loss': 0.5}", "max_epoch: 3 lr: 1",
                 "epoch,loss", "Epoch 99999999999999999999: loss 1", "Epoch -1: loss 1",
                 "Epoch 1 [7/6] loss 1", "Epoch 1 [1/0] loss 1", "Epoch 1 0.5 0.6", "loss",
                 "loss of interest", "validate 3", "print(f\"Epoch {epoch}: loss {loss}\")",
                 "Epoch 3 took us longer than all 7 others");
    INFO(text);
    CHECK_FALSE(read_epoch_line(text));
}

TEST_CASE("an epoch that is trained again after a crash replaces what came after it", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "train.log";
    put(file, "Epoch 1: loss 3\nEpoch 2: loss 2\nEpoch 3: loss 1.5\nEpoch 2: loss 1\nKilled\n");
    const TrainingCurves curves = read_training_curves(file);
    CHECK(named(curves, "loss").steps == Numbers{1, 2});
    CHECK(named(curves, "loss").values == Numbers{3, 1});
    REQUIRE(curves.warnings.size() == 2);
    CHECK_THAT(curves.warnings[0], contains("1 line of other programs is skipped"));
    CHECK_THAT(curves.warnings[1], contains("resumed at an earlier step"));
}
