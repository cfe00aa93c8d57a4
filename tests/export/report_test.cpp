#include "export/html_text.h"
#include "export/sample.h"
#include "support/catch.h"

#include <epochscope/export/report.h>
#include <epochscope/model/metadata.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// What a report is made of if nothing is known but the dataset.
RunReport report_of(Dataset dataset) {
    RunReport report;
    report.accuracy.resize(dataset.series.epoch_count());
    report.dataset = std::make_shared<const Dataset>(std::move(dataset));
    return report;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Column texts_of(const std::string& name, const std::vector<std::string>& texts) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& text : texts) {
        bytes += text;
        ends.push_back(bytes.size());
    }
    return Column::of_texts(name, std::move(bytes), std::move(ends));
}

/// Of many samples in many classes at one epoch, all of which are predicted wrongly.
Dataset crowd(std::size_t samples, std::size_t classes) {
    Classes names;
    for (std::size_t c = 0; c < classes; ++c) names.names.push_back("class " + std::to_string(c));
    std::vector<EpochColumns> epochs(1);
    epochs[0].number = 1;
    std::vector<std::int32_t> labels(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        labels[i] = static_cast<std::int32_t>(i % classes);
        epochs[0].positions.push_back({static_cast<float>(i % 1000), static_cast<float>(i / 1000)});
        epochs[0].predictions.push_back(static_cast<std::int32_t>((i * 7 + 1) % classes));
    }
    Dataset dataset = sample_dataset();
    dataset.series =
        make_series(std::move(names), std::move(labels), std::move(epochs), {{0, 0}, {1000, 1000}});
    return dataset;
}

}  // namespace

TEST_CASE("what HTML takes for its own is escaped, and what is no text replaced", "[export]") {
    CHECK(escaped("a<b & \"c\" 'd'>") == "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;");
    CHECK(escaped(std::string_view("a\0b\x7f\n", 5)) == "a\uFFFDb\uFFFD\n");
    CHECK(escaped("\u00e9\u4e2d\U0001F600") == "\u00e9\u4e2d\U0001F600");
    // Too long, cut off, a surrogate, beyond Unicode, alone.
    CHECK(escaped("\xC0\xAF") == "\uFFFD\uFFFD");
    CHECK(escaped("\xE4\xB8") == "\uFFFD\uFFFD");
    CHECK(escaped("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("\xF4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("\x80") == "\uFFFD");
    CHECK(escaped("\xE0\x80\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("\xF0\x8F\xBF\xBF") == "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("names and texts of a report are text, whatever they hold", "[export]") {
    Dataset dataset = sample_dataset();
    dataset.name = "</title><script>alert(1)</script>";
    const std::string name = "<img src=x onerror=alert(1)>\" onclick='x' {{policy}}";
    const Classes classes{{name, std::string("\u202Ertl\0nul", 10)}, {{0, 0, 255}, {255, 128, 0}}};
    std::vector<EpochColumns> epochs(1);
    epochs[0].number = 1;
    epochs[0].positions = {{2, 2}, {5, 8}};
    epochs[0].predictions = {1, 0};
    dataset.series = make_series(classes, {0, 1}, std::move(epochs), {{0, 0}, {10, 10}});
    dataset.metadata = std::make_shared<const Metadata>(Metadata{
        {texts_of("id", {"\"'><b>", "b"}),
         texts_of("text", {std::string(5000, 'x') + "</blockquote>", "<script>1</script>"})}});
    RunReport report = report_of(std::move(dataset));
    report.warnings = {"<script>2</script>"};
    report.confused = confused_classes(report.dataset->series, 10);
    RunSignals signals;
    signals.suspects.resize(2);
    signals.suspects[0].suspicion = 0.75;
    signals.suspects[0].proposal.proposed = 1;
    signals.suspects[1].sample = 1;
    report.dynamics.value = signals;
    const std::string page = make_report(report).text;
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "<img src=x"));
    CHECK_FALSE(has(page, "<b>\""));
    CHECK(has(page, "&lt;script&gt;2&lt;/script&gt;"));
    CHECK(has(page, "&quot;&#39;&gt;&lt;b&gt;"));
    CHECK(has(page, "onclick=&#39;x&#39; {{policy}}"));
    CHECK(page.find('\0') == std::string::npos);
    CHECK(has(page, "<bdi>\u202Ertl\uFFFDnul</bdi>"));
    // Long texts are cut with a mark.
    CHECK(has(page, "xxx\u2026</bdi>"));
    CHECK_FALSE(has(page, std::string(400, 'x')));
    CHECK(has(page, "content=\"default-src 'none'; style-src 'sha256-"));
    CHECK_FALSE(has(page, "unsafe-inline"));
    CHECK_FALSE(has(page, " style="));
}

TEST_CASE("a report shows five epochs, or those that are asked for", "[export]") {
    std::vector<EpochColumns> epochs(20);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e + 1);
        epochs[e].positions = {{2, 2}, {5, 8}};
    }
    Dataset dataset = sample_dataset();
    dataset.series =
        make_series(dataset.series.classes(), {0, 1}, std::move(epochs), {{0, 0}, {10, 10}});
    const RunReport report = report_of(std::move(dataset));
    const HtmlPage page = make_report(report);
    CHECK(page.epoch_count == 5);
    for (const char* alt : {"alt=\"Epoch 1\"", "alt=\"Epoch 6\"", "alt=\"Epoch 11\"",
                            "alt=\"Epoch 15\"", "alt=\"Epoch 20\""}) {
        INFO(alt);
        CHECK(has(page.text, alt));
    }
    CHECK(make_report(report, {.epochs = {3, 7}}).epoch_count == 2);
    CHECK_THROWS_WITH(make_report(report, {.epochs = {21}}), contains("there is no epoch 21"));
    CHECK_THROWS_WITH(make_report(report, {.epochs = std::vector<std::int64_t>(25, 1)}),
                      contains("are 25, expected at most 24"));
}

