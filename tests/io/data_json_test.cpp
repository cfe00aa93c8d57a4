#include "io/folders.h"

#include <epochscope/io/png.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

struct Case {
    std::string data;
    std::string expected;
};

/// An epoch 7 with a good projection and more.
std::string seven(const std::string& more) {
    return R"({"7": {"projection": [[1,2],[3,4],[5,6]], )" + more + "}}";
}

/// An epoch 7 whose second point is this.
std::string with_point(const std::string& point) {
    return R"({"7": {"projection": [[1,2],)" + point + ",[5,6]]}}";
}

std::string repeated(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.data.substr(0, 200));
        CHECK(outcome_of(good_info, c.data) == c.expected);
    }
}

}  // namespace

TEST_CASE("a data.json whose counts disagree is refused with both of them", "[io]") {
    check({
        {R"({"7": {"projection": [[1,2],[3,4]]}})",
         R"(data.json: epoch "7": projection has 2 points, label_index has 3)"},
        {R"({"1": {"projection": [[1,2],[3,4],[5,6]]}, "2": {"projection": [[1,2],[3,4],[5,6],[7,8],[9,9]]}})",
         R"(data.json: epoch "2": projection has 5 points, label_index has 3)"},
        {R"({"7": {"projection": []}})",
         R"(data.json: epoch "7": projection has 0 points, label_index has 3)"},
        {seven(R"("prediction": [0,1])"),
         R"(data.json: epoch "7": prediction has 2 entries, label_index has 3)"},
        {seven(R"("confidence": [])"),
         R"(data.json: epoch "7": confidence has 0 entries, label_index has 3)"},
        {seven(R"("intra_similarity": [[0],[1]])"),
         R"(data.json: epoch "7": intra_similarity has 2 lists, label_index has 3)"},
        {seven(R"("inter_similarity": [[0],[1],[2],[]])"),
         R"(data.json: epoch "7": inter_similarity has 4 lists, label_index has 3)"},
        {"{}", "data.json: holds no epochs, expected at least one"},
    });
}

TEST_CASE("a value out of range is named by epoch, field and index", "[io]") {
    check({
        {seven(R"("prediction": [0,2,1])"),
         R"(data.json: epoch "7": prediction[1] is 2, expected 0..1)"},
        {seven(R"("prediction": [0,5000000000,1])"),
         R"(data.json: epoch "7": prediction[1] is 5000000000, expected the number of a class)"},
        {seven(R"("prediction": [0,123456789012345678901234567890,1])"),
         R"(data.json: epoch "7": prediction[1] is 123456789012345678901234567890, expected the number of a class)"},
        {seven(R"("confidence": [0,1,1.5])"),
         R"(data.json: epoch "7": confidence[2] is 1.5, expected 0..1)"},
        {seven(R"("confidence": [0,-0.25,1])"),
         R"(data.json: epoch "7": confidence[1] is -0.25, expected 0..1)"},
        {seven(R"("intra_similarity": [[0],[1],[3]])"),
         R"(data.json: epoch "7": intra_similarity[2] names sample 3, expected 0..2)"},
        {seven(R"("inter_similarity": [[0],[-1],[2]])"),
         R"(data.json: epoch "7": inter_similarity[1] names sample -1, expected 0..2)"},
        {with_point("[3,1e39]"),
         R"(data.json: epoch "7": projection[1] is 1e+39, expected a number within +-3.4e38)"},
    });
}

