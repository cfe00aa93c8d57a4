#include "app/measure/cluster_dialog.h"
#include "app/project/project_dialog.h"
#include "app/prototypes/prototype_panel.h"
#include "gui/recording.h"
#include "gui/shell/window.h"

#include <epochscope/opening/project_run.h>

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

using namespace epochscope;
using namespace epochscope::app;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

QPushButton& button_in(const QWidget& parent, const QString& words) {
    for (QPushButton* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text().remove('&') == words) return *candidate;
    throw std::runtime_error("no button says " + words.toStdString());
}

/// A recording in `run`, and what PCA makes of it in `made`.
QString put_projected(const fs::path& folder) {
    write_recording(folder / "run");
    ProjectRun wanted{.recording = folder / "run", .target = folder / "made"};
    wanted.options.neighbours = 2;
    run_project(wanted);
    return QString::fromStdString((folder / "made").string());
}

template <typename Condition>
void wait_until(const Condition& condition) {
    REQUIRE(QTest::qWaitFor(condition, window_patience));
}

}  // namespace

TEST_CASE("Trust is measured from the window and shown at once") {
    const Window window;
    REQUIRE(window.open(put_projected(window.folder())));
    window.session().select(3);
    CHECK_FALSE(window.action("Colour by preserved neighbours").isEnabled());
    window.action("Measure trust").trigger();
    wait_until([&] { return window.session().dataset()->trust != nullptr; });
    CHECK(window.session().view().selection == std::vector<std::size_t>{3});
    CHECK(window.action("Colour by preserved neighbours").isEnabled());
    CHECK(fs::exists(window.folder() / "made/trust.csv"));
    CHECK(fs::exists(window.folder() / "made/kept_neighbours.npy"));
}

TEST_CASE("Prototypes are computed from their panel and shown in it") {
    const Window window;
    REQUIRE(window.open(put_projected(window.folder())));
    window.action("Prototypes").trigger();
    auto& panel = window.find<PrototypePanel>();
    QTest::mouseClick(&button_in(panel, QString::fromUtf8("Compute prototypes…")), Qt::LeftButton);
    auto& dialog = window.find<ClusterDialog>();
    auto& numbers = *dialog.findChild<QLineEdit*>();
    CHECK(numbers.text() == "10");
    const auto type = [&](const QString& text) {
        numbers.selectAll();
        QTest::keyClicks(&numbers, text);
    };
    type("2, 13");
    CHECK_FALSE(button_in(dialog, "Compute").isEnabled());
    type("2, 3");
    QTest::mouseClick(&button_in(dialog, "Compute"), Qt::LeftButton);
    wait_until([&] { return window.session().dataset()->prototypes != nullptr; });
    CHECK(panel.findChild<QComboBox*>()->count() == 2);
    CHECK(fs::exists(window.folder() / "made/prototypes/3/centres.npy"));
    const QAction& action = window.action(QString::fromUtf8("Compute prototypes…"));
    CHECK_FALSE(action.isEnabled());
    CHECK(action.toolTip() == "The folder already has prototypes.");
}

TEST_CASE("Without its recording nothing is measured, and the reason is told") {
    const Window window;
    const QString made = put_projected(window.folder());
    fs::remove_all(window.folder() / "run");
    REQUIRE(window.open(made));
    const QAction& action = window.action("Measure trust");
    CHECK_FALSE(action.isEnabled());
    CHECK(action.toolTip().endsWith("run was not found."));
}

TEST_CASE("The window asks before it closes over a projection that is running") {
    const Window window;
    REQUIRE(window.open(write_recording(window.folder() / "run", {2000, 10, 40})));
    window.press(Qt::Key_P, Qt::ControlModifier);
    auto& dialog = window.find<ProjectDialog>();
    CHECK(dialog.findChild<QLineEdit*>()->text().endsWith("run"));
    QTest::mouseClick(&button_in(dialog, "Project"), Qt::LeftButton);
    REQUIRE(dialog.is_running());
    window.press(Qt::Key_Q, Qt::ControlModifier);
    CHECK(window->isVisible());
    QTest::mouseClick(&button_in(window.find<QMessageBox>(), "Continue"), Qt::LeftButton);
    wait_until([&] { return window->findChild<QMessageBox*>() == nullptr; });
    CHECK(dialog.is_running());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK(dialog.is_running());
    QTest::mouseClick(&button_in(*dialog.findChild<QMessageBox*>(), "Stop it"), Qt::LeftButton);
    wait_until([&] { return !dialog.is_running(); });
    CHECK(dialog.isVisible());
    window->close();
    CHECK_FALSE(window->isVisible());
}

TEST_CASE("A report is written from the menu, and offered to the browser") {
    const Window window;
    CHECK_FALSE(window.action(QString::fromUtf8("Export report…")).isEnabled());
    REQUIRE(window.open(put_projected(window.folder())));
    window.action(QString::fromUtf8("Export report…")).trigger();
    auto& dialog = window.find<QFileDialog>();
    const fs::path file = window.folder() / "told.html";
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.findChild<QLineEdit*>("fileNameEdit")->setText(QString::fromStdString(file.string()));
    QMetaObject::invokeMethod(&dialog, "accept");
    wait_until([&] { return window->findChild<QMessageBox*>() != nullptr; });
    auto& box = window.find<QMessageBox>();
    CHECK(box.text().endsWith("told.html"));
    std::ifstream page(file);
    const std::string text{std::istreambuf_iterator<char>(page), {}};
    CHECK(text.starts_with("<!doctype html>"));
    // Another one can be begun.
    CHECK(window.action(QString::fromUtf8("Export report…")).isEnabled());
    QTest::mouseClick(&button_in(box, "Close"), Qt::LeftButton);
}
