#include "cli/call.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/io/png.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Four samples of label 1 at three evaluations: easy, learnt at last, never right, forgotten.
class Signals {
  public:
    Signals() {
        const std::vector<std::vector<double>> p{
            {0.75, 0.875, 1}, {0.25, 0.25, 0.75}, {0.125, 0.25, 0.125}, {0.75, 0.25, 0.25}};
        std::ofstream file(path());
        for (std::size_t e = 0; e < 3; ++e)
            for (std::size_t i = 0; i < 4; ++i)
                file << "{'id': " << i + 10 << ", 'label': 1, 'probs': [" << 1 - p[i][e] << ", "
                     << p[i][e] << "]}\n";
    }
    [[nodiscard]] std::string path() const { return beside("signals.json"); }
    [[nodiscard]] std::string beside(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    [[nodiscard]] Outcome datamap(std::vector<std::string> more = {},
                                  const cli::Desktop& desktop = letters()) const {
        more.insert(more.begin(), {"datamap", path()});
        return call(more, desktop);
    }

  private:
    TemporaryFolder folder_;
};

std::string text_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("datamap says which samples are learnt, and how", "[cli]") {
    const Signals signals;
    const Outcome outcome = signals.datamap();
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    CHECK_THAT(outcome.out,
               contains("signals.json (TrustAI): 4 samples of 2 classes, 3 evaluations"));
    CHECK_THAT(outcome.out, contains("avg_probs over label_var"));
    CHECK_THAT(outcome.out,
               contains("never learnt                                     1     25.0 %"));
    // 12 and 13 have more against their labels than for them.
    CHECK_THAT(outcome.out, contains("by suspicion:\n  12 "));
}

TEST_CASE("datamap --json is one object", "[cli]") {
    const Signals signals;
    const Outcome outcome = signals.datamap({"--json", "--attr2", "variability"});
    REQUIRE(outcome.code == 0);
    const json found = json::parse(outcome.out);
    CHECK(found["format"] == "TrustAI");
    CHECK(found["samples"] == 4);
    CHECK(found["estimated"] == false);
    CHECK(found["horizontal"] == "variability");
    CHECK(found["on_the_map"] == 4);
    CHECK(found["groups"]["correct_ratio = 1"] == 1);
    CHECK(found["groups"]["correct_ratio < 0.2"] == 1);
    CHECK(found["groups"]["correct_ratio < 0.4"] == 2);
    CHECK(found["presets"]["never_learnt"] == 1);
    CHECK(found["presets"]["forgotten"] == 1);
    CHECK(found["presets"]["easy"] == 1);
    CHECK(found["spread"]["max_label_probs"]["max"] == 1);
    CHECK(found["spread"]["learnt_times"]["mean"] == 0.25);
    REQUIRE(found["evaluations"].size() == 3);
    CHECK(found["evaluations"][0]["accuracy"] == 0.5);
    CHECK(found["evaluations"][2]["avg_probs"] == (1 + 0.75 + 0.125 + 0.25) / 4);
    CHECK(found["suspects"][0]["id"] == "12");
    CHECK(found["warnings"].empty());
}

TEST_CASE("datamap --tsv has a line for each sample", "[cli]") {
    const Signals signals;
    CHECK(signals.datamap({"--tsv", signals.beside("signals.tsv")}).code == 0);
    const std::string text = text_of(signals.beside("signals.tsv"));
    CHECK(text.starts_with("id\tlabel\ts_label\tcorrect_times\tcorrect_ratio\tavg_probs\t"));
    CHECK_THAT(text, contains("\n10\t1\t0\t3\t1\t0.875\t"));
    CHECK_THAT(text, contains("\n13\t1\t0\t1\t0.3333333333333333\t"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 5);
}

TEST_CASE("datamap --select writes ids", "[cli]") {
    const Signals signals;
    const auto selected = [&](std::vector<std::string> more) {
        more.insert(more.begin(), "--select");
        const Outcome outcome = signals.datamap(more);
        CHECK(outcome.code == 0);
        return outcome.out;
    };
    // 10: 0.875, 11 and 13: 1.25/3, 12: 0.5/3.
    CHECK(selected({"confidence", "--fraction", "0.5"}) ==
          "id\tavg_probs\n12\t0.16666666666666666\n11\t0.4166666666666667\n");
    CHECK(selected({"correct_times", "--fraction", "0.25", "--worst"}) ==
          "id\tcorrect_times\n10\t3\n");
    CHECK(selected({"correct_times", "--fraction", "0.5", "--both-ends"}) ==
          "id\tcorrect_times\n12\t0\n10\t3\n");
    const std::string ids = signals.beside("ids.tsv");
    const Outcome outcome = signals.datamap(
        {"--json", "--select", "forgetting_times", "--fraction", "0.25", "--ids", ids});
    CHECK(json::parse(outcome.out)["samples"] == 4);
    CHECK(text_of(ids) == "id\tforgetting_times\n13\t1\n");
}

TEST_CASE("datamap --out is a folder whose plane is the map", "[cli]") {
    const Signals signals;
    const std::string out = signals.beside("map");
    REQUIRE(signals.datamap({"--out", out, "--style", "cartography"}).code == 0);
    const Dataset dataset = open_dataset(out);
    REQUIRE(dataset.axes.has_value());
    CHECK(dataset.axes->x == "variability");
    CHECK(dataset.axes->y == "confidence");
    REQUIRE(dataset.series.epoch_count() == 3);
    CHECK(dataset.series.positions(0)[2] == Point{0, 0.125F});
    CHECK(dataset.series.positions(2)[0].y == 0.875F);
    CHECK(dataset.series.epoch(2).predictions[3] == 0);
    CHECK(dataset.series.frame().max.x < 0.5F);
    const json info = json::parse(text_of(out + "/info.json"));
    CHECK(info["source"]["made_by"] == "epochscope datamap");
    CHECK(info["source"]["vertical"] == "avg_probs");
    CHECK(signals.datamap({"--out", out}).code == 1);
    const std::string some = signals.beside("some");
    REQUIRE(signals.datamap({"--out", some, "--use-f-times", "1"}).code == 0);
    CHECK(open_dataset(some).series.sample_count() == 1);
    CHECK(open_dataset(some).axes->x == "label_var");
}

TEST_CASE("datamap --out has what is known of the samples that are on the map", "[cli]") {
    const TemporaryFolder folder;
    const fs::path shared = source_dir() / "data/digits";
    const Dataset digits = open_dataset(shared);
    const auto expect_rows = [&](const std::vector<std::string>& more) {
        const std::string out = (folder.path() / std::to_string(more.front().size())).string();
        std::vector<std::string> words{"datamap", shared.string(), "--out", out};
        words.insert(words.end(), more.begin(), more.end());
        const Outcome outcome = call(words);
        REQUIRE(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("has no pictures"));
        const Dataset some = open_dataset(out);
        REQUIRE(some.metadata);
        const Column& id = *some.metadata->find("id");
        REQUIRE(id.size() < digits.series.sample_count());
        for (std::size_t i = 0; i < id.size(); ++i) {
            const auto all = static_cast<std::size_t>(std::stoi(std::string(id.text(i).substr(6))));
            REQUIRE(digits.metadata->find("id")->text(all) == id.text(i));
            CHECK(digits.series.labels()[all] == some.series.labels()[i]);
            CHECK(digits.metadata->find("ink")->number(all) ==
                  some.metadata->find("ink")->number(i));
        }
    };
    expect_rows({"--where", "label = '3'"});
    expect_rows({"--criterion", "forgetting_times", "--threshold", "1"});
    expect_rows({"--use-f-times", "1", "--where", "ink > 0.3"});
}

TEST_CASE("datamap --png hands the map to whoever has letters", "[cli]") {
    const Signals signals;
    const std::string png = signals.beside("map.png");
    const Outcome without = signals.datamap({"--png", png});
    CHECK(without.code == 2);
    CHECK_THAT(without.err, contains("--png: maps are painted by epochscope-desktop"));
    cli::Desktop desktop = letters();
    MapPlot painted;
    Size asked;
    desktop.paint_map = [&](const MapPlot& plot, Size size) {
        painted = plot;
        asked = size;
        return Image({4, 3});
    };
    CHECK(signals.datamap({"--png", png}, desktop).code == 0);
    CHECK(asked == Size{2400, 1800});
    CHECK(painted.title == "signals.json");
    CHECK(signals.datamap({"--png", png, "--use-f-times", "1"}, desktop).code == 0);
    CHECK(painted.title == "signals.json: forgetting_times >= 1");
    CHECK(signals.datamap({"--png", png}, desktop).code == 0);
    CHECK(painted.axes.x == "label_var");
    CHECK(painted.x.size() == 4);
    CHECK(read_png(png).size == Size{4, 3});
    CHECK(signals.datamap({"--png", png, "--style", "cartography", "--size", "800x600"}, desktop)
              .code == 0);
    CHECK(asked == Size{800, 600});
    CHECK(painted.axes.y == "confidence");
    CHECK_FALSE(painted.histograms.empty());
}

TEST_CASE("datamap --svg and --pdf hand the map to whoever draws shapes", "[cli]") {
    const Signals signals;
    CHECK_THAT(signals.datamap({"--svg", "map.svg"}).err,
               contains("--svg: shapes are written by epochscope-desktop"));
    cli::Desktop desktop = letters();
    std::vector<cli::FigureFile> asked;
    desktop.write_map = [&](const MapPlot&, const cli::FigureFile& file) { asked.push_back(file); };
    const Outcome outcome = signals.datamap(
        {"--svg", "map.svg", "--pdf", "map.pdf", "--size", "170mm", "--max-discs", "3"}, desktop);
    CHECK(outcome.code == 0);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].file == "map.svg");
    CHECK(asked[1].file == "map.pdf");
    CHECK(asked[1].size.width == 170);
    CHECK(asked[1].size.height == 127.5);
    CHECK_THAT(outcome.err, contains("the 4 samples are a picture in the figure"));
    CHECK_THAT(signals.datamap({"--pdf", "map.pdf", "--size", "20mm"}, desktop).err,
               contains("--size: is 20mm, expected at least 320x240"));
}

