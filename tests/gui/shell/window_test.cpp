#include "gui/shell/window.h"

#include "app/canvas/canvas.h"
#include "app/classes/classes_panel.h"
#include "app/open/recent_folders.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/timeline/epoch_field.h"
#include "app/timeline/track.h"
#include "app/widgets/status_line.h"
#include "app/widgets/swatch.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/theme.h"
#include "gui/shell/dataset.h"

#include <epochscope/render/contrast.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QUrl>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;

TEST_CASE("a folder opens: title, counts, recent list, playhead at the first epoch", "[shell]") {
    const Window window;
    CHECK(window->windowTitle() == "Epochscope");
    window.open_made();
    CHECK(window->windowTitle() == QString::fromUtf8("made — Epochscope"));
    CHECK(window.session().playhead() == 0);
    REQUIRE(window.session().dataset());
    CHECK(window.session().dataset()->series.epoch_count() == 5);
    CHECK(RecentFolders().folders().size() == 1);
    bool told = false;
    for (const QLabel* label : window.find<StatusLine>().findChildren<QLabel*>())
        told = told || label->text() == "Samples: 3   Epochs: 5   Classes: 2";
    CHECK(told);
}

TEST_CASE("the keys move the playhead", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_Right);
    CHECK(window.session().playhead() == 1);
    window.press(Qt::Key_Right, Qt::ShiftModifier);
    CHECK(window.session().playhead() == 4);
    window.press(Qt::Key_Left);
    CHECK(window.session().playhead() == 3);
    window.press(Qt::Key_Home);
    CHECK(window.session().playhead() == 0);
    window.press(Qt::Key_End);
    CHECK(window.session().playhead() == 4);
    window.press(Qt::Key_Left, Qt::ShiftModifier);
    CHECK(window.session().playhead() == 0);
}

TEST_CASE("space plays and pauses, and playing moves the playhead", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_Space);
    CHECK(window->player().is_playing());
    CHECK(QTest::qWaitFor([&] { return window.session().playhead() > 0; }, 20000));
    window.press(Qt::Key_Space);
    CHECK_FALSE(window->player().is_playing());
    window.press(Qt::Key_BracketRight);
    CHECK(window->player().rate() == 2);
    window.press(Qt::Key_L);
    CHECK(window->player().loop());
    window.press(Qt::Key_R);
    CHECK(window->player().backwards());
}

TEST_CASE("space on a focused button presses the button", "[shell]") {
    const Window window;
    window.open_made();
    auto* dock = window->findChild<QDockWidget*>("classes");
    auto* button = new QPushButton("press", dock);
    button->show();
    button->setFocus();
    REQUIRE(QApplication::focusWidget() == button);
    const QSignalSpy pressed(button, &QPushButton::clicked);
    QTest::keyClick(button, Qt::Key_Space);
    CHECK(pressed.count() == 1);
    CHECK_FALSE(window->player().is_playing());
}

TEST_CASE("zooming by keys, and back", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_Plus);
    CHECK(window.session().view().camera.zoom > 1);
    window.press(Qt::Key_0);
    CHECK(window.session().view().camera.zoom == 1);
    window.press(Qt::Key_Minus);
    CHECK(window.session().view().camera.zoom < 1);
}

TEST_CASE("F11 fills the screen; Esc leaves it first, then clears the selection", "[shell]") {
    const Window window;
    window.open_made();
    window.session().select(1);
    window.press(Qt::Key_F11);
    CHECK(window->isFullScreen());
    window.press(Qt::Key_Escape);
    CHECK_FALSE(window->isFullScreen());
    CHECK(window.session().view().selection.size() == 1);
    window.press(Qt::Key_Escape);
    CHECK(window.session().view().selection.empty());
}

TEST_CASE("no two actions share a key", "[shell]") {
    const Window window;
    QStringList keys;
    for (const QAction* action : window->findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) keys << key.toString();
    }
    CHECK(keys.removeDuplicates() == 0);
}

