#include "io/curves/table_text.h"
#include "support/data.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <fstream>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Numbers = std::vector<double>;

CurveTable parse(std::string_view text) { return parse_curve_table("curves.csv", text); }

}  // namespace

TEST_CASE("tables are read by their epoch column", "[io]") {
    const CurveTable table = parse("epoch,train loss,acc\n1,2.5,0.1\n2,,0.5\n4,1.5,nan\n");
    CHECK(table.steps_are == StepUnit::epochs);
    REQUIRE(table.set.all().size() == 2);
    const ScalarSeries& loss = table.set.all()[0];
    CHECK(loss.name == "train loss");
    CHECK(loss.steps == Numbers{1, 4});
    CHECK(loss.values == Numbers{2.5, 1.5});
    CHECK(loss.epochs == Numbers{1, 4});
    CHECK(table.set.all()[1].steps == Numbers{1, 2, 4});
    CHECK(std::isnan(table.set.all()[1].values[2]));
}

TEST_CASE("tables of steps know their epochs where a column says", "[io]") {
    // As Lightning's logger writes it: a row holds what there is at the moment.
    const CurveTable table = parse("lr,Step,loss,epoch,val\n,10,3,0,\n0.1,20,,,\n,30,2,1,7\n");
    CHECK(table.steps_are == StepUnit::steps);
    REQUIRE(table.set.all().size() == 4);
    CHECK(table.set.all()[0].steps == Numbers{20});
    CHECK(table.set.all()[0].epochs == Numbers{0});
    CHECK(table.set.all()[1].steps == Numbers{10, 30});
    CHECK(table.set.all()[1].epochs == Numbers{0, 1});
    CHECK(table.set.all()[2].name == "epoch");
    CHECK(table.set.all()[3].values == Numbers{7});
}

TEST_CASE("tables come with other separators, quotes, ends of lines and decimal commas", "[io]") {
    const std::string text = GENERATE(as<std::string>(), "epoch;loss;acc\n1;0,5;90\n2;0,25;91\n",
                                      "epoch\tloss\tacc\r\n1\t0.5\t90\r\n2\t0.25\t91",
                                      "\xEF\xBB\xBF"
                                      "epoch,loss,acc\n1,.5,90\n\n2,.25,91\n",
                                      "\"epoch\" , \"loss\",acc\n \"1\", 5e-1 ,+90\n2,0.25,91\n",
                                      "epoch,loss,acc\n2,.25,91\n1,.5,90\n");
    const CurveTable table = parse(text);
    REQUIRE(table.set.all().size() == 2);
    CHECK(table.set.all()[0].name == "loss");
    CHECK(table.set.all()[0].steps == Numbers{1, 2});
    CHECK(table.set.all()[0].values == Numbers{0.5, 0.25});
    CHECK(table.set.all()[1].values == Numbers{90, 91});
    CHECK_FALSE(table.is_cut);
}

TEST_CASE("rows count where no column says, and columns have numbers where they have no names",
          "[io]") {
    const CurveTable rows = parse("loss\n3\nNA\n1\n");
    CHECK(rows.steps_are == StepUnit::rows);
    CHECK(rows.set.all()[0].steps == Numbers{0, 2});
    CHECK(rows.set.all()[0].epochs.empty());
    const CurveTable bare = parse("3;4\n5;6\n");
    REQUIRE(bare.set.all().size() == 2);
    CHECK(bare.set.all()[1].name == "column 2");
    CHECK(bare.set.all()[1].values == Numbers{4, 6});
    // A quoted separator separates nothing.
    CHECK(parse("epoch,\"loss, scaled\"\n1,2\n").set.all()[0].name == "loss, scaled");
}

TEST_CASE("what is wrong with a table is told by line and column", "[io]") {
    const auto [text, words] = GENERATE(table<std::string, std::string>(
        {{"", "curves.csv: is empty"},
         {"\n \n", "curves.csv: is empty"},
         {"epoch\n1\n", "line 1: has no column of values"},
         {"epoch,a,a\n", "line 1: two columns are called \"a\""},
         {"epoch,a\n1,x\n2,y\n", "curves.csv: has no column of numbers"},
         {"{\"epoch\": 1, \"a\": }\n{}\n", "line 1, byte 19"},
         {"[1, 2]", "entry 1"},
         {"epoch,a\n1,2,3\n2,3\n", "line 2: has 3 cells, expected 2"},
         {"epoch,a\n,2\n2,3\n", "line 2: epoch is \"\", expected a number"},
         {"epoch,a\nnan,2\n2,3\n", "line 2: epoch is \"nan\", expected a number"},
         {"step,a\n\n1e999999,2\n2,3\n", "line 3: step is"},
         {"epoch,a\n1,0x10\n2,3\n", "has no column of numbers"},
         {"epoch,date\n1,x\n", "has no column of numbers"}}));
    INFO(text);
    CHECK_THROWS_WITH(parse(text), contains(words));
}

