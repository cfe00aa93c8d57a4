#include "app/datamap/preset_picker.h"

#include "gui/datamap/support.h"
#include "gui/shell/dataset.h"

#include <QSignalSpy>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::patience;
using epochscope::tests::picked_in;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

/// What is picked by a preset once it is done.
Samples picked_by(Session& session, PresetPicker& picker, MapPreset preset, int times = 1) {
    QSignalSpy told(&picker, &PresetPicker::message);
    picker.pick(preset, times);
    REQUIRE((told.count() > 0 || told.wait(patience)));
    return picked_in(session);
}

}  // namespace

TEST_CASE("Presets pick their samples") {
    Session session;
    MapMaker maker(session);
    PresetPicker picker(session, maker);
    session.set_dataset(trained());
    CHECK(picked_by(session, picker, MapPreset::mislabelled) == Samples{1});
    CHECK(picked_by(session, picker, MapPreset::easy) == Samples{0});
    CHECK(picked_by(session, picker, MapPreset::ambiguous) == Samples{2, 3});
    CHECK(picked_by(session, picker, MapPreset::forgotten, 2) == Samples{2});
    CHECK(picked_by(session, picker, MapPreset::never_learnt) == Samples{1});
    CHECK(picked_by(session, picker, MapPreset::forgotten, 3).empty());
    // Those of hidden classes are left out, as they are where one drags.
    session.set_class_hidden(0, true);
    CHECK(picked_by(session, picker, MapPreset::never_learnt).empty());
    CHECK(picked_by(session, picker, MapPreset::ambiguous) == Samples{2, 3});
}

TEST_CASE("A preset picks nothing where there is nothing to go by") {
    Session session;
    MapMaker maker(session);
    PresetPicker picker(session, maker);
    picker.pick(MapPreset::easy);
    session.set_dataset(tests::make_dataset({1, 2}));
    session.pick(tests::picks(2, {1}));
    picker.pick(MapPreset::easy);
    QTest::qWait(20);
    CHECK(picked_in(session) == Samples{1});
    // What was asked of one set is not done to the next.
    session.set_dataset(trained());
    picker.pick(MapPreset::easy);
    session.set_dataset(trained());
    maker.request();
    tests::wait_for(maker);
    CHECK(picked_in(session).empty());
}
