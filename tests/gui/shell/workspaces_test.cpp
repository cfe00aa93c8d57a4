#include "app/bookmarks/bookmarks.h"
#include "app/bookmarks/bookmarks_panel.h"
#include "app/canvas/canvas.h"
#include "app/compare/comparison.h"
#include "app/find/find_bar.h"
#include "app/open/recent_folders.h"
#include "app/widgets/notice_bar.h"
#include "app/window/left_off.h"
#include "gui/shell/window.h"

#include <epochscope/export/workspace.h>

#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

#include <fstream>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;
using epochscope::tests::write_folder;

namespace {

/// A bar with a button of these words.
NoticeBar& bar_of(const Window& window, const QString& words) {
    for (auto* bar : window->findChildren<NoticeBar*>())
        if (bar->findChild<QPushButton*>()->text() == words) return *bar;
    throw std::runtime_error("no bar offers " + words.toStdString());
}

QListView& bookmark_list(const Window& window) {
    return *window.find<BookmarksPanel>().findChild<QListView*>();
}

bool comes_true(const std::function<bool()>& what) {
    return QTest::qWaitFor(what, window_patience);
}

QImage settled_picture(const Window& window) {
    CHECK(comes_true([&] { return window->canvas().is_settled(); }));
    return window->canvas().grab_picture();
}

/// Ctrl+S, with the file that the dialog asks for.
void save_in(const Window& window, const QString& file) {
    window.press(Qt::Key_S, Qt::ControlModifier);
    auto& dialog = window.find<QFileDialog>();
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    dialog.findChild<QLineEdit*>("fileNameEdit")->setText(file);
    QMetaObject::invokeMethod(&dialog, "accept");
    REQUIRE(comes_true([&] { return QFile::exists(file); }));
    REQUIRE(comes_true([&] { return RecentFolders().folders().contains(file); }));
}

void write_text(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

QMessageBox& box_of(const Window& window) {
    QMessageBox* box = nullptr;
    REQUIRE(comes_true([&] {
        box = window->findChild<QMessageBox*>();
        return box != nullptr && box->isVisible();
    }));
    return *box;
}

void click(QMessageBox& box, const QString& words) {
    for (auto* button : box.findChildren<QPushButton*>())
        if (button->text().remove('&') == words) return QTest::mouseClick(button, Qt::LeftButton);
    throw std::runtime_error("no button says " + words.toStdString());
}

}  // namespace

TEST_CASE("a workspace shows the same picture again, with panels, find bar and bookmarks",
          "[shell]") {
    const tests::TemporaryFolder folder;
    const QString file = QString::fromStdString((folder.path() / "a.epochscope").string());
    const QString data = write_folder(folder.path() / "made");
    QImage before;
    Camera camera;
    {
        const Window window;
        REQUIRE(window.open(data));
        window.session().set_playhead(2.5);
        window.session().select(1);
        window.session().set_class_hidden(0, true);
        window.session().set_class_colour(1, {0, 120, 10});
        camera = window.session().view().camera;
        camera.zoom = 1.7;
        window.session().set_camera(camera);
        window.press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "label = 'dog'");
        REQUIRE(comes_true([&] { return window.session().filter() != nullptr; }));
        window.press(Qt::Key_D, Qt::ControlModifier);
        CHECK(window->findChild<QDockWidget*>("bookmarks")->isVisible());
        window->findChild<QDockWidget*>("classes")->hide();
        save_in(window, file);
        before = settled_picture(window);
    }
    const Window window;
    REQUIRE(window.open(file));
    CHECK(window.session().playhead() == 2.5);
    CHECK(window.session().view().camera == camera);
    CHECK(window.session().view().selection == std::vector<std::size_t>{1});
    REQUIRE(window.session().filter());
    CHECK(window.session().filter()->count() == 2);
    CHECK_FALSE(window.find<FindBar>().isHidden());
    CHECK(window->findChild<QDockWidget*>("classes")->isHidden());
    CHECK(bookmark_list(window).model()->rowCount() == 1);
    CHECK(settled_picture(window).size() == before.size());
    CHECK(settled_picture(window) == before);
    CHECK_FALSE(window.action("Undo").isEnabled());
    // Saved again without a question.
    window.session().set_playhead(4);
    window.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(comes_true([&] {
        return QString::fromStdString(read_workspace(file.toStdString()).view)
            .contains("\"playhead\":4.0");
    }));
}