TEST_CASE("what is no number is quoted", "[io]") {
    const std::string where = R"(data.json: epoch "7": projection[1] is )";
    check({
        {with_point("[3,NaN1]"), where + "NaN1, expected a number"},
        {with_point("[3,nan]"), where + "nan, expected a number"},
        {with_point("[3,1e400]"), where + "1e400, expected a number"},
        {with_point("[3,true]"), where + "true, expected a number"},
        {with_point("[3,\"4\"]"), where + "a text, expected a number"},
        {with_point("[3,[4]]"), where + "a list, expected a number"},
        {with_point("3"), where + "3, expected [x, y]"},
        {with_point("{\"x\":3}"), where + "an object, expected [x, y]"},
        {with_point("[3]"),
         R"(data.json: epoch "7": projection[1] has 1 numbers, expected [x, y])"},
        {with_point("[3,4,5]"),
         R"(data.json: epoch "7": projection[1] has 3 numbers, expected [x, y])"},
        {with_point(repeated("[", 10000) + repeated("]", 10000)),
         where + "a list, expected a number"},
        {seven(R"("prediction": [0,-2,1])"),
         R"(data.json: epoch "7": prediction[1] is -2, expected 0..1)"},
        {seven(R"("prediction": [0,01.0,1])"),
         R"(data.json: epoch "7": prediction[1] is 01.0, expected the number of a class)"},
        {seven(R"("prediction": [0,1.5,1])"),
         R"(data.json: epoch "7": prediction[1] is 1.5, expected the number of a class)"},
        {seven(R"("prediction": [false,1,1])"),
         R"(data.json: epoch "7": prediction[0] is false, expected the number of a class)"},
        {seven(R"("intra_similarity": [0,1,2])"),
         R"(data.json: epoch "7": intra_similarity[0] is 0, expected a list of samples)"},
        {seven(R"("intra_similarity": [[0],["1"],[2]])"),
         R"(data.json: epoch "7": intra_similarity[1] is a text, expected the numbers of samples)"},
    });
}

TEST_CASE("epochs and their fields are named once, by what they are", "[io]") {
    const std::string epoch = R"({"projection": [[1,2],[3,4],[5,6]]})";
    check({
        {R"({"seven": )" + epoch + "}",
         R"(data.json: key "seven" is not an epoch, expected an integer)"},
        {R"({"": )" + epoch + "}", R"(data.json: key "" is not an epoch, expected an integer)"},
        {R"({"7.5": )" + epoch + "}",
         R"(data.json: key "7.5" is not an epoch, expected an integer)"},
        {R"({"99999999999999999999": )" + epoch + "}",
         R"(data.json: key "99999999999999999999" is not an epoch, expected an integer)"},
        {R"({"7": )" + epoch + R"(, "7": )" + epoch + "}", R"(data.json: epoch "7": occurs twice)"},
        {R"({"7": )" + epoch + R"(, "07": )" + epoch + "}",
         R"(data.json: epoch "7": occurs twice)"},
        {seven(R"("projection": [[1,2],[3,4],[5,6]])"),
         R"(data.json: epoch "7": projection occurs twice)"},
        {R"({"7": {"confidence": [1,1,1]}})", R"(data.json: epoch "7": has no projection)"},
        {R"({"7": {}})", R"(data.json: epoch "7": has no projection)"},
        {R"({"7": [1]})",
         R"(data.json: epoch "7": is a list, expected an object with a projection)"},
        {R"({"7": {"projection": 5}})",
         R"(data.json: epoch "7": projection is 5, expected a list with one entry for each sample)"},
        {R"({"7": {"projection": null}})",
         R"(data.json: epoch "7": projection is null, expected a list with one entry for each sample)"},
        {"[1, 2]", "data.json: is a list, expected an object with a key for each epoch"},
        {"12", "data.json: is 12, expected an object with a key for each epoch"},
        {"\"text\"", "data.json: is a text, expected an object with a key for each epoch"},
    });
}

