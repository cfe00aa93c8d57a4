#include "app/canvas/canvas_model.h"
#include "app/compare/compare_bar.h"
#include "app/compare/comparison.h"
#include "app/curves/curve_gatherer.h"
#include "app/curves/curves_panel.h"
#include "app/datamap/canvas_area.h"
#include "app/find/find_bar.h"
#include "app/open/run_badge.h"
#include "app/session/sample_filter.h"
#include "app/table/sample_table.h"
#include "app/table/sample_table_model.h"
#include "app/timeline/timeline.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"

#include <epochscope/model/playhead.h>
#include <epochscope/render/camera.h>

#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

/// A sample of a folder that is written: its id, its class and its place.
struct Written {
    std::string id;
    int label = 0;
    int x = 0;
    int y = 0;
};

/// Eight samples a..h of the classes cat and dog, in two rows.
std::vector<Written> eight() {
    std::vector<Written> samples;
    for (int i = 0; i < 8; ++i)
        samples.push_back({std::string(1, static_cast<char>('a' + i)), i % 2, i, i % 2});
    return samples;
}

/// A Sequence-Scatter folder with these samples at some epochs, each of which moves them up by one.
/// All are predicted as labelled, with confidence 0.5.
QString write(const std::filesystem::path& folder, const std::vector<Written>& samples,
              const std::vector<int>& epochs = {1, 2, 3}, bool has_ids = true,
              const std::string& classes = R"("cat","dog")") {
    std::filesystem::create_directories(folder);
    const auto list = [&](const auto& value) {
        std::string text;
        for (const Written& sample : samples) text += (text.empty() ? "" : ",") + value(sample);
        return "[" + text + "]";
    };
    const std::string labels = list([](const Written& s) { return std::to_string(s.label); });
    std::ofstream(folder / "info.json")
        << R"({"label_text":[)" << classes
        << R"(],"label_color":[[200,30,30],[30,30,200]],"label_index":)" << labels << "}";
    std::ofstream data(folder / "data.json");
    data << '{';
    for (std::size_t e = 0; e < epochs.size(); ++e)
        data << (e > 0 ? "," : "") << '"' << epochs[e] << R"(":{"projection":)"
             << list([e](const Written& s) {
                    return "[" + std::to_string(s.x) + "," +
                           std::to_string(s.y + static_cast<int>(e)) + "]";
                })
             << R"(,"prediction":)" << labels << R"(,"confidence":)"
             << list([](const Written&) { return std::string("0.5"); }) << "}";
    data << '}';
    if (!has_ids) return QString::fromStdString(folder.string());
    std::ofstream table(folder / "samples.csv");
    table << "id\n";
    for (const Written& sample : samples) table << sample.id << '\n';
    return QString::fromStdString(folder.string());
}

/// The window with two folders beside each other.
class Beside {
  public:
    explicit Beside(const std::vector<Written>& second, const std::vector<int>& epochs = {1, 2, 3},
                    const std::string& classes = R"("cat","dog")") {
        window->compare(write(window.folder() / "first", eight()),
                        write(window.folder() / "second", second, epochs, true, classes));
        REQUIRE(QTest::qWaitFor([&] { return comparison().match() != nullptr; }, window_patience));
        // The second is fitted like the first.
        const CanvasModel& model = this->second().model();
        REQUIRE(QTest::qWaitFor(
            [&] { return !(model.camera() == home(model.dataset()->series.frame())); },
            window_patience));
        settle();
    }

    [[nodiscard]] app::Comparison& comparison() const { return window->comparison(); }
    [[nodiscard]] Session& session() const { return window.session(); }
    [[nodiscard]] Canvas& first() const { return window->canvas(); }
    [[nodiscard]] Canvas& second() const { return *window->compared_canvas(); }
    void settle() const {
        REQUIRE(QTest::qWaitFor(
            [&] {
                return first().is_settled() && (!second().isVisible() || second().is_settled());
            },
            window_patience));
    }
    void click(Canvas& canvas, std::size_t sample) const {
        settle();
        const auto place = canvas.place_of(sample);
        REQUIRE(place);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, place->toPoint());
        settle();
    }
    /// What the bar over the second canvas says.
    [[nodiscard]] QString says() const {
        return window->compared_canvas()->parentWidget()->findChild<CompareBar*>()->toolTip();
    }

    Window window;
};

}  // namespace

