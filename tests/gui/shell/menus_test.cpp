#include "app/canvas/canvas.h"
#include "app/classes/classes_model.h"
#include "app/datamap/canvas_area.h"
#include "app/events/event_model.h"
#include "app/events/events_panel.h"
#include "app/export/export_dialog.h"
#include "app/help/action_search.h"
#include "app/help/manual_dialog.h"
#include "app/sample/sample_panel.h"
#include "app/timeline/epoch_field.h"
#include "app/widgets/status_line.h"
#include "app/window/settings.h"
#include "app/window/settings_dialog.h"
#include "gui/datamap/support.h"
#include "gui/shell/window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolBar>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>
#include <map>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

void check_length(const QMenu& menu) {
    int entries = 0;
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) check_length(*action->menu());
        if (!action->isSeparator()) ++entries;
    }
    INFO(menu.title().toStdString());
    CHECK(entries <= 12);
}

/// The letter after a single ampersand; empty if there is none.
QString mnemonic(const QString& text) { return QKeySequence::mnemonic(text).toString(); }

QMenu& shown_menu(const Window& window) {
    QMenu* menu = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            return menu != nullptr;
        },
        window_patience));
    REQUIRE(menu->window() != &*window);
    return *menu;
}

QAction& entry(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions())
        if (action->text().remove('&') == text) return *action;
    throw std::runtime_error("the menu has no entry " + text.toStdString());
}

void open_menu(QWidget& widget, QPoint at) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
}

QTreeView& class_list(const Window& window) {
    auto* list = window->findChild<QDockWidget*>("classes")->findChild<QTreeView*>();
    REQUIRE(list != nullptr);
    return *list;
}

QString count_of(const QTreeView& list, int row) {
    return list.model()->index(row, ClassesModel::count_column).data().toString();
}

/// The sample panel's field.
QLineEdit& sample_field(const Window& window) {
    return *window.find<SamplePanel>().findChild<QLineEdit*>();
}

}  // namespace

TEST_CASE("no menu has more than twelve entries", "[shell]") {
    const Window window;
    for (const QAction* action : window->menuBar()->actions()) check_length(*action->menu());
}

TEST_CASE("no two controls of the window share Alt and a letter", "[shell]") {
    const Window window;
    for (const char* dock : {"classes", "sample", "samples", "curves", "events", "prototypes"})
        window->findChild<QDockWidget*>(dock)->show();
    window.open_made();
    std::map<QString, QStringList> users;
    const auto add = [&](const QString& text) {
        if (const QString key = mnemonic(text); !key.isEmpty()) users[key] << text;
    };
    for (const QAction* action : window->menuBar()->actions()) add(action->text());
    for (const auto* button : window->findChildren<QAbstractButton*>())
        if (button->window() == &*window) add(button->text());
    for (const auto* label : window->findChildren<QLabel*>())
        if (label->window() == &*window && label->buddy() != nullptr) add(label->text());
    CHECK(users.size() > 6);
    for (const auto& [key, texts] : users) {
        INFO(key.toStdString() << ": " << texts.join(" | ").toStdString());
        CHECK(texts.size() == 1);
    }
}

TEST_CASE("the tool bar has the tools, and shows which one is chosen", "[shell]") {
    const Window window;
    window.open_made();
    const auto* bar = window->findChild<QToolBar*>("tools");
    REQUIRE(bar != nullptr);
    for (const char* text :
         {"Open\u2026", "Project a recording\u2026", "Export\u2026", "Drag to pan", "Drag a box",
          "Draw a lasso", "Find samples", "Beside the embedding"}) {
        QAction& action = window.action(text);
        CHECK(bar->actions().contains(&action));
        CHECK_FALSE(action.icon().isNull());
        CHECK(action.toolTip().contains(action.shortcut().toString()));
    }
    CHECK(window.action("Drag to pan").isChecked());
    window.press(Qt::Key_X);
    CHECK(window.action("Drag a box").isChecked());
    CHECK_FALSE(window.action("Drag to pan").isChecked());
}

