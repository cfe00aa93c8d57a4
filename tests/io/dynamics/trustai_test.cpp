#include "signal_files.h"
#include "support/catch.h"

#include <cmath>
#include <stop_token>
#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::contains;
using epochscope::tests::line_of;
using epochscope::tests::SignalFiles;

TEST_CASE("lines as TrustAI's script prints them", "[io]") {
    const SignalFiles files;
    const TrainingDynamics dynamics = files.trustai(
        "{'id': 0, 'label': 1, 'pred_label': 0, 'noisy_label': 2, 'correct': 'false', 'loss': "
        "1.25, 'probs': [0.75, 0.25], 'label_probs': 0.25}\n"
        "{'id': 1, 'label': 0, 'pred_label': 0, 'noisy_label': 0, 'correct': 'true', 'loss': "
        "6.5e-05, 'probs': [0.9375, 0.0625], 'label_probs': 0.9375}\n"
        "{'id': 0, 'label': 1, 'pred_label': 1, 'noisy_label': 2, 'correct': 'true', 'loss': "
        "0.5, 'probs': [0.5, 0.5], 'label_probs': 0.5}\n"
        "{'id': 1, 'label': 0, 'pred_label': 0, 'noisy_label': 0, 'correct': 'true', 'loss': "
        "0.0, 'probs': [1.0, 0.0], 'label_probs': 1.0}\n");
    check_dynamics(dynamics);
    CHECK(dynamics.ids == std::vector<std::string>{"0", "1"});
    CHECK(dynamics.labels == std::vector<std::int32_t>{1, 0});
    CHECK(dynamics.s_labels == std::vector<std::int32_t>{2, 0});
    CHECK(dynamics.classes.names == std::vector<std::string>{"0", "1"});
    REQUIRE(dynamics.evaluation_count() == 2);
    const Evaluation& first = dynamics.evaluations[0];
    const Evaluation& second = dynamics.evaluations[1];
    CHECK(first.number == 0);
    CHECK(second.number == 1);
    CHECK(first.label_probability == std::vector<double>{0.25, 0.9375});
    CHECK(second.label_probability == std::vector<double>{0.5, 1});
    CHECK(first.loss == std::vector<float>{1.25F, 6.5e-05F});
    CHECK(first.right == std::vector<std::uint8_t>{0, 1});
    CHECK(first.margin[0] == Approx(-std::log(3.0)));
    CHECK(first.confidence == std::vector<float>{0.75F, 0.9375F});
    // By probs, ties to the first class; "correct" counts as it is.
    CHECK(second.predictions == std::vector<std::int32_t>{0, 0});
    CHECK(second.right == std::vector<std::uint8_t>{1, 1});
    CHECK(files.warnings(dynamics) ==
          "signals: line 3: \"correct\" is not what probs say; \"correct\" counts\n"
          "signals: line 3: pred_label is not what probs say; probs count");
}

TEST_CASE("Python and JSON mixed, in whatever way values are written", "[io]") {
    const SignalFiles files;
    const std::vector<std::string> same{
        R"({'id': 3, 'label': 1, 'correct': 'true', 'loss': 0.5, 'probs': [0.25, 0.75]})",
        R"({"id": 3, "label": 1, "correct": "true", "loss": 0.5, "probs": [0.25, 0.75]})",
        R"({"id":3,"label":1,"correct":true,"loss":0.5,"probs":[0.25,0.75]})",
        R"(  {'probs': (0.25, 0.75,), "label" : 1.0, 'id': '3', 'correct': True, 'loss': '0.5',})",
        R"({'id': 3, 'label': '1', 'correct': 1, 'loss': 5e-1, 'probs': ['0.25', 75E-2]})",
        R"({'id': 3.0, 'label': np.int64(1), 'loss': np.float32(0.5), 'probs': array([0.25, 0.75], dtype=float32), 'correct': np.True_, 'correct': True})",
        R"({'text': "it's \"{]\"", 'more': {'a': [1, {'b': None}]}, 'id': 3, 'label': 1, 'loss': 0.5, 'probs': tensor([0.25, np.float64(0.75)], device='cpu', grad_fn=<A at 0x7>)})",
        R"({'id': 3, 'label': 1, 'loss': 0.5, 'probs': np.array([0.25, 0.75]), 'label_probs': None, 'noisy_label': null, 'pred_label': 1})",
        "{'id': 3, 'label': 1, 'loss': 0.5, 'probs': [0.25, 0.75]}\r"};
    for (const std::string& line : same) {
        CAPTURE(line);
        std::string fixed = line;
        // That name is no truth on its own.
        if (const auto at = fixed.find("'correct': np.True_, "); at != std::string::npos)
            fixed.erase(at, 21);
        const TrainingDynamics dynamics = files.trustai(fixed + "\n");
        CHECK(dynamics.ids == std::vector<std::string>{"3"});
        CHECK(dynamics.labels == std::vector<std::int32_t>{1});
        const Evaluation& evaluation = dynamics.evaluations[0];
        CHECK(evaluation.label_probability[0] == 0.75);
        CHECK(evaluation.loss[0] == 0.5F);
        CHECK(evaluation.right[0] == 1);
        CHECK(dynamics.warnings.empty());
    }
}

