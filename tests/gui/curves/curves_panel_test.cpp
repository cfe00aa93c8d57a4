#include "app/curves/curves_panel.h"

#include "app/curves/curve_gatherer.h"
#include "app/curves/curve_list.h"
#include "app/curves/curve_plot.h"
#include "app/health/health_watcher.h"
#include "app/session/player.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/swatch.h"
#include "gui/datamap/support.h"
#include "gui/recording.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/opening/open_folder.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>

#include <algorithm>
#include <fstream>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::contains;
using epochscope::tests::patience;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::trained;

namespace {

/// The panel on the screen, with the four samples of trained() at epochs 1, 2, 4 and 5.
struct ShownCurves {
    ShownCurves() {
        Dataset dataset = *trained();
        dataset.path = folder.path().string();
        panel.resize(1000, 320);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
        session.set_dataset(std::make_shared<const Dataset>(std::move(dataset)));
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor(
            [this] { return !panel.gatherer().is_working() && panel.plot().is_settled(); },
            patience));
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
    }
    [[nodiscard]] QString path(const char* name) const {
        return QString::fromStdString((folder.path() / name).string());
    }
    [[nodiscard]] int row_of(const QString& name) {
        CurveList& list = panel.list();
        for (int row = 0; row < list.rowCount(); ++row)
            if (list.index(row, CurveList::name).data().toString() == name) return row;
        return -1;
    }
    [[nodiscard]] QString value(const QString& name) {
        return panel.list().index(row_of(name), CurveList::value).data().toString();
    }
    [[nodiscard]] std::string notes() const {
        std::string words;
        for (const auto* label : panel.findChildren<ElidedLabel*>())
            words += label->words().toStdString() + "\n";
        return words;
    }
    [[nodiscard]] QAbstractButton& button(const QString& text) const {
        for (auto* candidate : panel.findChildren<QAbstractButton*>())
            if (candidate->text() == text) return *candidate;
        throw std::runtime_error("there is no such button");
    }

    TemporaryFolder folder;
    Session session;
    Player player{session};
    HealthWatcher health{session};
    CurvesPanel panel{session, player, health};
};

std::shared_ptr<const Dataset> opened(const std::filesystem::path& folder) {
    return std::make_shared<const Dataset>(open_folder(folder));
}

}  // namespace

TEST_CASE("The dock draws what is worked out of what is open") {
    ShownCurves shown;
    REQUIRE(shown.panel.list().rowCount() == 3);
    // At epoch 1 predictions 0 1 1 0 for labels 0 0 1 1: two of four.
    CHECK(shown.value("accuracy") == "0.5");
    CHECK(shown.value("flips") == QStringLiteral("–"));
    shown.session.set_playhead(1);
    // Predictions 0 1 0 1: samples 2 and 3 flipped.
    CHECK(shown.value("flips") == "2");
    CHECK(shown.value("mean step") == "1");
    REQUIRE(shown.panel.plot().lines());
    CHECK(shown.panel.plot().lines()->lines.size() == 3);
}

TEST_CASE("At most three curves are shown at first, in colours that no class has") {
    ShownCurves shown;
    shown.write("many.csv", "epoch,a,b,c,d,e\n1,1,2,3,4,5\n2,2,3,4,5,6\n");
    shown.panel.open({shown.path("many.csv")});
    shown.settle();
    REQUIRE(shown.panel.list().rowCount() == 8);
    CHECK(shown.panel.list().shown().size() == 3);
    const std::vector<Colour>& classes = shown.session.view().colours;
    for (const QColor& colour : shown.panel.list().colours()) {
        CHECK(colour.isValid());
        CHECK(std::ranges::find(classes, to_colour(colour)) == classes.end());
    }
}

