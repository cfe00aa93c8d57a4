#include "cli/call.h"
#include "cli/folder.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <regex>
#include <string>
#include <vector>

using namespace epochscope::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// 60 samples of three classes at four epochs; each twelfth has the label of the next class, and at
/// the last epoch the first class is taken for the second. The samples come in the order of
/// `order`, with their ids.
fs::path put_confused_run(const fs::path& run, const std::vector<int>& order) {
    constexpr std::size_t samples = 60;
    const std::string rows = std::to_string(samples);
    std::vector<std::int64_t> labels(samples);
    for (std::size_t at = 0; at < samples; ++at) {
        const int i = order[at];
        labels[at] = (i / 20 + (i % 12 == 5 ? 1 : 0)) % 3;
    }
    put_npy(run / "dataset/labels.npy", "<i8", "(" + rows + ",)", labels);
    std::string ids = "id,text\n";
    for (const int i : order)
        ids += "s" + std::to_string(i) + ",words of " + std::to_string(i) + "\n";
    std::ofstream(run / "dataset/samples.csv") << ids;
    for (int epoch = 1; epoch <= 4; ++epoch) {
        std::vector<float> features(samples * 4);
        std::vector<float> logits(samples * 3);
        for (std::size_t at = 0; at < samples; ++at) {
            const int i = order[at];
            std::mt19937 random(static_cast<unsigned>(100 * i + epoch));
            const auto noise = [&] { return static_cast<float>(random() % 1000) / 1000; };
            int seen = i / 20;
            if (epoch == 1 && i % 3 == 0) seen = 2;
            if (epoch == 4 && seen == 0) seen = 1;
            for (std::size_t d = 0; d < 4; ++d) features[4 * at + d] = noise();
            features[4 * at + static_cast<std::size_t>(i / 20)] += static_cast<float>(epoch);
            for (std::size_t c = 0; c < 3; ++c) logits[3 * at + c] = noise();
            logits[3 * at + static_cast<std::size_t>(seen)] += static_cast<float>(epoch);
        }
        const fs::path at = run / "epochs" / ("epoch_" + std::to_string(epoch));
        put_npy(at / "embeddings.npy", "<f4", "(" + rows + ", 4)", features);
        put_npy(at / "predictions.npy", "<f4", "(" + rows + ", 3)", logits);
    }
    return run;
}

std::vector<int> in_order() {
    std::vector<int> order(60);
    for (int i = 0; i < 60; ++i) order[static_cast<std::size_t>(i)] = i;
    return order;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A page of a folder, which must come about.
std::string page_of(const std::string& folder, const fs::path& out,
                    std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"report", folder, "--out", out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = call(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("MB"));
    return text_of(out);
}

/// A section of a page by its id.
std::string section_of(const std::string& page, const std::string& id) {
    const std::size_t begin = page.find("<section id=\"" + id + "\"");
    REQUIRE(begin != std::string::npos);
    return page.substr(begin, page.find("</section>", begin) - begin);
}

/// The numbers in a piece of a page, in its order.
std::vector<double> numbers_in(const std::string& text) {
    static const std::regex element("<data value=\"([^\"]+)\">");
    std::vector<double> numbers;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), element);
         at != std::sregex_iterator(); ++at)
        numbers.push_back(std::stod((*at)[1]));
    return numbers;
}

bool has(const std::vector<double>& numbers, const json& value) {
    return value.is_null() || std::ranges::find(numbers, value.get<double>()) != numbers.end();
}

json said_by(const std::vector<std::string>& arguments) { return json::parse(call(arguments).out); }

/// The row of a table that has this code in its first cell, without that cell.
std::string row_of(const std::string& section, const std::string& code) {
    const std::size_t begin = section.find("<td class=\"text\"><code>" + code + "</code>");
    REQUIRE(begin != std::string::npos);
    return section.substr(begin, section.find("</tr>", begin) - begin);
}

/// The texts between the tags of a page, without names, codes and commands, which are the same in
/// all languages.
std::vector<std::string> english_in(const std::string& page) {
    std::vector<std::string> texts;
    for (std::size_t open = page.find('<'); open != std::string::npos;) {
        const std::size_t close = page.find('>', open);
        const std::string tag = page.substr(open + 1, close - open - 1);
        open = page.find('<', close);
        if (tag != "code" && tag != "bdi" && open != std::string::npos)
            texts.push_back(page.substr(close + 1, open - close - 1));
    }
    return texts;
}

}  // namespace

