#include "app/datamap/canvas_area.h"

#include "app/canvas/canvas_model.h"
#include "gui/datamap/support.h"
#include "gui/shell/dataset.h"

#include <epochscope/model/playhead.h>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::patience;
using epochscope::tests::picked_in;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

/// Both canvases on the screen.
struct ShownDeck {
    explicit ShownDeck(MapMode mode = MapMode::beside,
                       std::shared_ptr<const Dataset> dataset = trained()) {
        session.set_dataset(std::move(dataset));
        area.resize(1000, 480);
        area.show();
        area.set_mode(mode);
        REQUIRE(QTest::qWaitForWindowExposed(&area));
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor(
            [this] {
                const auto settled = [](Canvas* canvas) {
                    return canvas == nullptr || !canvas->isVisible() || canvas->is_settled();
                };
                return !maker.is_working() && settled(&area.canvas()) && settled(area.map_canvas());
            },
            patience));
    }
    Canvas& map() { return *area.map_canvas(); }
    /// Where a sample is on a canvas, in its logical pixels.
    [[nodiscard]] QPoint place_on(const Canvas& canvas, std::size_t sample) const {
        const auto dataset = canvas.model().dataset();
        const ViewState view = canvas.model().view();
        const Mapping mapping =
            mapping_of(view.camera, dataset->series.frame(), canvas.pixel_size());
        const Moment moment = moment_at(view.playhead, dataset->series.epoch_count());
        const Pixel pixel = mapping.to_pixel(position_at(dataset->series, moment, sample));
        return (QPointF(pixel.x, pixel.y) / canvas.devicePixelRatioF()).toPoint();
    }
    void drag_around(Canvas& canvas, const Samples& samples) {
        settle();
        QRect room(place_on(canvas, samples.front()), QSize(1, 1));
        for (const std::size_t i : samples) room |= QRect(place_on(canvas, i), QSize(1, 1));
        room.adjust(-9, -9, 9, 9);
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, room.topLeft());
        QMouseEvent move(QEvent::MouseMove, room.bottomRight(),
                         canvas.mapToGlobal(room.bottomRight()), Qt::NoButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QApplication::sendEvent(&canvas, &move);
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, room.bottomRight());
        settle();
    }

    Session session;
    MapMaker maker{session};
    CanvasArea area{session, maker, Renderer::raster};
};

/// The alphas of all samples on a canvas.
std::vector<float> alphas(const Canvas& canvas) {
    const Frame frame = canvas.frame();
    std::vector<float> all;
    for (std::size_t i = 0; i < frame.points.from.size(); ++i)
        all.push_back(frame.points.alpha_of(i));
    return all;
}

}  // namespace

TEST_CASE("A data map stands beside the embedding, or in its place") {
    ShownDeck shown(MapMode::off);
    CHECK(shown.area.map_canvas() == nullptr);
    CHECK_FALSE(shown.maker.is_working());
    shown.area.set_mode(MapMode::beside);
    shown.settle();
    CHECK(shown.area.canvas().isVisible());
    CHECK(shown.map().isVisible());
    CHECK(std::abs(shown.area.canvas().width() - shown.map().width()) < 12);
    CHECK(shown.map().accessibleName() == "Data map");
    shown.area.set_mode(MapMode::instead);
    CHECK_FALSE(shown.area.canvas().isVisible());
    CHECK(&shown.area.active() == &shown.map());
    for (auto* button : shown.area.findChildren<QToolButton*>())
        if (button->accessibleName() == "Close the data map")
            QTest::mouseClick(button, Qt::LeftButton);
    CHECK(shown.area.mode() == MapMode::off);
    CHECK(shown.area.canvas().isVisible());
    CHECK_FALSE(shown.map().isVisible());
}

