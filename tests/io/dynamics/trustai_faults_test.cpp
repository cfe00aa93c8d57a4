#include "signal_files.h"
#include "support/catch.h"

#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::line_of;
using epochscope::tests::SignalFiles;

TEST_CASE("what is wrong with a line is told by file, line and byte", "[io]") {
    const SignalFiles files;
    // The line at fault is the second one, and not the last.
    const std::vector<std::pair<std::string, std::string>> faults{
        {"hello", "byte 1: is not a record, expected {'id': ..., 'label': ..., 'probs': [...]}"},
        {"[1, 2]", "byte 1: is not a record, expected {'id': ..., 'label': ..., 'probs': [...]}"},
        {"{'id': 1, 'label': 0, 'probs': [0.5, 0.5]} x",
         "byte 44: is not a record, expected {'id': ..., 'label': ..., 'probs': [...]}"},
        {"{'id' 1}", R"(byte 7: expected ":", found "1}")"},
        {"{id: 1}", R"(byte 2: expected a key in quotes, found "id: 1}")"},
        {"{'id': 1 'label': 0}", R"(byte 10: expected "}", found "'label': 0}")"},
        {"{'id': }", R"(byte 8: expected a value, found "}")"},
        {"{'id': 1, 'label': 0, 'probs': [0.5, 0.5}", R"(byte 41: expected "]", found "}")"},
        {"{'id': 1, 'label'", R"(byte 18: ends too early, expected ":")"},
        {"{'id': 1, 'lab", "byte 15: ends too early, expected the ending '"},
        {"{'id': 1, 'label': 0, 'probs': [0.5, 0.", "byte 40: ends too early, expected more"},
        {R"({'id': '\x4)", "byte 12: ends too early, expected the rest of a text"},
        {R"({'id': '\xzz'})", R"(byte 11: expected the code of a character, found "zz'}")"},
        {"{'label': 0, 'probs': [0.5, 0.5]}", "byte 34: has no id"},
        {"{'id': 1, 'probs': [0.5, 0.5]}", "byte 31: has no label"},
        {"{'id': 1, 'label': 0}", "byte 22: has neither probs nor label_probs"},
        {"{'id': 1, 'label': 0, 'label_probs': 0.5}",
         "byte 42: does not say what was predicted: has none of probs, pred_label and correct"},
        {"{'id': None, 'label': 0}", "byte 12: id is None, expected a whole number or a text"},
        {"{'id': 1.5, 'label': 0}", "byte 11: id is 1.5, expected a whole number or a text"},
        {"{'id': '', 'label': 0}", R"(byte 10: id is "", expected a number or a text)"},
        {"{'id': [1], 'label': 0}", "byte 9: id is a list, expected a single value"},
        {"{'id': 1, 'label': -2}", "byte 22: label is -2, expected a class, 0..65535"},
        {"{'id': 1, 'label': 'cat'}", R"(byte 25: label is "cat", expected a class, 0..65535)"},
        {"{'id': 1, 'label': 70000}", "byte 25: label is 70000, expected a class, 0..65535"},
        {"{'id': 1, 'label': 0.5}", "byte 23: label is 0.5, expected a class, 0..65535"},
        {"{'id': 1, 'label': 2, 'probs': [0.5, 0.5]}",
         "byte 43: label is 2, expected 0..1: probs has 2 entries"},
        {"{'id': 1, 'correct': 'maybe'}", R"(byte 29: correct is "maybe", expected true or false)"},
        {"{'id': 1, 'noisy_label': 'a'}",
         R"(byte 29: noisy_label is "a", expected a whole number)"},
        {"{'id': 1, 'loss': high}", "byte 23: loss is high, expected a number"},
        {"{'id': 1, 'probs': 0.5}", "byte 23: probs is 0.5, expected a list of numbers"},
        {"{'id': 1, 'probs': []}", "byte 22: probs is empty, expected numbers"},
        {"{'id': 1, 'probs': [0, 1.5]}", "byte 28: probs[1] is 1.5, expected 0..1"},
        {"{'id': 1, 'probs': [-0.1, 1]}", "byte 29: probs[0] is -0.1, expected 0..1"}};
    for (const auto& [line, message] : faults) {
        CAPTURE(line);
        CHECK(files.fault(line_of("0", 0, 0.25) + line + "\n" + line_of("2", 0, 0.25)) ==
              "signals: line 2, " + message);
    }
}