TEST_CASE("the numbers of a report are those that verbs give", "[cli]") {
    const TemporaryFolder folder;
    const std::string run = put_confused_run(folder.path() / "run", in_order()).string();
    const std::string page = page_of(run, folder.path() / "run.html");

    const json info = said_by({"info", run, "--json"});
    const std::vector<double> curves = numbers_in(section_of(page, "curves"));
    for (const std::size_t e : {std::size_t{0}, info["accuracy"].size() - 1})
        CHECK(has(curves, info["accuracy"][e]));

    const json health = said_by({"health", run, "--json"});
    const std::string healthy = section_of(page, "health");
    for (const auto& [name, values] : health["signals"].items()) {
        INFO(name);
        const std::vector<double> row = numbers_in(row_of(healthy, name));
        for (const std::size_t e : {std::size_t{0}, values.size() / 2, values.size() - 1})
            CHECK(has(row, values[e]));
    }
    REQUIRE_FALSE(health["alerts"].empty());
    for (const json& alert : health["alerts"]) {
        CHECK_THAT(healthy, contains(alert["why"].get<std::string>()));
        CHECK(has(numbers_in(healthy), alert["value"]));
    }

    const json metrics = said_by({"metrics", run, run, "--json"});
    const std::string faithful = section_of(page, "faithfulness");
    for (const char* metric :
         {"nn_pv", "temp_pv", "temp_l", "temp_g_tau", "temp_g_rho", "step_agreement",
          "trustworthiness", "continuity", "cross_nn", "travel", "spread"}) {
        INFO(metric);
        std::vector<double> expected{metrics[metric]["mean"].get<double>()};
        for (const char* control :
             {"features", "random_places", "random_walk", "pca", "shuffled_epochs"})
            if (const json& mean = metrics[metric]["controls"][control]["mean"]; !mean.is_null())
                expected.push_back(mean.get<double>());
        CHECK(numbers_in(row_of(faithful, metric)) == expected);
    }

    const json map = said_by({"datamap", run, "--json"});
    const std::string doubtful = section_of(page, "suspects");
    std::size_t at = 0;
    REQUIRE(map["suspects"].size() >= 5);
    for (const json& suspect : map["suspects"]) {
        // In the page as in the list.
        const std::string id = "s" + suspect["id"].get<std::string>() + "</bdi>";
        const std::size_t place = doubtful.find(id, at);
        REQUIRE(place != std::string::npos);
        at = place;
        const std::vector<double> numbers = numbers_in(doubtful.substr(place, 120));
        REQUIRE_FALSE(numbers.empty());
        CHECK(numbers.front() == suspect["suspicion"].get<double>());
    }
    const std::vector<double> numbers = numbers_in(doubtful);
    for (const auto& [name, count] : map["presets"].items()) CHECK(has(numbers, count));
}

TEST_CASE("a report says which classes were confused when, as queries do", "[cli]") {
    const TemporaryFolder folder;
    const std::string run = put_confused_run(folder.path() / "run", in_order()).string();
    const std::string confused = section_of(page_of(run, folder.path() / "run.html"), "confusion");
    const json row = said_by(
        {"query", run,
         "SELECT label, prediction, epoch, count(*) AS n FROM epochs JOIN samples USING (sample) "
         "WHERE correct = 0 GROUP BY label, prediction, epoch ORDER BY n DESC, epoch LIMIT 1",
         "--json"});
    const std::vector<double> numbers = numbers_in(confused);
    REQUIRE(numbers.size() > 2);
    // "0 taken for 1 most often · epoch 4: 18".
    CHECK(numbers[0] == row["epoch"].get<double>());
    CHECK(numbers[1] == row["n"].get<double>());
    CHECK(confused.find("<bdi>" + row["label"].get<std::string>() + "</bdi>") <
          confused.find("<bdi>" + row["prediction"].get<std::string>() + "</bdi>"));
}

TEST_CASE("the order of samples does not change a report", "[cli]") {
    const TemporaryFolder folder;
    const std::string one = put_confused_run(folder.path() / "a/run", in_order()).string();
    std::vector<int> order = in_order();
    std::ranges::shuffle(order, std::mt19937(7));
    const std::string other = put_confused_run(folder.path() / "b/run", order).string();
    const std::string first = page_of(one, folder.path() / "a.html");
    const std::string second = page_of(other, folder.path() / "b.html");
    CHECK(section_of(first, "confusion") == section_of(second, "confusion"));
    const auto cards = [](const std::string& page) {
        const std::string section = section_of(page, "suspects");
        static const std::regex id("<bdi>(s\\d+)</bdi>");
        std::vector<std::string> ids;
        for (auto at = std::sregex_iterator(section.begin(), section.end(), id);
             at != std::sregex_iterator(); ++at)
            ids.push_back((*at)[1]);
        return ids;
    };
    CHECK(cards(first) == cards(second));
    CHECK_FALSE(cards(first).empty());
}