TEST_CASE("a table that is being written is read as far as it is whole", "[io]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "curves.csv";
    std::ofstream(file) << "epoch,loss\n1,2\n2,1e";
    CurveFollower follower(folder.path());
    follower.update();
    CHECK(follower.curves().runs.at(0).name == "curves.csv");
    CHECK(follower.curves().runs.at(0).series.at(0).values == Numbers{2});
    CHECK_THAT(follower.curves().warnings.at(0), contains("the last line is cut off"));
    std::ofstream(file, std::ios::app) << "-1\n";
    CHECK(follower.update());
    CHECK(follower.curves().runs.at(0).series.at(0).values == Numbers{2, 0.1});
    CHECK(follower.curves().warnings.empty());
}

TEST_CASE("the steps of epochs are read of info.json", "[io]") {
    const TemporaryFolder folder;
    std::vector<std::string> warnings;
    CHECK_FALSE(read_epochs_at_steps(folder.path(), 3, warnings));
    std::ofstream(folder.path() / "info.json") << R"({"epochs_at_steps": [0, 10.5, 30]})";
    CHECK(read_epochs_at_steps(folder.path(), 3, warnings) == Numbers{0, 10.5, 30});
    CHECK(warnings.empty());
    CHECK_FALSE(read_epochs_at_steps(folder.path(), 2, warnings));
    CHECK_THAT(warnings.at(0), contains("of 3, expected a step for each of 2 epochs"));
    for (const char* broken : {R"({"epochs_at_steps": [0, 5, 5]})", R"({"epochs_at_steps": 7})",
                               R"({"epochs_at_steps": [0, "x", 5]})", "{"}) {
        warnings.clear();
        std::ofstream(folder.path() / "info.json") << broken;
        CHECK_FALSE(read_epochs_at_steps(folder.path(), 3, warnings));
        CHECK(warnings.size() == 1);
    }
}

TEST_CASE("columns of words are left out by name, single words with their line", "[io]") {
    const CurveTable ray = parse(
        "loss,training_iteration,done,date\n2,1,False,2025-01-02_10-00\n1,2,False,2025-01-02_10-"
        "01\n");
    REQUIRE(ray.set.all().size() == 2);
    CHECK(ray.set.all()[0].values == Numbers{2, 1});
    CHECK(ray.set.all()[1].name == "training_iteration");
    REQUIRE(ray.warnings.size() == 1);
    CHECK(ray.warnings[0] == "columns of words are left out: \"done\", \"date\"");
    const CurveTable one = parse("epoch,a\n1,2\n2,x\n3,4\n");
    CHECK(one.set.all()[0].steps == Numbers{1, 3});
    CHECK_THAT(one.warnings.at(0), contains("line 3: \"a\" is \"x\", expected a number"));
    const CurveTable date =
        parse("date,epoch,loss\n2025-01-02 10:00:00,0,2\n2025-01-02 10:01:00,1,1\n");
    REQUIRE(date.set.all().size() == 1);
    CHECK(date.set.all()[0].steps == Numbers{0, 1});
}

TEST_CASE("of runs that were appended the last one counts, and it is told", "[io]") {
    const CurveTable again = parse("epoch,loss\n0,2\n1,1\nepoch,loss\n0,4\n1,3\n");
    CHECK(again.set.all()[0].values == Numbers{4, 3});
    CHECK_THAT(again.warnings.at(0), contains("line 4 repeats the names"));
    const CurveTable resumed = parse("epoch,loss\n0,5\n1,4\n2,3\n1,2\n2,1\n");
    CHECK(resumed.set.all()[0].values == Numbers{5, 2, 1});
    CHECK_THAT(resumed.warnings.at(0), contains("2 rows that were written before"));
}