TEST_CASE("two folders have one timeline, selection, hidden classes and filter", "[compare]") {
    std::vector<Written> moved = eight();
    for (Written& sample : moved) sample.x = 7 - sample.x;
    const Beside shown(moved);
    CHECK(shown.second().isVisible());
    CHECK(shown.session().dataset()->name == "first");
    CHECK(shown.says().contains("second · epoch 1\n"));
    CHECK(shown.says().contains("Epochs belong together by their numbers."));

    shown.click(shown.second(), 2);
    CHECK(shown.session().view().selection == std::vector<std::size_t>{2});
    CHECK(shown.second().model().view().selection == std::vector<std::size_t>{2});
    shown.window.press(Qt::Key_Right);
    CHECK(shown.comparison().playhead() == 1);
    CHECK(shown.says().contains("second · epoch 2\n"));
    shown.settle();
    CHECK(shown.second().playhead_seen() == 1);

    shown.session().set_class_hidden(1, true);
    shown.settle();
    CHECK(shown.second().place_of(0));
    CHECK_FALSE(shown.second().place_of(1));
    shown.session().show_all_classes();
    shown.window.find<FindBar>().open();
    auto& field = *shown.window.find<FindBar>().findChild<QLineEdit*>();
    QTest::keyClicks(&field, "id = 'b'");
    REQUIRE(QTest::qWaitFor([&] { return shown.session().filter() != nullptr; }, window_patience));
    shown.settle();
    CHECK(shown.second().place_of(1));
    CHECK_FALSE(shown.second().place_of(2));
}

TEST_CASE("samples belong together by id, and what has no partner is counted and grey",
          "[compare]") {
    // The other way round, without a and with i.
    std::vector<Written> others = eight();
    std::ranges::reverse(others);
    others.pop_back();
    others.push_back({"i", 0, 9, 9});
    const Beside shown(others, {1, 2, 3}, R"("dog","cat")");
    const auto& match = *shown.comparison().match();
    CHECK(match.pairs.by_id);
    CHECK(shown.says().contains("without partner: 1"));
    REQUIRE(match.first_alone);
    CHECK(match.first_alone->contains(0));
    CHECK(match.first_alone->count() == 1);
    // Grey in both: a in the first, i in the second.
    CHECK(shown.first().frame().points.colour_of(0) == no_class_colour);
    CHECK_FALSE(shown.first().frame().points.colour_of(1) == no_class_colour);
    CHECK(shown.second().frame().points.colour_of(8) == no_class_colour);
    CHECK_FALSE(shown.second().place_of(0));
    // c is the third of the first folder and the sixth of the second.
    shown.click(shown.second(), 2);
    CHECK(shown.session().view().selection == std::vector<std::size_t>{2});
    CHECK(shown.first().frame().points.colour_of(2) == shown.second().frame().points.colour_of(2));
    // What is no sample of the first cannot be selected.
    const auto lonely = shown.second().place_of(8);
    REQUIRE(lonely);
    CHECK_FALSE(shown.second().sample_at(*lonely));
    // Labels were read by the names of classes that stand the other way round.
    bool is_told = false;
    for (const QString& warning : shown.window.find<StatusLine>().warnings())
        is_told = is_told || warning.contains("other labels in the second folder");
    CHECK(is_told);
}

TEST_CASE("epochs belong together by number or by their share of the run", "[compare]") {
    const Beside shown(eight(), {2, 3, 4, 5, 6});
    shown.window.press(Qt::Key_End);
    CHECK(shown.comparison().playhead() == 1);
    QAction& by_share = shown.window.action("Epochs by their share of the run");
    REQUIRE(by_share.isEnabled());
    by_share.trigger();
    REQUIRE(QTest::qWaitFor([&] { return shown.comparison().epochs_by() == EpochPairing::share; },
                            window_patience));
    CHECK(shown.comparison().playhead() == 4);
    CHECK(shown.says().contains("by share of the run"));
}

TEST_CASE("cameras move together when they are coupled", "[compare]") {
    const Beside shown(eight());
    const Camera before = shown.session().view().camera;
    shown.second().setFocus();
    QTest::mouseMove(&shown.second());
    const double zoom = shown.second().model().camera().zoom;
    shown.second().zoom_in();
    CHECK(shown.second().model().camera().zoom > zoom);
    CHECK(shown.session().view().camera == before);
    shown.window.press(Qt::Key_Y);
    CHECK(shown.second().model().camera().zoom == before.zoom);
    shown.second().zoom_in();
    CHECK(shown.session().view().camera.zoom == shown.second().model().camera().zoom);
    shown.first().go_home();
    CHECK(shown.second().model().camera().zoom == 1);
}

