#include "app/datamap/map_maker.h"

#include "gui/datamap/support.h"
#include "gui/recording.h"
#include "gui/shell/dataset.h"

#include <epochscope/opening/open_folder.h>

#include <QSignalSpy>

#include <array>
#include <cmath>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::trained;
using epochscope::tests::wait_for;

namespace {

/// A recording of four samples and two classes, with these logits at three epochs.
constexpr std::array<std::array<float, 8>, 3> recorded_logits{
    {{1, 0, 0, 1, 2, 0, 0, 0}, {3, 0, 1, 0, 0, 2, 1, 1}, {4, 0, 2, 0, 0, 3, 0, 5}}};

std::shared_ptr<const Dataset> open_recorded(const TemporaryFolder& folder) {
    const QString path = tests::write_recording(folder.path() / "run", {4, 3, 3});
    for (std::size_t e = 0; e < recorded_logits.size(); ++e) {
        const std::vector<float> logits(recorded_logits[e].begin(), recorded_logits[e].end());
        tests::put_npy<float>(
            folder.path() / "run/epochs" / ("epoch_" + std::to_string(e + 1)) / "predictions.npy",
            "<f4", tests::shape_words({4, 2}), logits);
    }
    return std::make_shared<const Dataset>(open_folder(path.toStdString()));
}

Point place(const MapMaker& maker, std::size_t epoch, std::size_t sample) {
    return maker.mapped()->positions->at(epoch)[sample];
}

}  // namespace

TEST_CASE("A data map is worked out once it is wanted, epoch by epoch") {
    Session session;
    MapMaker maker(session);
    CHECK(maker.obstacle() == "Nothing is open.");
    session.set_dataset(trained());
    CHECK(maker.obstacle().isEmpty());
    CHECK_FALSE(maker.is_working());
    maker.request();
    wait_for(maker);
    REQUIRE(maker.mapped() != nullptr);
    CHECK(maker.problem().isEmpty());
    CHECK_FALSE(maker.mapped()->estimated);
    // Sample 2: .8, then .8 .2, then .8 .2 .8: mean upwards, variance across.
    CHECK(place(maker, 0, 2).y == Approx(0.8));
    CHECK(place(maker, 0, 2).x == Approx(0).margin(1e-9));
    CHECK(place(maker, 1, 2).y == Approx(0.5));
    CHECK(place(maker, 1, 2).x == Approx(0.09));
    CHECK(place(maker, 2, 2).y == Approx(0.6));
    CHECK(place(maker, 2, 2).x == Approx(0.08));
    // Sample 1 is never right.
    CHECK(place(maker, 3, 1).y == Approx(0.1));
    const SignalTable& table = *maker.mapped()->table;
    CHECK(table[Signal::forgetting_times][2] == 2);
    CHECK(table[Signal::correct_ratio][3] == Approx(0.75));
}

TEST_CASE("Other axes make another map, and what is known of no sample makes none") {
    Session session;
    MapMaker maker(session);
    session.set_dataset(trained(3));
    maker.request();
    wait_for(maker);
    REQUIRE(maker.mapped() != nullptr);
    CHECK(maker.mapped()->estimated);
    // Of three classes: where sample 1 is wrong, .1 is shared by two.
    CHECK(place(maker, 0, 1).y == Approx(0.05));
    maker.set_axes({Signal::correct_times, Signal::forgetting_times});
    wait_for(maker);
    CHECK(place(maker, 3, 2) == Point{2, 2});
    CHECK(place(maker, 3, 0) == Point{4, 0});
    maker.set_axes({Signal::aum, Signal::avg_probs});
    wait_for(maker);
    CHECK(maker.mapped()->positions == nullptr);
    CHECK(maker.problem() == "No sample of this dataset has both signals.");
    maker.set_axes({});
    wait_for(maker);
    CHECK(maker.problem().isEmpty());
    CHECK(maker.mapped()->positions != nullptr);
}

TEST_CASE("Of a recording the logits decide, exactly") {
    const TemporaryFolder folder;
    Session session;
    MapMaker maker(session);
    session.set_dataset(open_recorded(folder));
    maker.request();
    wait_for(maker);
    INFO(maker.problem().toStdString());
    REQUIRE(maker.mapped() != nullptr);
    CHECK_FALSE(maker.mapped()->estimated);
    // Labels are 0 1 0 1: p_y is the logistic function of the difference.
    const auto p = [](double difference) { return 1 / (1 + std::exp(-difference)); };
    CHECK(place(maker, 0, 1).y == Approx(p(1)));
    CHECK(place(maker, 1, 1).y == Approx((p(1) + p(-1)) / 2));
    CHECK(place(maker, 2, 3).y == Approx((p(0) + p(0) + p(5)) / 3));
    CHECK((*maker.mapped()->table)[Signal::aum][3] == Approx(5.0 / 3));
}

TEST_CASE("Of a projected folder the logits of its recording decide") {
    const TemporaryFolder folder;
    Session session;
    MapMaker maker(session);
    Dataset projected = *trained(3);
    projected.recording = open_recorded(folder)->path;
    tests::put_npy<std::int64_t>(folder.path() / "run/dataset/labels.npy", "<i8", "(4,)",
                                 {0, 0, 1, 1});
    session.set_dataset(std::make_shared<const Dataset>(projected));
    maker.request();
    wait_for(maker);
    REQUIRE(maker.mapped() != nullptr);
    CHECK_FALSE(maker.mapped()->estimated);
    CHECK((*maker.mapped()->table)[Signal::aum][3] == Approx(5.0 / 3));
}

TEST_CASE("A set says why it has no data map") {
    Session session;
    MapMaker maker(session);
    session.set_dataset(tests::make_dataset({1, 2}));
    CHECK(maker.obstacle() == "This dataset has neither predictions nor confidence.");
    QSignalSpy changed(&maker, &MapMaker::changed);
    maker.request();
    CHECK(changed.count() == 0);
    CHECK_FALSE(maker.is_working());
}

TEST_CASE("What is under way ends with the set, and when it is cancelled") {
    Session session;
    MapMaker maker(session);
    session.set_dataset(trained());
    maker.request();
    CHECK(maker.is_working());
    session.set_dataset(trained());
    CHECK_FALSE(maker.is_working());
    CHECK(maker.mapped() == nullptr);
    maker.request();
    maker.cancel();
    CHECK_FALSE(maker.is_working());
    CHECK(maker.problem() == "Cancelled.");
    // Nobody begins again but somebody who insists.
    maker.request();
    CHECK_FALSE(maker.is_working());
    maker.retry();
    wait_for(maker);
    CHECK(maker.mapped() != nullptr);
    CHECK(maker.problem().isEmpty());
}
