#include "app/canvas/text_overlay.h"
#include "app/export/export_dialog.h"
#include "app/neighbours/neighbour_model.h"
#include "app/session/player.h"
#include "app/timeline/track.h"
#include "gui/journey/folder_as_written.h"
#include "gui/shell/window.h"
#include "support/pictures.h"

#include <epochscope/export/frames.h>
#include <epochscope/gl/gl_renderer.h>
#include <epochscope/io/png.h>

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QWindow>

#include <algorithm>
#include <cmath>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::FolderAsWritten;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

std::vector<Renderer> renderers() {
    if (!gl::probe().usable) return {Renderer::raster};
    return {Renderer::raster, Renderer::gl};
}

template <typename Widget>
Widget& named(const QWidget& parent, const QString& name) {
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == name) return *widget;
    throw std::runtime_error("no widget is called " + name.toStdString());
}

/// A person at the window, who knows the folder's files.
struct Person {
    Person(const std::filesystem::path& folder, Renderer renderer)
        : window(Window::Start::first, renderer), path(folder), written(folder) {}

    void open_by_dialog() const;
    void scrub_to(double playhead) const;
    [[nodiscard]] QPoint canvas_place(std::size_t sample) const;
    [[nodiscard]] std::size_t loneliest() const;
    [[nodiscard]] std::vector<int> listed(const char* list) const;
    [[nodiscard]] int lines(bool dashed) const;
    void play_to_the_end() const;
    void export_to(const std::filesystem::path& file) const;

    Window window;
    std::filesystem::path path;
    FolderAsWritten written;
};

void Person::open_by_dialog() const {
    window.press(Qt::Key_O, Qt::ControlModifier);
    auto& dialog = window.find<QFileDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    auto* name = dialog.findChild<QLineEdit*>("fileNameEdit");
    REQUIRE(name != nullptr);
    // Without the completions, which are a popup that would stay where keys are sent past it.
    name->setCompleter(nullptr);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QString::fromStdString(path.string()));
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    REQUIRE(QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; },
                            window_patience));
    REQUIRE(QApplication::activePopupWidget() == nullptr);
    REQUIRE(window.session().dataset() != nullptr);
    CHECK(window.session().dataset()->path == path.string());
    REQUIRE(QTest::qWaitFor([&] { return window->canvas().isVisible(); }, window_patience));
}

/// Drags the handle of the track.
void Person::scrub_to(double playhead) const {
    auto& track = window.find<Track>();
    const auto at = [&](double where) {
        return QPoint(static_cast<int>(std::round(track.x_at(where))), track.height() / 2);
    };
    QTest::mousePress(&track, Qt::LeftButton, {}, at(window.session().playhead()));
    QMouseEvent move(QEvent::MouseMove, at(playhead), track.mapToGlobal(at(playhead)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(&track, &move);
    QTest::mouseRelease(&track, Qt::LeftButton, {}, at(playhead));
    const double pixel = 1 / (track.x_at(playhead + 0.5) - track.x_at(playhead - 0.5));
    CHECK(window.session().playhead() == Approx(playhead).margin(pixel));
}

/// The frame (-8,-8)..(8,8), y upwards, is stretched to the canvas.
QPoint Person::canvas_place(std::size_t sample) const {
    const Point at = written.place(sample, window.session().playhead());
    const Canvas& canvas = window->canvas();
    return {static_cast<int>(std::lround((at.x + 8) / 16 * static_cast<float>(canvas.width()))),
            static_cast<int>(std::lround((8 - at.y) / 16 * static_cast<float>(canvas.height())))};
}

/// The sample farthest from all others on the canvas: nothing lies over it.
std::size_t Person::loneliest() const {
    std::size_t found = 0;
    double most = -1;
    for (std::size_t i = 0; i < written.sample_count(); ++i) {
        double nearest = 1e9;
        for (std::size_t j = 0; j < written.sample_count(); ++j) {
            const QPoint way = canvas_place(i) - canvas_place(j);
            if (i != j) nearest = std::min(nearest, std::hypot(way.x(), way.y()));
        }
        if (nearest > most) found = i;
        most = std::max(most, nearest);
    }
    REQUIRE(most > 16);
    return found;
}

/// The neighbours that a list of the panel shows, without those lost.
std::vector<int> Person::listed(const char* list) const {
    std::vector<int> samples;
    const QAbstractItemModel& model = *named<QListView>(*window, list).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(NeighbourModel::change_role).toInt() != static_cast<int>(Change::lost))
            samples.push_back(index.data(NeighbourModel::sample_role).toInt());
    }
    return samples;
}

int Person::lines(bool dashed) const {
    const auto all = window->canvas().frame().lines;
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const Line& l) { return l.dashed == dashed; }));
}