TEST_CASE("keys with Ctrl work while a field has the focus, but those that edit are its own",
          "[shell]") {
    const Window window;
    window.open_made();
    QLineEdit& field = sample_field(window);
    field.setFocus();
    REQUIRE(QApplication::focusWidget() == &field);
    QTest::keyClicks(&field, "12");
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    CHECK(field.selectedText() == "12");
    CHECK(window.session().picked_count() == 0);
    const QSignalSpy exported(&window.action("Export\u2026"), &QAction::triggered);
    QTest::keyClick(&field, Qt::Key_E, Qt::ControlModifier);
    CHECK(exported.count() == 1);
}

TEST_CASE("Esc leaves a field, and the canvas has the focus", "[shell]") {
    const Window window;
    window.open_made();
    window.session().select(1);
    const QString epoch = window.find<EpochField>().text();
    for (QWidget* field : {static_cast<QWidget*>(&sample_field(window)),
                           static_cast<QWidget*>(&window.find<EpochField>())}) {
        field->setFocus();
        REQUIRE(QApplication::focusWidget() == field);
        QTest::keyClick(field, Qt::Key_Escape);
        CHECK(QApplication::focusWidget() == &window->canvas());
        CHECK(window.session().view().selection.size() == 1);
    }
    CHECK(window.find<EpochField>().text() == epoch);
}

TEST_CASE("actions are searched by their words and triggered", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto& search = window.find<ActionSearch>();
    auto* field = search.findChild<QLineEdit*>();
    auto* found = search.findChild<QTreeWidget*>();
    const int all = found->topLevelItemCount();
    CHECK(all > 60);
    QTest::keyClicks(field, "view wrong");
    REQUIRE(found->topLevelItemCount() == 1);
    CHECK(found->topLevelItem(0)->text(0).endsWith("Ring wrong predictions"));
    CHECK(found->topLevelItem(0)->text(1) == "W");
    // A press alone: it closes the dialog, which may be gone before the key is released.
    QTest::keyPress(field, Qt::Key_Return);
    CHECK(
        QTest::qWaitFor([&] { return window.session().view().style.ring_wrong; }, window_patience));
    // Closed, it is gone.
    CHECK(QTest::qWaitFor([&] { return window->findChild<ActionSearch*>() == nullptr; },
                          window_patience));
}

TEST_CASE("settings are found by their words", "[shell]") {
    const Window window;
    window.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto& search = window.find<ActionSearch>();
    QTest::keyClicks(search.findChild<QLineEdit*>(), "theme dark");
    QTest::keyPress(search.findChild<QLineEdit*>(), Qt::Key_Return);
    CHECK(QTest::qWaitFor([] { return app::Settings().theme() == Theme::dark; }, window_patience));
    window.action("As the system").trigger();
}

TEST_CASE("the settings dialog has every setting and changes it at once", "[shell]") {
    const Window window(Window::Start::untouched);
    window.press(Qt::Key_Comma, Qt::ControlModifier);
    auto& dialog = window.find<SettingsDialog>();
    const auto choice = [&](const QString& name) {
        for (auto* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == name) return box;
        return static_cast<QComboBox*>(nullptr);
    };
    REQUIRE(choice("Theme") != nullptr);
    REQUIRE(choice("Renderer") != nullptr);
    QComboBox* language = choice("Language");
    REQUIRE(language != nullptr);
    CHECK(language->currentIndex() == 0);
    QTest::keyClick(language, Qt::Key_Down);
    CHECK(app::Settings().language() == "en");
    const auto boxes = dialog.findChildren<QCheckBox*>();
    REQUIRE(boxes.size() == 5);
    CHECK(boxes[0]->isChecked());
    QTest::mouseClick(boxes[0], Qt::LeftButton, {}, QPoint(8, boxes[0]->height() / 2));
    CHECK_FALSE(app::Settings().play_when_opened());
    QTest::mouseClick(boxes[1], Qt::LeftButton, {}, QPoint(8, boxes[1]->height() / 2));
    CHECK(app::Settings().opens_at_first_epoch());
    QTest::mouseClick(boxes[2], Qt::LeftButton, {}, QPoint(8, boxes[2]->height() / 2));
    CHECK_FALSE(app::Settings().follows_growth());
    QTest::mouseClick(boxes[3], Qt::LeftButton, {}, QPoint(8, boxes[3]->height() / 2));
    CHECK(app::Settings().notifies_of_alerts());
    QTest::mouseClick(boxes[4], Qt::LeftButton, {}, QPoint(8, boxes[4]->height() / 2));
    CHECK_FALSE(app::Settings().hints());
}

