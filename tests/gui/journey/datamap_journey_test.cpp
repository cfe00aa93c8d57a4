#include "app/canvas/canvas_model.h"
#include "app/datamap/canvas_area.h"
#include "app/review/review_model.h"
#include "app/review/review_panel.h"
#include "app/table/sample_table.h"
#include "app/table/sample_table_model.h"
#include "gui/shell/window.h"
#include "support/data.h"

#include <epochscope/model/playhead.h>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

using Samples = std::vector<std::size_t>;

QJsonObject json_of(const std::filesystem::path& file) {
    QFile in(QString::fromStdString(file.string()));
    REQUIRE(in.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(in.readAll()).object();
}

/// The mean and the variance of the probability of each sample's label over a folder's epochs, as
/// its files have it: what is wrong has what confidence leaves over, shared by nine classes.
struct Told {
    std::vector<double> mean;
    std::vector<double> variance;

    explicit Told(const std::filesystem::path& folder) {
        const QJsonArray labels = json_of(folder / "info.json")["label_index"].toArray();
        const QJsonObject epochs = json_of(folder / "data.json");
        for (qsizetype i = 0; i < labels.size(); ++i) {
            double sum = 0;
            double squares = 0;
            for (const auto& epoch : epochs) {
                const double c = epoch.toObject()["confidence"].toArray()[i].toDouble();
                const bool right = epoch.toObject()["prediction"].toArray()[i] == labels[i];
                const double p = right ? c : (1 - c) / 9;
                sum += p;
                squares += p * p;
            }
            const auto count = static_cast<double>(epochs.size());
            mean.push_back(sum / count);
            variance.push_back(squares / count - mean.back() * mean.back());
        }
    }
};

/// Somebody who looks at the data map of a folder.
struct Looker {
    explicit Looker(const std::filesystem::path& folder, Renderer renderer)
        : window(Window::Start::first, renderer), told(folder) {
        REQUIRE(window.open(QString::fromStdString(folder.string())));
    }

    void settle() const {
        REQUIRE(QTest::qWaitFor(
            [this] {
                return window->canvas().is_settled() && canvas_area().map_canvas() != nullptr &&
                       map().model().dataset() && map().is_settled();
            },
            window_patience));
    }
    [[nodiscard]] CanvasArea& canvas_area() const { return window->canvas_area(); }
    [[nodiscard]] Canvas& map() const { return *canvas_area().map_canvas(); }
    /// Where a place of the map is on its canvas.
    [[nodiscard]] QPoint at(double variance, double mean) const {
        const auto dataset = map().model().dataset();
        const Mapping mapping =
            mapping_of(map().model().camera(), dataset->series.frame(), map().pixel_size());
        const Pixel p = mapping.to_pixel({static_cast<float>(variance), static_cast<float>(mean)});
        return (QPointF(p.x, p.y) / map().devicePixelRatioF()).toPoint();
    }
    void lasso(const std::vector<QPoint>& line) const {
        QTest::mousePress(&map(), Qt::LeftButton, Qt::ControlModifier, line.front());
        for (const QPoint p : line) {
            QMouseEvent move(QEvent::MouseMove, p, map().mapToGlobal(p), Qt::NoButton,
                             Qt::LeftButton, Qt::ControlModifier);
            QApplication::sendEvent(&map(), &move);
        }
        QTest::mouseRelease(&map(), Qt::LeftButton, Qt::ControlModifier, line.back());
    }
    [[nodiscard]] Samples picked() const {
        const auto& set = window.session().view().picked;
        return set ? Samples{set->samples().begin(), set->samples().end()} : Samples{};
    }

    Window window;
    Told told;
};

/// Those whose mean is low: everything to the lower left of the line is lassoed.
void lasso_and_check(const Looker& looker) {
    constexpr double most_variance = 0.06;
    constexpr double most_mean = 0.4;
    const QPoint corner = looker.at(most_variance, most_mean);
    const QPoint end(2, looker.map().height() - 2);
    looker.lasso({{end.x(), corner.y()}, corner, {corner.x(), end.y()}, end});
    const Samples picked = looker.picked();
    REQUIRE(picked.size() > 20);
    Samples missed;
    Samples strayed;
    for (std::size_t i = 0; i < looker.told.mean.size(); ++i) {
        const QPoint p = looker.at(looker.told.variance[i], looker.told.mean[i]);
        const bool is_picked = std::binary_search(picked.begin(), picked.end(), i);
        if (p.x() < corner.x() - 1 && p.y() > corner.y() + 1 && !is_picked) missed.push_back(i);
        if ((p.x() > corner.x() + 1 || p.y() < corner.y() - 1) && is_picked) strayed.push_back(i);
    }
    CHECK(missed == Samples{});
    CHECK(strayed == Samples{});
}

void look_through_table(const Looker& looker) {
    looker.window.press(Qt::Key_3, Qt::ControlModifier);
    auto& panel = looker.window.find<SampleTable>();
    const auto settle = [&] {
        REQUIRE(QTest::qWaitFor([&] { return panel.isVisible() && panel.model().is_settled(); },
                                window_patience));
    };
    settle();
    CHECK(panel.model().samples().size() == looker.told.mean.size());
    auto& only_picked = *panel.findChild<QCheckBox*>();
    QTest::mouseClick(&only_picked, Qt::LeftButton, {}, {8, only_picked.height() / 2});
    settle();
    const auto& rows = panel.model().samples();
    REQUIRE(Samples(rows.begin(), rows.end()) == looker.picked());
    auto& table = *panel.findChild<QTableView*>();
    const QModelIndex third = panel.model().index(2, 0);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(third).center());
    const std::size_t sample = looker.picked()[2];
    CHECK(looker.window.session().view().selection == Samples{sample});
    for (const Canvas* canvas : {&looker.window->canvas(), &looker.map()}) {
        const Frame frame = canvas->frame();
        const Pixel place = frame.points.pixel_of(sample);
        CHECK(std::any_of(frame.markers.begin(), frame.markers.end(),
                          [&](const Marker& m) { return m.centre == place; }));
        CHECK(frame.points.is_picked(sample));
    }
}

