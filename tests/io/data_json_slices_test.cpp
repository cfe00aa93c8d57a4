#include "io/sequence_scatter/data_json_slices.h"

#include "io/folders.h"

#include <random>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// All that comes of reading: every value, the warnings, or the error.
std::string told(const std::vector<EpochColumns>& epochs,
                 const std::vector<std::string>& warnings) {
    std::ostringstream out;
    for (const EpochColumns& epoch : epochs) {
        out << epoch.number << ':';
        for (const Point p : epoch.positions) out << ' ' << p.x << ',' << p.y;
        for (const std::int32_t prediction : epoch.predictions) out << " p" << prediction;
        for (const std::int32_t sample : epoch.intra.samples) out << " i" << sample;
        out << '\n';
    }
    for (const std::string& warning : warnings) out << warning << '\n';
    return out.str();
}

std::string sliced(const std::string& text, const Slicing& slicing) {
    const TemporaryFolder folder;
    put(folder.path() / "data.json", text);
    std::vector<std::string> warnings;
    try {
        const auto epochs =
            read_data_json(folder.path() / "data.json", 2, warnings, slicing, Job());
        return told(epochs, warnings);
    } catch (const Error& error) {
        return error.what();
    }
}

/// In one piece.
std::string whole(const std::string& text) {
    constexpr std::size_t longer = std::size_t{1} << 20U;
    return sliced(text, {1, longer, longer});
}

/// The same, however it is cut and whoever reads.
void expect_same(const std::string& text) {
    INFO(text);
    const std::string expected = whole(text);
    for (const unsigned threads : {1U, 2U, 5U})
        for (const std::size_t length : {1U, 40U, 300U})
            CHECK(sliced(text, {threads, length, length}) == expected);
}

std::string epoch(int number, const std::string& more = "") {
    std::ostringstream text;
    text << '"' << number << R"(":{"projection":[[)" << number << ",0],[1,2]]" << more << '}';
    return text.str();
}

/// One text of several.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) text += part;
    return text;
}

}  // namespace

TEST_CASE("slices of a data.json hold what the whole does", "[io]") {
    std::string text = "{";
    for (int e = 30; e > -5; --e)
        text += epoch(e, e % 3 == 0 ? R"(, "prediction": [0, 1])" : "") + (e > -4 ? " , \n" : "");
    text += "} \n";
    CHECK(std::count(text.begin(), text.end(), ':') == 82);
    const std::string expected = whole(text);
    CHECK_THAT(expected, contains("30: 30,0 1,2 p0 p1\n29: 29,0 1,2\n"));
    CHECK_THAT(expected, contains("-4: -4,0 1,2\n"));
    expect_same(text);
    expect_same(joined({"\xEF\xBB\xBF", text}));
    expect_same(joined({"{", epoch(1), "}"}));
}

TEST_CASE("what only looks like the begin of an epoch deceives nobody", "[io]") {
    expect_same(
        joined({"{", epoch(1, R"(, "a": "},\"2\":{", "b": {"c": {}, "3": {}, "4": {"5": {}}})"),
                ",", epoch(2), ",", epoch(3, R"(, "d": [{"e": {}}, {"6": {}}])"), "}"}));
    expect_same(joined({"{", epoch(1, R"(, "x}": 1, "},": 2)"), ",", epoch(1), "}"}));
    expect_same(R"({"1": {"projection": [[1,2],[3,4]], "more": {"2": {"projection": [[1,2],[3,4]]},
        "3": {"projection": [[1,2],[3,4]]}, "4": {"projection": [[1,2],[3,4]]}}}})");
}

TEST_CASE("a fault in any slice is told as for the whole", "[io]") {
    const std::string good = joined({epoch(1), ",", epoch(2), ",", epoch(3)});
    for (const std::string& bad :
         {joined({"{", good, ",", epoch(4, ","), "}"}), joined({"{", good}),
          joined({"{", good, "}}"}), joined({"[", good, "]"}),
          joined({"{", good, R"(,"4":{"projection":[[1,2]]}})"}), joined({"{", good, ",}"}),
          joined({"{", good, ",,", good, "}"}), joined({"{", good, R"(,"x":{}})"}), good,
          joined({"{}"}), joined({}), joined({"{", good, "}, {", good, "}"}),
          joined({"{", good, "} x"}), joined({"{", good, "},", good, "}"}),
          joined({"{", good, "],", good, "}"}),
          joined({"{", epoch(1), R"(,"2":{"projection":[[1,"a"],[3,4]]},)", epoch(3), "}"}),
          joined({"{", epoch(1, R"(, "prediction": [1.5, 2])"), ",", epoch(3), "}"})})
        expect_same(bad);
}

TEST_CASE("a data.json broken anywhere is told as for the whole", "[io]") {
    const std::string text = joined({"{", epoch(1), ",", epoch(2, R"(, "e": {"3": {}})"), ",",
                                     epoch(4, R"(,"prediction":[0,1])"), "}"});
    std::mt19937 random(3);
    constexpr std::string_view letters = "{}[],:\"1 ";
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string broken = text;
        broken[at] = letters[random() % letters.size()];
        INFO(broken);
        CHECK(sliced(broken, {2, 20, 20}) == whole(broken));
    }
}

TEST_CASE("reading slices can be stopped", "[io]") {
    const TemporaryFolder folder;
    std::string text = joined({"{", epoch(1)});
    for (int e = 2; e < 1000; ++e) text += joined({",", epoch(e)});
    put(folder.path() / "data.json", text + "}");
    std::stop_source source;
    double last = 0;
    const Job job{.progress =
                      [&](double fraction) {
                          CHECK(fraction >= last);
                          CHECK(fraction <= 1);
                          last = fraction;
                          source.request_stop();
                      },
                  .stop = source.get_token()};
    std::vector<std::string> warnings;
    CHECK_THROWS_AS(read_data_json(folder.path() / "data.json", 2, warnings, {1, 100, 100}, job),
                    Cancelled);
}
