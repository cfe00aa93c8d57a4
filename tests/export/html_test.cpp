#include "export/html_bytes.h"
#include "export/sample.h"
#include "gui/pictures_of_samples.h"
#include "io/zip/inflate.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/export/html.h>
#include <epochscope/io/file.h>
#include <epochscope/model/metadata.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// What stands in the JSON of a page behind a key, up to the end of that text or number.
std::string value_of(const HtmlPage& page, const std::string& key) {
    const std::string mark = "\"" + key + "\":";
    const std::size_t at = page.text.find(mark);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = at + mark.size();
    if (page.text[begin] != '"')
        return page.text.substr(begin, page.text.find_first_of(",}", begin) - begin);
    return page.text.substr(begin + 1, page.text.find('"', begin + 1) - begin - 1);
}

std::vector<std::uint8_t> from_base64(std::string_view text) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<std::uint8_t> bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        bits = bits << 6U | static_cast<std::uint32_t>(digits.find(c));
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count) & 0xFFU));
    }
    return bytes;
}

/// The bytes of a packed value: base64 of a zlib stream, which has 2 bytes before its deflate data.
std::string unpacked(const HtmlPage& page, const std::string& key, std::size_t size) {
    const auto bytes = from_base64(value_of(page, key));
    REQUIRE(bytes.size() > 6);
    const auto text = inflated(std::span(bytes).subspan(2), size);
    REQUIRE(text);
    return *text;
}

bool has(const HtmlPage& page, std::string_view part) {
    return page.text.find(part) != std::string::npos;
}