TEST_CASE("objects a line are curves: DeiT and MAE, mmengine, detectron2", "[io]") {
    const CurveTable deit = parse(
        "{\"train_loss\": 2.5, \"epoch\": 0, \"n_parameters\": 7}\n"
        "{\"train_loss\": 1.5, \"epoch\": 1, \"n_parameters\": 7}\n");
    CHECK(deit.steps_are == StepUnit::epochs);
    CHECK(deit.set.all()[0].values == Numbers{2.5, 1.5});
    CHECK(deit.set.all()[0].steps == Numbers{0, 1});
    const CurveTable mm = parse(
        "{\"loss\": 2, \"epoch\": 1, \"iter\": 10, \"step\": 10}\n"
        "{\"accuracy/top1\": 60, \"step\": 1}\n"
        "{\"loss\": 1, \"epoch\": 2, \"iter\": 20, \"step\": 20}\n");
    CHECK(mm.set.all()[0].steps == Numbers{10, 20});
    const ScalarSeries& top = mm.set.all().back();
    CHECK(top.name == "accuracy/top1");
    CHECK(top.steps == Numbers{10});
    CHECK(top.epochs == Numbers{1});
    const CurveTable old = parse(
        "{\"env_info\": \"Linux\", \"seed\": 0}\n"
        "{\"mode\": \"train\", \"epoch\": 1, \"iter\": 5, \"loss\": 3}\n"
        "{\"mode\": \"train\", \"epoch\": 1, \"iter\": 10, \"loss\": 2}\n"
        "{\"mode\": \"val\", \"epoch\": 1, \"iter\": 10, \"loss\": 9}\n"
        "{\"mode\": \"train\", \"epoch\": 2, \"iter\": 5, \"loss\": 1}\n");
    REQUIRE(old.set.all().size() == 3);
    CHECK(old.set.all()[0].name == "epoch");
    CHECK(old.set.all()[1].steps == Numbers{5, 10, 15});
    CHECK(old.set.all()[2].name == "val loss");
    CHECK(old.set.all()[2].steps == Numbers{10});
    CHECK(parse("{\"iteration\": 19, \"total_loss\": NaN}\n").set.all()[0].steps == Numbers{19});
}

TEST_CASE("trainer_state.json of Hugging Face is read", "[io]") {
    const CurveTable table = parse(
        "{\n \"global_step\": 200,\n \"log_history\": [\n  {\n   \"epoch\": 0.5,\n   \"loss\": 2,\n"
        "   \"step\": 100\n  },\n  {\"epoch\": 1.0, \"loss\": 1, \"step\": 200},\n"
        "  {\"epoch\": 1.0, \"eval_loss\": 0.6, \"step\": 200}\n ],\n \"max_steps\": 200\n}\n");
    CHECK(table.steps_are == StepUnit::steps);
    CHECK(table.set.all()[1].name == "loss");
    CHECK(table.set.all()[1].steps == Numbers{100, 200});
    CHECK(table.set.all()[1].epochs == Numbers{0.5, 1});
    CHECK(table.set.all().back().name == "eval_loss");
    CHECK(table.set.all().back().values == Numbers{0.6});
}

TEST_CASE("curves are found in a folder by content", "[io]") {
    const TemporaryFolder folder;
    const auto put = [&](const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        std::ofstream(folder.path() / name) << text;
    };
    put("training.log", "epoch,accuracy,loss\n0,0.5,2\n1,0.6,1\n");
    put("log.txt", "{\"train_loss\": 2, \"epoch\": 0}\n");
    put("hf/checkpoint-90/trainer_state.json", "{\"log_history\": [{\"step\": 90, \"loss\": 1}]}");
    put("hf/checkpoint-100/trainer_state.json",
        "{\"log_history\": [{\"step\": 90, \"loss\": 1}, {\"step\": 100, \"loss\": 0.5}]}");
    put("places.csv", "epoch,id,x,y\n1,a,0.5,0.25\n");
    put("info.json", "{\"epochs_at_steps\": [1, 2]}");
    put("notes.txt", "epoch, as a word\nand nothing else\n");
    put("broken/metrics.csv", "epoch,loss\nx,1\ny,2\n");
    put("one.csv", "loss\n1\n");
    const TrainingCurves curves = read_training_curves(folder.path());
    std::vector<std::string> names;
    for (const CurveRun& run : curves.runs) names.push_back(run.name);
    CHECK(names == std::vector<std::string>{"hf/checkpoint-100/trainer_state.json", "log.txt",
                                            "training.log"});
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("broken/metrics.csv: line 2: epoch is \"x\""));
    // A file that is asked for is read even if only a column of numbers is in it.
    CHECK(read_training_curves(folder.path() / "one.csv").runs.size() == 1);
    CHECK_THROWS_AS(read_training_curves(folder.path() / "notes.txt"), Error);
}