TEST_CASE("numbers are read as Python writes them", "[io]") {
    const SignalFiles files;
    const auto p_of = [&](const std::string& number) {
        return files
            .trustai("{'id': 0, 'label': 0, 'correct': 'true', 'label_probs': " + number + "}\n")
            .evaluations[0]
            .label_probability[0];
    };
    CHECK(p_of("0.6931471805599453") == 0.6931471805599453);
    CHECK(p_of("1e-05") == 1e-05);
    CHECK(p_of("1") == 1);
    CHECK(p_of("4.9e-324") == 4.9e-324);
    CHECK(p_of("1e-400") == 0);
    CHECK(p_of("1.0000001192092896") == 1);
    CHECK(p_of("-1e-9") == 0);
}

TEST_CASE("losses that are no numbers are not known", "[io]") {
    const SignalFiles files;
    for (const char* loss : {"nan", "NaN", "None", "null", "inf", "-Infinity", "1e400", "1e39"}) {
        CAPTURE(loss);
        const TrainingDynamics dynamics = files.trustai(
            "{'id': 0, 'label': 0, 'probs': [0.5, 0.5], 'loss': " + std::string(loss) + "}\n");
        CHECK(std::isnan(dynamics.evaluations[0].loss[0]));
        CHECK(files.warnings(dynamics) ==
              "signals: line 1: loss is not a number; it does not count in loss_mean");
    }
    // Where there is none at all it is the cross entropy.
    CHECK(files.trustai("{'id': 0, 'label': 0, 'probs': [0.25, 0.75]}\n").evaluations[0].loss[0] ==
          Approx(std::log(4.0)));
}

TEST_CASE("lines without probs have what label_probs and correct say", "[io]") {
    const SignalFiles files;
    const TrainingDynamics dynamics = files.trustai(
        "{'id': 0, 'label': 2, 'correct': 'false', 'label_probs': 0.5}\n"
        "{'id': 1, 'label': 0, 'pred_label': 3, 'label_probs': 0.25}\n");
    check_dynamics(dynamics);
    CHECK(dynamics.class_count() == 4);
    const Evaluation& evaluation = dynamics.evaluations[0];
    CHECK(evaluation.label_probability == std::vector<double>{0.5, 0.25});
    CHECK(evaluation.right == std::vector<std::uint8_t>{0, 0});
    CHECK(evaluation.predictions == std::vector<std::int32_t>{-1, 3});
    CHECK(std::isnan(evaluation.margin[0]));
    CHECK(std::isnan(evaluation.el2n[1]));
    CHECK(evaluation.loss[1] == Approx(std::log(4.0)));
}