TEST_CASE("the track scrubs to 3.25 with the mouse, and steps with the wheel", "[shell]") {
    const Window window;
    window.open_made();
    auto& track = window.find<Track>();
    const auto at = [&](double playhead) {
        return QPoint(static_cast<int>(std::round(track.x_at(playhead))), track.height() / 2);
    };
    const double pixel = 1 / (track.x_at(1) - track.x_at(0));
    QTest::mousePress(&track, Qt::LeftButton, {}, at(0));
    CHECK(window.session().playhead() == 0);
    QTest::mouseMove(&track, at(2));
    QMouseEvent move(QEvent::MouseMove, at(3.25), track.mapToGlobal(at(3.25)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(&track, &move);
    QTest::mouseRelease(&track, Qt::LeftButton, {}, at(3.25));
    CHECK(window.session().playhead() == Approx(3.25).margin(pixel));
    QWheelEvent wheel(at(3), track.mapToGlobal(at(3)), {}, {0, -120}, {}, {}, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&track, &wheel);
    CHECK(window.session().playhead() == 4);
    CHECK(track.words_at(track.x_at(2.5)).startsWith("Epoch 3.5"));
}

TEST_CASE("the track shows the accuracy where there are predictions", "[shell]") {
    const Window window;
    window.open_made();
    auto& track = window.find<Track>();
    REQUIRE(QTest::qWaitFor([&] { return !track.curve().values.empty(); }, 20000));
    CHECK(track.curve().caption == "accuracy");
    CHECK(track.curve().values[0] == Approx(1.0 / 3));
    CHECK(track.curve().values[1] == Approx(2.0 / 3));
    CHECK(track.curve().values[2] == 1.0);
    CHECK(track.words_at(track.x_at(0)) == "Epoch 1, accuracy 0.333");
}

TEST_CASE("an epoch is typed", "[shell]") {
    const Window window;
    window.open_made();
    auto& field = window.find<EpochField>();
    const auto type = [&](const QString& text) {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    };
    type("3.5");
    CHECK(window.session().playhead() == 2.5);
    CHECK(field.text() == "3.5");
    type("nonsense");
    CHECK(window.session().playhead() == 2.5);
    CHECK(field.text() == "3.5");
    type("99");
    CHECK(window.session().playhead() == 4);
    CHECK(field.text() == "5");
}

TEST_CASE("a bad folder is told, and all stays as it was", "[shell]") {
    const Window window;
    window.open_made();
    window.session().set_playhead(2);
    const auto before = window.session().dataset();
    CHECK_FALSE(window.open("/no/such/folder"));
    auto* box = window->findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->text().contains("/no/such/folder"));
    CHECK_FALSE(box->informativeText().isEmpty());
    box->close();
    const auto broken = window.folder() / "broken";
    tests::write_folder(broken);
    std::ofstream(broken / "data.json") << "{\"1\":";
    CHECK_FALSE(window.open(QString::fromStdString(broken.string())));
    CHECK(window.session().dataset() == before);
    CHECK(window.session().playhead() == 2);
    CHECK(RecentFolders().folders().size() == 1);
}

TEST_CASE("a newer opening replaces an older one", "[shell]") {
    const Window window;
    const QString first = tests::write_folder(window.folder() / "first");
    const QString second = tests::write_folder(window.folder() / "second");
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->open(first);
    window->open(second);
    REQUIRE(finished.wait(20000));
    CHECK(window.session().dataset()->name == "second");
    QTest::qWait(50);
    CHECK(finished.count() == 1);
}

TEST_CASE("a folder is dropped on the window", "[shell]") {
    const Window window;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(tests::write_folder(window.folder() / "dropped"))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    CHECK(enter.isAccepted());
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    REQUIRE(finished.wait(20000));
    CHECK(window.session().dataset()->name == "dropped");

    // A file that is nothing known gets an answer, and what is open stays.
    std::ofstream(window.folder() / "notes.xyz") << "nothing";
    QMimeData file;
    file.setUrls(
        {QUrl::fromLocalFile(QString::fromStdString((window.folder() / "notes.xyz").string()))});
    QDragEnterEvent unknown({50, 50}, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &unknown);
    QDropEvent refused({50, 50}, Qt::CopyAction, &file, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &refused);
    REQUIRE(finished.wait(20000));
    auto* box = window->findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->text().contains("notes.xyz"));
    CHECK_FALSE(box->informativeText().isEmpty());
    CHECK(window.session().dataset()->name == "dropped");
    delete box;
    data.setUrls(data.urls() + file.urls());
    QDragEnterEvent both({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &both);
    QDropEvent several({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &several);
    box = window->findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->informativeText() == "Drop one folder or file at a time.");

    QMimeData text;
    text.setText("no folder");
    QDragEnterEvent other({50, 50}, Qt::CopyAction, &text, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &other);
    CHECK_FALSE(other.isAccepted());
}

TEST_CASE("the layout and what is drawn are there again at the next start", "[shell]") {
    // Not larger than the screen of a platform without one.
    constexpr QSize size(796, 700);
    {
        const Window window;
        window.open_made();
        window->findChild<QDockWidget*>("classes")->hide();
        window->resize(size);
        window.press(Qt::Key_A);
        window.press(Qt::Key_C);
        window.press(Qt::Key_Period);
        window.press(Qt::Key_Q);
        window->close();
    }
    const Window again(Window::Start::again);
    again.open_made();
    CHECK_FALSE(again->findChild<QDockWidget*>("classes")->isVisible());
    CHECK(again->findChild<QDockWidget*>("sample")->isVisible());
    CHECK(again->size() == size);
    const ViewState& view = again.session().view();
    CHECK_FALSE(view.style.axes);
    CHECK(view.style.colour_by == ColourBy::prediction);
    CHECK(view.style.point_radius == 3.5F * 1.25F);
    CHECK(view.camera.equal_axes);
}

TEST_CASE("a window that was on a larger screen is moved onto this one", "[shell]") {
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    {
        const Window window;
        window->setGeometry(300, 400, screen.width() + 200, screen.height() + 100);
        window->close();
    }
    const Window again(Window::Start::again);
    CHECK(screen.contains(again->geometry()));
    CHECK(again->width() >= screen.width() - 10);
}

TEST_CASE("a theme changes the canvas and its ink", "[shell]") {
    const Window window;
    window.action("Dark").trigger();
    CHECK(window.session().view().style.canvas == Colour{0x1b, 0x1d, 0x21});
    CHECK(window.session().view().style.ink == Colour{0xe8, 0xea, 0xed});
    CHECK(QApplication::palette().color(QPalette::Base) == QColor("#1b1d21"));
    CHECK(app::Settings().theme() == Theme::dark);
    window.action("Light").trigger();
    CHECK(window.session().view().style.canvas == Colour{255, 255, 255});
    window.action("As the system").trigger();
    const QColor base = QApplication::palette().color(QPalette::Base);
    CHECK(window.session().view().style.canvas.r == base.red());
}

TEST_CASE("links are legible in every theme", "[shell]") {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::system}) {
        apply_theme(theme);
        const QPalette palette = QApplication::palette();
        CHECK(contrast(to_colour(palette.color(QPalette::Link)),
                       to_colour(palette.color(QPalette::Base))) >= 4.5);
    }
}

