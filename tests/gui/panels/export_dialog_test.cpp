#include "app/export/export_dialog.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/text_overlay.h"
#include "app/export/export_plan.h"
#include "app/export/export_preview.h"
#include "support.h"
#include "support/pictures.h"

#include <epochscope/export/figure.h>
#include <epochscope/export/frames.h>
#include <epochscope/io/open.h>
#include <epochscope/io/png.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
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

QString read_text(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
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
    named<QDoubleSpinBox>(*shown.dialog, "Width in pixels").setValue(1500);
    CHECK_THAT(shown.words(), contains("1500 \u00d7 1000"));
    shown.tick("Keep the aspect ratio", false);
    named<QDoubleSpinBox>(*shown.dialog, "Height in pixels").setValue(600);
    CHECK_THAT(shown.words(), contains("1500 \u00d7 600"));
    // More pixels than a picture may have is refused in words.
    named<QDoubleSpinBox>(*shown.dialog, "Width in pixels").setValue(16384);
    named<QDoubleSpinBox>(*shown.dialog, "Height in pixels").setValue(16384);
    CHECK_THAT(shown.words(), !contains("Writes"));
    CHECK_FALSE(shown.export_button().isEnabled());
}

TEST_CASE("a figure has a size on paper and letters in points", "[panels]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "figure.svg";
    const Shown shown({320, 200});
    auto& unit = named<QComboBox>(*shown.dialog, "Size");
    auto& letters = named<QDoubleSpinBox>(*shown.dialog, "Height of letters in points");
    CHECK_FALSE(letters.isVisible());
    shown.set_target(file);
    unit.setCurrentText("In millimetres");
    // A column of a paper, in the shape of the canvas.
    CHECK(shown.words() == "Writes 1 figure of 85.0 \u00d7 53.1 mm.");
    CHECK(letters.isVisible());
    shown.tick("Keep the aspect ratio", false);
    auto& width = named<QDoubleSpinBox>(*shown.dialog, "Width in millimetres");
    width.setFocus();
    width.selectAll();
    QTest::keyClicks(&width, "120");
    CHECK(shown.words() == "Writes 1 figure of 120.0 \u00d7 53.1 mm.");
    letters.setValue(12);
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    const QString svg = read_text(file);
    CHECK(svg.contains("width=\"120mm\""));
    CHECK(svg.contains("height=\"53.1mm\""));

    // In inches; a picture has 360 pixels in each.
    unit.setCurrentText("In inches");
    CHECK(shown.words() == "Writes 1 figure of 83.8 \u00d7 52.3 mm.");
    shown.set_target(folder.path() / "figure.png");
    named<QDoubleSpinBox>(*shown.dialog, "Width in inches").setValue(2);
    named<QDoubleSpinBox>(*shown.dialog, "Height in inches").setValue(1.5);
    CHECK(shown.words() == "Writes 1 picture of 720 \u00d7 540.");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    CHECK(read_png(folder.path() / "figure.png").size == Size{720, 540});
    // Back on the screen, nothing is left of it.
    unit.setCurrentText("In pixels");
    CHECK(shown.words() == "Writes 1 picture of 320 \u00d7 200.");
    CHECK_FALSE(letters.isVisible());
}

TEST_CASE("epochs of a frame are side by side under a title, as in the preview", "[panels]") {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "grid.png";
    const Shown shown({640, 240});
    shown.dialog->resize(1600, 800);
    shown.set_target(file);
    auto& epochs = named<QLineEdit>(*shown.dialog, "Epochs");
    CHECK(epochs.placeholderText() == "the one shown");
    epochs.setFocus();
    QTest::keyClicks(&epochs, "1,4");
    CHECK(shown.words() == "Writes 1 picture of 640 \u00d7 240 with 2 epochs side by side.");
    QTest::keyClicks(&named<QLineEdit>(*shown.dialog, "Title"), "Two epochs");
    CHECK_FALSE(named<QSlider>(*shown.dialog, "Frame of the preview").isVisible());

    FrameRun run;
    run.view = shown.session.view();
    run.view.style.class_legend = true;
    run.size = {640, 240};
    run.playheads = {0, 2};
    run.paint_text = [](PixelView picture, const Frame& frame) { paint_texts(picture, frame); };
    const Image expected =
        draw_figure(compose_figure(*shown.session.dataset(), run, "Two epochs"), run.paint_text);
    const auto& preview = named<ExportPreview>(*shown.dialog, "Preview");
    CHECK(QTest::qWaitFor(
        [&] {
            const QImage& picture = preview.picture();
            return preview.is_settled() && picture.width() == 640 &&
                   tests::look_alike(
                       {picture.constBits(), static_cast<std::size_t>(picture.sizeInBytes())},
                       expected.rgba);
        },
        tests::patience));
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    CHECK(read_png(file).rgba == expected.rgba);

    shown.set_target(folder.path() / "grid.svg");
    click(shown.export_button());
    REQUIRE(shown.waits_for("Written to"));
    CHECK(read_text(folder.path() / "grid.svg").contains("Two epochs"));
    // An epoch that is not there; without texts there is no title.
    epochs.setText("1,3");
    CHECK_THAT(shown.words(), contains("no epoch 3"));
    shown.tick("Include te&xt", false);
    CHECK_FALSE(named<QLineEdit>(*shown.dialog, "Title").isEnabled());
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
