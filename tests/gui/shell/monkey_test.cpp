// Whatever is done to the window in whatever order, it goes on.
#include "gui/recording.h"
#include "window.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

namespace fs = std::filesystem;

/// The seconds that the processor gave to this thread: a busy machine adds nothing.
double own_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double resident_megabytes() {
    std::ifstream pages("/proc/self/statm");
    double all = 0;
    double resident = 0;
    pages >> all >> resident;
    return resident * 4096 / 1e6;
}

/// Does something to a window again and again, whatever windows, menus and dialogs are open.
class Monkey : public QObject {
  public:
    Monkey(Window& window, unsigned seed, fs::path folder)
        : window_(window), random_(seed), folder_(std::move(folder)) {}

    /// Returns when so many acts are done, or so many seconds are over.
    void run(int acts, int seconds) {
        acts_left_ = acts;
        since_.start();
        seen_ = own_seconds();
        is_running_ = true;
        tick_soon();
        while (acts_left_ > 0 && (seconds == 0 || since_.elapsed() < 1000LL * seconds))
            QTest::qWait(20);
        is_running_ = false;
        close_all();
    }

    [[nodiscard]] int done() const { return done_; }
    [[nodiscard]] double longest_stall() const { return longest_stall_; }
    [[nodiscard]] int stalls() const { return stalls_; }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    bool one_in(std::size_t count) { return below(count) == 0; }

    /// A timer that repeats would wait for the loop of a menu or a dialog that its act opens.
    void tick_soon() { QTimer::singleShot(1, this, &Monkey::tick); }

    void tick() {
        if (!is_running_) return;
        tick_soon();
        constexpr double stall = 0.2;
        const double now = own_seconds();
        if (now - seen_ > stall) {
            ++stalls_;
            std::cerr << "monkey: " << static_cast<int>(1000 * (now - seen_))
                      << " ms by the processor, after " << did_ << '\n';
        }
        longest_stall_ = std::max(longest_stall_, now - seen_);
        seen_ = now;
        // A dialog that waits for an answer brings a loop of its own.
        if (acts_left_ <= 0) return close_all();
        --acts_left_;
        ++done_;
        act();
    }

