#include "dynamics.h"
#include "support/catch.h"

#include <epochscope/analysis/signal_rows.h>

#include <cmath>
#include <sstream>

using namespace epochscope;
using epochscope::tests::none;
using epochscope::tests::two_class_dynamics;

namespace {

std::vector<std::vector<std::string>> rows_of(const TrainingDynamics& dynamics, int threads = 0) {
    std::string text;
    write_signal_rows(
        dynamics, signals_of(dynamics), [&](std::string_view part) { text += part; }, threads);
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
    }
    return rows;
}

}  // namespace

TEST_CASE("signals are written in TrustAI's columns, then others", "[analysis]") {
    TrainingDynamics dynamics = two_class_dynamics({{0.25, 0.75}, {0.5, none}, {none, none}});
    dynamics.ids = {"7", "a\tb\\", "x\ny"};
    dynamics.s_labels[1] = 2;
    const auto rows = rows_of(dynamics);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] == std::vector<std::string>{"id",
                                              "label",
                                              "s_label",
                                              "correct_times",
                                              "correct_ratio",
                                              "avg_probs",
                                              "label_var",
                                              "max_label_probs",
                                              "min_label_probs",
                                              "forgetting_times",
                                              "learnt_times",
                                              "first_forget",
                                              "first_learn",
                                              "pred_label",
                                              "pred_dist",
                                              "variability",
                                              "threshold_closeness",
                                              "aum",
                                              "el2n",
                                              "el2n_mean",
                                              "aleatoric",
                                              "forgetfulness",
                                              "loss_mean",
                                              "evaluations",
                                              "neighbour_disagreement",
                                              "suspicion"});
    for (const auto& row : rows) CHECK(row.size() == 26);
    const std::vector<std::string> first(rows[1].begin(), rows[1].begin() + 17);
    CHECK(first == std::vector<std::string>{"7", "1", "0", "1", "0.5", "0.5", "0.0625", "0.75",
                                            "0.25", "0", "1", "0", "1", "['0', '1']",
                                            "{'0': 1, '1': 1, '2': 0, '3': 0, '4': 0}", "0.25",
                                            "0.25"});
    CHECK(std::stod(rows[1][17]) == Approx(0).margin(1e-7));
    // The length of (0.75, -0.75), and of (0.25, -0.25).
    CHECK(rows[1][18] == "[1.0606601, 0.35355338]");
    CHECK(rows[1][23] == "2");
    CHECK(rows[2][0] == "a\\tb\\\\");
    CHECK(rows[2][2] == "2");
    CHECK(rows[2][13] == "['0']");
    CHECK(rows[2][14] == "{'0': 1, '1': 0, '2': 0, '3': 0, '4': 0}");
    // Features are not known.
    CHECK(rows[1][24] == "nan");
    const std::vector<std::string> nothing(rows[3].begin(), rows[3].begin() + 9);
    CHECK(nothing ==
          std::vector<std::string>{"x\\ny", "1", "0", "0", "nan", "nan", "nan", "nan", "nan"});
    CHECK(rows[3][13] == "[]");
    CHECK(rows[3][18] == "[]");
}

TEST_CASE("many classes are counted where they were predicted", "[analysis]") {
    TrainingDynamics dynamics = two_class_dynamics({{0.25, 0.75, 0.125}});
    dynamics.classes.names.assign(101, "class");
    dynamics.evaluations[1].predictions[0] = 100;
    CHECK(rows_of(dynamics)[1][14] == "{'0': 2, '100': 1}");
    // TrustAI's script fails above five.
    dynamics.classes.names.assign(7, "class");
    dynamics.evaluations[1].predictions[0] = 6;
    CHECK(rows_of(dynamics)[1][14] == "{'0': 2, '1': 0, '2': 0, '3': 0, '4': 0, '5': 0, '6': 1}");
}

TEST_CASE("rows are in order and the same for any number of threads", "[analysis]") {
    std::vector<std::vector<double>> values;
    for (int i = 0; i < 40000; ++i) values.push_back({(i % 97) / 97.0});
    const TrainingDynamics dynamics = two_class_dynamics(values);
    const auto one = rows_of(dynamics, 1);
    REQUIRE(one.size() == 40001);
    bool in_order = true;
    for (std::size_t i = 0; i < 40000; ++i) in_order &= one[i + 1][0] == std::to_string(i);
    CHECK(in_order);
    CHECK(one == rows_of(dynamics, 2));
}

TEST_CASE("numbers are written so that they are read as the same", "[analysis]") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(1e-05) == "1e-05");
    CHECK(number_text(-std::nan("")) == "nan");
    CHECK(id_text("plain") == "plain");
}
