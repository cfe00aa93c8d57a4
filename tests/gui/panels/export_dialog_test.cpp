#include "app/export/export_dialog.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/text_overlay.h"
#include "app/export/export_plan.h"
#include "app/export/export_preview.h"
#include "support.h"
#include "support/pictures.h"

#include <epochscope/export/frames.h>
#include <epochscope/io/open.h>
#include <epochscope/io/png.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>

#include <cstdlib>

using namespace epochscope;
using namespace epochscope::app;
using tests::contains;
using tests::named;

namespace {

QPushButton& button(const QWidget& parent, const QString& words) {
    for (QPushButton* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == words) return *candidate;
    throw std::runtime_error("no button says " + words.toStdString());
}

void click(QAbstractButton& target) { QTest::mouseClick(&target, Qt::LeftButton); }

struct Shown {
    explicit Shown(Size canvas = {320, 200}, double scale = 1) {
        session.set_dataset(tests::tiny_dataset());
        dialog = std::make_unique<ExportDialog>(model, canvas, scale);
        dialog->show();
    }
    void choose(const QString& kind) const {
        for (auto* radio : dialog->findChildren<QRadioButton*>())
            if (radio->text() == kind) radio->click();
    }
    void tick(const QString& words, bool on) const {
        for (auto* box : dialog->findChildren<QCheckBox*>())
            if (box->text() == words) box->setChecked(on);
    }
    void set_target(const std::filesystem::path& target) const {
        named<QLineEdit>(*dialog, "Target").setText(QString::fromStdString(target.string()));
    }
    [[nodiscard]] std::string words() const {
        return named<QLabel>(*dialog, "What will be written").text().toStdString();
    }
    [[nodiscard]] bool waits_for(const QString& beginning) const {
        return QTest::qWaitFor(
            [&] { return QString::fromStdString(words()).startsWith(beginning); }, tests::patience);
    }
    [[nodiscard]] QPushButton& export_button() const { return button(*dialog, "&Export"); }

    Session session;
    SessionCanvasModel model{session};
    std::unique_ptr<ExportDialog> dialog;
};

}  // namespace

TEST_CASE("the dialog writes the picture it promised", "[panels]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "frame.png";
    Shown shown;
    shown.session.set_playhead(1.5);
    shown.session.select(0);
    shown.set_target(file);
    named<QComboBox>(*shown.dialog, "Size").setCurrentIndex(1);
    CHECK(shown.words() == "Writes 1 picture of 640 \u00d7 400.");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));

    ViewState view = shown.session.view();
    view.scale = 2;
    view.style.class_legend = true;
    const Image expected =
        render_picture(*shown.session.dataset(), view, {640, 400},
                       [](PixelView picture, const Frame& frame) { paint_texts(picture, frame); });
    const Image written = read_png(file);
    CHECK(written.size == Size{640, 400});
    CHECK(written.rgba == expected.rgba);
}

TEST_CASE("class names and the legend are exported where they are ticked", "[panels]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "frame.png";
    const Shown shown({400, 300});
    shown.set_target(file);
    REQUIRE_FALSE(shown.session.view().style.class_names);
    const auto picture = [&](bool names, bool legend) {
        ViewState view = shown.session.view();
        view.style.class_names = names;
        view.style.class_legend = legend;
        return render_picture(
                   *shown.session.dataset(), view, {400, 300},
                   [](PixelView pixels, const Frame& frame) { paint_texts(pixels, frame); })
            .rgba;
    };
    const auto written = [&] {
        std::filesystem::remove(file);
        click(shown.export_button());
        REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(file); }, tests::patience));
        REQUIRE(shown.waits_for("Written to"));
        return read_png(file).rgba;
    };
    // Two classes: the legend is there without asking.
    CHECK(tests::look_alike(written(), picture(false, true)));
    shown.tick("Class &names", true);
    shown.tick("&Legend of the classes", false);
    CHECK(tests::look_alike(written(), picture(true, false)));
    CHECK_FALSE(tests::look_alike(picture(true, false), picture(false, false)));
    shown.tick("Include te&xt", false);
    CHECK_FALSE(tests::look_alike(written(), picture(false, false)));
    CHECK(shown.session.view().style.class_names == false);
}

TEST_CASE("the preview is the picture that will be written", "[panels]") {
    const Shown shown({320, 240});
    shown.dialog->resize(1200, 700);
    const auto& preview = named<ExportPreview>(*shown.dialog, "Preview");
    const auto expected = [&](double playhead, bool names) {
        ViewState view = shown.session.view();
        view.playhead = playhead;
        view.style.class_names = names;
        view.style.class_legend = true;
        return render_picture(
            *shown.session.dataset(), view, {320, 240},
            [](PixelView pixels, const Frame& frame) { paint_texts(pixels, frame); });
    };
    const auto shows = [&](const Image& image) {
        return QTest::qWaitFor(
            [&] {
                const QImage& picture = preview.picture();
                return preview.is_settled() && picture.width() == image.size.width &&
                       tests::look_alike(
                           {picture.constBits(), static_cast<std::size_t>(picture.sizeInBytes())},
                           image.rgba);
            },
            tests::patience);
    };
    CHECK(shows(expected(0, false)));
    shown.tick("Class &names", true);
    CHECK(shows(expected(0, true)));
    // Of a run the last frame, until another one is chosen.
    shown.choose("F&rames");
    CHECK(shows(expected(2, true)));
    auto& frame = named<QSlider>(*shown.dialog, "Frame of the preview");
    REQUIRE(frame.isVisible());
    frame.setValue(0);
    CHECK(shows(expected(0, true)));
}

