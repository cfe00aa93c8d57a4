#include "app/datamap/picked_csv.h"
#include "gui/datamap/support.h"

#include <fstream>
#include <iterator>
#include <limits>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Samples;
using epochscope::tests::TemporaryFolder;

namespace {

constexpr int avg_probs = PickedColumns::first_signal + static_cast<int>(Signal::avg_probs) - 1;
constexpr int aum = PickedColumns::first_signal + static_cast<int>(Signal::aum) - 1;

/// Five samples of classes that sort otherwise than by their indices, the first with a comma and a
/// quote in its name.
PickedFacts facts() {
    EpochColumns epoch;
    epoch.number = 1;
    epoch.positions.assign(5, {});
    epoch.predictions = {1, 1, 0, 2, 2};
    auto series = make_series({{"z, \"the last\"", "m", "a"}, {}}, {0, 1, 2, 0, 1}, {epoch});
    auto table = std::make_shared<SignalTable>(5);
    const std::vector<double> probs{0.5, 1.0 / 3, 0.5, 1, 0.25};
    std::copy(probs.begin(), probs.end(), table->column(Signal::avg_probs).begin());
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> margins{2, nan, -1, nan, 0};
    std::copy(margins.begin(), margins.end(), table->column(Signal::aum).begin());
    return {std::make_shared<const Dataset>(
                Dataset{std::move(series), nullptr, "made", "/made", "made", {}}),
            table};
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("Picked samples are sorted by any column, the unknown last") {
    const PickedFacts known = facts();
    const Samples all{0, 1, 2, 3, 4};
    CHECK(sorted_by(known, all, PickedColumns::id, true) == Samples{4, 3, 2, 1, 0});
    // By name: a, m, z.
    CHECK(sorted_by(known, all, PickedColumns::label, false) == Samples{2, 1, 4, 0, 3});
    CHECK(sorted_by(known, all, PickedColumns::prediction, false) == Samples{3, 4, 0, 1, 2});
    CHECK(sorted_by(known, all, avg_probs, false) == Samples{4, 1, 0, 2, 3});
    CHECK(sorted_by(known, all, avg_probs, true) == Samples{3, 0, 2, 1, 4});
    CHECK(sorted_by(known, all, aum, false) == Samples{2, 4, 0, 1, 3});
    CHECK(sorted_by(known, all, aum, true) == Samples{0, 4, 2, 1, 3});
    CHECK(sorted_by(known, Samples{3, 1}, avg_probs, false) == Samples{1, 3});
}

TEST_CASE("What is known of a picked sample is shown short and written whole") {
    const PickedFacts known = facts();
    CHECK(known.words(avg_probs, 1) == "0.3333");
    CHECK(known.exact_words(avg_probs, 1).toDouble() == 1.0 / 3);
    CHECK(known.words(avg_probs, 3) == "1");
    CHECK(known.words(aum, 1).isEmpty());
    CHECK(known.words(PickedColumns::label, 2) == "a");
    CHECK(known.words(PickedColumns::prediction, 2) == "z, \"the last\"");
    CHECK(PickedColumns::name(avg_probs) == "avg_probs");
    CHECK(PickedColumns::name(PickedColumns::first_signal) == "s_label");
}

TEST_CASE("A table is written as CSV, whole or not at all") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "picked.csv";
    const PickedFacts known = facts();
    write_csv(file, known, Samples{3, 1});
    const std::string text = text_of(file);
    CHECK(text.starts_with("id,label,pred_label,s_label,correct_times,correct_ratio,avg_probs,"));
    CHECK_THAT(text, tests::contains("\r\n3,\"z, \"\"the last\"\"\",a,0,0,0,1,"));
    CHECK_THAT(text, tests::contains("\r\n1,m,m,0,0,0,0.3333333333333333,"));
    CHECK(text.ends_with("\r\n"));
    // Without signals only what comes before them.
    write_csv(file, PickedFacts(std::make_shared<const Dataset>(known.dataset()), nullptr),
              Samples{4});
    CHECK(text_of(file) == "id,label,pred_label\r\n4,m,a\r\n");
    // Where it cannot be written, what was there stays.
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(write_csv(file, known, Samples{0}, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
    CHECK(text_of(file) == "id,label,pred_label\r\n4,m,a\r\n");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