TEST_CASE("a report of very many samples and classes is small", "[export]") {
    Dataset dataset = crowd(300'000, 1'000);
    RunReport report = report_of(std::move(dataset));
    report.confused = confused_classes(report.dataset->series, 10);
    CHECK(report.confused.pair_count >= 500);
    const HtmlPage page = make_report(report);
    CHECK(page.text.size() < 1'500'000);
    CHECK(has(page.text, "largest of"));
    CHECK(has(page.text, "most frequent of"));
}

TEST_CASE("curves of a report may hold anything", "[export]") {
    RunReport report = report_of(sample_dataset());
    constexpr double inf = std::numeric_limits<double>::infinity();
    CurveRun run{.name = "r", .files = {}, .series = {}};
    run.series = {{.name = "<loss>", .steps = {1, 2, 3}, .values = {1e308, -1e308, inf}},
                  {.name = "flat", .steps = {1, 2, 3}, .values = {2, 2, 2}},
                  {.name = "unseen", .steps = {1, 2}, .values = {std::nan(""), inf}}};
    report.curves.push_back({.source = "curves.csv",
                             .run = run,
                             .aligned = {.epochs = {{1, 2, 4}, {1, 2, 4}, {1, 2}}}});
    const std::string page = make_report(report).text;
    CHECK(has(page, "&lt;loss&gt;"));
    CHECK(has(page, "flat"));
    CHECK_FALSE(has(page, "unseen"));
    for (const char* wrong : {"=\"nan", "=\"inf", "Mnan", "Minf", "-nan"})
        CHECK_FALSE(has(page, wrong));
}

TEST_CASE("a report says why a part of it is missing", "[export]") {
    RunReport report = report_of(sample_dataset());
    report.health.absence = Absence::takes_long;
    report.faithfulness = {.absence = Absence::fault, .fault = "run: <broken>"};
    const std::string page = make_report(report).text;
    CHECK(has(page, "--measure-all"));
    CHECK(has(page, "run: &lt;broken&gt;"));
    CHECK(has(page, "It takes the recording of the run"));
    const std::string chinese =
        make_report(report, {.language = ReportLanguage::zh,
                             .translated = [](const std::string&) { return std::string("坏了"); }})
            .text;
    CHECK(has(chinese, "坏了"));
    CHECK_FALSE(has(chinese, "broken"));
}