TEST_CASE("sizes in pixels keep the canvas's shape, or not", "[panels]") {
    Shown shown({300, 200}, 2);
    named<QComboBox>(*shown.dialog, "Size").setCurrentIndex(3);
    named<QSpinBox>(*shown.dialog, "Width in pixels").setValue(1500);
    CHECK_THAT(shown.words(), contains("1500 \u00d7 1000"));
    shown.tick("Keep the aspect ratio", false);
    named<QSpinBox>(*shown.dialog, "Height in pixels").setValue(600);
    CHECK_THAT(shown.words(), contains("1500 \u00d7 600"));
    // More pixels than a picture may have is refused in words.
    named<QSpinBox>(*shown.dialog, "Width in pixels").setValue(16384);
    named<QSpinBox>(*shown.dialog, "Height in pixels").setValue(16384);
    CHECK_THAT(shown.words(), !contains("Writes"));
    CHECK_FALSE(shown.export_button().isEnabled());
}

TEST_CASE("what cannot be exported is said while it is typed", "[panels]") {
    const tests::TemporaryFolder folder;
    Shown shown;
    SECTION("no target") {
        shown.set_target("");
        CHECK_THAT(shown.words(), contains("Choose the file or folder"));
    }
    SECTION("a folder that is not there") {
        shown.set_target(folder.path() / "missing" / "a.png");
        CHECK_THAT(shown.words(), contains("does not exist"));
    }
    SECTION("another ending") {
        shown.set_target(folder.path() / "a.jpg");
        CHECK_THAT(shown.words(), contains(".png"));
    }
    SECTION("a folder for a file") {
        shown.set_target(folder.path());
        CHECK_THAT(shown.words(), contains("is a folder"));
    }
    SECTION("epochs that are none, or not held") {
        shown.choose("F&rames");
        shown.set_target(folder.path());
        named<QLineEdit>(*shown.dialog, "Epochs").setText("1,x");
        CHECK_THAT(shown.words(), contains("\"x\" is not an epoch"));
        named<QLineEdit>(*shown.dialog, "Epochs").setText("1,3");
        CHECK_THAT(shown.words(), contains("no epoch 3"));
    }
    CHECK_FALSE(shown.export_button().isEnabled());
}

TEST_CASE("a run of frames is written, numbered, and asks before it writes over one", "[panels]") {
    const tests::TemporaryFolder folder;
    Shown shown;
    shown.choose("F&rames");
    shown.set_target(folder.path() / "run");
    named<QSpinBox>(*shown.dialog, "Frames between epochs").setValue(2);
    CHECK(shown.words() == "Writes 5 frames of 320 \u00d7 200.");
    named<QLineEdit>(*shown.dialog, "Epochs").setText("1,4");
    CHECK(shown.words() == "Writes 3 frames of 320 \u00d7 200.");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    const auto third = folder.path() / "run" / "frame_00003.png";
    CHECK(std::filesystem::exists(third));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "run" / "frame_00004.png"));

    std::filesystem::resize_file(third, 0);
    click(shown.export_button());
    auto* question = shown.dialog->findChild<QMessageBox*>();
    REQUIRE(question != nullptr);
    SECTION("refused") {
        question->reject();
        QTest::qWait(50);
        CHECK(std::filesystem::file_size(third) == 0);
    }
    SECTION("agreed") {
        click(button(*question, "&Overwrite"));
        CHECK(QTest::qWaitFor([&] { return std::filesystem::file_size(third) > 0; },
                              tests::patience));
        REQUIRE(shown.waits_for("Written to"));
    }
}

TEST_CASE("a long run is cancelled, and what is there is whole", "[panels]") {
    const tests::TemporaryFolder folder;
    Shown shown;
    shown.choose("F&rames");
    shown.set_target(folder.path() / "run");
    named<QSpinBox>(*shown.dialog, "Frames between epochs").setValue(1000);
    CHECK_THAT(shown.words(), contains("2,001 frames"));
    click(shown.export_button());
    const auto& progress = named<QProgressBar>(*shown.dialog, "Progress");
    REQUIRE(QTest::qWaitFor([&] { return progress.value() > 0; }, tests::patience));
    CHECK_FALSE(shown.export_button().isEnabled());
    // Escape stops the work before it closes the dialog.
    QTest::keyClick(shown.dialog.get(), Qt::Key_Escape);
    REQUIRE(shown.waits_for("Cancelled"));
    CHECK(shown.dialog->isVisible());
    std::size_t written = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "run")) {
        CHECK(read_png(entry.path()).size == Size{320, 200});
        ++written;
    }
    CHECK(written < 2001);
    QTest::keyClick(shown.dialog.get(), Qt::Key_Escape);
    CHECK_FALSE(shown.dialog->isVisible());
}

