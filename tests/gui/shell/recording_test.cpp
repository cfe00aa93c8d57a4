#include "gui/recording.h"

#include "app/project/project_dialog.h"
#include "app/project/recording_bar.h"
#include "app/sample/sample_panel.h"
#include "app/session/player.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>

#include <filesystem>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

QString words_of(const RecordingBar& bar) { return bar.findChild<QLabel*>()->text(); }

QPushButton& button(const QWidget& parent, const QString& words) {
    for (QPushButton* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == words) return *candidate;
    throw std::runtime_error("no button says " + words.toStdString());
}

/// What the dialog says happens.
QString words_of(const ProjectDialog& dialog) {
    for (QLabel* label : dialog.findChildren<QLabel*>())
        if (label->accessibleName() == "Status") return label->text();
    throw std::runtime_error("nothing is said");
}

QComboBox& method_of(const ProjectDialog& dialog) {
    for (QComboBox* box : dialog.findChildren<QComboBox*>())
        if (box->accessibleName() == "Method") return *box;
    throw std::runtime_error("no method is asked for");
}

bool has_neighbours(const Window& window) {
    return QTest::qWaitFor([&] { return window.session().dataset()->series.has_intra(); },
                           window_patience);
}

/// A projection of a recording of 12 samples and 3 epochs, as the time-travelling-visualizer has
/// it.
void write_projection(const fs::path& run, const std::string& name) {
    for (int epoch = 1; epoch <= 3; ++epoch)
        put_npy<float>(run / "visualize" / name / "epochs" / ("epoch_" + std::to_string(epoch)) /
                           "projection.npy",
                       "<f4", "(12, 2)", std::vector<float>(24, static_cast<float>(epoch)));
}

}  // namespace

TEST_CASE("a recording opens by its PCA and says so", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    const QString folder = write_recording(run);
    REQUIRE(window.open(folder));
    auto& bar = window.find<RecordingBar>();
    CHECK(bar.isVisible());
    const double share = window.session().dataset()->explained_variance.value();
    CHECK(words_of(bar) ==
          QString("A recording, shown by its two principal components (PCA): the plane shows %1 % "
                  "of the variance.")
              .arg(share * 100, 0, 'f', 1));
    CHECK(window->windowTitle() == "run: PCA — Epochscope");
    CHECK(window.session().dataset()->series.epoch_count() == 3);

    // Another folder is none, and the recording is among those opened last.
    window.open_made();
    CHECK_FALSE(bar.isVisible());
    REQUIRE(window.open(folder));
    CHECK(bar.isVisible());
    QTest::mouseClick(bar.findChild<QToolButton*>(), Qt::LeftButton);
    CHECK_FALSE(bar.isVisible());
    CHECK(QSettings().value("recent_folders").toStringList().front() ==
          QString::fromStdString(fs::canonical(run).string()));
}

TEST_CASE("a recording is dropped on the window", "[shell]") {
    const Window window;
    const QString folder = write_recording(window.folder() / "run");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    CHECK(enter.isAccepted());
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&*window, &drop);
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(window.session().dataset()->explained_variance);
}

TEST_CASE("neighbours in feature space follow, and nothing else moves", "[shell]") {
    Window window;
    REQUIRE(window.open(write_recording(window.folder() / "run")));
    window.session().set_playhead(1.5);
    window.session().select(4);
    Camera camera = window.session().view().camera;
    camera.zoom = 3;
    window.session().set_camera(camera);
    REQUIRE(has_neighbours(window));
    CHECK(window.session().playhead() == 1.5);
    CHECK(window.session().view().selection == std::vector<std::size_t>{4});
    CHECK(window.session().view().camera == camera);
    // The panel shows them: all five others of its class, and where they come from.
    auto& panel = window.find<SamplePanel>();
    const auto lists = panel.findChildren<QListView*>();
    REQUIRE(lists.size() >= 2);
    CHECK(QTest::qWaitFor(
        [&] {
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (label->text() == "nearest in feature space") return true;
            return false;
        },
        window_patience));
    window.open_made();
    CHECK_FALSE(window.session().dataset()->series.has_intra());
}