TEST_CASE("Clicks in the curves move the playhead, and the pointer tells values") {
    ShownCurves shown;
    CurvePlot& plot = shown.panel.plot();
    const auto at = [&](double playhead) {
        return QPoint(qRound(plot.x_at(playhead)), plot.height() / 2);
    };
    QTest::mouseClick(&plot, Qt::LeftButton, {}, at(2));
    CHECK(shown.session.playhead() == 2);
    QTest::mouseMove(&plot, at(1));
    QTest::qWait(1);
    QMouseEvent move(QEvent::MouseMove, at(1), plot.mapToGlobal(at(1)), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&plot, &move);
    CHECK(plot.epoch_number() == 2.);
    CHECK(shown.value("flips") == "2");
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&plot, &leave);
    CHECK(plot.epoch_number() == 4.);
    CHECK(shown.value("flips") == "1");
    plot.setFocus();
    QTest::keyClick(&plot, Qt::Key_Left);
    CHECK(shown.session.playhead() == 1);
}

TEST_CASE("Files that are opened besides are drawn, followed and said how they were placed") {
    ShownCurves shown;
    shown.write("loss.csv", "epoch,loss\n1,8\n2,4\n");
    shown.write("steps.csv", "step,rate\n0,1\n100,0.5\n");
    shown.panel.open({shown.path("loss.csv"), shown.path("steps.csv")});
    REQUIRE(QTest::qWaitFor([&] { return shown.panel.list().rowCount() == 5; }, patience));
    CHECK_THAT(shown.notes(), contains("Epochs are taken from loss.csv."));
    CHECK_THAT(shown.notes(), contains("Steps spread evenly"));
    shown.session.set_playhead(3);
    CHECK(shown.value("loss") == "4");
    CHECK(shown.value("rate") == "0.5");
    shown.write("loss.csv", "epoch,loss\n1,8\n2,4\n5,2\n");
    REQUIRE(QTest::qWaitFor([&] { return shown.value("loss") == "2"; }, patience));
    // They belong to what was open.
    shown.session.set_dataset(trained());
    shown.settle();
    CHECK(shown.row_of("loss") == -1);
}

TEST_CASE("What cannot be read is told in the dock, and the rest is drawn") {
    ShownCurves shown;
    shown.write("bad.csv", "epoch,loss\n1,2,3\n2,4\n");
    shown.panel.open({shown.path("bad.csv"), shown.path("missing")});
    REQUIRE(QTest::qWaitFor(
        [&] { return shown.notes().find("bad.csv: line 2: has 3 cells") != std::string::npos; },
        patience));
    CHECK_THAT(shown.notes(), contains("missing: does not exist"));
    // The tooltip has a line for each.
    QStringList tips;
    for (const QLabel* label : shown.panel.findChildren<QLabel*>()) tips << label->toolTip();
    const QStringList told = tips.filter("missing: does not exist");
    REQUIRE(told.size() == 1);
    CHECK(told.front().split('\n').size() >= 2);
    CHECK(shown.panel.list().rowCount() == 3);
}

TEST_CASE("Curves of the folder itself come with it, with the steps of its epochs") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "info.json") << R"({"epochs_at_steps": [0, 100, 200, 300]})";
    std::ofstream(folder.path() / "curves.csv") << "step,loss\n0,9\n100,7\n250,5\n300,3\n";
    ShownCurves shown;
    Dataset dataset = *trained();
    dataset.path = folder.path().string();
    shown.session.set_dataset(std::make_shared<const Dataset>(std::move(dataset)));
    REQUIRE(QTest::qWaitFor([&] { return shown.row_of("loss") >= 0; }, patience));
    CHECK_THAT(shown.notes(),
               contains("Steps mapped to epochs by epochs_at_steps of info.json: curves.csv."));
    // Step 250 lies half way from epoch 4 to epoch 5, step 300 at 5.
    shown.session.set_playhead(2.4);
    CHECK(shown.value("loss") == "7");
    shown.session.set_playhead(2.5);
    CHECK(shown.value("loss") == "5");
}