TEST_CASE("a dialog that goes away takes its work with it", "[panels]") {
    const tests::TemporaryFolder folder;
    Shown shown;
    shown.choose("F&rames");
    shown.set_target(folder.path() / "run");
    named<QSpinBox>(*shown.dialog, "Frames between epochs").setValue(1000);
    click(shown.export_button());
    shown.dialog.reset();
    CHECK_FALSE(std::filesystem::exists(folder.path() / "run" / "frame_02001.png"));
}

TEST_CASE("a picture that cannot be written is an error in the dialog", "[panels]") {
    Shown shown;
    shown.set_target("/proc/frame.png");
    click(shown.export_button());
    REQUIRE(shown.waits_for("/proc/frame.png"));
    CHECK(shown.export_button().isEnabled());
}

TEST_CASE("without ffmpeg a video cannot be chosen, and the dialog says why", "[panels]") {
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nowhere");
    const Shown shown;
    qputenv("PATH", path);
    for (auto* radio : shown.dialog->findChildren<QRadioButton*>())
        CHECK(radio->isEnabled() == (radio->text() != "&Video"));
    bool told = false;
    for (const auto* label : shown.dialog->findChildren<QLabel*>())
        told = told || label->text().contains("needs the ffmpeg program");
    CHECK(told);
}

TEST_CASE("a video says how long it will be", "[panels]") {
    if (!have_ffmpeg()) return tests::skip("there is no ffmpeg");
    const tests::TemporaryFolder folder;
    Shown shown;
    shown.choose("&Video");
    shown.set_target(folder.path() / "film.mp4");
    named<QDoubleSpinBox>(*shown.dialog, "Frames a second").setValue(7);
    CHECK(shown.words() == "Writes 21 frames of 320 \u00d7 200, 3.0 s at 7 frames a second.");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    CHECK(std::filesystem::file_size(folder.path() / "film.mp4") > 1000);
}

TEST_CASE("a web page says how large it will be, and is written", "[panels]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "page.html";
    const Shown shown;
    shown.choose("Web pa&ge");
    CHECK_FALSE(named<QComboBox>(*shown.dialog, "Size").isEnabled());
    CHECK(named<QLineEdit>(*shown.dialog, "Target").text().endsWith(".html"));
    shown.set_target(folder.path() / "page.png");
    CHECK(shown.words() == "The file's name must end in .html.");
    shown.set_target(file);
    named<QLineEdit>(*shown.dialog, "Epochs").setText("1,4");
    CHECK_FALSE(shown.export_button().isEnabled());
    CHECK_THAT(shown.words(), contains("finding its size"));
    REQUIRE(QTest::qWaitFor([&] { return shown.export_button().isEnabled(); }, tests::patience));
    const std::string told = shown.words();
    CHECK_THAT(told, contains(" at 2 epochs, "));
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    const auto size = QLocale().formattedDataSize(
        static_cast<qint64>(std::filesystem::file_size(file)), 1, QLocale::DataSizeSIFormat);
    CHECK_THAT(told, contains(size.toStdString()));
}

TEST_CASE("frames travel through bookmarks in place of epochs", "[panels]") {
    const tests::TemporaryFolder folder;
    Shown shown;
    const auto bookmarks = [](const ExportDialog& dialog) -> QCheckBox& {
        for (auto* box : dialog.findChildren<QCheckBox*>())
            if (box->text() == "Boo&kmarks") return *box;
        throw std::runtime_error("nothing is called bookmarks");
    };
    shown.choose("F&rames");
    CHECK_FALSE(bookmarks(*shown.dialog).isEnabled());
    ViewState first = shown.session.view();
    ViewState second = first;
    second.playhead = 2;
    second.camera.zoom = 3;
    shown.dialog = std::make_unique<ExportDialog>(shown.model, Size{320, 200}, 1.0,
                                                  std::vector{first, second});
    shown.dialog->show();
    shown.choose("F&rames");
    bookmarks(*shown.dialog).click();
    CHECK_FALSE(named<QLineEdit>(*shown.dialog, "Epochs").isEnabled());
    named<QSpinBox>(*shown.dialog, "Frames between epochs").setValue(4);
    shown.set_target(folder.path() / "tour");
    CHECK(shown.words() == "Writes 5 frames of 320 \u00d7 200.");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    second.style.class_legend = true;
    const Image expected =
        render_picture(*shown.session.dataset(), second, {320, 200},
                       [](PixelView picture, const Frame& frame) { paint_texts(picture, frame); });
    CHECK(read_png(folder.path() / "tour" / "frame_00005.png").rgba == expected.rgba);
}