TEST_CASE("broken JSON is refused with the byte where it breaks", "[io]") {
    check({
        {"", "data.json: is empty, expected JSON"},
        {" \n", "data.json: is empty, expected JSON"},
        {R"({"7": {"projection": [[1,2],[3,)",
         "data.json: ends too early, as if it were cut off (byte 31)"},
        {R"({"7": {"projection": [[1,2],[3,4],[5,6]]}} and more)",
         "data.json: is not valid JSON at byte 44 (line 1), near \"[5,6]]}} and more\""},
        {R"({"7": {"projection": [[1,2],[3,4],[5,6]]}}})",
         "data.json: is not valid JSON at byte 43 (line 1), near \",[5,6]]}}}\""},
        {R"({"7": {"projection": [[1,2],[3,4],[5,6]]}} {"8": {}})",
         "data.json: is not valid JSON at byte 44 (line 1), near \"[5,6]]}} {\"8\": {}}\""},
        {"{\"7\":\n {\"projection\": [[1 2],[3,4],[5,6]]}}",
         "data.json: epoch \"7\": is not valid JSON at byte 27 (line 2), near \"on\": [[1 "
         "2],[3,4],[5\""},
        {R"({"7": {"projection": [[1,2],[3,4],]}})",
         "data.json: epoch \"7\": is not valid JSON at byte 35 (line 1), near \"2],[3,4],]}}\""},
        {repeated("[", 10000),
         "data.json: is a list, expected an object with a key for each epoch"},
        {R"({"7": {"deep": )" + repeated("[", 10000) + repeated("]", 10000) + "}}",
         R"(data.json: epoch "7": deep holds lists or objects nested more than 64 deep)"},
        {"{\"7\": {\"projection\": [[1,2],[3,4],[5,6]], \"note\": \"\xFF\"}}",
         "data.json: is not valid JSON at byte 52 (line 1), near \"\"note\": \"?\"}}\""},
    });
}

TEST_CASE("what is unusual but right opens", "[io]") {
    CHECK(outcome_of(good_info, good_data) == "opened");
    CHECK(outcome_of(good_info, "\xEF\xBB\xBF" + std::string(good_data)) == "opened");
    CHECK(outcome_of("\xEF\xBB\xBF" + std::string(good_info), good_data) == "opened");
    CHECK(outcome_of(good_info, seven(R"("note": {"a": [1, "b"]}, "prediction": [1,1,0])")) ==
          "opened; data.json: not known and left out: \"note\"");
    // All points in one place, an epoch of a negative number, gaps, one epoch out of order.
    CHECK(
        outcome_of(good_info, R"({"10": {"projection": [[1,1],[1,1],[1,1]]},
                                    "-3": {"projection": [[1,1],[1,1],[1,1]]}})") ==
        "opened; info.json: names no frame; (0, 0) to (2, 2), the box around all places, is shown "
        "instead of (-8, -8) to (8, 8)");
    CHECK(
        outcome_of(R"({"label_text": ["only"], "label_index": [0]})",
                   R"({"0": {"projection": [[0.5, -0.5]]}})") ==
        "opened; info.json: names no frame; (-0.5, -1.5) to (1.5, 0.5), the box around all places, "
        "is shown instead of (-8, -8) to (8, 8)");
}

TEST_CASE("an unknown key is warned of once, and many are counted", "[io]") {
    const std::string epoch =
        R"({"projection": [[1,2],[3,4],[5,6]], "a":1,"b":2,"c":3,"d":4,"e":5,"f":6})";
    CHECK(outcome_of(good_info, R"({"1": )" + epoch + R"(, "2": )" + epoch + "}") ==
          R"(opened; data.json: not known and left out: "a", "b", "c", "d", "e" and 1 more)");
}

