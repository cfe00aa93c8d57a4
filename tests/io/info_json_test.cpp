#include "io/folders.h"

#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// An info.json of three samples with one member more, or another in place of one.
std::string info_with(const std::string& text, const std::string& colour, const std::string& index,
                      const std::string& more = "") {
    return R"({"label_text": )" + text + R"(, "label_color": )" + colour + R"(, "label_index": )" +
           index + (more.empty() ? "" : ", " + more) + "}";
}

const std::string names = R"(["a", "b"])";
const std::string colours = "[[255,0,0],[0,0,255]]";
const std::string labels = "[0,1,1]";

}  // namespace

TEST_CASE("an info.json that contradicts itself is refused", "[io]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {info_with(names, colours, "[0,1,2]"),
         "info.json: label_index[2] is 2, expected an integer 0..1"},
        {info_with(names, colours, "[0,1.5,1]"),
         "info.json: label_index[1] is 1.5, expected an integer 0..1"},
        {info_with(names, colours, "[0,true,1]"),
         "info.json: label_index[1] is true, expected an integer 0..1"},
        {info_with(names, colours, "[0,18446744073709551615,1]"),
         "info.json: label_index[1] is 18446744073709551615, expected an integer 0..1"},
        {info_with(names, colours, R"([0,"1",1])"),
         "info.json: label_index[1] is \"1\", expected an integer 0..1"},
        {info_with(names, colours, "[]"),
         "info.json: label_index is empty, expected at least one entry"},
        {info_with("[]", "[]", labels),
         "info.json: label_text is empty, expected at least one entry"},
        {info_with("[1, 2]", colours, labels), "info.json: label_text[0] is 1, expected a text"},
        {info_with(R"("a")", colours, labels), "info.json: label_text is \"a\", expected a list"},
        {info_with(names, "[[255,0,0]]", labels),
         "info.json: label_color has 1 colours, label_text has 2 classes"},
        {info_with(names, "[[255,0,0],[0,0,256]]", labels),
         "info.json: label_color[1] holds 256, expected integers 0..255"},
        {info_with(names, "[[255,-1,0],[0,0,255]]", labels),
         "info.json: label_color[0] holds -1, expected integers 0..255"},
        {info_with(names, "[[255,0.5,0],[0,0,255]]", labels),
         "info.json: label_color[0] holds 0.5, expected integers 0..255"},
        {info_with(names, "[[255,0],[0,0,255]]", labels),
         "info.json: label_color[0] is a list of 2, expected [r, g, b], \"#rrggbb\" or the name of "
         "a colour"},
        {info_with(names, R"(["red","bluish"])", labels),
         "info.json: label_color[1] is \"bluish\", expected [r, g, b], \"#rrggbb\" or the name of "
         "a colour"},
        {info_with(names, R"(["#12345","blue"])", labels),
         "info.json: label_color[0] is \"#12345\", expected [r, g, b], \"#rrggbb\" or the name of "
         "a colour"},
        {info_with(names, colours, labels, R"("label_index": [0,0,0])"),
         "info.json: key \"label_index\" occurs twice"},
        {info_with(names, colours, labels, R"("frame": [[1,1],[1,2]])"),
         "info.json: frame is broken, expected [[x0, y0], [x1, y1]] with x0 < x1 and y0 < y1"},
        {info_with(names, colours, labels, R"("frame": [[0,0],[1,"2"]])"),
         "info.json: frame is broken, expected [[x0, y0], [x1, y1]] with x0 < x1 and y0 < y1"},
        {info_with(names, colours, labels,
                   R"("x": )" + std::string(10000, '[') + std::string(10000, ']')),
         "info.json: lists or objects are nested more than 64 deep"},
        {info_with(names, colours, labels) + "x",
         "info.json: is not valid JSON at byte 89 (line 1), near \" [0,1,1]}x\""},
        {R"({"label_text": ["a)", "info.json: ends too early, as if it were cut off (byte 18)"},
        {info_with(names, colours, "[0,NaN,1]") + "x",
         "info.json: is not valid JSON at byte 91 (line 1), near \"0,0  ,1]}x\""},
        {info_with(names, colours, "[0,-2,1]"),
         "info.json: label_index[1] is -2, expected an integer 0..1"},
        {info_with(names, colours, "[0,1e400,1]"),
         "info.json: holds too large a number at byte 88 (line 1), near \": [0,1e400,1]}\""},
        {"", "info.json: is empty, expected JSON"},
        {"[]", "info.json: is a list, expected an object with label_text and label_index"},
        {"{}", "info.json: has no label_text"},
        {R"({"label_text": ["a", "b"]})", "info.json: has no label_index"},
    };
    for (const auto& [info, expected] : cases) {
        INFO(info.substr(0, 200));
        CHECK(outcome_of(info, good_data) == expected);
    }
}