TEST_CASE("steps have the names that loggers give, and other counts of steps are no curves",
          "[io]") {
    for (const char* name :
         {"_step", "trainer/global_step", "training_step", "globalstep", "iters"}) {
        INFO(name);
        const CurveTable table = parse(std::string(name) + ",loss\n10,2\n20,1\n");
        CHECK(table.steps_are == StepUnit::steps);
        CHECK(table.set.all().at(0).steps == Numbers{10, 20});
    }
    const CurveTable two = parse("{\"iter\": 10, \"step\": 10, \"loss\": 2}\n");
    REQUIRE(two.set.all().size() == 1);
    CHECK(two.set.all()[0].name == "loss");
}

TEST_CASE("columns without a name among others are an index", "[io]") {
    const CurveTable table = parse(",epoch,loss,\n0,1,2,\n1,2,1,\n");
    REQUIRE(table.set.all().size() == 1);
    CHECK(table.set.all()[0].values == Numbers{2, 1});
    CHECK(parse(",loss\n0,2\n1,1\n").set.all().size() == 1);
}

TEST_CASE("tables of curves in UTF-16 and GB18030, and with lines of settings before, are found",
          "[io]") {
    const TemporaryFolder folder;
    const auto put = [&](const char* name, const std::string& text) {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
    };
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("epoch,loss\n1,2\n2,1\n")) wide += {c, '\0'};
    put("a.csv", wide);
    put("b.csv", "epoch,\xcb\xf0\xca\xa7\n1,2\n2,1\n");
    put("c.json", "{\"env_info\": \"Linux\", \"seed\": 0}\n{\"epoch\": 1, \"loss\": 2}\n");
    const TrainingCurves curves = read_training_curves(folder.path());
    REQUIRE(curves.runs.size() == 3);
    CHECK(curves.runs[0].series.at(0).values == Numbers{2, 1});
    CHECK(curves.runs[1].series.at(0).name == "\u635f\u5931");
    CHECK(curves.runs[2].series.at(0).values == Numbers{2});
    REQUIRE(curves.warnings.size() == 2);
    CHECK_THAT(curves.warnings[0], contains("a.csv: is read as UTF-16"));
    CHECK_THAT(curves.warnings[1], contains("b.csv: is read as GB18030"));
    // Rows count in a table that is asked for, whatever it is called.
    put("log.txt", "Learning Rate\tTrain Loss\t\n0.1\t2\t\n0.1\t1\t\n");
    CHECK(read_training_curves(folder.path() / "log.txt").runs.at(0).series.at(1).values ==
          Numbers{2, 1});
    CHECK(read_training_curves(folder.path()).runs.size() == 3);
}

TEST_CASE("the state that a run leaves at its end stands for its checkpoints", "[io]") {
    const TemporaryFolder folder;
    for (const char* place : {"run", "run/checkpoint-5", "run/checkpoint-10"}) {
        std::filesystem::create_directories(folder.path() / place);
        std::ofstream(folder.path() / place / "trainer_state.json")
            << "{\"log_history\": [{\"step\": 5, \"loss\": 1}]}";
    }
    const TrainingCurves curves = read_training_curves(folder.path());
    REQUIRE(curves.runs.size() == 1);
    CHECK(curves.runs[0].name == "run/trainer_state.json");
}

TEST_CASE("an object of lists is curves: Keras' history, as JSON, of pandas or printed", "[io]") {
    const std::string text = GENERATE(
        as<std::string>(), R"({"loss": [2, 1, 0.5], "val_loss": [3, NaN, 1]})",
        "{\n  \"loss\": [\n    2,\n    1,\n    0.5\n  ],\n  \"val_loss\": [3, NaN, 1]\n}\n",
        R"({"loss": {"0": 2, "1": 1, "2": 0.5}, "val_loss": {"0": 3, "1": null, "2": 1}})",
        "{'loss': [2, 1, 0.5], 'val_loss': [3, nan, 1]}",
        R"({"loss": ["2", "1", "0.5"], "val_loss": ["3", "nan", "1"]})",
        "{'loss': [np.float32(2.0), np.float32(1.0), 0.5], 'val_loss': array([3, nan, 1])}",
        R"({"params": {"epochs": 3, "units": 5}, "epoch": [0, 1, 2],
            "history": {"loss": [2, 1, 0.5], "val_loss": [3, NaN, 1]}})");
    INFO(text);
    const CurveTable table = parse(text);
    CHECK(table.steps_are == StepUnit::epochs);
    REQUIRE(table.set.all().size() == 2);
    const ScalarSeries& loss = table.set.all()[0];
    CHECK(loss.name == "loss");
    CHECK(loss.steps == Numbers{0, 1, 2});
    CHECK(loss.epochs == Numbers{0, 1, 2});
    CHECK(loss.values == Numbers{2, 1, 0.5});
    CHECK(table.set.all()[1].name == "val_loss");
    CHECK(std::isnan(table.set.all()[1].values.at(1)));
    CHECK(begins_like_curves(text));
}