TEST_CASE("every value arrives where it belongs", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", R"({
        "12": {"projection": [[1,2],[3,4],[5,6]], "prediction": [1,0,1], "confidence": [0.5,0.25,1]},
        "4": {"inter_similarity": [[1,2],[0],[]], "projection": [[-1.5,2e0],[0.0625,-0],[5,6]],
              "intra_similarity": [[0],[1,2],[2,1]]}})");
    const Dataset dataset = open_dataset(folder.path());
    REQUIRE(dataset.series.epoch_count() == 2);
    const Epoch& first = dataset.series.epoch(0);
    const Epoch& last = dataset.series.epoch(1);
    CHECK(first.number == 4);
    CHECK(first.positions[0] == Point{-1.5F, 2});
    CHECK(first.positions[1] == Point{0.0625F, 0});
    CHECK(first.predictions.empty());
    REQUIRE(first.inter.size() == 3);
    CHECK(std::vector<int>(first.inter[0].begin(), first.inter[0].end()) == std::vector<int>{1, 2});
    CHECK(first.inter[2].empty());
    CHECK(first.intra[0].empty());  // Only itself.
    CHECK(std::vector<int>(first.intra[1].begin(), first.intra[1].end()) == std::vector<int>{2});
    CHECK(last.number == 12);
    CHECK(std::vector<int>(last.predictions.begin(), last.predictions.end()) ==
          std::vector<int>{1, 0, 1});
    CHECK(last.confidence[1] == 0.25F);
    CHECK(last.intra.empty());
    CHECK(dataset.series.classes().colours[1] == Colour{0, 0, 255, 255});
    CHECK(dataset.format == "Sequence-Scatter");
    CHECK(dataset.name == folder.path().filename().string());
}

TEST_CASE("opening tells how far it is and can be stopped", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    const std::string epoch = R"({"projection": [[1,2],[3,4],[5,6]]})";
    put(folder.path() / "data.json",
        R"({"1":)" + epoch + R"(,"2":)" + epoch + R"(,"3":)" + epoch + "}");
    std::vector<double> fractions;
    std::stop_source source;
    const auto progress = [&](double fraction) { fractions.push_back(fraction); };
    static_cast<void>(open_dataset(folder.path(), {}, {progress, source.get_token()}));
    REQUIRE(fractions.size() == 4);
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
    CHECK(fractions.front() >= 0);
    CHECK(fractions.back() == 1);
    const auto stop_at_second = [&](double fraction) {
        if (fraction > 0.3) source.request_stop();
    };
    CHECK_THROWS_AS(open_dataset(folder.path(), {}, {stop_at_second, source.get_token()}),
                    Cancelled);
}

TEST_CASE("a value that is not a number makes its sample absent or unknown", "[io]") {
    const auto position = [](const std::string& sample) {
        return "opened; epoch 7: position of 1 sample (" + sample + ") is not a number";
    };
    check({
        {with_point("[3,NaN]"), position("1")},
        {with_point("[Infinity,4]"), position("1")},
        {with_point("[-Infinity,4]"), position("1")},
        {with_point("[3,null]"), position("1")},
        {with_point("[ null , null ]"), position("1")},
        {with_point("null"), position("1")},
        {seven(R"("confidence": [0.5,0.25,NaN])"),
         "opened; epoch 7: confidence of 1 sample (2) is not a number"},
        {seven(R"("confidence": [null,0.25, null ])"),
         "opened; epoch 7: confidence of 2 samples (the first is 0) is not a number"},
        {seven(R"("prediction": [0,null,-1])"),
         "opened; epoch 7: prediction of 2 samples (the first is 1) is not a number"},
        {seven(R"("prediction": [0,1.0,1e0], "confidence": [1.0000001,-1e-9,1])"), "opened"},
    });
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json",
        R"({"7": {"projection": [[1,2],[3,NaN],[5,6]], "prediction": [1,null,0],
                  "confidence": [1.0000001,Infinity,0.5]}})");
    const EpochSeries series = open_dataset(folder.path()).series;
    const Epoch& epoch = series.epoch(0);
    CHECK(std::isnan(epoch.positions[1].x));
    CHECK(epoch.positions[2] == Point{5, 6});
    CHECK(epoch.predictions[1] == -1);
    CHECK(epoch.predictions[2] == 0);
    CHECK(epoch.confidence[0] == 1);
    CHECK(std::isnan(epoch.confidence[1]));
    CHECK(epoch.confidence[2] == 0.5F);
}

