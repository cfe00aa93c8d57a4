#include "app/session/history.h"

#include "app/session/background_cache.h"
#include "app/session/player.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/session/traveller.h"
#include "gui/shell/window.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/render/palette.h>

#include <QLineEdit>

#include <random>
#include <semaphore>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

/// Six samples of three classes at two epochs.
std::shared_ptr<const Dataset> six_samples() {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        for (int i = 0; i < 6; ++i)
            epochs[e].positions.push_back({static_cast<float>(i), static_cast<float>(e)});
    }
    return std::make_shared<const Dataset>(
        Dataset{make_series({{"a", "b", "c"}, {}}, {0, 1, 2, 0, 1, 2}, std::move(epochs)),
                nullptr,
                "six",
                "/six",
                "made",
                {}});
}

struct Undoable {
    Undoable() { session.set_dataset(six_samples()); }
    /// What was done is one step.
    void settle() const {
        QCoreApplication::processEvents();
        REQUIRE(QTest::qWaitFor([this] { return filter.is_settled(); }, window_patience));
        QCoreApplication::processEvents();
    }
    /// Without the playhead, which is not undone.
    [[nodiscard]] std::string state() const {
        SavedView view = history.now();
        view.view.playhead = 0;
        view.standing_out = nullptr;
        return text_of(view);
    }
    Session session;
    SampleFilter filter{session};
    History history{session, filter};
};

/// Pictures of which it shows late that they are upside down.
class TurnedPictures : public BackgroundSource {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] Image load(std::size_t) const override { return Image({1, 1}); }
    [[nodiscard]] Orientation orientation() const override {
        may_tell.acquire();
        return {.origin = Origin::upper, .agreement = {}, .problem = {}};
    }
    mutable std::counting_semaphore<> may_tell{0};
};

Picks picks_of(const std::vector<std::size_t>& samples) {
    return std::make_shared<const PickedSamples>(6, samples);
}

std::shared_ptr<const Colouring> two_sets() {
    Colouring colouring;
    colouring.title = "set";
    colouring.codes = {0, 1, 0, 1, 0, 1};
    colouring.colours = {{1, 2, 3}, {200, 100, 0}};
    colouring.names = {"train", "test"};
    return std::make_shared<const Colouring>(std::move(colouring));
}

void do_anything(Undoable& at, std::mt19937& random) {
    Session& session = at.session;
    const std::size_t sample = random() % 6;
    switch (random() % 12) {
        case 0:
            return session.select(sample);
        case 1:
            return session.toggle(sample);
        case 2:
            return session.pick(picks_of({sample, (sample + 1) % 6}));
        case 3:
            return session.pick(nullptr);
        case 4:
            return session.toggle_solo(sample % 3);
        case 5:
            return session.set_class_colour(sample % 3,
                                            {static_cast<std::uint8_t>(random() % 256), 10, 20});
        case 6:
            return session.set_palette(palette_of(sample < 3 ? "colour-blind" : ""));
        case 7: {
            Camera camera = session.view().camera;
            camera.zoom = 1 + static_cast<double>(random() % 100) / 10;
            return session.set_camera(camera);
        }
        case 8: {
            Style style = session.view().style;
            style.axes = !style.axes;
            return session.set_style(style);
        }
        case 9:
            return session.set_colouring(sample < 3 ? two_sets() : nullptr);
        case 10:
            return session.set_category_hidden(sample % 2, sample < 3);
        default:
            session.set_playhead(static_cast<double>(random() % 2));
            return at.filter.set_text(sample < 3 ? "label = 'a'" : sample == 4 ? "b" : "");
    }
}

}  // namespace

TEST_CASE("whatever was done can be undone to the first state, and done again", "[shell]") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        Undoable at;
        const std::string first = at.state();
        for (int i = 0; i < 30; ++i) {
            do_anything(at, random);
            at.settle();
        }
        const std::string last = at.state();
        REQUIRE(at.history.steps().canUndo());
        while (at.history.steps().canUndo()) {
            at.history.undo();
            at.settle();
        }
        CHECK(at.state() == first);
        while (at.history.steps().canRedo()) {
            at.history.redo();
            at.settle();
        }
        CHECK(at.state() == last);
    }
}

TEST_CASE("turns of the wheel are one step, and what one event changes is one too", "[shell]") {
    Undoable at;
    const Camera before = at.session.view().camera;
    for (int i = 1; i <= 5; ++i) {
        Camera camera = before;
        camera.zoom = 1 + i;
        at.session.set_camera(camera);
        QCoreApplication::processEvents();
    }
    CHECK(at.history.steps().count() == 1);
    at.session.select(2);
    at.session.pick(picks_of({1}));
    at.settle();
    CHECK(at.history.steps().count() == 2);
    CHECK(at.history.steps().undoText() == "picking a sample");
    at.history.undo();
    CHECK(at.session.view().selection.empty());
    CHECK(at.session.picked_count() == 0);
    CHECK(at.session.view().camera.zoom == 6);
    at.history.undo();
    CHECK(at.session.view().camera == before);
    CHECK_FALSE(at.history.steps().canUndo());
}