    void close_all() {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* menu = qobject_cast<QMenu*>(widget)) menu->close();
            if (auto* dialog = qobject_cast<QDialog*>(widget); dialog && dialog->isVisible())
                dialog->reject();
        }
    }

    void act() {
        if (!window_->isVisible()) window_->show();
        if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()))
            return choose(*menu);
        QWidget* modal = QApplication::activeModalWidget();
        if (auto* dialog = qobject_cast<QDialog*>(modal); dialog && one_in(6))
            return answer(*dialog);
        QWidget& top = modal ? *modal : *window_;
        const std::size_t what = below(100);
        if (what < 40) return press_keys(top);
        if (what < 75) return use_mouse(top);
        if (modal) return;
        if (what < 87) return trigger();
        if (what < 92) return open();
        if (what < 96) return resize();
        rewrite();
    }

    void choose(QMenu& menu) {
        did_ = "a menu";
        const QList<QAction*> actions = menu.actions();
        if (actions.isEmpty() || one_in(3)) {
            menu.close();
            return;
        }
        QAction* action = actions[static_cast<qsizetype>(below(actions.size()))];
        menu.close();
        if (is_harmless(*action)) trigger(*action);
    }

    /// A file dialog could write anywhere, or go through the whole disk.
    void answer(QDialog& dialog) {
        did_ = std::string("answering ") + dialog.metaObject()->className();
        if (one_in(3) && !qobject_cast<QFileDialog*>(&dialog))
            dialog.accept();
        else
            dialog.reject();
    }

    void press_keys(QWidget& top) {
        static constexpr Qt::Key keys[]{
            Qt::Key_Left,   Qt::Key_Right,    Qt::Key_Up,    Qt::Key_Down, Qt::Key_Home,
            Qt::Key_End,    Qt::Key_PageDown, Qt::Key_Space, Qt::Key_Tab,  Qt::Key_Return,
            Qt::Key_Escape, Qt::Key_Delete,   Qt::Key_Plus,  Qt::Key_F5,   Qt::Key_Menu};
        static constexpr Qt::KeyboardModifiers modifiers[]{Qt::NoModifier, Qt::NoModifier,
                                                           Qt::ShiftModifier, Qt::ControlModifier,
                                                           Qt::AltModifier};
        const bool is_letter = one_in(2);
        const int key =
            is_letter ? Qt::Key_Exclam + static_cast<int>(below(64)) : keys[below(std::size(keys))];
        const Qt::KeyboardModifiers with = modifiers[below(std::size(modifiers))];
        // That ends the program, and has tests of its own.
        if (key == Qt::Key_Q && with.testFlag(Qt::ControlModifier)) return;
        QWidget* focus = QApplication::focusWidget();
        QWidget* target = focus && focus->window() == top.window() ? focus : &top;
        did_ = "the key " + QKeySequence(key | with).toString().toStdString() + " in " +
               target->metaObject()->className();
        QTest::keyClick(target, static_cast<Qt::Key>(key), with);
    }

    QWidget* any_widget(QWidget& top) {
        QList<QWidget*> all{&top};
        for (QWidget* child : top.findChildren<QWidget*>())
            if (child->isVisible() && child->window() == top.window()) all.append(child);
        return all[static_cast<qsizetype>(below(all.size()))];
    }

    void use_mouse(QWidget& top) {
        QWidget* widget = any_widget(top);
        // Choosing files is up to answer().
        if (qobject_cast<QFileDialog*>(top.window()) && qobject_cast<QAbstractButton*>(widget))
            return;
        const auto place = [&] {
            return QPoint(static_cast<int>(below(std::max(1, widget->width()))),
                          static_cast<int>(below(std::max(1, widget->height()))));
        };
        static constexpr Qt::MouseButton buttons[]{Qt::LeftButton, Qt::LeftButton, Qt::LeftButton,
                                                   Qt::RightButton, Qt::MiddleButton};
        const Qt::MouseButton button = buttons[below(std::size(buttons))];
        const Qt::KeyboardModifiers with = one_in(4) ? Qt::ShiftModifier : Qt::NoModifier;
        did_ = std::string("the mouse on ") + widget->metaObject()->className();
        const QPointer<QWidget> there = widget;
        switch (below(5)) {
            case 0:
                return QTest::mouseDClick(widget, Qt::LeftButton, with, place());
            case 1:
                return QTest::mouseMove(widget, place());
            case 2:
                return turn_wheel(*widget, place());
            case 3:
                QTest::mousePress(widget, button, with, place());
                for (int i = 0; i < 4 && there; ++i) QTest::mouseMove(widget, place());
                if (there) QTest::mouseRelease(widget, button, with, place());
                return;
            default:
                return QTest::mouseClick(widget, button, with, place());
        }
    }

    void turn_wheel(QWidget& widget, const QPoint& at) {
        const QPoint by(0, one_in(2) ? 120 : -1200);
        QWheelEvent event(QPointF(at), widget.mapToGlobal(QPointF(at)), by, by, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&widget, &event);
    }

    /// Neither ends the program nor leaves it.
    [[nodiscard]] static bool is_harmless(const QAction& action) {
        return action.isEnabled() && !action.isSeparator() && !action.text().contains("Quit");
    }
    void trigger() {
        QList<QAction*> actions;
        for (QAction* action : window_->findChildren<QAction*>())
            if (is_harmless(*action) && action->menu() == nullptr) actions.append(action);
        trigger(*actions[static_cast<qsizetype>(below(actions.size()))]);
    }
    void trigger(QAction& action) {
        did_ = "the action " + action.text().toStdString();
        action.trigger();
    }

    void open() {
        static constexpr const char* names[]{"made", "made", "run", "arrays", "nowhere"};
        const fs::path path = folder_ / names[below(std::size(names))];
        did_ = "opening " + path.filename().string();
        window_->open(QString::fromStdString(path.string()));
    }

    void resize() {
        static constexpr QSize sizes[]{{1, 1}, {300, 200}, {800, 560}, {1360, 860}, {2560, 1440}};
        QSize size = sizes[below(std::size(sizes))];
        if (one_in(40)) size = {8000, 5000};
        did_ = "the size " + std::to_string(size.width());
        window_->resize(size);
    }

    /// Changes, cuts off or renews a file of what may be open.
    void rewrite() {
        static constexpr const char* files[]{
            "made/data.json",         "made/info.json",       "run/epochs/epoch_2/embeddings.npy",
            "run/dataset/labels.npy", "arrays/positions.npy", "arrays/info.json"};
        const fs::path file = folder_ / files[below(std::size(files))];
        did_ = "writing " + file.string();
        std::error_code ignored;
        switch (below(4)) {
            case 0:
                fs::resize_file(file, fs::file_size(file, ignored) / 2, ignored);
                break;
            case 1:
                fs::remove(file, ignored);
                break;
            default:
                fs::copy(folder_ / "whole", folder_,
                         fs::copy_options::recursive | fs::copy_options::overwrite_existing,
                         ignored);
        }
    }

    Window& window_;
    std::mt19937 random_;
    fs::path folder_;
    bool is_running_ = false;
    QElapsedTimer since_;
    std::string did_ = "nothing";
    double seen_ = 0;
    double longest_stall_ = 0;
    int stalls_ = 0;
    int acts_left_ = 0;
    int done_ = 0;
};

