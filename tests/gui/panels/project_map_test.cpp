#include "app/project/live_preview.h"
#include "shown_dialog.h"

#include <epochscope/io/open.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::button;
using tests::click;
using tests::contains;
using tests::ShownDialog;
namespace fs = std::filesystem;

TEST_CASE("spacetime has its options, and leaves maps with the places", "[panels]") {
    const ShownDialog shown({.samples = 40, .dimension = 5, .epochs = 3}, "Spacetime");
    const fs::path target = shown.folder.path() / "run-spacetime";
    shown.field<QDoubleSpinBox>("Perplexity").setValue(6);
    shown.field<QDoubleSpinBox>("Neighbours ↔ journey").setValue(2.5);
    shown.field<QSpinBox>("Iterations").setValue(40);
    shown.field<QSpinBox>("Landmarks").setValue(30);
    QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
    click(shown.project());
    REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
    const Dataset made = open_dataset(target);
    CHECK(made.series.epoch_count() == 3);
    CHECK(made.plane_map.maps().size() == 3);
    const std::vector<std::uint8_t> bytes = read_file(target / "info.json", 1U << 20U);
    const std::string info(bytes.begin(), bytes.end());
    for (const char* said :
         {R"("method":"spacetime")", R"("perplexity":"6")", R"("path_weight":"2.5")",
          R"("iterations":"40")", R"("landmarks":"30")"})
        CHECK_THAT(info, contains(said));
    CHECK(shown.dialog->findChild<LivePreview*>()->session().dataset());
}

TEST_CASE("the methods that learn maps have their options, and tell how they are learned",
          "[panels]") {
    const tests::RecordingShape shape{.samples = 40, .dimension = 5, .epochs = 2};
    const auto info_of = [](const ShownDialog& shown, const fs::path& target) {
        QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
        click(shown.project());
        REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
        const std::vector<std::uint8_t> bytes = read_file(target / "info.json", 1U << 20U);
        return std::string(bytes.begin(), bytes.end());
    };
    const ShownDialog timevis(shape, "TimeVis");
    timevis.field<QSpinBox>("Graph neighbours").setValue(4);
    timevis.field<QSpinBox>("Hidden layers").setValue(2);
    timevis.field<QDoubleSpinBox>("Reconstruction weight").setValue(1.5);
    timevis.field<QDoubleSpinBox>("Learning rate").setValue(0.005);
    timevis.field<QSpinBox>("Training epochs").setValue(3);
    timevis.field<QDoubleSpinBox>("Landmark radius").setValue(0);
    timevis.field<QDoubleSpinBox>("Temporal draws").setValue(7);
    const std::string said = info_of(timevis, timevis.folder.path() / "run-timevis");
    for (const char* part :
         {R"("method":"timevis")", R"("graph_neighbours":"4")", R"("hidden_layers":"2")",
          R"("reconstruction_weight":"1.5")", R"("learning_rate":"0.005")",
          R"("training_epochs":"3")", R"("landmark_radius":"0")", R"("temporal_draws":"7")"})
        CHECK_THAT(said, contains(part));
    CHECK(open_dataset(timevis.folder.path() / "run-timevis").plane_map.maps().size() == 1);

    const ShownDialog dvi(shape, "DVI");
    CHECK(dvi.field<QSpinBox>("Training epochs").value() == DviOptions{}.training.training_epochs);
    dvi.field<QSpinBox>("Training epochs").setValue(2);
    dvi.field<QDoubleSpinBox>("Anchor weight").setValue(0.7);
    const std::string other = info_of(dvi, dvi.folder.path() / "run-dvi");
    for (const char* part :
         {R"("method":"dvi")", R"("training_epochs":"2")", R"("anchor_weight":"0.7")"})
        CHECK_THAT(other, contains(part));
    CHECK(open_dataset(dvi.folder.path() / "run-dvi").plane_map.maps().size() == 2);
}