TEST_CASE("a pinned epoch is in the workspace, and stays there when it opens again", "[shell]") {
    const tests::TemporaryFolder folder;
    const QString file = QString::fromStdString((folder.path() / "a.epochscope").string());
    const QString data = write_folder(folder.path() / "made");
    const QString other = write_folder(folder.path() / "other");
    const bool has_second = GENERATE(false, true);
    {
        const Window window;
        if (has_second) {
            window->compare(data, other);
            REQUIRE(comes_true([&] { return window->comparison().match() != nullptr; }));
        } else {
            REQUIRE(window.open(data));
        }
        window.session().set_playhead(2);
        window.press(Qt::Key_E, Qt::ShiftModifier);
        REQUIRE(comes_true([&] { return window->comparison().match() != nullptr; }));
        window.session().set_playhead(4);
        CHECK(window->comparison().pinned_at() == 2.0);
        save_in(window, file);
    }
    const Window window;
    REQUIRE(window.open(file));
    REQUIRE(comes_true([&] { return window->comparison().match() != nullptr; }));
    CHECK(window->comparison().is_with_itself() != has_second);
    CHECK(window->comparison().pinned_at() == 2.0);
    CHECK(window.session().playhead() == 4);
    CHECK(window.action("Pin this epoch").isChecked());
    // Let go, it is not in the file any more.
    window.press(Qt::Key_E, Qt::ShiftModifier);
    window.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(comes_true([&] { return !read_workspace(file.toStdString()).pinned; }));
}

TEST_CASE("a workspace asks before it opens what lies elsewhere, and opens it once it may",
          "[shell]") {
    const tests::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "inner");
    write_folder(folder.path() / "made");
    const auto file = folder.path() / "inner" / "a.epochscope";
    write_text(file, R"({"epochscope":1,"dataset":{"path":"../made"},"view":{"playhead":3}})");
    const Window window;
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->open(QString::fromStdString(file.string()));
    click(box_of(window), "Cancel");
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK_FALSE(finished.back()[0].toBool());
    CHECK_FALSE(window.session().dataset());
    finished.clear();
    window->open(QString::fromStdString(file.string()));
    REQUIRE(comes_true([&] { return window->findChildren<QMessageBox*>().size() == 1; }));
    click(box_of(window), "Open it");
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    CHECK(window.session().playhead() == 3);
}

TEST_CASE("a workspace whose dataset has gone lets choose it", "[shell]") {
    const tests::TemporaryFolder folder;
    write_folder(folder.path() / "moved");
    const auto file = folder.path() / "a.epochscope";
    write_text(file, R"({"epochscope":1,"dataset":{"path":"made"},"view":{"playhead":2}})");
    const Window window;
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->open(QString::fromStdString(file.string()));
    click(box_of(window), QString::fromUtf8("Choose its folder…"));
    auto& dialog = window.find<QFileDialog>();
    emit dialog.fileSelected(QString::fromStdString((folder.path() / "moved").string()));
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    CHECK(window.session().playhead() == 2);
}

TEST_CASE("a damaged workspace opens nothing and says why; one that does not fit warns",
          "[shell]") {
    const tests::TemporaryFolder folder;
    write_folder(folder.path() / "made");
    const auto file = folder.path() / "a.epochscope";
    const Window window;
    write_text(file, R"({"epochscope":9})");
    CHECK_FALSE(window.open(QString::fromStdString(file.string())));
    CHECK(box_of(window).informativeText().contains("is of version 9"));
    click(box_of(window), "Close");
    REQUIRE(comes_true([&] { return window->findChild<QMessageBox*>() == nullptr; }));
    write_text(file, R"({"epochscope":1,"dataset":{"path":"made"},"view":{"selection":[99]}})");
    CHECK(window.open(QString::fromStdString(file.string())));
    REQUIRE(window.session().dataset());
    CHECK(window.session().view().selection.empty());
}