void Person::play_to_the_end() const {
    for (int times = 0; times < 3; ++times) window.press(Qt::Key_BracketRight);
    CHECK(window->player().rate() == 8);
    window.press(Qt::Key_Space);
    CHECK(window->player().is_playing());
    REQUIRE(QTest::qWaitFor([&] { return !window->player().is_playing(); }, 60'000));
    CHECK(window.session().playhead() == static_cast<double>(written.epoch_count() - 1));
}

void Person::export_to(const std::filesystem::path& file) const {
    window.press(Qt::Key_E, Qt::ControlModifier);
    auto& dialog = window.find<ExportDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    auto& target = named<QLineEdit>(dialog, "Target");
    target.setFocus();
    target.selectAll();
    QTest::keyClicks(&target, QString::fromStdString(file.string()));
    QTest::keyClick(&target, Qt::Key_Return);
    const auto& words = named<QLabel>(dialog, "What will be written");
    REQUIRE(
        QTest::qWaitFor([&] { return words.text().startsWith("Written to"); }, window_patience));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
}

void check_links(const Person& person, std::size_t intra, std::size_t inter) {
    const int solid = person.lines(false);
    CHECK(person.lines(true) == static_cast<int>(inter));
    person.window.press(Qt::Key_I, Qt::ShiftModifier);
    CHECK(person.lines(true) == 0);
    CHECK(person.lines(false) == solid);
    const QImage without = person.window->canvas().grab_picture();
    person.window.press(Qt::Key_I);
    CHECK(person.lines(false) == solid - static_cast<int>(intra));
    CHECK(person.window->canvas().grab_picture() != without);
    person.window.press(Qt::Key_I);
    person.window.press(Qt::Key_I, Qt::ShiftModifier);
    CHECK(person.lines(true) == static_cast<int>(inter));
    CHECK(person.lines(false) == solid);
}

void check_exported(const Person& person, const std::filesystem::path& file) {
    person.export_to(file);
    const Canvas& canvas = person.window->canvas();
    ViewState view = person.window.session().view();
    view.scale = canvas.devicePixelRatioF();
    view.style.class_legend = true;  // as the dialog offers for few classes
    const Image expected =
        render_picture(*person.window.session().dataset(), view, canvas.pixel_size(),
                       [](PixelView picture, const Frame& frame) { paint_texts(picture, frame); });
    const Image exported = read_png(file);
    CHECK(exported.size == canvas.pixel_size());
    CHECK(tests::look_alike(exported.rgba, expected.rgba));
}

void check_bad_folder_changes_nothing(const Person& person) {
    Session& session = person.window.session();
    const auto dataset = session.dataset();
    const ViewState before = session.view();
    const QString title = person.window->windowTitle();
    const auto bad = person.window.folder() / "bad";
    std::filesystem::create_directories(bad);
    std::ofstream(bad / "info.json") << R"({"label_text":["a"],"label_index":[0]})";
    std::ofstream(bad / "data.json") << R"({"1":{"projection":[[0,0],[1,1]]}})";
    CHECK_FALSE(person.window.open(QString::fromStdString(bad.string())));
    auto& box = person.window.find<QMessageBox>();
    CHECK(box.isVisible());
    CHECK_THAT(box.informativeText().toStdString(), tests::contains("data.json"));
    QTest::keyClick(&box, Qt::Key_Escape);
    CHECK(session.dataset() == dataset);
    CHECK(session.playhead() == before.playhead);
    CHECK(session.view().selection == before.selection);
    CHECK(session.view().camera == before.camera);
    CHECK(session.view().style == before.style);
    CHECK(person.window->windowTitle() == title);
}

void journey(const std::filesystem::path& folder, Renderer renderer) {
    const Person person(folder, renderer);
    person.open_by_dialog();
    CHECK(person.window->canvas().renderer() == renderer);
    person.scrub_to(3.25);

    const std::size_t sample = person.loneliest();
    // Clicking means what is seen.
    REQUIRE(QTest::qWaitFor([&] { return person.window->canvas().is_settled(); }, window_patience));
    QTest::mouseClick(&person.window->canvas(), Qt::LeftButton, {}, person.canvas_place(sample));
    REQUIRE(person.window.session().view().selection == std::vector<std::size_t>{sample});
    const auto intra = person.written.neighbours("intra_similarity", 3, sample);
    const auto inter = person.written.neighbours("inter_similarity", 3, sample);
    REQUIRE_FALSE(intra.empty());
    REQUIRE_FALSE(inter.empty());
    CHECK(person.listed("Intra-class neighbours") == intra);
    CHECK(person.listed("Inter-class neighbours") == inter);
    check_links(person, intra.size(), inter.size());

    person.play_to_the_end();
    CHECK(person.listed("Intra-class neighbours") ==
          person.written.neighbours("intra_similarity", person.written.epoch_count() - 1, sample));
    person.scrub_to(2.5);
    check_exported(person, person.window.folder() / "seen.png");
    check_bad_folder_changes_nothing(person);
}

}  // namespace

TEST_CASE("a folder is opened, scrubbed, asked, played and exported", "[journey]") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    const tests::TemporaryFolder folder;
    tests::write_drifting_folder(folder.path() / "drifting");
    journey(folder.path() / "drifting", renderer);
}

TEST_CASE("the same journey through the real first process", "[journey]") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    journey(tests::test_data("process1"), renderer);
}