TEST_CASE("a turned picture is laid onto the first", "[compare]") {
    // Turned by a right angle and twice as large.
    std::vector<Written> turned = eight();
    for (Written& sample : turned) sample = {sample.id, sample.label, -2 * sample.y, 2 * sample.x};
    const Beside shown(turned, {1});
    CHECK_FALSE(shown.comparison().is_laid());
    const auto places = [&] { return shown.comparison().match()->dataset->series.positions(0); };
    shown.window.press(Qt::Key_U);
    REQUIRE(QTest::qWaitFor([&] { return shown.comparison().match()->is_laid; }, window_patience));
    for (int i = 0; i < 8; ++i) {
        CAPTURE(i);
        CHECK(std::abs(places()[static_cast<std::size_t>(i)].x - static_cast<float>(i)) < 1e-4F);
        CHECK(std::abs(places()[static_cast<std::size_t>(i)].y - static_cast<float>(i % 2)) <
              1e-4F);
    }
    shown.window.press(Qt::Key_U);
    REQUIRE(QTest::qWaitFor([&] { return !shown.comparison().match()->is_laid; }, window_patience));
    CHECK(places()[3].x == -2);
    CHECK(places()[3].y == 6);
}

TEST_CASE("a pinned epoch stays while the other one plays", "[compare]") {
    const Window window;
    REQUIRE(window.open(write(window.folder() / "run", eight())));
    CHECK(window->compared_canvas() == nullptr);
    window.press(Qt::Key_E, Qt::ShiftModifier);
    REQUIRE(
        QTest::qWaitFor([&] { return window->comparison().match() != nullptr; }, window_patience));
    CHECK(window->compared_canvas()->isVisible());
    window.press(Qt::Key_End);
    CHECK(window.session().playhead() == 2);
    CHECK(window->comparison().playhead() == 0);
    CHECK(window.action("Pin this epoch").isChecked());
    window.press(Qt::Key_E, Qt::ShiftModifier);
    CHECK(window->comparison().playhead() == 2);
    window.press(Qt::Key_D, Qt::ShiftModifier);
    CHECK(window->comparison().second() == nullptr);
    CHECK_FALSE(window->compared_canvas()->isVisible());
    CHECK_FALSE(window->canvas_area().header().isVisible());
}

TEST_CASE("what differs becomes columns, a list and curves", "[compare]") {
    // The last one is elsewhere.
    std::vector<Written> others = eight();
    others[7].x = -5;
    const Beside shown(others);
    shown.window.press(Qt::Key_D);
    REQUIRE(QTest::qWaitFor([&] { return shown.session().dataset()->compared != nullptr; },
                            window_patience));
    CHECK(shown.window->findChild<QDockWidget*>("samples")->isVisible());
    const SampleTableModel& table = shown.window.find<SampleTable>().model();
    REQUIRE(QTest::qWaitFor([&] { return table.is_settled(); }, window_patience));
    REQUIRE(table.samples().size() == 8);
    CHECK(table.samples().front() == 7);
    shown.window.find<FindBar>().open();
    auto& field = *shown.window.find<FindBar>().findChild<QLineEdit*>();
    QTest::keyClicks(&field, "shared_neighbours < 0.5 and agreement = 1");
    REQUIRE(QTest::qWaitFor([&] { return shown.session().filter() != nullptr; }, window_patience));
    CHECK(shown.session().filter()->contains(7));
    CHECK_FALSE(shown.session().filter()->contains(0));
    auto& curves = shown.window.find<CurvesPanel>();
    shown.window->findChild<QDockWidget*>("curves")->show();
    const auto names = [&] {
        QStringList found;
        for (const auto& curve : curves.gatherer().gathered().curves)
            found << curve->run + "/" + curve->name;
        return found;
    };
    REQUIRE(QTest::qWaitFor([&] { return names().contains("beside second/agreement: dog"); },
                            window_patience));
    CHECK(names().contains("beside second/shared neighbours"));
    // They end with the comparison.
    shown.window.press(Qt::Key_Escape);
    shown.window.action("End the comparison").trigger();
    CHECK(shown.session().dataset()->compared == nullptr);
    CHECK(table.column_of("shared_neighbours") == std::nullopt);
}