/// Whether a note of the page has this part.
bool notes(const HtmlPage& page, std::string_view part) {
    return std::ranges::any_of(
        page.notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

std::shared_ptr<const PickedSamples> only(std::size_t sample) {
    return std::make_shared<const PickedSamples>(2, std::array{sample});
}

/// So many samples at one epoch.
Dataset crowd(std::size_t count, std::size_t neighbours = 0) {
    EpochColumns epoch;
    epoch.positions.assign(count, {1, 1});
    if (neighbours > 0) epoch.intra.offsets.push_back(0);
    for (std::size_t i = 0; neighbours > 0 && i < count; ++i) {
        for (std::size_t k = 1; k <= neighbours; ++k)
            epoch.intra.samples.push_back(static_cast<std::int32_t>((i + k) % count));
        epoch.intra.offsets.push_back(epoch.intra.samples.size());
    }
    std::vector<EpochColumns> epochs;
    epochs.push_back(std::move(epoch));
    Dataset dataset = sample_dataset();
    dataset.series = make_series({{"one"}, {}}, std::vector<std::int32_t>(count, 0),
                                 std::move(epochs), {{0, 0}, {10, 10}});
    return dataset;
}

}  // namespace

TEST_CASE("base64: the examples of RFC 4648", "[export]") {
    const auto text = [](std::string_view of) {
        return base64(std::vector<std::uint8_t>(of.begin(), of.end()));
    };
    CHECK(text("").empty());
    CHECK(text("f") == "Zg==");
    CHECK(text("fo") == "Zm8=");
    CHECK(text("foo") == "Zm9v");
    CHECK(text("foobar") == "Zm9vYmFy");
}

TEST_CASE("a page has the places of its samples", "[export]") {
    const HtmlPage page = make_html(sample_dataset(), plain_view());
    CHECK(page.sample_count == 2);
    CHECK(page.epoch_count == 3);
    CHECK(page.notes.empty());
    CHECK(has(page, "\"epochs\":[1,2,4]"));
    CHECK(has(page, "\"box\":[0.0,0.0,10.0,10.0]"));
    // For each epoch, of x and of y: the high bytes of both samples, then the low ones.
    const std::string bytes = unpacked(page, "places", 24);
    std::array<std::uint16_t, 4> place{};
    const std::array<std::array<double, 4>, 3> expected{{{2, 2, 5, 8}, {4, 2, 5, 8}, {8, 2, 5, 8}}};
    for (std::size_t e = 0; e < 3; ++e)
        for (std::size_t axis = 0; axis < 2; ++axis)
            for (std::size_t i = 0; i < 2; ++i) {
                const auto byte = [&](std::size_t at) {
                    return static_cast<std::uint8_t>(bytes[8 * e + 4 * axis + at + i]);
                };
                const unsigned code = byte(0) << 8U | byte(2);
                const unsigned moved = code % 2 == 0 ? code / 2 : ~(code / 2);
                std::uint16_t& now = place[2 * i + axis];
                now = static_cast<std::uint16_t>(now + moved);
                CHECK(now == std::lround(expected[e][2 * i + axis] * 6553.4));
            }
}

TEST_CASE("a sample that is absent has no place", "[export]") {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    Dataset dataset = sample_dataset();
    std::vector<EpochColumns> epochs(1);
    epochs[0].number = 1;
    epochs[0].positions = {{nan, nan}, {5, 8}};
    dataset.series =
        make_series(dataset.series.classes(), {0, 1}, std::move(epochs), {{0, 0}, {10, 10}});
    const std::string bytes = unpacked(make_html(dataset, plain_view()), "places", 8);
    // 65535 is -1, or 1 in zigzag.
    CHECK(bytes[0] == 0);
    CHECK(bytes[2] == 1);
}

TEST_CASE("names that are HTML stay data", "[export]") {
    Dataset dataset = sample_dataset();
    const std::string name = "</script><script>alert(1)</script>";
    Classes classes = dataset.series.classes();
    classes.names = {name, "{{policy}} \xFF"};
    std::vector<EpochColumns> epochs(1);
    epochs[0].positions = {{2, 2}, {5, 8}};
    dataset.series = make_series(classes, {0, 1}, std::move(epochs), {{0, 0}, {10, 10}});
    dataset.name = "a & <b>";
    const std::string words = name + "<!--";
    dataset.metadata = std::make_shared<const Metadata>(
        Metadata{{Column::of_texts("text", words + words, {words.size(), 2 * words.size()})}});
    const HtmlPage page = make_html(dataset, plain_view());
    CHECK_FALSE(has(page, "alert(1)</script>"));
    CHECK(has(page, "\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!--"));
    CHECK(has(page, "<title>a &amp; &lt;b&gt;</title>"));
    CHECK(has(page, "\"{{policy}} \uFFFD\""));
    CHECK(has(page, "content=\"default-src 'none'; script-src 'sha256-"));
    CHECK_FALSE(has(page, "unsafe"));
    CHECK_FALSE(has(page, "{{data}}"));
}

TEST_CASE("a page has what the view shows", "[export]") {
    const Dataset dataset = sample_dataset();
    ViewState view = plain_view();
    view.filter = only(1);
    view.hidden = {true, false};
    view.selection = {0, 1};
    view.playhead = 2;
    const std::array<std::int64_t, 3> epochs{4, 1, 4};
    const HtmlPage page = make_html(dataset, view, epochs);
    CHECK(page.sample_count == 1);
    CHECK(page.epoch_count == 2);
    CHECK(has(page, "\"epochs\":[1,4]"));
    CHECK(value_of(page, "playhead") == "1.0");
    CHECK(value_of(page, "selected") == "0");
    CHECK(unpacked(page, "numbers", 1) == std::string(1, '\x01'));
    CHECK(has(page, R"({"name":"blue","light":"#0000ff",)"));
    CHECK(value_of(page, "hidden") == "true");
}

TEST_CASE("a page has the same bytes for any number of threads", "[export]") {
    Dataset dataset = sample_dataset();
    dataset.backgrounds = std::make_shared<PlainBackgrounds>(
        std::vector<Colour>{{255, 0, 0}, {0, 255, 0}, {0, 0, 255}});
    const auto pictures = std::make_shared<PicturesOfSamples>();
    pictures->missing = {1};
    dataset.thumbnails = pictures;
    const HtmlPage page = make_html(dataset, plain_view(), {}, 1);
    CHECK(page.text == make_html(dataset, plain_view(), {}, 4).text);
    CHECK(value_of(page, "has") == "10");
    CHECK(value_of(page, "side") == "4");
    CHECK(page.notes.empty());
}

TEST_CASE("what is left out of a page is told", "[export]") {
    SECTION("neighbours") {
        CHECK(notes(make_html(crowd(20), plain_view()), "neighbours") == false);
        CHECK(notes(make_html(crowd(20, 12), plain_view()), "nearest 8 of up to 12 neighbours"));
        CHECK(notes(make_html(crowd(100'001, 5), plain_view()), "nearest 2 of up to 5"));
        CHECK(notes(make_html(crowd(400'001, 1), plain_view()),
                    "the lists of neighbours are too large"));
    }
    SECTION("pictures") {
        Dataset dataset = sample_dataset();
        const auto pictures = std::make_shared<PicturesOfSamples>();
        pictures->size = {200, 100};
        pictures->broken = {0};
        dataset.thumbnails = pictures;
        const HtmlPage page = make_html(dataset, plain_view());
        CHECK(notes(page, "pictures of 1 samples cannot be read"));
        CHECK(notes(page, "reduced to 64 pixels"));
        CHECK(value_of(page, "side") == "64");
        dataset = crowd(15'001);
        dataset.thumbnails = pictures;
        CHECK(notes(make_html(dataset, plain_view()), "pictures of 15001 samples are too large"));
    }
    SECTION("texts") {
        Dataset dataset = sample_dataset();
        const std::string words = std::string(299, 'a') + "\u00e9";
        dataset.metadata = std::make_shared<const Metadata>(
            Metadata{{Column::of_texts("text", words + words, {words.size(), 2 * words.size()})}});
        const HtmlPage page = make_html(dataset, plain_view());
        CHECK(notes(page, "the column text is cut at 300 bytes"));
        CHECK(has(page, "\"" + std::string(299, 'a') + "\u2026\""));
    }
    SECTION("places far outside") {
        Dataset dataset = sample_dataset();
        std::vector<EpochColumns> epochs(1);
        epochs[0].positions = {{1e9F, 2}, {5, 8}};
        dataset.series =
            make_series(dataset.series.classes(), {0, 1}, std::move(epochs), {{0, 0}, {10, 10}});
        const HtmlPage page = make_html(dataset, plain_view());
        CHECK(notes(page, "1 places are far outside"));
        CHECK(has(page, "\"box\":[0.0,0.0,85.0,10.0]"));
    }
}

TEST_CASE("a page that cannot be made or written is refused", "[export]") {
    const Dataset dataset = sample_dataset();
    ViewState nobody = plain_view();
    nobody.filter = std::make_shared<const PickedSamples>(2, std::span<const std::size_t>());
    CHECK_THROWS_WITH(make_html(dataset, nobody), contains("leaves no sample"));
    const std::array<std::int64_t, 1> epochs{3};
    CHECK_THROWS_WITH(make_html(dataset, plain_view(), epochs), contains("there is no epoch 3"));
    const HtmlPage page = make_html(dataset, plain_view());
    const TemporaryFolder folder;
    CHECK_THROWS_AS(write_html(folder.path(), page), Error);
    CHECK_THROWS_AS(write_html(folder.path() / "none" / "page.html", page), Error);
    CHECK(names_in(folder.path()).empty());
    write_html(folder.path() / "page.html", page);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"page.html"});
    CHECK(std::filesystem::file_size(folder.path() / "page.html") == page.text.size());
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(
        make_html(dataset, plain_view(), {}, 0, {.progress = {}, .stop = stop.get_token()}),
        Cancelled);
}
