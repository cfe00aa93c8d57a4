#include "signal_files.h"
#include "support/catch.h"

#include <cmath>
#include <filesystem>
#include <stop_token>
#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::contains;
using epochscope::tests::SignalFiles;

namespace {

std::string line_of(const std::string& guid, int epoch, int gold) {
    return "{\"guid\":" + guid + ",\"logits_epoch_" + std::to_string(epoch) +
           "\":[1.5,-0.5,0.5],\"gold\":" + std::to_string(gold) + "}\n";
}

std::string name_of(int epoch) {
    return "training_dynamics/dynamics_epoch_" + std::to_string(epoch) + ".jsonl";
}

}  // namespace

TEST_CASE("a folder of Dataset Cartography is read by its epochs", "[io]") {
    const SignalFiles files;
    files.write(name_of(10), line_of("17", 10, 1) + line_of("4", 10, 0));
    files.write(name_of(9),
                "{\"guid\":4,\"logits_epoch_9\":[0,2,1],\"gold\":0}\n" + line_of("17", 9, 1));
    files.write("training_dynamics/notes.txt", "nothing");
    CHECK(is_cartography(files.path("")));
    CHECK(is_cartography(files.path("training_dynamics")));
    for (const char* folder : {"", "training_dynamics"}) {
        const TrainingDynamics dynamics = read_cartography(files.path(folder));
        check_dynamics(dynamics);
        CHECK(dynamics.warnings.empty());
        CHECK(dynamics.ids == std::vector<std::string>{"4", "17"});
        CHECK(dynamics.labels == std::vector<std::int32_t>{0, 1});
        CHECK(dynamics.class_count() == 3);
        REQUIRE(dynamics.evaluation_count() == 2);
        CHECK(dynamics.evaluations[0].number == 9);
        CHECK(dynamics.evaluations[1].number == 10);
        const double e = std::exp(1.0);
        CHECK(dynamics.evaluations[0].label_probability[0] == Approx(1 / (1 + e * e + e)));
        CHECK(dynamics.evaluations[0].margin == std::vector<float>{-2, -2});
        CHECK(dynamics.evaluations[1].margin == std::vector<float>{1, -2});
        CHECK(dynamics.evaluations[1].right == std::vector<std::uint8_t>{1, 0});
        CHECK(dynamics.evaluations[0].predictions == std::vector<std::int32_t>{1, 0});
        CHECK(dynamics.evaluations[0].loss[0] == Approx(std::log(1 + e * e + e)));
    }
}

TEST_CASE("what is missing from a folder of Dataset Cartography is warned of", "[io]") {
    const SignalFiles files;
    files.write(name_of(1),
                line_of("0", 1, 0) + line_of("1", 1, 0) + line_of("1", 1, 0) + line_of("0", 1, 0));
    files.write(name_of(3), line_of("2", 3, 0) + line_of("1", 3, 0));
    files.write(name_of(7), line_of("0", 7, 0) + line_of("1", 7, 0) + line_of("2", 7, 0) +
                                R"({"guid":3,"logits_ep)");
    const TrainingDynamics dynamics = read_cartography(files.path(""));
    check_dynamics(dynamics);
    CHECK(dynamics.sample_count() == 3);
    CHECK(dynamics.evaluations[1].has(2));
    CHECK_FALSE(dynamics.evaluations[1].has(0));
    CHECK_FALSE(dynamics.evaluations[0].has(2));
    CHECK(files.warnings(dynamics) ==
          "training_dynamics/dynamics_epoch_1.jsonl: line 3: sample \"1\" occurs again; its first "
          "line counts (2 lines in all)\n"
          "training_dynamics/dynamics_epoch_7.jsonl: line 4: is cut off, as by a run that was "
          "stopped; it is left out\n" +
              files.short_of(files.path("").string()) +
              ": has no dynamics_epoch_<k>.jsonl of epochs 2, 4 to 6; what is counted is of those "
              "that are there\n"
              "training_dynamics/dynamics_epoch_1.jsonl: has 2 of 3 samples; the others were not "
              "evaluated\n"
              "training_dynamics/dynamics_epoch_3.jsonl: has 2 of 3 samples; the others were not "
              "evaluated");
}

