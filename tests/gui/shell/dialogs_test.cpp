#include "app/help/manual_dialog.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"
#include "io/npy_file.h"

#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include <cstdint>
#include <filesystem>
#include <fstream>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;
namespace fs = std::filesystem;

namespace {

/// The visible button, of any kind, that says this.
QAbstractButton* button_saying(const QWidget& parent, const QString& words) {
    for (auto* button : parent.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->text() == words) return button;
    return nullptr;
}

/// What the badge says. Pictures that cannot be read are told as they are tried, so it grows.
QString badge_words(const Window& window) {
    const qsizetype count = window.find<StatusLine>().warnings().size();
    return count == 1 ? "1 warning" : QString("%1 warnings").arg(count);
}

void click(QAbstractButton* button) {
    REQUIRE(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// A run of two samples with two projections, all zeros.
QString put_run(const fs::path& run) {
    tests::put_npy<std::int32_t>(run / "dataset/labels.npy", "<i4", "(2,)", {0, 0});
    for (const char* name : {"pca", "tsne"})
        tests::put_npy<float>(run / "visualize" / name / "epochs/epoch_1/projection.npy", "<f4",
                              "(2, 2)", {0, 0, 0, 0});
    return QString::fromStdString(run.string());
}

/// Opens a run with several projections, until it is asked which.
QInputDialog& ask(const Window& window) {
    window->open(put_run(window.folder() / "run"));
    REQUIRE(QTest::qWaitFor([&] { return window->findChild<QInputDialog*>() != nullptr; },
                            window_patience));
    auto& dialog = window.find<QInputDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    CHECK(dialog.comboBoxItems() == QStringList{"pca", "tsne"});
    return dialog;
}

}  // namespace

TEST_CASE("warnings show as a badge, and a click on it lists them", "[shell]") {
    const Window window;
    CHECK(window.find<StatusLine>().warnings().isEmpty());
    const QString folder = tests::write_folder(window.folder() / "warned");
    fs::create_directories(window.folder() / "warned" / "background");
    std::ofstream(window.folder() / "warned" / "background" / "2.png") << "no picture";
    REQUIRE(window.open(folder));
    const QStringList& warnings = window.find<StatusLine>().warnings();
    REQUIRE_FALSE(warnings.isEmpty());
    click(button_saying(*window, badge_words(window)));
    auto& list = window.find<QListWidget>();
    REQUIRE(list.isVisible());
    REQUIRE(list.count() == warnings.size());
    CHECK(list.item(0)->text() == warnings[0]);
    click(button_saying(*list.window(), "Close"));
    CHECK_FALSE(list.isVisible());

    // The next folder has none.
    auto* badge = button_saying(*window, badge_words(window));
    REQUIRE(badge != nullptr);
    window.open_made();
    CHECK_FALSE(badge->isVisible());
    CHECK(window.find<StatusLine>().warnings().isEmpty());
}

TEST_CASE("arrays that are cut short while they are shown are a warning, told once", "[shell]") {
    const Window window;
    const fs::path made = tests::write_folder(window.folder() / "whole").toStdString();
    const fs::path arrays = window.folder() / "arrays";
    write_dataset(open_dataset(made), DatasetFormat::npy, arrays, {});
    REQUIRE(window.open(QString::fromStdString(arrays.string())));
    CHECK(window.find<StatusLine>().warnings().isEmpty());
    fs::resize_file(arrays / "positions.npy", 1);
    window.press(Qt::Key_Right);
    window.press(Qt::Key_Right);
    const auto& status = window.find<StatusLine>();
    REQUIRE(QTest::qWaitFor([&] { return !status.warnings().isEmpty(); }, window_patience));
    REQUIRE(status.warnings().size() == 1);
    CHECK(status.warnings()[0].contains("positions.npy"));
}

TEST_CASE("which of several projections is asked, and the chosen one opens", "[shell]") {
    const Window window;
    QInputDialog& dialog = ask(window);
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    dialog.setTextValue("tsne");
    click(button_saying(dialog, "Open"));
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    REQUIRE(window.session().dataset() != nullptr);
    CHECK(window.session().dataset()->name == "run: tsne");
}

TEST_CASE("no choice among the projections leaves what is open", "[shell]") {
    const Window window;
    window.open_made();
    const auto before = window.session().dataset();
    QInputDialog& dialog = ask(window);
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    click(button_saying(dialog, "Cancel"));
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK_FALSE(finished.back()[0].toBool());
    CHECK(window.session().dataset() == before);
}

TEST_CASE("an opening that takes long shows itself and is cancelled by its button", "[shell]") {
    const Window window;
    window.open_made();
    const auto before = window.session().dataset();
    // As if it had taken long: the strip waits a moment before it is seen, and what is cancelled
    // stays unopened however far it is.
    ProgressStrip& strip = window.find<StatusLine>().opening();
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->open(tests::write_folder(window.folder() / "other"));
    strip.show();
    CHECK_FALSE(strip.findChild<QLabel*>()->text().isEmpty());
    click(strip.findChild<QToolButton*>());
    REQUIRE(finished.count() == 1);
    CHECK_FALSE(finished[0][0].toBool());
    CHECK_FALSE(strip.isVisible());
    // Nor does it come later.
    window.open_made();
    CHECK(finished.count() == 2);
    CHECK(window.session().dataset()->path == before->path);
}

TEST_CASE("backgrounds from a URL: asked by the menu, and a bad address is told", "[shell]") {
    const Window window;
    CHECK_FALSE(window.action("Backgrounds from a URL\u2026").isEnabled());
    window.open_made();
    window.action("Backgrounds from a URL\u2026").trigger();
    auto& dialog = window.find<QInputDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    CHECK(dialog.textValue() == "https://");
    auto* field = dialog.findChild<QLineEdit*>();
    REQUIRE(field != nullptr);
    field->selectAll();
    QTest::keyClicks(field, "ftp://example.org/${epoch}.png");
    click(button_saying(dialog, "Fetch"));
    auto& box = window.find<QMessageBox>();
    CHECK(box.isVisible());
    CHECK(box.text().contains("Only http and https"));
    CHECK(window.session().dataset()->backgrounds == nullptr);
}

TEST_CASE("every switch of the view works and is remembered", "[shell]") {
    struct Switch {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
        bool Style::*member;
    };
    const std::vector<Switch> switches{{Qt::Key_A, Qt::NoModifier, &Style::axes},
                                       {Qt::Key_N, Qt::NoModifier, &Style::class_names},
                                       {Qt::Key_N, Qt::ShiftModifier, &Style::class_legend},
                                       {Qt::Key_V, Qt::NoModifier, &Style::thumbnails},
                                       {Qt::Key_E, Qt::NoModifier, &Style::epoch_number},
                                       {Qt::Key_B, Qt::NoModifier, &Style::background},
                                       {Qt::Key_T, Qt::NoModifier, &Style::trails},
                                       {Qt::Key_I, Qt::NoModifier, &Style::intra_links},
                                       {Qt::Key_I, Qt::ShiftModifier, &Style::inter_links},
                                       {Qt::Key_W, Qt::NoModifier, &Style::ring_wrong},
                                       {Qt::Key_O, Qt::NoModifier, &Style::opacity_by_confidence}};
    Style wanted;
    {
        const Window window;
        window.open_made();
        for (const Switch& s : switches) {
            wanted.*s.member = !(window.session().view().style.*s.member);
            window.press(s.key, s.modifiers);
            CHECK(window.session().view().style.*s.member == wanted.*s.member);
        }
        window->close();
    }
    const Window again(Window::Start::again);
    for (const Switch& s : switches)
        CHECK(again.session().view().style.*s.member == wanted.*s.member);
}

TEST_CASE("a folder that is nothing known offers the one that was meant", "[shell]") {
    const Window window;
    const QString made = tests::write_folder(window.folder() / "results" / "made");
    CHECK_FALSE(window.open(QString::fromStdString((window.folder() / "results").string())));
    auto& box = window.find<QMessageBox>();
    REQUIRE(QTest::qWaitForWindowExposed(&box));
    CHECK(box.informativeText().contains("The folder holds made/."));
    CHECK(box.informativeText().contains("Did you mean"));
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    click(button_saying(box, "Open made"));
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    CHECK(window.session().dataset()->path == fs::canonical(made.toStdString()).string());
}

TEST_CASE("a folder of features and labels offers both", "[shell]") {
    const Window window;
    const fs::path folder = window.folder() / "arrays";
    tests::put_npy<float>(folder / "data_embed.npy", "<f4", "(4, 2)", {0, 1, 2, 3, 4, 5, 6, 8});
    tests::put_npy<std::int64_t>(folder / "label.npy", "<i8", "(4,)", {2, 0, 2, 1});
    CHECK_FALSE(window.open(QString::fromStdString(folder.string())));
    auto& box = window.find<QMessageBox>();
    REQUIRE(QTest::qWaitForWindowExposed(&box));
    CHECK(box.informativeText().contains("data_embed.npy with the labels of label.npy?"));
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    click(button_saying(box, "Open data_embed.npy"));
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    CHECK(window.session().dataset()->series.labels()[3] == 1);
    CHECK(window.session().dataset()->series.classes().names.size() == 3);
}

TEST_CASE("About has the version, and a link that opens the manual", "[shell]") {
    const Window window;
    window.action("About Epochscope").trigger();
    const QPointer<QMessageBox> box = &window.find<QMessageBox>();
    REQUIRE(QTest::qWaitForWindowExposed(box));
    CHECK(box->text().contains(QRegularExpression("Epochscope \\d+\\.\\d+\\.\\d+")));
    QLabel* link = nullptr;
    for (auto* label : box->findChildren<QLabel*>())
        if (label->text().contains("<a ")) link = label;
    REQUIRE(link != nullptr);
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Tab);
    QTest::keyClick(link, Qt::Key_Return);
    REQUIRE(window->findChild<ManualDialog*>() != nullptr);
    CHECK(window->findChild<ManualDialog*>()->isVisible());
    CHECK(QTest::qWaitFor([&] { return !box || !box->isVisible(); }, window_patience));
}
