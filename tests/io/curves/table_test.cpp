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
         {"epoch,a\n1,2\n2,x\n3,4\n", "line 3: a is \"x\", expected a number or nothing"},
         {"epoch,a\n1,2,3\n2,3\n", "line 2: has 3 cells, expected 2"},
         {"epoch,a\n,2\n2,3\n", "line 2: epoch is \"\", expected a number"},
         {"epoch,a\nnan,2\n2,3\n", "line 2: epoch is \"nan\", expected a number"},
         {"step,a\n\n1e999999,2\n2,3\n", "line 3: step is"},
         {"epoch,a\n1,0x10\n2,3\n", "line 2: a is \"0x10\""}}));
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
