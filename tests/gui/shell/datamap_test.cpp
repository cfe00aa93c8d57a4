#include "app/canvas/canvas_model.h"
#include "app/datamap/canvas_area.h"
#include "app/export/export_dialog.h"
#include "app/table/sample_table.h"
#include "app/table/sample_table_model.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

#include <filesystem>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

using Samples = std::vector<std::size_t>;

Samples picked(const Window& window) {
    const auto& set = window.session().view().picked;
    return set ? Samples{set->samples().begin(), set->samples().end()} : Samples{};
}

void pick(const Window& window, const Samples& samples) {
    window.session().pick(std::make_shared<const PickedSamples>(3, samples));
}

QToolButton& picked_button(const Window& window) {
    for (QToolButton* button : window.find<StatusLine>().findChildren<QToolButton*>())
        if (button->text().startsWith("Picked")) return *button;
    throw std::runtime_error("nothing says how many samples are picked");
}

}  // namespace

TEST_CASE("the data map is switched by its keys", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_M);
    CHECK(window->canvas_area().mode() == MapMode::beside);
    CHECK(window.action("Beside the embedding").isChecked());
    window.press(Qt::Key_M, Qt::ShiftModifier);
    CHECK(window->canvas_area().mode() == MapMode::instead);
    CHECK_FALSE(window.action("Beside the embedding").isChecked());
    // The keys act on what is seen.
    REQUIRE(QTest::qWaitFor(
        [&] { return window->canvas_area().map_canvas()->model().dataset() != nullptr; },
        window_patience));
    const Camera before = window.session().view().camera;
    const double zoom = window->canvas_area().map_canvas()->model().camera().zoom;
    window.press(Qt::Key_Plus);
    CHECK(window.session().view().camera == before);
    CHECK(window->canvas_area().map_canvas()->model().camera().zoom > zoom);
    window.press(Qt::Key_M, Qt::ShiftModifier);
    CHECK(window->canvas_area().mode() == MapMode::off);
}

TEST_CASE("where there can be no data map, the menu says why", "[shell]") {
    const Window window;
    QAction& beside = window.action("Beside the embedding");
    CHECK_FALSE(beside.isEnabled());
    CHECK(beside.toolTip() == "Nothing is open. (M)");
    window.session().set_dataset(tests::make_dataset({1, 2}));
    for (const char* words : {"Beside the embedding", "Instead of the embedding",
                              "Probably mislabelled", "Forgotten at least n times…"}) {
        const QAction& action = window.action(words);
        CHECK_FALSE(action.isEnabled());
        CHECK(action.toolTip().startsWith("This dataset has neither predictions nor confidence."));
        const auto* menu = qobject_cast<const QMenu*>(action.parent());
        REQUIRE(menu != nullptr);
        CHECK(menu->toolTipsVisible());
    }
    window.press(Qt::Key_M);
    CHECK(window->canvas_area().mode() == MapMode::off);
    window.open_made();
    CHECK(beside.isEnabled());
}

TEST_CASE("presets of the menu pick samples, and the status line says how many", "[shell]") {
    const Window window;
    window.open_made();
    CHECK_FALSE(picked_button(window).isVisible());
    window.action("Easy to learn").trigger();
    // Of the folder's samples only the third is always right; its confidence is 1.
    REQUIRE(QTest::qWaitFor([&] { return picked(window) == Samples{2}; }, window_patience));
    CHECK(picked_button(window).isVisible());
    CHECK(picked_button(window).text() == "Picked: 1");
    CHECK(window.find<StatusLine>().currentMessage() == "Easy to learn: 1 picked");
    window.action("Forgotten at least n times…").trigger();
    auto& dialog = window.find<QInputDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    QTest::keyClick(dialog.findChild<QSpinBox*>(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return picked(window).empty(); }, window_patience));
    CHECK_FALSE(picked_button(window).isVisible());
}

TEST_CASE("escape unpicks after it cleared the selection", "[shell]") {
    const Window window;
    window.open_made();
    pick(window, {0, 2});
    window.session().select(1);
    window.press(Qt::Key_Escape);
    CHECK(window.session().view().selection.empty());
    CHECK(picked(window) == Samples{0, 2});
    window.press(Qt::Key_Escape);
    CHECK(picked(window).empty());
}

TEST_CASE("the status line opens the table of what is picked", "[shell]") {
    const Window window;
    window.open_made();
    auto* dock = window->findChild<QDockWidget*>("samples");
    REQUIRE(dock != nullptr);
    CHECK_FALSE(dock->isVisible());
    pick(window, {1});
    QTest::mouseClick(&picked_button(window), Qt::LeftButton);
    CHECK(dock->isVisible());
    const SampleTableModel& table = window.find<SampleTable>().model();
    REQUIRE(QTest::qWaitFor([&] { return table.is_settled(); }, window_patience));
    CHECK(table.samples() == std::vector<std::uint32_t>{1});
    CHECK(window.action("Save picked samples as CSV…").isEnabled());
    window.session().pick(nullptr);
    CHECK_FALSE(window.action("Save picked samples as CSV…").isEnabled());
    CHECK(window.action("Save picked samples as CSV…").toolTip() == "No sample is picked.");
}

TEST_CASE("the menu says what dragging does", "[shell]") {
    const Window window;
    window.open_made();
    CHECK(window.action("Drag to pan").isChecked());
    window.press(Qt::Key_X);
    CHECK(window.session().drag_tool() == DragTool::box);
    CHECK(window.action("Drag a box").isChecked());
    window.press(Qt::Key_S);
    CHECK(window.session().drag_tool() == DragTool::lasso);
    window.press(Qt::Key_H);
    CHECK(window.session().drag_tool() == DragTool::pan);
    CHECK(window.action("Drag to pan").isChecked());
}

TEST_CASE("the data map is exported while it is what is looked at", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_M, Qt::ShiftModifier);
    const Canvas& map = *window->canvas_area().map_canvas();
    REQUIRE(QTest::qWaitFor([&] { return map.model().dataset() && map.is_settled(); },
                            window_patience));
    window.press(Qt::Key_E, Qt::ControlModifier);
    auto& dialog = window.find<ExportDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    for (auto* box : dialog.findChildren<QCheckBox*>())
        if (box->text() == "&Legend of the classes") box->setChecked(false);
    const auto file = window.folder() / "map.png";
    for (QLineEdit* line : dialog.findChildren<QLineEdit*>())
        if (line->accessibleName() == "Target") {
            line->setText(QString::fromStdString(file.string()));
            QTest::keyClick(line, Qt::Key_Return);
        }
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(file); }, window_patience));
    const QImage seen = window->canvas_area().map_canvas()->grab_picture();
    const QImage exported(QString::fromStdString(file.string()));
    CHECK(exported.size() == seen.size());
    CHECK(exported.convertToFormat(QImage::Format_RGB32) ==
          seen.convertToFormat(QImage::Format_RGB32));
    QTest::keyClick(&dialog, Qt::Key_Escape);
}