TEST_CASE("a report of a folder without a recording says what it does not know", "[cli]") {
    const SmallFolder small;
    const std::string page = page_of(small.path(), small.beside("small.html"));
    CHECK_THAT(section_of(page, "health"), contains("It takes the recording of the run"));
    CHECK_THAT(section_of(page, "faithfulness"), contains("Not measured"));
    CHECK_THAT(section_of(page, "prototypes"), contains("None in this folder"));
    CHECK_THAT(section_of(page, "suspects"), contains("training signals of the samples are not"));
    CHECK_THAT(section_of(page, "curves"), contains("No curves were recorded"));
    // 2 of 3, then all.
    const std::vector<double> numbers = numbers_in(section_of(page, "curves"));
    REQUIRE(numbers.size() >= 4);
    CHECK(numbers[0] == 2.0 / 3);
    CHECK(numbers[1] == 1);
    CHECK(numbers[3] == 2);
}

TEST_CASE("a report of the sample shows the stored metrics", "[cli]") {
    const TemporaryFolder folder;
    const std::string digits = (source_dir() / "data/digits").string();
    const std::string page = page_of(digits, folder.path() / "digits.html", {"--samples", "3"});
    const json map = said_by({"datamap", digits, "--json"});
    const std::vector<double> numbers = numbers_in(section_of(page, "suspects"));
    CHECK(numbers.front() == map["presets"]["probably_mislabelled"].get<double>());
    CHECK(has(numbers, map["suspects"][2]["suspicion"]));
    CHECK_FALSE(has(numbers, map["suspects"][3]["suspicion"]));
    CHECK_THAT(section_of(page, "faithfulness"), contains("stored, without controls"));
    CHECK(page.size() < 2'000'000);
}

TEST_CASE("a report is in Chinese if that is asked for", "[cli]") {
    const TemporaryFolder folder;
    const std::string run = put_confused_run(folder.path() / "run", in_order()).string();
    epochscope::cli::Desktop desktop = letters();
    desktop.in_chinese = [](const std::string&) { return std::string("<警报>"); };
    const std::string out = (folder.path() / "run.html").string();
    REQUIRE(call({"report", run, "--out", out, "--language", "zh"}, desktop).code == 0);
    const std::string page = text_of(out);
    CHECK_THAT(page, contains("<html lang=\"zh\">"));
    CHECK_THAT(section_of(page, "health"), contains("&lt;警报&gt;"));
    for (const std::string& words : english_in(page.substr(page.find("<body>")))) {
        INFO(words);
        CHECK_FALSE(std::regex_search(words, std::regex("[a-z]{2,} [a-z]{2,}")));
    }

    // Without the translations, sentences of the library stay in English, and say so.
    REQUIRE(call({"report", run, "--out", out, "--language", "zh"}).code == 0);
    CHECK_THAT(section_of(text_of(out), "health"), contains("<span lang=\"en\">"));
}

TEST_CASE("a report shows the epochs that are asked for", "[cli]") {
    const SmallFolder small;
    const std::string page = page_of(small.path(), small.beside("small.html"), {"--epochs", "5,1"});
    CHECK(numbers_in(section_of(page, "epochs"))[0] == 5);
    CHECK(numbers_in(section_of(page, "epochs"))[1] == 1);
    const Outcome wrong =
        call({"report", small.path(), "--out", small.beside("x.html"), "--epochs", "3"});
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err, contains("3"));
    CHECK_FALSE(fs::exists(small.beside("x.html")));
}

TEST_CASE("a report that cannot be written is refused before it is made", "[cli]") {
    const SmallFolder small;
    const auto refused = [&](const std::string& out) {
        const Outcome outcome = call({"report", small.path(), "--out", out});
        INFO(out << ": " << outcome.err);
        CHECK(outcome.code != 0);
        CHECK_THAT(outcome.err, contains("epochscope: "));
        return outcome.err;
    };
    CHECK_THAT(refused(small.beside("report.pdf")), contains("expected .html"));
    CHECK_THAT(refused(small.beside("missing/report.html")), contains("missing/report.html"));
    fs::create_directory(small.beside("folder.html"));
    CHECK_THAT(refused(small.beside("folder.html")), contains("folder.html"));
    CHECK(call({"report", small.path()}).code == 2);
}