TEST_CASE("empty boxes and fields are seen on dark ground", "[shell]") {
    apply_theme(Theme::dark);
    QCheckBox box;
    QRadioButton button;
    QLineEdit field;
    for (QWidget* widget : {static_cast<QWidget*>(&box), static_cast<QWidget*>(&button),
                            static_cast<QWidget*>(&field)}) {
        widget->resize(80, 24);
        const QImage picture = widget->grab().toImage();
        const Colour ground = to_colour(widget->palette().color(QPalette::Window));
        double most = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                most = std::max(most, contrast(to_colour(picture.pixelColor(x, y)), ground));
        INFO(widget->metaObject()->className());
        CHECK(most >= (widget == &field ? 2 : 3));
    }
    apply_theme(Theme::system);
}

TEST_CASE("a sample that is selected comes to the front where panels are tabs", "[shell]") {
    const Window window;
    window.open_made();
    auto* classes = window->findChild<QDockWidget*>("classes");
    auto* sample = window->findChild<QDockWidget*>("sample");
    window->tabifyDockWidget(sample, classes);
    classes->raise();
    const auto is_seen = [](const QWidget* dock) {
        return QTest::qWaitFor([dock] { return !dock->visibleRegion().isEmpty(); },
                               tests::window_patience);
    };
    REQUIRE(is_seen(classes));
    window->canvas().setFocus();
    window.session().select(0);
    CHECK(is_seen(sample));
    // Whoever turns to the classes then stays there.
    classes->raise();
    REQUIRE(is_seen(classes));
    window.session().select(1);
    QApplication::processEvents();
    CHECK(is_seen(classes));
    // A panel that was closed stays so.
    window.session().clear_selection();
    sample->toggleViewAction()->trigger();
    window.session().select(0);
    QApplication::processEvents();
    CHECK_FALSE(sample->isVisible());
}

TEST_CASE("Ctrl+C copies what the canvas shows", "[shell]") {
    const Window window;
    window.open_made();
    QGuiApplication::clipboard()->clear();
    auto& canvas = window.find<Canvas>();
    canvas.setFocus();
    window.press(Qt::Key_C, Qt::ControlModifier);
    const QImage copied = QGuiApplication::clipboard()->image();
    CHECK(copied.convertToFormat(QImage::Format_RGBA8888) == canvas.grab_picture());
    CHECK(window->statusBar()->currentMessage().contains("Copied"));
}

TEST_CASE("the epoch field shows whole epochs while it plays", "[shell]") {
    const Window window;
    window.open_made();
    auto& field = window.find<EpochField>();
    window.session().set_playhead(1.5);
    CHECK(field.text() == "2.5");
    window.action("Play").trigger();
    window.session().set_playhead(2.5);
    CHECK_FALSE(field.text().contains('.'));
    window.action("Pause").trigger();
    CHECK(window.session().playhead() >= 2.5);
}

TEST_CASE("the real first process opens", "[shell]") {
    const auto folder = tests::test_data("process1");
    const Window window;
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK(window.session().dataset()->series.sample_count() == 60);
    CHECK(window.session().dataset()->series.epoch_count() == 30);
    auto& field = window.find<EpochField>();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, "10.5");
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(window.session().playhead() == 9.5);
    auto& track = window.find<Track>();
    REQUIRE(QTest::qWaitFor([&] { return !track.curve().values.empty(); }, 20000));
    CHECK(track.curve().caption == "movement");
}