TEST_CASE("what is wrong in a folder of Dataset Cartography is told by file and line", "[io]") {
    const std::vector<std::pair<std::string, std::string>> faults{
        {R"({"guid":1,"logits_epoch_2":[1,2,3],"gold":0})",
         ", byte 28: has logits_epoch_2, expected logits_epoch_1"},
        {R"({"guid":1,"gold":0})", ", byte 20: has no logits_epoch_1"},
        {R"({"guid":1,"logits_epoch_1":[1,2,3]})", ", byte 36: has no gold"},
        {R"({"logits_epoch_1":[1,2,3],"gold":0})", ", byte 36: has no guid"},
        {R"({"guid":1,"logits_epoch_1":[1,2,3],"gold":3})",
         ", byte 45: gold is 3, expected 0..2: logits_epoch_1 has 3 entries"},
        {R"({"guid":1,"logits_epoch_1":[1,2],"gold":0})", ": has 2 classes, those before have 3"},
        {R"({"guid":0,"logits_epoch_1":[1,2,3],"gold":2})",
         ": sample \"0\" has the label 2, before it had 1"}};
    for (const auto& [line, message] : faults) {
        CAPTURE(line);
        const SignalFiles files;
        files.write(name_of(0), line_of("0", 0, 1) + line_of("1", 0, 0));
        files.write(name_of(1), line_of("1", 1, 0) + line + "\n" + line_of("5", 1, 1));
        try {
            read_cartography(files.path(""));
            CHECK(false);
        } catch (const Error& error) {
            CHECK(files.short_of(error.what()) ==
                  "training_dynamics/dynamics_epoch_1.jsonl: line 2" + message);
        }
    }
}

TEST_CASE("epochs are read ahead, and yet told of in their order", "[io]") {
    const SignalFiles files;
    for (int epoch = 0; epoch < 12; ++epoch) {
        std::string lines;
        for (int guid = 0; guid < 300; ++guid)
            lines += line_of(std::to_string(guid), epoch, (guid + 1) % 3);
        files.write(name_of(epoch), lines);
    }
    const TrainingDynamics one = read_cartography(files.path(""), {}, 1);
    const TrainingDynamics four = read_cartography(files.path(""), {}, 4);
    check_dynamics(four);
    REQUIRE(four.evaluation_count() == 12);
    CHECK(four.ids == one.ids);
    for (std::size_t e = 0; e < 12; ++e)
        CHECK(four.evaluations[e].margin == one.evaluations[e].margin);

    // Whoever opens the third one knows what is wrong with it before the second one was read.
    std::filesystem::remove(files.path(name_of(2)));
    std::filesystem::create_directory(files.path(name_of(2)));
    for (const unsigned threads : {1U, 4U})
        CHECK_THROWS_WITH(read_cartography(files.path(""), {}, threads),
                          contains("dynamics_epoch_2.jsonl") && !contains("line"));
    files.write(name_of(1), line_of("0", 1, 1) + "nonsense\n");
    for (const unsigned threads : {1U, 4U})
        CHECK_THROWS_WITH(read_cartography(files.path(""), {}, threads),
                          contains("dynamics_epoch_1.jsonl: line 2"));
    files.write(name_of(1), "");
    CHECK_THROWS_WITH(read_cartography(files.path("")),
                      contains("dynamics_epoch_1.jsonl: has no complete record"));
}

TEST_CASE("folders that are none of Dataset Cartography's", "[io]") {
    const SignalFiles files;
    files.write("dynamics_epoch_x.jsonl", "");
    files.write("dynamics_epoch_1.txt", "");
    CHECK_FALSE(is_cartography(files.path("")));
    CHECK_FALSE(is_cartography(files.path("nowhere")));
    CHECK_THROWS_WITH(read_cartography(files.path("")), contains("has no dynamics_epoch_<k>"));
    files.write("dynamics_epoch_1.jsonl", "\n");
    CHECK_THROWS_WITH(read_cartography(files.path("")),
                      contains("dynamics_epoch_1.jsonl: has no complete record"));
    files.write("dynamics_epoch_1.json", line_of("0", 1, 0));
    CHECK_THROWS_WITH(read_cartography(files.path("")), contains("are of the same epoch"));
}