TEST_CASE("samples come in the order of their ids", "[io]") {
    const SignalFiles files;
    const auto ids_of = [&](const std::vector<std::string>& ids) {
        std::string text;
        for (const std::string& id : ids) text += line_of(id, 1, 0.25);
        return files.trustai(text).ids;
    };
    using Ids = std::vector<std::string>;
    CHECK(ids_of({"10", "9", "-3", "1000000000000"}) == Ids{"-3", "9", "10", "1000000000000"});
    CHECK(ids_of({"'b'", "'a10'", "'a9'"}) == Ids{"a10", "a9", "b"});
    // One that is no number makes all of them texts.
    CHECK(ids_of({"10", "9", "'x'"}) == Ids{"10", "9", "x"});
    CHECK(ids_of({R"('it\'s')", R"("a\u00e9\n\ud83d\ude00\x41")"}) ==
          Ids{"a\xC3\xA9\n\xF0\x9F\x98\x80\x41", "it's"});
    // Values go with them.
    const TrainingDynamics dynamics = files.trustai(line_of("7", 1, 0.25) + line_of("2", 0, 0.125) +
                                                    line_of("2", 0, 0.375) + line_of("7", 1, 0.5));
    CHECK(dynamics.labels == std::vector<std::int32_t>{0, 1});
    CHECK(dynamics.evaluations[0].label_probability == std::vector<double>{0.875, 0.25});
    CHECK(dynamics.evaluations[1].label_probability == std::vector<double>{0.625, 0.5});
    CHECK(dynamics.warnings.empty());
}

TEST_CASE("any number of threads and cuts reads the same", "[io]") {
    const SignalFiles files;
    std::string text;
    for (int e = 0; e < 40; ++e)
        for (int i = 0; i < 100; ++i)
            text += line_of(std::to_string(i), i % 2, ((i * 7 + e * 3) % 64) / 64.0);
    // About 600 kB, of which a chunk is a tenth.
    const TrainingDynamics one = files.trustai(text, 1);
    const TrainingDynamics four = files.trustai(text, 4);
    CHECK(one.ids == four.ids);
    REQUIRE(one.evaluation_count() == 40);
    REQUIRE(four.evaluation_count() == 40);
    for (std::size_t e = 0; e < 40; ++e) {
        CHECK(one.evaluations[e].label_probability == four.evaluations[e].label_probability);
        CHECK(one.evaluations[e].margin == four.evaluations[e].margin);
        CHECK(one.evaluations[e].label_probability[99] ==
              ((99 * 7 + static_cast<int>(e) * 3) % 64) / 64.0);
    }
    // Faults are told of by the same line.
    const std::size_t at = text.find("'label': 1", text.size() / 2);
    text.replace(at, 10, "'label': x");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
    for (const unsigned threads : {1U, 4U})
        CHECK_THROWS_WITH(files.trustai(text, threads),
                          contains("line " + std::to_string(line) + ", byte"));
}

TEST_CASE("reading signals can be stopped and tells how far it is", "[io]") {
    const SignalFiles files;
    std::string text;
    for (int i = 0; i < 3000; ++i) text += line_of(std::to_string(i), 1, 0.25);
    files.write("signals", text);
    double last = 0;
    const Job job{.progress =
                      [&](double fraction) {
                          CHECK(fraction >= last);
                          last = fraction;
                      },
                  .stop = {}};
    read_trustai_signals(files.path("signals"), job, 1);
    CHECK(last == 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(read_trustai_signals(files.path("signals"), {{}, stop.get_token()}), Cancelled);
    CHECK_THROWS_AS(read_trustai_signals(files.path("nowhere")), Error);
}

TEST_CASE("one JSON array of records is read like lines", "[io]") {
    const SignalFiles files;
    const std::string records =
        "{\"id\": 0, \"label\": 1, \"probs\": [0.75, 0.25]},\n {\"id\": 1, \"label\": 0, "
        "\"probs\": [0.5,\n 0.5]}, {\"id\": 0, \"label\": 1, \"probs\": [0.25, 0.75]}";
    const TrainingDynamics dynamics = files.trustai("[\n" + records + "\n]\n");
    CHECK(dynamics.ids == std::vector<std::string>{"0", "1"});
    REQUIRE(dynamics.evaluation_count() == 2);
    CHECK(dynamics.evaluations[1].label_probability[0] == 0.75);
    CHECK(files.trustai("[" + records + "]").sample_count() == 2);
    const TrainingDynamics cut = files.trustai("[" + records + ", {\"id\": 1, \"lab");
    CHECK(cut.sample_count() == 2);
    CHECK_FALSE(cut.warnings.empty());
    CHECK_THROWS_WITH(files.trustai("[\n" + records + ",\n{\"id\": x y}]"), contains("line 5"));
    CHECK_THROWS_WITH(files.trustai("[]"), contains("has no complete record"));
}