TEST_CASE("calls of datamap that contradict themselves are refused", "[cli]") {
    const Signals signals;
    const std::vector<std::pair<std::vector<std::string>, std::string>> calls{
        {{"--attr1", "probs"},
         "--attr1: \"probs\" is not a signal, expected one of label, s_label"},
        {{"--criterion", "x"}, "--criterion: \"x\" is not a signal"},
        {{"--select", "x", "--fraction", "0.5"}, "--select: \"x\" is not a signal"},
        {{"--threshold", "1"}, "--threshold is for the signal that --criterion names"},
        {{"--size", "319x240"}, "--size: is 319x240, expected at least 320x240"},
        {{"--use-l-times", "1", "--use-f-times", "1"}, "expected one of them"},
        {{"--style", "cartography", "--attr1", "aum"}, "has axes of its own"},
        {{"--style", "plain"}, "is \"plain\", expected trustai or cartography"},
        {{"--select", "aum"}, "--select needs --fraction"},
        {{"--worst"}, "are for --select, which is missing"},
        {{"--json", "--select", "aum", "--fraction", "0.5"}, "expected --ids FILE"},
        {{"--fraction", "2", "--select", "aum"}, "expected 0 to 1"},
        {{"--size", "4"}, "is no size"},
        {{"--size", "640x480"}, "--size: is of a map"},
        {{"--max-discs", "3"}, "--max-discs: is of shapes"}};
    for (const auto& [arguments, message] : calls) {
        const Outcome outcome = signals.datamap(arguments);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, contains(message));
    }
    // As TrustAI has it, -1 is no condition.
    CHECK(signals.datamap({"--use_l_times", "-1", "--use_f_times", "0"}).code == 0);
}

TEST_CASE("datamap warns of what is odd and fails for what is wrong", "[cli]") {
    const Signals signals;
    std::ofstream(signals.path(), std::ios::app) << "{'id': 10, 'la";
    const Outcome odd = signals.datamap();
    CHECK(odd.code == 0);
    CHECK_THAT(odd.err, contains("warning: ") && contains("line 13: is cut off"));
    std::ofstream(signals.path(), std::ios::app) << "\n{'id': 10}\n";
    const Outcome wrong = signals.datamap();
    CHECK(wrong.code == 1);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, contains("line 13, byte 15: ends too early"));
}