TEST_CASE("pictures of a recording's samples are there when it is open", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    const QString folder = write_recording(run);
    write_pictures(run / "dataset/images.npy", 12);
    REQUIRE(window.open(folder));
    CHECK(window.session().dataset()->thumbnails != nullptr);
    CHECK(window.find<StatusLine>().warnings().isEmpty());
    // Of another number of samples they are none, which is said.
    write_pictures(run / "dataset/images.npy", 11);
    REQUIRE(window.open(folder));
    CHECK(window.session().dataset()->thumbnails == nullptr);
    REQUIRE(window.find<StatusLine>().warnings().size() == 1);
    CHECK(window.find<StatusLine>().warnings()[0].contains("no pictures of samples are shown"));
}

TEST_CASE("a run with several projections offers its PCA, too", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    const QString folder = write_recording(run);
    write_projection(run, "dvi");
    REQUIRE(window.open(folder));
    CHECK_FALSE(window.session().dataset()->explained_variance);
    write_projection(run, "tsne");
    window->open(folder);
    QInputDialog* question = nullptr;
    REQUIRE(QTest::qWaitFor(
        [&] {
            question = window->findChild<QInputDialog*>();
            return question != nullptr && question->isVisible();
        },
        window_patience));
    CHECK(question->comboBoxItems() ==
          QStringList{"dvi", "tsne", "Principal components of the recording, computed now"});
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    question->findChild<QComboBox*>()->setCurrentIndex(2);
    QTest::mouseClick(&button(*question, "Open"), Qt::LeftButton);
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(window.session().dataset()->explained_variance);
}

TEST_CASE("a broken recording is told of and leaves what is open", "[shell]") {
    Window window;
    window.open_made();
    const auto before = window.session().dataset();
    const fs::path run = window.folder() / "run";
    const QString folder = write_recording(run);
    put_npy<float>(run / "epochs/epoch_2/embeddings.npy", "<f4", "(11, 3)", std::vector<float>(33));
    CHECK_FALSE(window.open(folder));
    auto* box = window->findChild<QMessageBox*>();
    REQUIRE(box != nullptr);
    CHECK(box->informativeText().contains("embeddings is 11 x 3, expected 12 x 3"));
    CHECK(window.session().dataset() == before);
    CHECK_FALSE(window.find<RecordingBar>().isVisible());
}

TEST_CASE("a recording that changes after it was opened stays as it was, with a word", "[shell]") {
    Window window;
    window.action("Follow folders that grow").trigger();
    const fs::path run = window.folder() / "run";
    // Enough that its neighbours are not found before it changes.
    const QString folder = write_recording(run, {.samples = 600, .dimension = 32, .epochs = 40});
    REQUIRE(window.open(folder));
    const auto series = window.session().dataset()->series;
    fs::resize_file(run / "epochs/epoch_40/embeddings.npy", 200);
    const auto& status = window.find<StatusLine>();
    // Found in time, or not: then it is said, and those in the plane stay.
    REQUIRE(QTest::qWaitFor(
        [&] {
            return window.session().dataset()->series.has_intra() || !status.warnings().isEmpty();
        },
        window_patience));
    CHECK(window.session().dataset()->series.has_intra() == status.warnings().isEmpty());
    CHECK(window.session().shows(*window.session().dataset()));
    CHECK(window.session().dataset()->series.positions(39).data() == series.positions(39).data());
}

TEST_CASE("a recording is projected out of the window, and the result opens", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    QTest::mouseClick(&button(window.find<RecordingBar>(), "Project…"), Qt::LeftButton);
    auto& dialog = window.find<ProjectDialog>();
    CHECK(dialog.isVisible());
    // Asked for again, it is the same one.
    window.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(window->findChildren<ProjectDialog*>().size() == 1);
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    method_of(dialog).setCurrentText("Principal components (PCA)");
    QTest::mouseClick(&button(dialog, "&Project"), Qt::LeftButton);
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    const fs::path made = window.folder() / "run-pca";
    CHECK(window.session().dataset()->path == fs::canonical(made).string());
    CHECK(window.session().dataset()->format == "arrays");
    CHECK(window.session().dataset()->series.has_inter());
    CHECK_FALSE(window.find<RecordingBar>().isVisible());
    CHECK(window.find<StatusLine>().currentMessage().contains("of the variance"));
    CHECK(QTest::qWaitFor([&] { return window->findChild<ProjectDialog*>() == nullptr; },
                          window_patience));
}