TEST_CASE("a fault beside what is not a number is located", "[io]") {
    CHECK(outcome_of(good_info, "{\"7\": {\"note\": \"NaN\", \"confidence\": [NaN, 1\n 1]}}") ==
          R"(data.json: epoch "7": is not valid JSON at byte 46 (line 2), near "[0  , 1? 1]}}")");
}

TEST_CASE("a last epoch that was cut off is left out", "[io]") {
    const std::string epoch = R"({"projection": [[1,2],[3,4],[5,6]], "prediction": [0,1,1]})";
    const std::string whole = R"({"1": )" + epoch + R"(, "2": )" + epoch + R"(, "3": )" + epoch;
    for (const std::size_t less : {std::size_t{1}, std::size_t{20}, epoch.size() - 3}) {
        CAPTURE(less);
        const TemporaryFolder folder;
        put(folder.path() / "info.json", good_info);
        put(folder.path() / "data.json", whole.substr(0, whole.size() - less));
        const Dataset dataset = open_dataset(folder.path());
        CHECK(dataset.series.epoch_count() == 2);
        REQUIRE(dataset.warnings.size() == 1);
        CHECK_THAT(dataset.warnings[0], contains("ends too early, as if it were cut off"));
        CHECK_THAT(dataset.warnings[0], contains("its last epoch was cut off and is left out"));
    }
}

TEST_CASE("without a frame, places that do not fit get a box around them", "[io]") {
    const std::string far = R"({"1": {"projection": [[-70,0],[70,20],[0,null]]}})";
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", far);
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.series.frame() == Box{{-77, -1}, {77, 21}});
    REQUIRE(dataset.warnings.size() == 2);
    CHECK(dataset.warnings[0] ==
          "info.json: names no frame; (-77, -1) to (77, 21), the box around all places, is shown "
          "instead of (-8, -8) to (8, 8)");
    // A frame that is stated stays.
    const std::string framed = std::string(good_info).insert(1, R"("frame": [[-8,-8],[8,8]], )");
    CHECK(outcome_of(framed, far) == "opened; epoch 1: position of 1 sample (2) is not a number");
    // Backgrounds cover the default frame.
    std::filesystem::create_directory(folder.path() / "background");
    write_png(folder.path() / "background" / "1.png", Image(Size{2, 2}));
    const Dataset painted = open_dataset(folder.path());
    CHECK(painted.series.frame() == default_frame);
    CHECK_THAT(painted.warnings[0],
               contains("2 of 2 places are outside of (-8, -8) to (8, 8), which the backgrounds"));
}

TEST_CASE("samples without a label are a class of their own", "[io]") {
    for (const char* unknown : {"-1", "null", "NaN", "\"\""}) {
        CAPTURE(unknown);
        const TemporaryFolder folder;
        put(folder.path() / "info.json",
            R"({"label_text": ["a", "b"], "label_index": [0, )" + std::string(unknown) + ", 1]}");
        put(folder.path() / "data.json", good_data);
        const EpochSeries series = open_dataset(folder.path()).series;
        CHECK(series.classes().names == std::vector<std::string>{"a", "b", "unlabelled"});
        CHECK(series.labels()[1] == 2);
    }
}

TEST_CASE("keys of data.json may be names of epochs", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    const std::string epoch = R"({"projection": [[1,2],[3,4],[5,6]]})";
    put(folder.path() / "data.json",
        R"({"epoch_2": )" + epoch + R"(, "3.0": )" + epoch + R"(, "E10": )" + epoch + "}");
    const Dataset opened = open_dataset(folder.path());
    REQUIRE(opened.series.epoch_count() == 3);
    CHECK(opened.series.epoch(0).number == 2);
    CHECK(opened.series.epoch(1).number == 3);
    CHECK(opened.series.epoch(2).number == 10);
}