TEST_CASE("The health of the recording is drawn, and goes on as epochs come") {
    using namespace epochscope::tests;
    ShownCurves shown;
    CHECK_THAT(shown.notes(), contains("the folder names no recording that is there"));
    const std::filesystem::path run = shown.folder.path() / "run";
    for (std::size_t epoch = 1; epoch <= 3; ++epoch) add_trained_epoch(run, epoch);
    shown.session.set_dataset(opened(run));
    REQUIRE(QTest::qWaitFor([&] { return shown.row_of("effective rank") >= 0; }, patience));
    const auto run_of = [&](const QString& name) {
        return shown.panel.list().index(shown.row_of(name), CurveList::run).data().toString();
    };
    CHECK(run_of("effective rank") == "Health");
    CHECK(shown.value("share of samples not finite") == "0");
    CHECK_THAT(shown.notes(), !contains("recording"));
    // Of class centres at -4 - e and 4 + e, and at 3 and 2 on average, 5 and 6.
    shown.session.set_playhead(2);
    CHECK(shown.value("distance of class centres").toDouble() > 14);
    add_trained_epoch(run, 4, Planted::not_finite);
    shown.session.set_epochs(opened(run), 0);
    shown.session.set_playhead(3);
    CHECK(QTest::qWaitFor([&] { return shown.value("share of samples not finite") == "0.33333"; },
                          patience));
    CHECK(shown.health.found()->epochs.size() == 4);
}

TEST_CASE("Curves are hidden and shown, smoothed and put on a logarithmic scale") {
    ShownCurves shown;
    auto* table = shown.panel.findChild<QTableView*>();
    const QRect cell =
        table->visualRect(shown.panel.list().index(shown.row_of("flips"), CurveList::name));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {cell.left() + 10, cell.center().y()});
    shown.settle();
    CHECK(shown.panel.plot().lines()->lines.size() == 2);
    shown.button("Hide all").click();
    shown.settle();
    CHECK(shown.panel.plot().lines()->lines.empty());
    CHECK_FALSE(shown.button("Save as picture…").isEnabled());
    shown.button("Show all").click();
    shown.panel.findChild<QSlider*>()->setValue(500);
    shown.button("Logarithmic").click();
    shown.settle();
    const CurveLines& lines = *shown.panel.plot().lines();
    REQUIRE(lines.lines.size() == 3);
    CHECK_FALSE(lines.lines[0].raw.empty());
    // The accuracy of epoch 1, 0.5.
    CHECK(lines.lines[0].raw[0].y == Approx(std::log10(0.5)));
    CHECK(lines.lines[0].raw[0].x == 1);
}

TEST_CASE("Curves are saved as a picture and as a table that can be read again") {
    ShownCurves shown;
    QSignalSpy told(&shown.panel, &CurvesPanel::message);
    shown.panel.save_picture_to(shown.path("curves.png"));
    REQUIRE(told.size() == 1);
    const QImage picture(shown.path("curves.png"));
    CHECK(picture.size() == shown.panel.plot().size() * 2);
    CHECK(picture.pixelColor(1, 1) == shown.panel.palette().color(QPalette::Window));
    for (const char* const name : {"curves.svg", "curves.pdf"}) {
        shown.panel.save_picture_to(shown.path(name));
        CHECK_THAT(told.back()[0].toString().toStdString(), contains(name));
        CHECK(std::filesystem::file_size(shown.folder.path() / name) > 1000);
    }
    shown.panel.save_picture_to(shown.path("curves.bmp"));
    CHECK_THAT(told.back()[0].toString().toStdString(), contains("The picture was not written"));
    told.clear();
    told.append(QList<QVariant>{QString()});
    shown.panel.save_table_to(shown.path("table.csv"));
    REQUIRE(QTest::qWaitFor([&] { return told.size() == 2; }, patience));
    std::ifstream file(shown.folder.path() / "table.csv");
    std::string line;
    std::getline(file, line);
    CHECK(line == "run,curve,epoch,step,value");
    std::getline(file, line);
    CHECK(line == "computed,accuracy,1,,0.5");
    shown.panel.save_table_to(shown.path("none/table.csv"));
    REQUIRE(QTest::qWaitFor([&] { return told.size() == 3; }, patience));
    CHECK_THAT(told[2][0].toString().toStdString(), contains("The table was not written"));
}