TEST_CASE("folders that do not fit are told what does not", "[compare]") {
    const Window window;
    const QString first = write(window.folder() / "first", eight(), {1, 2}, false);
    std::vector<Written> fewer = eight();
    fewer.pop_back();
    window->compare(first, write(window.folder() / "fewer", fewer, {1, 2}, false));
    QMessageBox* box = nullptr;
    REQUIRE(QTest::qWaitFor([&] { return (box = window->findChild<QMessageBox*>()) != nullptr; },
                            window_patience));
    CHECK(box->text() == "fewer cannot be compared with what is open.");
    CHECK(box->informativeText().contains("has 7 samples"));
    CHECK(window->comparison().second() == nullptr);
    CHECK(window.session().dataset()->name == "first");
    CHECK_FALSE(window->compared_canvas()->isVisible());
    delete box;

    // No id in common; no such folder.
    REQUIRE(window.open(write(window.folder() / "ids", eight())));
    std::vector<Written> strangers = eight();
    for (Written& sample : strangers) sample.id += "x";
    const QString stranger = write(window.folder() / "strangers", strangers);
    window->compare(QString::fromStdString((window.folder() / "ids").string()), stranger);
    REQUIRE(QTest::qWaitFor([&] { return (box = window->findChild<QMessageBox*>()) != nullptr; },
                            window_patience));
    CHECK(box->informativeText().contains("has no id of"));
    delete box;
    window->compare(first, "/no/such/folder");
    REQUIRE(QTest::qWaitFor([&] { return (box = window->findChild<QMessageBox*>()) != nullptr; },
                            window_patience));
    CHECK(box->text().contains("/no/such/folder"));
    CHECK(window.session().dataset()->name == "first");
}

TEST_CASE("a folder that is dropped on another is opened or compared", "[compare]") {
    const Window window;
    REQUIRE(window.open(write(window.folder() / "first", eight())));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(window.folder() / "second", eight()))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    CHECK(menu->actions().size() == 2);
    QTest::keyClick(menu, Qt::Key_Return);
    REQUIRE(
        QTest::qWaitFor([&] { return window->comparison().match() != nullptr; }, window_patience));
    CHECK(window.session().dataset()->name == "first");
    CHECK(window->comparison().second()->name == "second");
    // Another folder in place of the first ends it.
    REQUIRE(window.open(write(window.folder() / "third", eight())));
    CHECK(window->comparison().second() == nullptr);
}

TEST_CASE("a folder that is opened meanwhile is not compared", "[compare]") {
    const Window window;
    window->compare(write(window.folder() / "first", eight()),
                    write(window.folder() / "second", eight()));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(window.folder() / "third", eight()))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    const auto& session = window.session();
    REQUIRE(QTest::qWaitFor([&] { return session.dataset() && session.dataset()->name == "third"; },
                            window_patience));
    constexpr int long_enough = 500;
    CHECK_FALSE(
        QTest::qWaitFor([&] { return window->comparison().second() != nullptr; }, long_enough));
}

TEST_CASE("a workspace opens what was compared", "[compare]") {
    const Window window;
    const QString first = write(window.folder() / "first", eight());
    write(window.folder() / "second", eight());
    const auto file = window.folder() / "both.epochscope";
    std::ofstream(file)
        << R"({"epochscope":1,"dataset":{"path":"first"},"compared":{"path":"second"}})";
    window->open(QString::fromStdString(file.string()));
    REQUIRE(
        QTest::qWaitFor([&] { return window->comparison().match() != nullptr; }, window_patience));
    CHECK(window->comparison().second()->name == "second");
    window->comparison().end();
    window.press(Qt::Key_S, Qt::ControlModifier);
    const auto written = [&] {
        std::ifstream stream(file);
        return QString::fromStdString({std::istreambuf_iterator<char>(stream), {}});
    };
    CHECK(QTest::qWaitFor([&] { return !written().contains("compared"); }, window_patience));
}

TEST_CASE("the sample under the pointer is marked in the other picture", "[compare]") {
    std::vector<Written> moved = eight();
    for (Written& sample : moved) sample.x = 7 - sample.x;
    const Beside shown(moved);
    const auto place = shown.first().place_of(1);
    const auto there = shown.second().place_of(1);
    REQUIRE((place && there));
    const auto around = [&] {
        const QRect room(there->toPoint() - QPoint(12, 12), QSize(24, 24));
        return shown.second().grab(room).toImage();
    };
    const QImage before = around();
    QMouseEvent move(QEvent::MouseMove, *place, shown.first().mapToGlobal(*place), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&shown.first(), &move);
    shown.settle();
    CHECK(around() != before);
}

namespace {

/// A run that grows beside one that does not.
class Growing : public Beside {
  public:
    Growing() : Beside(eight(), {1, 2}) {}