TEST_CASE("reading a folder of Dataset Cartography can be stopped", "[io]") {
    const SignalFiles files;
    files.write(name_of(0), line_of("0", 0, 1));
    files.write(name_of(1), line_of("0", 1, 1));
    double last = 0;
    const Job job{.progress =
                      [&](double fraction) {
                          CHECK(fraction >= last);
                          last = fraction;
                      },
                  .stop = {}};
    read_cartography(files.path(""), job, 2);
    CHECK(last <= 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(read_cartography(files.path(""), {{}, stop.get_token()}), Cancelled);
}

TEST_CASE("a sample whose logits are not numbers is not evaluated at that epoch", "[io]") {
    const SignalFiles files;
    files.write(name_of(0), line_of("0", 0, 1) + line_of("1", 0, 0) + line_of("2", 0, 2));
    files.write(name_of(1), R"({"guid":0,"logits_epoch_1":[null,null,null],"gold":1})"
                            "\n"
                            R"({"guid":1,"logits_epoch_1":[0,NaN,1],"gold":0})"
                            "\n"
                            R"({"guid":2,"logits_epoch_1":null,"gold":2})"
                            "\n");
    const TrainingDynamics dynamics = read_cartography(files.path(""));
    check_dynamics(dynamics);
    REQUIRE(dynamics.evaluation_count() == 2);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(dynamics.evaluations[0].has(i));
        CHECK_FALSE(dynamics.evaluations[1].has(i));
    }
    CHECK(
        files.warnings(dynamics) ==
        "training_dynamics/dynamics_epoch_1.jsonl: line 1: outputs are not numbers; the sample is "
        "not evaluated there (3 lines in all)");
}

TEST_CASE("a sample without a label in a folder of Dataset Cartography has no signals", "[io]") {
    const SignalFiles files;
    files.write(name_of(0), line_of("0", 0, 1) + line_of("1", 0, -1));
    files.write(name_of(1),
                line_of("0", 1, 1) + R"({"guid":1,"logits_epoch_1":[1,2,3],"gold":null})");
    const TrainingDynamics dynamics = read_cartography(files.path(""));
    check_dynamics(dynamics);
    CHECK(dynamics.labels == std::vector<std::int32_t>{1, 3});
    CHECK(dynamics.classes.unlabelled == 3);
    CHECK_FALSE(dynamics.evaluations[0].has(1));
    CHECK(dynamics.evaluations[1].has(0));
}

TEST_CASE("numbers that are probabilities at all epochs are not softmaxed again", "[io]") {
    const SignalFiles files;
    const auto write = [&](int epoch, const char* numbers) {
        std::string text;
        for (int i = 0; i < 8; ++i)
            text += "{\"guid\":" + std::to_string(i) + ",\"logits_epoch_" + std::to_string(epoch) +
                    "\":" + numbers + ",\"gold\":1}\n";
        files.write(name_of(epoch), text);
    };
    write(0, "[0.25,0.75]");
    write(1, "[0.125,0.875]");
    const TrainingDynamics dynamics = read_cartography(files.path(""));
    CHECK(dynamics.evaluations[0].label_probability[3] == 0.75);
    CHECK(dynamics.evaluations[1].label_probability[3] == 0.875);
    CHECK(dynamics.warnings ==
          std::vector<std::string>{"the rows of logits_epoch_<k> lie in 0..1 and add up to 1, so "
                                   "they are taken for probabilities"});
    // At one epoch they are not: all are logits.
    write(1, "[0.125,0.75]");
    const TrainingDynamics logits = read_cartography(files.path(""));
    CHECK(logits.warnings.empty());
    CHECK(logits.evaluations[0].label_probability[3] < 0.75);
}