TEST_CASE("the playhead is not undone, and another dataset has nothing to undo", "[shell]") {
    Undoable at;
    at.session.set_playhead(1);
    at.settle();
    CHECK_FALSE(at.history.steps().canUndo());
    at.session.select(1);
    at.settle();
    at.session.set_playhead(0.5);
    at.history.undo();
    CHECK(at.session.playhead() == 0.5);
    at.session.set_dataset(six_samples());
    at.settle();
    CHECK_FALSE(at.history.steps().canRedo());
}

TEST_CASE("steps of others are undone in their order among those of the view", "[shell]") {
    Undoable at;
    int decided = 1;
    at.session.select(1);
    at.history.add(
        "a decision", [&decided] { --decided; }, [&decided] { ++decided; });
    at.session.select(2);
    at.settle();
    CHECK(at.history.steps().count() == 3);
    at.history.undo();
    CHECK(decided == 1);
    at.history.undo();
    CHECK(decided == 0);
    CHECK(at.session.view().selection == std::vector<std::size_t>{1});
    at.history.redo();
    CHECK(decided == 1);
}

TEST_CASE("one travels to a view in one step, unless something else moves the picture", "[shell]") {
    Undoable at;
    Player player(at.session);
    Traveller traveller(at.session, player, at.history);
    SavedView target = at.history.now();
    const Camera before = target.view.camera;
    target.view.camera.zoom = 8;
    target.view.playhead = 1;
    target.view.selection = {3};
    traveller.go(target, "going there");
    CHECK(at.session.view().selection == target.view.selection);
    CHECK(QTest::qWaitFor([&] { return !traveller.is_travelling(); }, window_patience));
    CHECK(at.session.view().camera == target.view.camera);
    CHECK(at.session.playhead() == 1);
    at.settle();
    CHECK(at.history.steps().count() == 1);
    CHECK(at.history.steps().undoText() == "going there");
    at.history.undo();
    CHECK(at.session.view().camera == before);
    traveller.go(target, "going there");
    Camera other = before;
    other.zoom = 3;
    at.session.set_camera(other);
    CHECK_FALSE(traveller.is_travelling());
}

TEST_CASE("which way up pictures are is no step, and no step undoes what was found", "[shell]") {
    Undoable at;
    const auto pictures = std::make_shared<TurnedPictures>();
    Dataset dataset = *six_samples();
    dataset.backgrounds = pictures;
    at.session.set_dataset(std::make_shared<const Dataset>(dataset));
    at.session.backgrounds().around(0);
    at.session.pick(picks_of({1}));
    at.settle();
    at.session.pick(nullptr);
    at.settle();
    at.history.undo();
    at.settle();
    REQUIRE(at.session.picked_count() == 1);
    pictures->may_tell.release();
    const auto origin = [&] { return at.session.view().background_origin; };
    REQUIRE(QTest::qWaitFor([&] { return origin() == Origin::upper; }, window_patience));
    at.settle();
    CHECK(at.history.steps().count() == 2);
    CHECK_FALSE(at.session.are_backgrounds_flipped());
    at.history.undo();
    at.settle();
    CHECK(at.session.picked_count() == 0);
    CHECK(origin() == Origin::upper);
    at.session.flip_backgrounds(true);
    at.settle();
    REQUIRE(origin() == Origin::lower);
    at.history.undo();
    CHECK(origin() == Origin::upper);
    at.history.redo();
    CHECK(origin() == Origin::lower);
}

TEST_CASE("Ctrl+Z and Ctrl+Shift+Z undo and redo, by words; a field keeps its own", "[shell]") {
    const Window window;
    window.open_made();
    QCoreApplication::processEvents();
    CHECK_FALSE(window.action("Undo").isEnabled());
    window.press(Qt::Key_A, Qt::ControlModifier);
    QCoreApplication::processEvents();
    REQUIRE(window.session().picked_count() == 3);
    CHECK(window.action("Undo picking 3 samples").isEnabled());
    window.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(window.session().picked_count() == 0);
    window.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(window.session().picked_count() == 3);
    window.press(Qt::Key_F, Qt::ControlModifier);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(field != nullptr);
    QTest::keyClicks(field, "ca");
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    CHECK(field->text().isEmpty());
    CHECK(window.session().picked_count() == 3);
}