    [[nodiscard]] std::filesystem::path folder() const { return window.folder() / "second"; }
    void grow(const std::vector<int>& epochs) const { write(folder(), eight(), epochs); }
    [[nodiscard]] std::size_t epochs() const {
        return comparison().match()->second->series.epoch_count();
    }
    [[nodiscard]] bool has_epochs(std::size_t count) const {
        return QTest::qWaitFor([&] { return epochs() == count; }, window_patience);
    }
    [[nodiscard]] RunBadge& badge() const {
        return *second().parentWidget()->findChild<RunBadge*>();
    }
};

}  // namespace

TEST_CASE("the second folder is followed as it grows", "[compare]") {
    const Growing shown;
    CHECK_FALSE(shown.badge().isVisible());
    shown.session().select(3);
    Camera camera = shown.second().model().camera();
    camera.zoom = 3;
    shown.second().model().set_camera(camera);

    // The playhead is not at the last epoch that belongs together: it stays.
    shown.grow({1, 2, 3});
    REQUIRE(shown.has_epochs(3));
    CHECK(shown.comparison().match()->pairs.epochs.size() == 3);
    CHECK(shown.session().playhead() == 0);
    CHECK(shown.comparison().playhead() == 0);
    CHECK(shown.session().view().selection == std::vector<std::size_t>{3});
    CHECK(shown.second().model().camera() == camera);
    CHECK(shown.badge().isVisible());
    CHECK(shown.badge().text() == "live");
    CHECK_FALSE(shown.window.find<Timeline>().findChild<RunBadge*>()->isVisible());
    shown.window.press(Qt::Key_End);
    shown.settle();
    CHECK(shown.says().contains("second · epoch 3\n"));
    CHECK(shown.second().playhead_seen() == 2);
    const auto place = shown.second().place_of(3);
    REQUIRE(place);

    // One that is pinned stays there.
    shown.comparison().pin_at(1);
    shown.grow({1, 2, 3, 4});
    REQUIRE(shown.has_epochs(4));
    CHECK(shown.comparison().playhead() == 1);
    QTest::mouseClick(&shown.badge(), Qt::LeftButton);
    CHECK(shown.comparison().playhead() == 3);
}

TEST_CASE("at the last epoch of the second folder the playhead goes along", "[compare]") {
    const Growing shown;
    shown.window.press(Qt::Key_Right);
    CHECK(shown.says().contains("second · epoch 2\n"));
    shown.grow({1, 2, 3});
    REQUIRE(QTest::qWaitFor([&] { return shown.session().playhead() == 2; }, window_patience));
    shown.settle();
    CHECK(shown.says().contains("second · epoch 3\n"));
    // By share of the run, it is the last of both.
    shown.window.action("Epochs by their share of the run").trigger();
    REQUIRE(QTest::qWaitFor([&] { return shown.comparison().epochs_by() == EpochPairing::share; },
                            window_patience));
    shown.grow({1, 2, 3, 4, 5});
    REQUIRE(shown.has_epochs(5));
    CHECK(shown.comparison().playhead() == 4);
    // A click on "live" leads there.
    shown.window.press(Qt::Key_Home);
    QTest::mouseClick(&shown.badge(), Qt::LeftButton);
    CHECK(shown.comparison().playhead() == 4);
}

TEST_CASE("what differs is found for the epochs that come to either folder", "[compare]") {
    const Growing shown;
    shown.window.press(Qt::Key_D);
    const auto curve = [&] {
        const auto& compared = shown.session().dataset()->compared;
        return compared ? compared->curves.front().values : std::vector<std::optional<double>>();
    };
    REQUIRE(QTest::qWaitFor([&] { return curve().size() == 3; }, window_patience));
    CHECK_FALSE(curve()[2]);
    const SampleTableModel& table = shown.window.find<SampleTable>().model();
    REQUIRE(QTest::qWaitFor([&] { return table.is_settled(); }, window_patience));
    QDockWidget& dock = *shown.window->findChild<QDockWidget*>("samples");
    dock.hide();
    shown.grow({1, 2, 3});
    REQUIRE(QTest::qWaitFor([&] { return curve()[2].has_value(); }, window_patience));
    // It comes unasked: nothing is opened, and what was sorted stays so.
    CHECK_FALSE(dock.isVisible());
    CHECK(table.sort_column() == table.column_of("shared_neighbours"));
    // So it does with the first.
    write(shown.window.folder() / "first", eight(), {1, 2, 3, 4});
    REQUIRE(QTest::qWaitFor([&] { return curve().size() == 4; }, window_patience));
    CHECK_FALSE(curve()[3]);
    shown.grow({1, 2, 3, 4});
    CHECK(QTest::qWaitFor([&] { return curve()[3].has_value(); }, window_patience));
    // And no more once the comparison has ended.
    shown.window.action("End the comparison").trigger();
    shown.grow({1, 2, 3, 4, 5});
    write(shown.window.folder() / "first", eight(), {1, 2, 3, 4, 5});
    REQUIRE(QTest::qWaitFor([&] { return shown.session().dataset()->series.epoch_count() == 5; },
                            window_patience));
    CHECK(shown.session().dataset()->compared == nullptr);
    CHECK(shown.comparison().second() == nullptr);
}