TEST_CASE("lines that contradict one another are told by file and line", "[io]") {
    const SignalFiles files;
    CHECK(files.fault(line_of("'a'", 0, 0.25) + line_of("'a'", 1, 0.25)) ==
          "signals: line 2: sample \"a\" has the label 1, before it had 0");
    CHECK(files.fault(line_of("0", 0, 0.25) + "\n" +
                      "{'id': 1, 'label': 0, 'probs': [0.5, 0.25, 0.25]}\n") ==
          "signals: line 3: has 3 classes, those before have 2");
    CHECK(files.fault(line_of("0", 0, 0.25) +
                      "{'id': 1, 'label': 4, 'label_probs': 0.5, 'correct': True}\n") ==
          "signals: line 2: class 4 is named, expected 0..1 as there are probabilities");
    CHECK(files.fault("") ==
          "signals: has no complete record, expected a line for each sample and evaluation");
    CHECK(files.fault("\n\r\n \n") ==
          "signals: has no complete record, expected a line for each sample and evaluation");
    CHECK(files.fault("{'id': 0, 'la") ==
          "signals: has no complete record, expected a line for each sample and evaluation");
}

TEST_CASE("a last line that was cut off is left out, wherever it was", "[io]") {
    const SignalFiles files;
    const std::string whole = line_of("0", 1, 0.25) + line_of("1", 1, 0.75);
    const std::string last = line_of("0", 1, 0.5);
    for (std::size_t length = 1; length + 2 < last.size(); ++length) {
        CAPTURE(length);
        const TrainingDynamics dynamics = files.trustai(whole + last.substr(0, length));
        CHECK(dynamics.evaluation_count() == 1);
        CHECK(files.warnings(dynamics) ==
              "signals: line 3: is cut off, as by a run that was stopped; it is left out");
    }
    // Without its line break it is whole.
    const TrainingDynamics dynamics = files.trustai(whole + last.substr(0, last.size() - 1));
    CHECK(dynamics.evaluation_count() == 2);
    CHECK(files.warnings(dynamics) ==
          "signals: samples have 1 to 2 evaluations (1 of 2 have 1); each one's signals are of "
          "its own");
}

TEST_CASE("a second run in the same file is warned of", "[io]") {
    const SignalFiles files;
    const auto run = [](int samples, int evaluations) {
        std::string text;
        for (int e = 0; e < evaluations; ++e)
            for (int i = 0; i < samples; ++i)
                text += line_of(std::to_string(i), 1, 0.5 + 0.125 * e);
        return text;
    };
    // Stopped within its second evaluation, after three of four samples.
    std::string stopped = run(4, 1) + run(3, 1);
    const std::string order =
        "signals: line 8: sample \"0\" is evaluated again when 3 of 4 samples have evaluation 1, "
        "as where a second run was appended to one that was stopped";
    const std::string counts =
        "signals: samples have 3 to 4 evaluations (3 of 4 have 4); each one's signals are of its "
        "own";
    CHECK(files.warnings(files.trustai(stopped + run(4, 2))) == counts + "\n" + order);
    // Stopped within a line, which the other one goes on with.
    stopped += "{'id': 3, 'label': 1, 'probs': [0.2";
    CHECK(files.warnings(files.trustai(stopped + run(4, 2))) ==
          "signals: line 8: a record is cut off and another one follows, as where a second run "
          "was appended; the first one is left out\n" +
              counts + "\n" + order);
    // Both whole: what was learnt is lost.
    CHECK(files.warnings(files.trustai(run(4, 4) + run(4, 4))) ==
          "signals: at evaluation 4 what was learnt is lost, as where a second run was appended; "
          "all count as one run");
    CHECK(files.warnings(files.trustai(run(4, 4))).empty());
    // Two records in a line are two.
    std::string joined = run(2, 2);
    joined.erase(joined.find('\n'), 1);
    CHECK(files.trustai(joined).evaluation_count() == 2);
}