TEST_CASE("a projection in the place of a folder that was opened before plays once", "[shell]") {
    const Window window(Window::Start::untouched);
    REQUIRE(window.open(write_recording(window.folder() / "run")));
    const fs::path made = window.folder() / "run-pca";
    for (int time = 0; time < 2; ++time) {
        fs::remove_all(made);
        window.press(Qt::Key_P, Qt::ControlModifier);
        auto& dialog = window.find<ProjectDialog>();
        method_of(dialog).setCurrentText("Principal components (PCA)");
        QSignalSpy finished(&*window, &MainWindow::open_finished);
        QTest::mouseClick(&button(dialog, "&Project"), Qt::LeftButton);
        REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
        CHECK(window.session().dataset()->path == fs::canonical(made).string());
        CHECK(window->player().is_playing_once());
        REQUIRE(QTest::qWaitFor([&] { return window->findChild<ProjectDialog*>() == nullptr; },
                                window_patience));
    }
    // Known by now.
    REQUIRE(window.open(QString::fromStdString(made.string())));
    CHECK_FALSE(window->player().is_playing());
}

TEST_CASE("closing the window while it projects leaves nothing", "[shell]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    {
        Window window;
        REQUIRE(
            window.open(write_recording(run, {.samples = 1500, .dimension = 64, .epochs = 12})));
        window.press(Qt::Key_P, Qt::ControlModifier);
        auto& dialog = window.find<ProjectDialog>();
        // Not spacetime, which has much to do before its first epoch.
        method_of(dialog).setCurrentText("t-SNE");
        QTest::mouseClick(&button(dialog, "&Project"), Qt::LeftButton);
        CHECK(button(dialog, "Cancel").isVisible());
        REQUIRE(QTest::qWaitFor([&] { return words_of(dialog).startsWith("Epoch "); },
                                window_patience));
        window->close();
    }
    std::vector<fs::path> left(fs::directory_iterator(folder.path()), {});
    CHECK(left == std::vector<fs::path>{run});
}

TEST_CASE("a file of features forms its projection at once, in the colours of its labels",
          "[shell]") {
    Window window;
    const fs::path x = window.folder() / "x.npy";
    std::vector<float> numbers;
    for (int i = 0; i < 60 * 4; ++i) numbers.push_back(static_cast<float>(i * i % 13 + i % 3 * 30));
    put_npy<float>(x, "<f4", "(60, 4)", numbers);
    std::vector<std::int64_t> labels;
    for (int i = 0; i < 60; ++i) labels.push_back(i % 3);
    put_npy<std::int64_t>(window.folder() / "y.npy", "<i8", "(60,)", labels);
    window->open(QString::fromStdString(x.string()),
                 {.labels = (window.folder() / "y.npy").string()});
    // First by its components, with the dialog over it; then the folder that the dialog wrote.
    REQUIRE(QTest::qWaitFor([&] { return window->findChild<ProjectDialog*>() != nullptr; },
                            window_patience));
    CHECK(window.session().dataset()->series.class_count() == 3);
    const std::string made = (fs::canonical(window.folder()) / "x-tsne").string();
    REQUIRE(
        QTest::qWaitFor([&] { return window.session().dataset()->path == made; }, window_patience));
    CHECK(window.session().dataset()->series.class_count() == 3);
    CHECK(window.session().dataset()->series.epoch_count() == 1);
    CHECK(QTest::qWaitFor([&] { return window->findChild<ProjectDialog*>() == nullptr; },
                          window_patience));
}