void save_and_read_back(const Looker& looker) {
    looker.window.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto& dialog = looker.window.find<QFileDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    const auto file = looker.window.folder() / "picked.csv";
    auto& name = *dialog.findChild<QLineEdit*>("fileNameEdit");
    name.setCompleter(nullptr);
    name.setText(QString::fromStdString(file.string()));
    QTest::keyClick(&name, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(file); }, window_patience));
    QFile in(QString::fromStdString(file.string()));
    REQUIRE(in.open(QIODevice::ReadOnly));
    QStringList lines = QString::fromUtf8(in.readAll()).split("\r\n");
    REQUIRE(lines.takeLast().isEmpty());
    const QStringList names = lines.takeFirst().split(',');
    const Samples picked = looker.picked();
    REQUIRE(lines.size() == static_cast<qsizetype>(picked.size()));
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const QStringList fields = lines[row].split(',');
        const std::size_t sample = picked[static_cast<std::size_t>(row)];
        CHECK(fields[0].toULongLong() == sample);
        CHECK(fields[names.indexOf("avg_probs")].toDouble() ==
              Approx(looker.told.mean[sample]).margin(1e-6));
        CHECK(fields[names.indexOf("label_var")].toDouble() ==
              Approx(looker.told.variance[sample]).margin(1e-6));
    }
}

}  // namespace

TEST_CASE("samples are lassoed on the data map, looked through and saved", "[journey]") {
    const auto renderer = Renderer::raster;
    const Looker looker(tests::test_data("digits-scatter"), renderer);
    looker.window.press(Qt::Key_M);
    CHECK(looker.canvas_area().mode() == MapMode::beside);
    looker.window.press(Qt::Key_End);
    looker.settle();
    // Ten classes: what wrong predictions leave over is a guess, and the window says so.
    bool says_so = false;
    for (const QLabel* label : looker.canvas_area().findChildren<QLabel*>())
        says_so |= label->isVisible() && label->text().startsWith("Estimated");
    CHECK(says_so);
    lasso_and_check(looker);
    look_through_table(looker);
    save_and_read_back(looker);
    // Escape leaves the selection first, then what is picked.
    looker.window.press(Qt::Key_Escape);
    CHECK(looker.window.session().view().selection.empty());
    CHECK_FALSE(looker.picked().empty());
    looker.window.press(Qt::Key_Escape);
    CHECK(looker.picked().empty());
    looker.window.press(Qt::Key_M, Qt::ShiftModifier);
    CHECK(looker.canvas_area().mode() == MapMode::instead);
    looker.window.press(Qt::Key_M, Qt::ShiftModifier);
    CHECK(looker.canvas_area().mode() == MapMode::off);
}

TEST_CASE("two clicks save the list of what is probably mislabelled") {
    const Window window;
    const auto folder = window.folder() / "digits";
    std::filesystem::copy(tests::test_data("digits-scatter"), folder,
                          std::filesystem::copy_options::recursive);
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    // The first: on the tool bar, beside the arrow that has the other presets.
    QToolButton* find = nullptr;
    for (auto* button : window->findChild<QToolBar*>("tools")->findChildren<QToolButton*>())
        if (button->defaultAction() == &window.action("Probably mislabelled")) find = button;
    REQUIRE(find != nullptr);
    QTest::mouseClick(find, Qt::LeftButton, {}, QPoint(8, find->height() / 2));
    auto& review = window.find<ReviewPanel>();
    QPushButton* save = nullptr;
    for (auto* button : review.findChildren<QPushButton*>())
        if (button->text() == "Save list") save = button;
    REQUIRE(save != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return save->isVisible(); }, window_patience));
    // The second: on the review. Another writes another file.
    const auto count = static_cast<int>(window.session().picked_count());
    REQUIRE(count > 0);
    for (const char* name : {"digits-list.csv", "digits-list-2.csv"}) {
        QTest::mouseClick(save, Qt::LeftButton);
        QFile written(QString::fromStdString((window.folder() / name).string()));
        REQUIRE(QTest::qWaitFor(
            [&] { return window->statusBar()->currentMessage().contains(name); }, window_patience));
        REQUIRE(written.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(written.readAll()).trimmed().split('\n');
        CHECK(lines.size() == count + 1);
        // The most suspicious is first, as in the gallery.
        CHECK(lines[1].section(',', 0, 0) == QString::number(review.model().item(0).sample));
    }
}