TEST_CASE("what is optional in info.json may be missing, and is warned of where broken", "[io]") {
    CHECK(outcome_of(R"({"label_text": ["a", "b"], "label_index": [0,1,1]})", good_data) ==
          "opened");
    CHECK(outcome_of(info_with(names, "[[1,2,3],[4,5,6],[7,8,9]]", labels), good_data) ==
          "opened; info.json: label_color has 3 colours for 2 classes; the last ones are left out");
    CHECK(outcome_of(info_with(names, colours, labels, R"("background_origin": "middle")"),
                     good_data) ==
          "opened; info.json: background_origin is \"middle\", expected \"lower\" or \"upper\"; it "
          "is "
          "left out");
    CHECK(outcome_of(info_with(names, colours, labels, R"("background": "pictures.png")"),
                     good_data) ==
          "opened; info.json: background is \"pictures.png\", expected a path with ${epoch} in it; "
          "it "
          "is left out");
}

TEST_CASE("the frame is the folder's where it says one", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "data.json", good_data);
    put(folder.path() / "info.json", good_info);
    CHECK(open_dataset(folder.path()).series.frame() == default_frame);
    put(folder.path() / "info.json",
        info_with(names, colours, labels, R"("frame": [[0,-1],[2.5,3]])"));
    CHECK(open_dataset(folder.path()).series.frame() == Box{{0, -1}, {2.5F, 3}});
}

TEST_CASE("axes have the names that the folder gives them", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "data.json", good_data);
    put(folder.path() / "info.json", good_info);
    CHECK(open_dataset(folder.path()).axes == std::nullopt);
    put(folder.path() / "info.json",
        info_with(names, colours, labels, R"("axes": {"y": "avg_probs", "x": "\u65b9\u5dee"})"));
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.axes == Axes{"\u65b9\u5dee", "avg_probs"});
    CHECK(dataset.warnings.empty());
}

TEST_CASE("axes that are broken are left out with a warning", "[io]") {
    for (const std::string& broken :
         {std::string(R"("x, y")"), std::string(R"(["x", "y"])"), std::string("null"),
          std::string("{}"), std::string(R"({"x": "a"})"), std::string(R"({"x": "a", "y": 1})"),
          R"({"x": "a", "y": ")" + std::string(1001, 'b') + "\"}"}) {
        INFO(broken.substr(0, 100));
        CHECK(outcome_of(info_with(names, colours, labels, "\"axes\": " + broken), good_data) ==
              "opened; info.json: axes is broken, expected {\"x\": name, \"y\": name}; it is left "
              "out");
    }
}

TEST_CASE("where the recording lies is read where it can be a place", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "data.json", good_data);
    const auto recording = [&](const std::string& source) {
        put(folder.path() / "info.json",
            info_with(names, colours, labels, R"("source": )" + source));
        const Dataset dataset = open_dataset(folder.path());
        CHECK(dataset.warnings.empty());
        return dataset.recording;
    };
    CHECK(recording(R"({"recording": "/runs/a"})") == "/runs/a");
    const std::string max = "/" + std::string(4095, 'r');
    CHECK(recording(R"({"recording": ")" + max + "\"}") == max);
    for (const std::string& other :
         {std::string(R"({"recording": "runs/a"})"), R"({"recording": ")" + max + "r\"}",
          std::string(R"({"recording": "/runs\u0000/a"})"), std::string(R"({"recording": ""})"),
          std::string(R"({"recording": ["/runs/a"]})"), std::string(R"({"made_by": "/runs/a"})"),
          std::string(R"("/runs/a")"), std::string("null")})
        CHECK(recording(other).empty());
}

TEST_CASE("colours are numbers, hexadecimal digits or names", "[io]") {
    const auto colours_in = [](const std::string& list) {
        const TemporaryFolder folder;
        put(folder.path() / "data.json", good_data);
        put(folder.path() / "info.json", info_with(names, list, labels));
        return open_dataset(folder.path()).series.classes().colours;
    };
    using Colours = std::vector<Colour>;
    CHECK(colours_in(R"(["#1f77b4", "#abc"])") == Colours{{31, 119, 180}, {170, 187, 204}});
    // How opaque it is does not count.
    CHECK(colours_in(R"(["#1f77b4ff", "#abcf"])") == Colours{{31, 119, 180}, {170, 187, 204}});
    CHECK(colours_in(R"([[0.0, 0.2, 1.0, 1.0], [1, 2, 3, 255]])") ==
          Colours{{0, 51, 255}, {1, 2, 3}});
    CHECK(colours_in(R"(["Red", "tab:orange"])") == Colours{{255, 0, 0}, {255, 127, 14}});
    CHECK(colours_in(R"(["C0", [0.5, 0, 1]])") == Colours{{31, 119, 180}, {128, 0, 255}});
    CHECK(colours_in("[[1, 0, 1], [0, 0, 255]]") == Colours{{1, 0, 1}, {0, 0, 255}});
}

TEST_CASE("labels in info.json may be whole real numbers or names of classes", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "data.json", good_data);
    const auto last = [&] { return open_dataset(folder.path()).series.labels().back(); };
    put(folder.path() / "info.json", info_with(names, colours, "[0.0, 1.0, 1.0]"));
    CHECK(last() == 1);
    put(folder.path() / "info.json",
        R"({"label_text": ["cat", "dog"], "label_index": ["dog", "cat", "dog"]})");
    CHECK(last() == 1);
}