/// Folders of each kind, and copies of them to bring them back.
void put_folders(const fs::path& folder) {
    const fs::path whole = folder / "whole";
    write_folder(whole / "made");
    write_recording(whole / "run", {.samples = 60, .dimension = 8, .epochs = 5});
    put_npy<float>(whole / "arrays/positions.npy", "<f4", "(2, 3, 2)",
                   {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5});
    put_npy<std::int64_t>(whole / "arrays/labels.npy", "<i8", "(3,)", {0, 1, 1});
    std::ofstream(whole / "arrays/info.json") << R"({"label_text": ["a", "b"], "epochs": [1, 2]})";
    fs::copy(whole, folder, fs::copy_options::recursive);
}

int number_in_environment(const char* name, int otherwise) {
    bool is_number = false;
    const int number = qEnvironmentVariableIntValue(name, &is_number);
    return is_number ? number : otherwise;
}

}  // namespace

// Runs when it is named. EPOCHSCOPE_MONKEY=600 lets it go on for ten minutes, and
// EPOCHSCOPE_MONKEY_SEED repeats one.
TEST_CASE("a monkey at the window breaks nothing", "[.monkey]") {
    const int seconds = number_in_environment("EPOCHSCOPE_MONKEY", 0);
    const auto random = static_cast<int>(std::random_device{}() & 0xFFFFFFU);
    const int seed = number_in_environment("EPOCHSCOPE_MONKEY_SEED", seconds > 0 ? random : 1);
    std::cerr << "monkey: EPOCHSCOPE_MONKEY_SEED=" << seed << '\n';
    const TemporaryFolder folder;
    put_folders(folder.path());
    const QString before = QDir::currentPath();
    // What it writes by a name alone is gone afterwards.
    QDir::setCurrent(QString::fromStdString(folder.path().string()));
    constexpr int some = 1500;
    constexpr int endless = 1 << 30;
    {
        Window window;
        REQUIRE(window.open(QString::fromStdString((folder.path() / "made").string())));
        Monkey monkey(window, static_cast<unsigned>(seed), folder.path());
        // Caches fill up first.
        monkey.run(seconds > 0 ? some : some / 3, 0);
        const double at_first = resident_megabytes();
        monkey.run(seconds > 0 ? endless : some, seconds);
        std::cerr << "monkey: " << monkey.done() << " acts, " << monkey.stalls()
                  << " stalls above 200 ms, the longest "
                  << static_cast<int>(1000 * monkey.longest_stall()) << " ms, memory "
                  << static_cast<int>(at_first) << " MB, then "
                  << static_cast<int>(resident_megabytes()) << " MB\n";
        CHECK(monkey.done() >= some);
        // What is whole opens, whatever came before.
        fs::remove_all(folder.path() / "made");
        fs::copy(folder.path() / "whole/made", folder.path() / "made");
        CHECK(window.open(QString::fromStdString((folder.path() / "made").string())));
        CHECK(window.session().dataset()->series.epoch_count() == 5);
    }
    QDir::setCurrent(before);
}

TEST_CASE("settings that are at fault, and a language of other letters, open the window",
          "[shell]") {
    const TemporaryFolder folder;
    put_folders(folder.path());
    const QString made = QString::fromStdString((folder.path() / "made").string());
    {
        const Window window;
        REQUIRE(window.open(made));
    }
    QSettings settings;
    REQUIRE_FALSE(settings.allKeys().isEmpty());
    SECTION("broken values") {
        for (const QString& key : settings.allKeys()) {
            settings.setValue(key, QByteArray("\xff\0\x01 no such thing", 17));
        }
    }
    SECTION("values of other types") {
        int turn = 0;
        for (const QString& key : settings.allKeys()) {
            const QVariant others[]{-1, 1e300, QStringList{"a", "b"}, QString(), true};
            settings.setValue(key, others[static_cast<std::size_t>(turn++) % std::size(others)]);
        }
    }
    SECTION("a file that is none") {
        settings.sync();
        QFile file(settings.fileName());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, '\xfe'));
    }
    SECTION("a comma for a point") { QLocale::setDefault(QLocale("de_DE")); }
    SECTION("an i without a dot") { QLocale::setDefault(QLocale("tr_TR")); }
    settings.sync();
    {
        Window window(Window::Start::again);
        REQUIRE(window.open(made));
        CHECK(window.session().dataset()->series.epoch_count() == 5);
    }
    QLocale::setDefault(QLocale::c());
    QSettings().clear();
}
