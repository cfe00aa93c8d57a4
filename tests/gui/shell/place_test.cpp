#include "app/canvas/canvas.h"
#include "app/place/place_panel.h"
#include "gui/recording.h"
#include "gui/shell/window.h"

#include <epochscope/io/recording.h>

#include <QAction>
#include <QLabel>
#include <QListView>

#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using namespace epochscope::tests;

namespace {

/// The recording of write_recording, with logits: the first dimension and its opposite.
QString write_decided(const std::filesystem::path& folder) {
    QString name = write_recording(folder, {.samples = 30, .dimension = 3, .epochs = 2});
    const Recording recording = open_recording(folder).recording;
    for (std::size_t e = 0; e < 2; ++e) {
        std::vector<float> logits;
        for (std::size_t i = 0; i < recording.sample_count(); ++i)
            for (const float way : {1.0F, -1.0F})
                logits.push_back(way * recording.epoch(e).embeddings.row(i)[0] / 10);
        put_npy<float>(folder / "epochs" / ("epoch_" + std::to_string(e + 1)) / "predictions.npy",
                       "<f4", shape_words({30, 2}), logits);
    }
    return name;
}

int listed(const PlacePanel& panel) { return panel.findChild<QListView*>()->model()->rowCount(); }

}  // namespace

TEST_CASE("an empty place of a recording is asked about, and left by Esc", "[shell]") {
    const Window window;
    CHECK_FALSE(window.action("Inspect the position in the middle").isEnabled());
    REQUIRE(window.open(write_decided(window.folder() / "run")));
    const auto& panel = window.find<PlacePanel>();
    CHECK_FALSE(panel.isVisible());
    QAction& look = window.action("Inspect the position in the middle");
    CHECK(look.isEnabled());
    CHECK(look.toolTip().contains("Shift+G"));
    window.press(Qt::Key_G, Qt::ShiftModifier);
    REQUIRE(window.session().view().place);
    const Point middle = window.session().view().camera.centre;
    CHECK(window.session().view().place->x == Approx(middle.x).margin(1e-3));
    CHECK(window.session().view().place->y == Approx(middle.y).margin(1e-3));
    CHECK(panel.isVisible());
    CHECK(QTest::qWaitFor([&] { return listed(panel) == 10; }, window_patience));
    window.press(Qt::Key_Escape);
    CHECK_FALSE(window.session().view().place);
    CHECK_FALSE(panel.isVisible());
    // A corner of the frame, where no sample is.
    Canvas& canvas = window->canvas();
    REQUIRE(QTest::qWaitFor([&] { return canvas.is_settled(); }, window_patience));
    REQUIRE_FALSE(canvas.sample_at({5, 5}));
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, {5, 5});
    REQUIRE(window.session().view().place);
    CHECK(window.session().view().place->x < middle.x);
    CHECK(window.session().view().place->y > middle.y);
    window.session().select(3);
    CHECK_FALSE(panel.isVisible());
    // Where samples vote there is nothing to ask.
    window.open_made();
    CHECK_FALSE(look.isEnabled());
}