TEST_CASE("a click on a class lets it stand out, a second one ends that", "[shell]") {
    const Window window;
    window.open_made();
    QTreeView& list = class_list(window);
    const auto click = [&](int row) {
        const QRect cell = list.visualRect(list.model()->index(row, ClassesModel::count_column));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, cell.center());
        QTest::qWait(QApplication::doubleClickInterval() + 20);
    };
    click(1);
    CHECK(window.session().standing_out() == std::size_t{1});
    // The others are dimmed, and nothing is picked.
    REQUIRE(window->canvas().frame().points.picked);
    CHECK(window->canvas().frame().points.picked->count() == 2);
    CHECK(window.session().picked_count() == 0);
    click(1);
    CHECK_FALSE(window.session().standing_out());
    CHECK_FALSE(window->canvas().frame().points.picked);
    click(0);
    window.press(Qt::Key_Escape);
    CHECK_FALSE(window.session().standing_out());
    // A double click shows the class alone.
    const QRect cell = list.visualRect(list.model()->index(0, ClassesModel::count_column));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, cell.center());
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, cell.center());
    CHECK(window.session().view().hidden == std::vector<bool>{false, true});
    CHECK_FALSE(window.session().standing_out());
}

TEST_CASE("a class is picked by its menu, and the list counts the picks", "[shell]") {
    const Window window;
    window.open_made();
    QTreeView& list = class_list(window);
    CHECK(count_of(list, 1) == "2");
    const QRect cell = list.visualRect(list.model()->index(1, ClassesModel::count_column));
    open_menu(*list.viewport(), cell.center());
    QMenu& menu = shown_menu(window);
    entry(menu, "Pick this class").trigger();
    menu.close();
    CHECK(window.session().picked_count() == 2);
    CHECK(count_of(list, 0) == "0 of 1");
    CHECK(count_of(list, 1) == "2 of 2");
    window.press(Qt::Key_I, Qt::ControlModifier);
    CHECK(count_of(list, 0) == "1 of 1");
    CHECK(count_of(list, 1) == "0 of 2");
    window.press(Qt::Key_Escape);
    CHECK(count_of(list, 0) == "1");
}

TEST_CASE("two clicks list the flips between two classes, both ways", "[shell]") {
    const Window window;
    window.session().set_dataset(tests::trained());
    QTreeView& list = class_list(window);
    const auto open_flips = [&]() -> QMenu& {
        const QRect cell = list.visualRect(list.model()->index(0, ClassesModel::count_column));
        open_menu(*list.viewport(), cell.center());
        QMenu& menu = shown_menu(window);
        check_length(menu);
        return *entry(menu, "Flips with").menu();
    };
    auto& panel = window.find<EventsPanel>();
    const auto lists = [&](int count) {
        return QTest::qWaitFor(
            [&] {
                return panel.isVisible() && panel.model().is_settled() &&
                       panel.model().rowCount() == count;
            },
            window_patience);
    };
    // Sample 2 goes from b to a, back and again, 3 from a to b.
    REQUIRE(QTest::qWaitFor(
        [&] {
            QMenu& menu = open_flips();
            const bool found = menu.actions().size() == 2;
            QApplication::activePopupWidget()->close();
            return found;
        },
        window_patience));
    entry(open_flips(), "b (4)").trigger();
    QApplication::activePopupWidget()->close();
    CHECK(lists(4));
    entry(open_flips(), "any class (4)").trigger();
    CHECK(lists(4));
    for (auto* box : panel.findChildren<QCheckBox*>())
        if (box->text() == "Both ways")
            QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    // Those from a alone.
    CHECK(lists(2));
}