TEST_CASE("a sample that occurs twice within an evaluation is warned of", "[io]") {
    const SignalFiles files;
    const std::string text = line_of("0", 1, 0.25) + line_of("1", 1, 0.25) + line_of("1", 1, 0.75) +
                             line_of("2", 1, 0.25) + line_of("0", 1, 0.25) + line_of("1", 1, 0.25) +
                             line_of("2", 1, 0.25);
    const TrainingDynamics dynamics = files.trustai(text);
    CHECK(dynamics.evaluation_count() == 3);
    CHECK(files.warnings(dynamics) ==
          "signals: samples have 2 to 3 evaluations (2 of 3 have 2); each one's signals are of "
          "its own\n"
          "signals: line 3: sample \"1\" occurs twice within evaluation 0");
}

TEST_CASE("what is odd is warned of once", "[io]") {
    const SignalFiles files;
    const TrainingDynamics dynamics = files.trustai(
        "{'id': 0, 'label': 0, 'probs': [0.33, 0.33, 0.33]}\n"
        "{'id': 1, 'label': 0, 'probs': [0.5, 0.25, 0.5], 'label_probs': 0.75}\n"
        "{'id': 2, 'label': 0, 'probs': [0.5, 0.25, 0]}\n");
    CHECK(files.warnings(dynamics) ==
          "signals: line 2: probs do not sum to 1 (2 lines in all)\n"
          "signals: line 2: label_probs is not what probs has for the label; label_probs counts");
    CHECK(dynamics.evaluations[0].label_probability == std::vector<double>{0.33, 0.75, 0.5});
}

TEST_CASE("a line of a million characters is read", "[io]") {
    const SignalFiles files;
    const std::string text = "{'text': '" + std::string(1'000'000, '{') +
                             "', 'id': 0, 'label': 1, " + "'probs': [0.25, 0.75]}\n" +
                             line_of("1", 1, 0.5);
    for (const unsigned threads : {1U, 4U}) {
        const TrainingDynamics dynamics = files.trustai(text, threads);
        CHECK(dynamics.evaluations[0].label_probability == std::vector<double>{0.75, 0.5});
        CHECK(dynamics.warnings.empty());
    }
    // Without an end it is told by its line and no more is looked at.
    const std::string brackets(1'000'000, '[');
    CHECK(files.fault(brackets + "\n").starts_with("signals: line 1, byte 2: "));
    CHECK(files.fault("{'id': " + std::string(1'000'000, '(') + "\n" + line_of("1", 1, 0.5)) ==
          "signals: line 1, byte 9: id is a list, expected a single value");
}

TEST_CASE("a sample that is evaluated far more often than others takes no memory", "[io]") {
    const SignalFiles files;
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += "{'id':";
        text += std::to_string(i);
        text += ",'label':0,'probs':[1,0]}\n";
    }
    for (int e = 0; e < 200; ++e) text += "{'id':19999,'label':0,'probs':[1,0]}\n";
    CHECK(
        files.fault(text) ==
        "signals: line 20068: there are 20000 samples, one of them with 69 evaluations, and 20068 "
        "lines; expected about as many evaluations of each");
    // Nor if it comes before them.
    std::string first_alone;
    for (int e = 0; e < 2000; ++e) first_alone += "{'id':0,'label':0,'probs':[1,0]}\n";
    for (int i = 1; i < 20000; ++i)
        first_alone += "{'id':" + std::to_string(i) + ",'label':0,'probs':[1,0]}\n";
    CHECK(files.fault(first_alone) ==
          "signals: line 2544: there are 545 samples, one of them with 2000 evaluations, and 2544 "
          "lines; expected about as many evaluations of each");
}
