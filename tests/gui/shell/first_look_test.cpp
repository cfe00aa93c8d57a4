#include "app/open/canvas_hint.h"
#include "app/session/player.h"
#include "gui/shell/window.h"

#include <QToolButton>

#include <string>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

/// Waits until what plays once has begun to move.
void wait_for_moving(const Window& window) {
    REQUIRE(QTest::qWaitFor([&] { return window.session().playhead() > 0; }, window_patience));
}

bool is_home(const Window& window) {
    const ViewState& view = window.session().view();
    return view.camera == home(window.session().dataset()->series.frame());
}

}  // namespace

TEST_CASE("a folder that was never opened plays once to its last epoch, fitted, with names",
          "[shell]") {
    const Window window(Window::Start::untouched);
    window.open_made();
    CHECK(window->player().is_playing_once());
    CHECK(window.session().playhead() < 4);
    CHECK(window.session().view().style.class_names);
    CHECK(QTest::qWaitFor([&] { return !is_home(window); }, window_patience));
    REQUIRE(QTest::qWaitFor([&] { return !window->player().is_playing(); }, window_patience));
    CHECK(window.session().playhead() == 4);
    // From then on it plays as always.
    CHECK(window->player().rate() == 1);
    window.press(Qt::Key_Space);
    CHECK(window->player().is_playing());
    CHECK_FALSE(window->player().is_playing_once());
}

TEST_CASE("a folder that is known opens at its last epoch at once", "[shell]") {
    const Window window(Window::Start::untouched);
    window.open_made();
    window.open_made();
    CHECK_FALSE(window->player().is_playing());
    CHECK(window.session().playhead() == 4);
    CHECK(QTest::qWaitFor([&] { return !is_home(window); }, window_patience));
}

TEST_CASE("a key stops what plays once, and does what it does", "[shell]") {
    const Window window(Window::Start::untouched);
    window.open_made();
    wait_for_moving(window);
    window.press(Qt::Key_A);
    CHECK_FALSE(window->player().is_playing());
    CHECK(window.session().playhead() < 4);
    CHECK_FALSE(window.session().view().style.axes);
}

TEST_CASE("space and a click stop what plays once", "[shell]") {
    const Window window(Window::Start::untouched);
    window.open_made();
    window.press(Qt::Key_Space);
    CHECK_FALSE(window->player().is_playing());
    QSettings().remove("recent_folders");
    window.open_made();
    REQUIRE(window->player().is_playing_once());
    QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, {5, 5});
    CHECK_FALSE(window->player().is_playing());
}

TEST_CASE("settings keep a new folder from playing, and open at the first epoch", "[shell]") {
    const Window window(Window::Start::untouched);
    app::Settings settings;
    settings.set_play_when_opened(false);
    window.open_made();
    CHECK_FALSE(window->player().is_playing());
    CHECK(window.session().playhead() == 4);
    settings.set_opens_at_first_epoch(true);
    window.open_made();
    CHECK(window.session().playhead() == 0);
    CHECK(is_home(window));
}

TEST_CASE("class names that were hidden stay hidden", "[shell]") {
    const Window window(Window::Start::untouched);
    window.open_made();
    CHECK(window.session().view().style.class_names);
    window.press(Qt::Key_N);
    CHECK_FALSE(window.session().view().style.class_names);
    window.open_made();
    CHECK_FALSE(window.session().view().style.class_names);
}

TEST_CASE("names of more than 20 classes are not shown unasked", "[shell]") {
    const Window window(Window::Start::untouched);
    const std::filesystem::path folder = window.folder() / "many";
    std::filesystem::create_directories(folder);
    std::ofstream info(folder / "info.json");
    std::ofstream data(folder / "data.json");
    std::string names;
    std::string indices;
    std::string places;
    for (int c = 0; c < 21; ++c) {
        const std::string comma = c > 0 ? "," : "";
        const std::string number = std::to_string(c);
        names += comma + "\"c" + number + '"';
        indices += comma + number;
        places += comma + '[' + number + ",0]";
    }
    info << R"({"label_text":[)" << names << R"(],"label_index":[)" << indices << "]}";
    data << R"({"1":{"projection":[)" << places << "]}}";
    info.close();
    data.close();
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK_FALSE(window.session().view().style.class_names);
}

TEST_CASE("the hint on the canvas is closed once and for all", "[shell]") {
    {
        const Window window(Window::Start::untouched);
        auto& hint = window.find<CanvasHint>();
        CHECK_FALSE(hint.isVisible());
        window.open_made();
        CHECK(hint.isVisible());
        CHECK(window->canvas().rect().contains(hint.geometry()));
        QTest::mouseClick(hint.findChild<QToolButton*>(), Qt::LeftButton);
        CHECK_FALSE(hint.isVisible());
        window.open_made();
        CHECK_FALSE(hint.isVisible());
    }
    const Window again(Window::Start::again);
    again.open_made();
    CHECK_FALSE(again.find<CanvasHint>().isVisible());
}