TEST_CASE("a second folder that is half-written, gone, or another leaves what is shown",
          "[compare]") {
    const Growing shown;
    auto& status = shown.window.find<StatusLine>();
    const auto is_told = [&](const QString& words) {
        return QTest::qWaitFor([&] { return status.currentMessage().contains(words); },
                               window_patience);
    };
    std::ofstream(shown.folder() / "data.json") << R"({"1":{"projection":[[0,)";
    REQUIRE(is_told("tried again"));
    CHECK(status.currentMessage().startsWith("second: "));
    CHECK(shown.epochs() == 2);
    shown.grow({1, 2, 3});
    REQUIRE(shown.has_epochs(3));

    std::filesystem::rename(shown.folder(), shown.window.folder() / "away");
    REQUIRE(is_told("is not there"));
    CHECK(shown.second().isVisible());
    std::filesystem::rename(shown.window.folder() / "away", shown.folder());
    shown.grow({1, 2, 3, 4});
    REQUIRE(shown.has_epochs(4));

    // Begun anew.
    shown.comparison().set_cameras_coupled(true);
    shown.comparison().pin_at(3);
    shown.grow({1});
    REQUIRE(shown.has_epochs(1));
    CHECK(shown.comparison().playhead() == 0);
    CHECK(shown.comparison().are_cameras_coupled());
    CHECK(is_told("second: The run began anew."));

    // What does not belong to the first any more is told of as long as it is so.
    std::vector<Written> strangers = eight();
    for (Written& sample : strangers) sample.id += "x";
    write(shown.folder(), strangers, {1, 2});
    const auto warned = [&] {
        return std::ranges::any_of(status.warnings(), [](const QString& warning) {
            return warning.contains("has no id of");
        });
    };
    REQUIRE(QTest::qWaitFor(warned, window_patience));
    CHECK(shown.epochs() == 1);
    CHECK(QApplication::activeModalWidget() == nullptr);
    shown.grow({1, 2});
    REQUIRE(shown.has_epochs(2));
    CHECK_FALSE(warned());
}

TEST_CASE("a first folder that begins anew is still compared", "[compare]") {
    const Growing shown;
    shown.window.press(Qt::Key_Y);
    REQUIRE(shown.comparison().are_cameras_coupled());
    write(shown.window.folder() / "first", eight(), {2});
    REQUIRE(QTest::qWaitFor([&] { return shown.session().dataset()->series.epoch_count() == 1; },
                            window_patience));
    REQUIRE(
        QTest::qWaitFor([&] { return shown.comparison().match() != nullptr; }, window_patience));
    CHECK(shown.comparison().playhead() == 1);
    CHECK(shown.comparison().are_cameras_coupled());
    CHECK(shown.second().isVisible());
}

TEST_CASE("an epoch that is pinned stays while the folder grows", "[compare]") {
    const Window window;
    const auto folder = window.folder() / "run";
    REQUIRE(window.open(write(folder, eight())));
    window.press(Qt::Key_End);
    window.press(Qt::Key_E, Qt::ShiftModifier);
    REQUIRE(
        QTest::qWaitFor([&] { return window->comparison().match() != nullptr; }, window_patience));
    write(folder, eight(), {1, 2, 3, 4});
    REQUIRE(QTest::qWaitFor([&] { return window.session().playhead() == 3; }, window_patience));
    REQUIRE(QTest::qWaitFor(
        [&] { return window->comparison().match()->second->series.epoch_count() == 4; },
        window_patience));
    CHECK(window->comparison().playhead() == 2);
    CHECK(window->comparison().second() == window.session().dataset());
    // One badge is enough.
    CHECK_FALSE(window->compared_canvas()->parentWidget()->findChild<RunBadge*>()->isVisible());
}