TEST_CASE("lists beside steps, within objects and of different lengths", "[io]") {
    const CurveTable steps = parse(R"({"step": [10, 20], "acc": [0.5, 0.75], "best": 0.75})");
    CHECK(steps.steps_are == StepUnit::steps);
    REQUIRE(steps.set.all().size() == 1);
    CHECK(steps.set.all()[0].steps == Numbers{10, 20});
    const CurveTable nested = parse(R"({"train": {"loss": [2, 1]}, "val": {"loss": [3]}})");
    REQUIRE(nested.set.all().size() == 2);
    CHECK(nested.set.all()[1].name == "val loss");
    CHECK(nested.set.all()[1].steps == Numbers{0});
    CHECK(nested.warnings == std::vector<std::string>{
                                 "the lists \"train loss\" and \"val loss\" have 2 and 1 entries; "
                                 "each begins at the first epoch"});
    // What is no history: a row with a list in it, indices of samples, and places.
    CHECK(parse("{\"epoch\": 1, \"loss\": 2, \"lr\": [1, 2]}\n").set.all()[0].name == "loss");
    CHECK_FALSE(begins_like_curves(R"({"train": [0, 1], "test": [2, 3]})"));
    CHECK_FALSE(begins_like_curves(R"({"label_text": ["loss"], "label_index": [0, 1]})"));
    // Of a longer file only the beginning is looked at.
    CHECK(begins_like_curves(R"({"loss": [2, 1, 0.5, 0.)"));
}

TEST_CASE("metrics of MLflow are a run, a file a curve; Weights & Biases has lines", "[io]") {
    const TemporaryFolder folder;
    const auto put = [&](const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        std::ofstream(folder.path() / name) << text;
    };
    put("mlruns/0/abc/metrics/loss",
        "1714000000000 2.5 0\n1714000001000 1.5 1\n1714000002000 nan 2\n");
    put("mlruns/0/abc/metrics/val/acc", "1714000000000 0.5 0\n1714000001000 0.75 1\n17140000");
    put("mlruns/0/abc/params/lr", "0.1");
    put("mlruns/0/abc/metrics/notes", "no curve\n");
    put("wandb/wandb-history.jsonl",
        "{\"loss\": 2, \"_runtime\": 0.5, \"_timestamp\": 1714000000.5, \"_step\": 0, "
        "\"_wandb\": {\"runtime\": 1}}\n"
        "{\"loss\": 1, \"_runtime\": 1.5, \"_timestamp\": 1714000001.5, \"_step\": 1, "
        "\"gradients/w\": {\"_type\": \"histogram\", \"values\": [1, 2]}}\n");
    const TrainingCurves curves = read_training_curves(folder.path());
    REQUIRE(curves.runs.size() == 2);
    const CurveRun& mlflow = curves.runs[0];
    CHECK(mlflow.name == "mlruns/0/abc");
    REQUIRE(mlflow.series.size() == 2);
    CHECK(mlflow.series[0].name == "loss");
    CHECK(mlflow.series[0].steps == Numbers{0, 1, 2});
    CHECK(mlflow.series[0].values.at(1) == 1.5);
    CHECK(mlflow.series[0].wall_times.at(0) == 1714000000.0);
    CHECK(mlflow.series[1].name == "val/acc");
    CHECK(mlflow.series[1].values == Numbers{0.5, 0.75});
    const CurveRun& wandb = curves.runs[1];
    CHECK(wandb.series.at(0).name == "loss");
    CHECK(wandb.series.at(0).steps == Numbers{0, 1});
    // One file that is asked for.
    const TrainingCurves one = read_training_curves(folder.path() / "mlruns/0/abc/metrics/loss");
    CHECK(one.runs.at(0).series.at(0).name == "loss");
}

TEST_CASE("a packed file of curves that is asked for says what to do", "[io]") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "log.csv.gz") << "\x1F\x8B\x08";
    CHECK_THROWS_WITH(read_training_curves(folder.path() / "log.csv.gz"),
                      contains("is packed with gzip, which is not read: unpack it"));
}