TEST_CASE("inverting leaves hidden classes out, and says so", "[shell]") {
    const Window window;
    window.open_made();
    window.session().set_class_hidden(1, true);
    window.press(Qt::Key_A, Qt::ControlModifier);
    CHECK(window.session().picked_count() == 1);
    CHECK(window.find<StatusLine>().currentMessage() ==
          "Picked: 1; left out, since their classes are hidden: 2");
}

TEST_CASE("the canvas has a menu, with the sample under the pointer", "[shell]") {
    const Window window;
    window.open_made();
    Canvas& canvas = window->canvas();
    REQUIRE(QTest::qWaitFor([&] { return canvas.is_settled(); }, window_patience));
    const Pixel pixel = canvas.frame().points.mapping.to_pixel({0, 1});
    const QPoint at = (QPointF(pixel.x, pixel.y) / canvas.devicePixelRatioF()).toPoint();
    open_menu(canvas, at);
    QMenu& menu = shown_menu(window);
    entry(menu, "Select only this sample").trigger();
    entry(menu, "Add to the picks").trigger();
    CHECK_NOTHROW(entry(*entry(menu, "Canvas").menu(), "Invert the picks"));
    check_length(menu);
    menu.close();
    CHECK(window.session().view().selection == std::vector<std::size_t>{1});
    CHECK(window.session().picked_count() == 1);
    QTest::qWait(0);
    open_menu(canvas, {4, 4});
    QMenu& general = shown_menu(window);
    CHECK_THROWS(entry(general, "Select only this sample"));
    CHECK_NOTHROW(entry(general, "Export\u2026"));
    check_length(general);
    general.close();
}

TEST_CASE("F1 opens the page about what has the focus", "[shell]") {
    const Window window;
    window.open_made();
    window->findChild<QDockWidget*>("events")->show();
    const auto page = [&] {
        const QUrl url = window.find<ManualDialog>().findChild<QTextBrowser*>()->source();
        return url.fileName();
    };
    window->canvas().setFocus();
    window.press(Qt::Key_F1);
    CHECK(page() == "start.md");
    window->findChild<QDockWidget*>("events")->findChild<QTableView*>()->setFocus();
    window.press(Qt::Key_F1);
    CHECK(page() == "curves.md");
    window.press(Qt::Key_F1, Qt::ShiftModifier);
    CHECK(page() == "keys.md");
}

TEST_CASE("F1 in a dialog opens its page", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window->findChild<ExportDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_F1);
    auto* manual = dialog->findChild<ManualDialog*>();
    REQUIRE(manual != nullptr);
    CHECK(manual->findChild<QTextBrowser*>()->source().fileName() == "export.md");
}

TEST_CASE("the manual is searched, and what is found is shown at its heading", "[shell]") {
    ManualDialog manual;
    manual.show();
    auto* list = manual.findChild<QListWidget*>();
    auto* text = manual.findChild<QTextBrowser*>();
    CHECK(list->count() == 27);
    QTest::keyClicks(manual.findChild<QLineEdit*>(), "between epochs landscapes");
    REQUIRE(list->count() >= 1);
    list->setCurrentRow(0);
    CHECK(text->source().fileName() == "landscapes.md");
    CHECK(QTest::qWaitFor([&] { return text->textCursor().block().text() == "Between epochs"; },
                          window_patience));
    manual.findChild<QLineEdit*>()->setText("qqqq");
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text() == "Nothing found");
}

TEST_CASE("the manual's page of keys has every key of the window", "[shell]") {
    const Window window;
    for (const char* language : {"en", "zh"}) {
        const auto path = tests::source_dir() / "resources/manual" / language / "keys.md";
        QFile file(QString::fromStdString(path.string()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        int listed = 0;
        for (const QAction* action : window->findChildren<QAction*>()) {
            if (action->shortcut().isEmpty()) continue;
            QString key = action->shortcut().toString();
            if (key == "Space" && QString(language) == "zh") key = QString::fromUtf8("空格");
            INFO(action->text().toStdString() << ": " << key.toStdString());
            CHECK(page.contains('`' + key + '`'));
            ++listed;
        }
        CHECK(listed > 40);
    }
}