TEST_CASE("a folder that is opened again offers to go on where it was left", "[shell]") {
    const tests::TemporaryFolder folder;
    const QString data = write_folder(folder.path() / "made");
    {
        const Window window;
        REQUIRE(window.open(data));
        CHECK(bar_of(window, "Go on there").isHidden());
        window.session().set_playhead(2);
        window.session().select(2);
        window.press(Qt::Key_D, Qt::ControlModifier);
        REQUIRE(comes_true([&] { return QFile::exists(LeftOff::file_of(data)); }));
    }
    const Window window(Window::Start::again);
    REQUIRE(window.open(data));
    NoticeBar& bar = bar_of(window, "Go on there");
    REQUIRE(comes_true([&] { return !bar.isHidden(); }));
    CHECK(bar.findChild<QLabel*>()->text() == "It was left at epoch 3.");
    CHECK(bookmark_list(window).model()->rowCount() == 1);
    CHECK(window.session().playhead() == 0);
    QTest::mouseClick(bar.findChild<QPushButton*>(), Qt::LeftButton);
    CHECK(bar.isHidden());
    CHECK(comes_true([&] { return window.session().playhead() == 2; }));
    CHECK(window.session().view().selection == std::vector<std::size_t>{2});
}

TEST_CASE("what is marked while another folder opens is kept with its own", "[shell]") {
    const tests::TemporaryFolder folder;
    const QString data = write_folder(folder.path() / "made");
    const QString other = write_folder(folder.path() / "other");
    const Window window;
    REQUIRE(window.open(data));
    window.session().set_playhead(2);
    REQUIRE(comes_true([&] { return QFile::exists(LeftOff::file_of(data)); }));
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->open(other);
    window.press(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(bookmark_list(window).model()->rowCount() == 1);
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(bookmark_list(window).model()->rowCount() == 0);
    REQUIRE(window.open(data));
    CHECK(comes_true([&] { return bookmark_list(window).model()->rowCount() == 1; }));
}

TEST_CASE("bookmarks are added, named, moved, gone to, deleted and brought back", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_D, Qt::ControlModifier);
    window.session().set_playhead(3);
    window.press(Qt::Key_D, Qt::ControlModifier);
    QListView& list = bookmark_list(window);
    auto& model = *list.model();
    REQUIRE(model.rowCount() == 2);
    const auto name = [&](int row) { return model.index(row, 0).data().toString(); };
    CHECK(name(0) == "Epoch 1");
    CHECK(name(1) == "Epoch 4");
    CHECK(comes_true([&] { return !model.index(1, 0).data(Qt::DecorationRole).isNull(); }));
    QTest::keyClick(&list, Qt::Key_F2);
    auto* field = list.viewport()->findChild<QLineEdit*>();
    REQUIRE(field != nullptr);
    field->selectAll();
    QTest::keyClicks(field, "learnt");
    QTest::keyClick(field, Qt::Key_Return);
    // The view takes it once control returns to the event loop.
    CHECK(comes_true([&] { return name(1) == "learnt"; }));
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    CHECK(name(0) == "learnt");
    CHECK(model.moveRow({}, 0, {}, 2));
    CHECK(name(1) == "learnt");
    CHECK(model.moveRow({}, 1, {}, 2));
    CHECK(name(1) == "learnt");
    window.session().set_playhead(0);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(model.index(1, 0)).center());
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {},
                       list.visualRect(model.index(1, 0)).center());
    CHECK(comes_true([&] { return window.session().playhead() == 3; }));
    list.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&list, Qt::Key_Delete);
    CHECK(model.rowCount() == 1);
    window.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(model.rowCount() == 2);
    CHECK(name(0) == "Epoch 1");
}