TEST_CASE("Both canvases share the playhead, the selection, hidden classes and colours") {
    ShownDeck shown;
    Canvas& map = shown.map();
    shown.session.set_playhead(2.5);
    shown.settle();
    CHECK(map.playhead_seen() == 2.5);
    // A click selects on either.
    QTest::mouseClick(&map, Qt::LeftButton, {}, shown.place_on(map, 2));
    CHECK(shown.session.view().selection == Samples{2});
    shown.settle();
    QTest::mouseClick(&shown.area.canvas(), Qt::LeftButton, {},
                      shown.place_on(shown.area.canvas(), 3));
    CHECK(shown.session.view().selection == Samples{3});
    CHECK(map.frame().markers.size() >= 1);
    shown.session.set_class_hidden(1, true);
    CHECK(map.frame().points.is_hidden(3));
    shown.session.set_class_colour(0, {1, 2, 3});
    CHECK(map.frame().points.colour_of(0) == Colour{1, 2, 3});
    Style style = shown.session.view().style;
    style.colour_by = ColourBy::prediction;
    shown.session.set_style(style);
    // Sample 1, of class a, is predicted b.
    CHECK(map.frame().points.colour_of(1) == shown.area.canvas().frame().points.colour_of(1));
    CHECK(map.frame().points.colour_of(1) != Colour{1, 2, 3});
}

TEST_CASE("What is picked on one canvas stands out on the other") {
    ShownDeck shown;
    shown.session.set_playhead(3);
    shown.drag_around(shown.map(), {1});
    CHECK(picked_in(shown.session) == Samples{1});
    const auto on_embedding = alphas(shown.area.canvas());
    CHECK(on_embedding[1] > 3 * on_embedding[0]);
    shown.drag_around(shown.area.canvas(), {2, 3});
    CHECK(picked_in(shown.session) == Samples{2, 3});
    const auto on_map = alphas(shown.map());
    CHECK(on_map[2] > 3 * on_map[0]);
    CHECK(on_map == alphas(shown.area.canvas()));
}

TEST_CASE("Each canvas has a camera of its own") {
    ShownDeck shown;
    const Camera embedding = shown.session.view().camera;
    const Camera map = shown.map().model().camera();
    shown.map().zoom_in();
    CHECK(shown.map().model().camera().zoom > map.zoom);
    CHECK(shown.session.view().camera == embedding);
    shown.area.canvas().zoom_in();
    CHECK(shown.session.view().camera != embedding);
    const Camera near = shown.map().model().camera();
    shown.map().go_home();
    CHECK(shown.map().model().camera() == map);
    CHECK(near != map);
    // The keys' canvas is the one that has the focus.
    shown.map().setFocus();
    CHECK((&shown.area.active() == &shown.map() || shown.area.canvas().underMouse()));
}

TEST_CASE("A data map names its axes, which can be chosen") {
    ShownDeck shown;
    const auto dataset = shown.map().model().dataset();
    REQUIRE(dataset != nullptr);
    REQUIRE(dataset->axes);
    CHECK(dataset->axes->x == "label_var: variance of the label's probability");
    CHECK(dataset->axes->y == "avg_probs: mean probability of the label (confidence)");
    QComboBox* upwards = nullptr;
    for (auto* box : shown.area.findChildren<QComboBox*>())
        if (box->accessibleName() == "Vertical axis of the data map") upwards = box;
    REQUIRE(upwards != nullptr);
    CHECK(upwards->currentText() == "avg_probs");
    upwards->setFocus();
    QTest::keyClicks(upwards, "forgetting");
    shown.settle();
    CHECK(upwards->currentText() == "forgetting_times");
    CHECK(shown.map().model().dataset()->axes->y ==
          "forgetting_times: number of changes from correct to wrong");
    CHECK(shown.map().model().dataset()->series.positions(3)[2].y == 2);
}

TEST_CASE("Without predictions the map's place says why it is empty") {
    ShownDeck shown(MapMode::beside, tests::make_dataset({1, 2}));
    CHECK(shown.map().model().dataset() == nullptr);
    CHECK(shown.map().model().hint() ==
          "There is no data map: This dataset has neither predictions nor confidence.");
    CHECK(shown.map().accessibleDescription() == shown.map().model().hint());
    // The next set has one, which comes by itself.
    shown.session.set_dataset(trained(3));
    shown.settle();
    CHECK(shown.map().model().dataset() != nullptr);
    bool told = false;
    for (const QLabel* label : shown.area.findChildren<QLabel*>())
        told |= label->text().startsWith("Estimated");
    CHECK(told);
}