TEST_CASE("samples are placed by the map of another folder", "[panels]") {
    const ShownDialog first;
    click(first.project());
    REQUIRE(QTest::qWaitFor([&] { return !first.dialog->isVisible(); }, tests::patience));
    const fs::path mapped = first.folder.path() / "run-pca";

    ShownDialog again({}, "The map of another folder");
    CHECK_FALSE(again.project().isEnabled());
    CHECK(again.words() == "Choose the folder whose map places the samples.");
    auto& map = again.field<QLineEdit>("Map of");
    map.setText("/nowhere");
    CHECK(again.words() == "There is no folder /nowhere.");
    // It is a folder, and has no map.
    map.setText(QString::fromStdString(again.run.string()));
    click(again.project());
    REQUIRE(again.comes_to_rest());
    CHECK(again.dialog->isVisible());
    CHECK(again.written().empty());
    map.setText(QString::fromStdString(mapped.string()));
    click(again.project());
    REQUIRE(QTest::qWaitFor([&] { return !again.dialog->isVisible(); }, tests::patience));
    const Dataset made = open_dataset(again.folder.path() / "run-placed");
    const Dataset meant = open_dataset(mapped);
    for (std::size_t e = 0; e < 3; ++e)
        for (std::size_t i = 0; i < 12; ++i) {
            CHECK(made.series.positions(e)[i].x == Approx(meant.series.positions(e)[i].x));
            CHECK(made.series.positions(e)[i].y == Approx(meant.series.positions(e)[i].y));
        }
}

TEST_CASE("what was cancelled in the middle of learning can be gone on with", "[panels]") {
    const tests::RecordingShape shape{.samples = 200, .dimension = 6, .epochs = 4};
    const auto places_of = [](const fs::path& folder) {
        const Dataset made = open_dataset(folder);
        std::vector<Point> places;
        for (std::size_t e = 0; e < made.series.epoch_count(); ++e)
            places.insert(places.end(), made.series.positions(e).begin(),
                          made.series.positions(e).end());
        return places;
    };
    const ShownDialog unbroken(shape, "DVI");
    click(unbroken.project());
    REQUIRE(QTest::qWaitFor([&] { return !unbroken.dialog->isVisible(); }, tests::patience));

    const ShownDialog shown(shape, "DVI");
    const fs::path target = shown.folder.path() / "run-dvi";
    const fs::path checkpoint = shown.folder.path() / "run-dvi.checkpoint";
    auto* const resume = [&]() -> QCheckBox* {
        for (auto* box : shown.dialog->findChildren<QCheckBox*>())
            if (box->text() == "&Continue the cancelled run") return box;
        return nullptr;
    }();
    REQUIRE(resume != nullptr);
    CHECK_FALSE(resume->isVisible());
    click(shown.project());
    REQUIRE(shown.waits_for("Epoch 2 "));
    click(button(*shown.dialog, "Cancel"));
    REQUIRE(shown.waits_for("Cancelled. The checkpoint is beside the folder."));
    CHECK_FALSE(fs::exists(target));
    CHECK(resume->isVisible());
    CHECK(resume->isChecked());
    // Other methods have nothing to go on with.
    shown.field<QComboBox>("Method").setCurrentText("t-SNE");
    CHECK_FALSE(resume->isVisible());
    shown.field<QComboBox>("Method").setCurrentText("DVI");
    shown.field<QSpinBox>("Hidden layers").setValue(5);
    click(shown.project());
    REQUIRE(shown.comes_to_rest());
    CHECK_THAT(shown.words(), contains("hidden_layers"));
    shown.field<QSpinBox>("Hidden layers").setValue(DviOptions{}.training.hidden_layers);
    click(shown.project());
    REQUIRE(QTest::qWaitFor([&] { return !shown.dialog->isVisible(); }, tests::patience));
    CHECK(places_of(target) == places_of(unbroken.folder.path() / "run-dvi"));
    CHECK_FALSE(fs::exists(checkpoint));
}
