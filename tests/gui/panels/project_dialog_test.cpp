#include "app/project/live_preview.h"
#include "app/project/option_form.h"
#include "app/project/project_plan.h"
#include "shown_dialog.h"

#include <epochscope/io/open.h>

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QRegularExpression>
#include <QScrollArea>
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

namespace {

/// By t-SNE, long enough to be in the middle of it when somebody cancels.
constexpr tests::RecordingShape long_work{.samples = 600, .dimension = 8, .epochs = 30};

}  // namespace

TEST_CASE("the dialog projects as it was asked to", "[panels]") {
    const ShownDialog shown;
    const fs::path target = shown.folder.path() / "run-pca";
    CHECK(shown.field<QLineEdit>("Folder to write").text().toStdString() == target.string());
    CHECK(shown.words() == "Writes the folder, then opens it.");
    shown.field<QSpinBox>("Neighbours").setValue(2);
    QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
    QSignalSpy closed(shown.dialog.get(), &QDialog::accepted);
    click(shown.project());
    REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
    CHECK(projected[0][0].toString().toStdString() == target.string());
    REQUIRE(projected[0][1].toStringList().size() == 1);
    CHECK(projected[0][1].toStringList()[0].contains("of the variance"));
    CHECK(projected[0][2].toStringList().isEmpty());
    CHECK(closed.count() == 1);
    const Dataset made = open_dataset(target);
    CHECK(made.format == "arrays");
    CHECK(made.series.epoch_count() == 3);
    CHECK(made.series.epoch(0).intra[0].size() == 2);
    // What formed was seen: one epoch, at its places.
    const auto& seen = shown.dialog->findChild<LivePreview*>()->session().dataset();
    REQUIRE(seen);
    REQUIRE(seen->series.epoch_count() == 1);
    const auto epoch = made.series.find_epoch(seen->series.epoch(0).number);
    REQUIRE(epoch);
    CHECK(seen->series.positions(0)[7] == made.series.positions(*epoch)[7]);
}

TEST_CASE("on a small screen the dialog is scrolled, and its buttons stay", "[panels]") {
    const ShownDialog shown;
    // 1280 x 720 at one and a half times the size, less the frame.
    shown.dialog->resize(849, 440);
    QApplication::processEvents();
    CHECK(shown.dialog->height() == 440);
    CHECK(shown.dialog->width() == 849);
    CHECK(shown.dialog->rect().contains(shown.project().geometry()));
    auto& folder = shown.field<QLineEdit>("Folder to write");
    auto* area = shown.dialog->findChild<QScrollArea*>();
    REQUIRE(area != nullptr);
    folder.setFocus();
    area->ensureWidgetVisible(&folder);
    CHECK(area->viewport()->rect().intersects(
        QRect(folder.mapTo(area->viewport(), QPoint()), folder.size())));
}

TEST_CASE("the dialog's options are those of the projection", "[panels]") {
    const ShownDialog shown;
    for (auto* box : shown.dialog->findChildren<QCheckBox*>())
        if (box->accessibleName() == "Per epoch") box->click();
    shown.field<QComboBox>("Distance").setCurrentIndex(1);
    shown.field<QComboBox>("Format").setCurrentIndex(1);
    shown.field<QSpinBox>("Neighbours").setValue(0);
    CHECK_FALSE(shown.field<QComboBox>("Distance").isEnabled());
    shown.field<QSpinBox>("Neighbours").setValue(1);
    CHECK(shown.field<QComboBox>("Distance").isEnabled());
    tests::write_pictures(shown.run / "dataset/images.npy", 12);
    QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
    click(shown.project());
    REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
    const fs::path target = shown.folder.path() / "run-pca";
    CHECK(open_dataset(target).format == "Sequence-Scatter");
    const std::vector<std::uint8_t> bytes = read_file(target / "info.json", 1U << 20U);
    const std::string info(bytes.begin(), bytes.end());
    for (const char* said : {R"("per_epoch":"true")", R"("distance":"cosine")",
                             R"("neighbours":"1")", R"("from":"run")"})
        CHECK_THAT(info, contains(said));
    CHECK(projected[0][2].toStringList().contains(
        "images.npy is left out: json has no place for it"));
}

TEST_CASE("t-SNE has its options, and the places are seen as they form", "[panels]") {
    const ShownDialog shown({.samples = 40, .dimension = 5, .epochs = 2}, "t-SNE");
    const fs::path target = shown.folder.path() / "run-tsne";
    CHECK(shown.field<QLineEdit>("Folder to write").text().toStdString() == target.string());
    CHECK(shown.field<QDoubleSpinBox>("Perplexity").value() == 30);
    shown.field<QDoubleSpinBox>("Perplexity").setValue(7);
    shown.field<QSpinBox>("Iterations").setValue(20);
    shown.field<QSpinBox>("Warm iterations").setValue(30);
    shown.field<QDoubleSpinBox>("Pull").setValue(0.5);
    QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
    click(shown.project());
    REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
    CHECK(open_dataset(target).series.epoch_count() == 2);
    const std::vector<std::uint8_t> bytes = read_file(target / "info.json", 1U << 20U);
    const std::string info(bytes.begin(), bytes.end());
    for (const char* said : {R"("method":"tsne")", R"("perplexity":"7")", R"("iterations":"20")",
                             R"("warm_iterations":"30")", R"("pull":"0.5")"})
        CHECK_THAT(info, contains(said));
    CHECK(shown.dialog->findChild<LivePreview*>()->session().dataset());
}

TEST_CASE("a field of a method is called as it is titled, and its help names its key", "[panels]") {
    const ShownDialog shown({}, "TimeVis");
    const auto& field = shown.field<QDoubleSpinBox>("Landmark radius");
    CHECK(field.toolTip().contains("every sample is a landmark. (Alt+"));
    for (const auto* page : shown.dialog->findChildren<OptionForm*>())
        for (const auto* box : page->findChildren<QAbstractSpinBox*>()) {
            CHECK_FALSE(box->accessibleName().isEmpty());
            if (box->isVisibleTo(page)) CHECK_THAT(box->toolTip().toStdString(), contains("(Alt+"));
        }
}

TEST_CASE("each option of a method has a field and a translation", "[panels]") {
    QFile file(QString::fromStdString(
        (tests::source_dir() / "resources/translations/epochscope_zh_CN.ts").string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString translations = QString::fromUtf8(file.readAll());
    const auto check_translated = [&](std::string_view text) {
        INFO(text);
        const QString source = QString::fromStdString(std::string(text)).toHtmlEscaped();
        CHECK(translations.contains("<source>" + QString(source).replace('\'', "&apos;") +
                                    "</source>"));
    };
    for (Method& method : methods()) {
        const MethodText text = about(method);
        for (const std::string_view words : {text.label, text.shows, text.hides})
            check_translated(words);
        const ShownDialog shown({}, translated(text.label));
        for (const Option& option : options_of(method)) {
            CHECK_NOTHROW(shown.field<QWidget>(translated(option.label)));
            check_translated(option.label);
            check_translated(option.help);
            for (const std::string_view choice : option.choices) check_translated(choice);
        }
    }
}

TEST_CASE("the landscape is painted on request, where there are logits", "[panels]") {
    const ShownDialog shown;
    const auto tick = [](const ShownDialog& in) {
        for (auto* box : in.dialog->findChildren<QCheckBox*>())
            if (box->text() == "Paint the &landscape of each epoch") click(*box);
    };
    tick(shown);
    QSignalSpy projected(shown.dialog.get(), &ProjectDialog::projected);
    click(shown.project());
    REQUIRE((projected.count() > 0 || projected.wait(tests::patience)));
    CHECK(projected[0][2].toStringList() ==
          QStringList{"the recording has no logits: there is no landscape"});
    CHECK(open_dataset(shown.folder.path() / "run-pca").backgrounds == nullptr);

    const ShownDialog again;
    for (int epoch = 1; epoch <= 3; ++epoch) {
        std::vector<float> logits;
        for (int i = 0; i < 12; ++i) logits.insert(logits.end(), {i % 2 == 0 ? 1.0F : 0.0F, 0.5F});
        tests::put_npy<float>(
            again.run / "epochs" / ("epoch_" + std::to_string(epoch)) / "predictions.npy", "<f4",
            "(12, 2)", logits);
    }
    tick(again);
    QSignalSpy painted(again.dialog.get(), &ProjectDialog::projected);
    click(again.project());
    REQUIRE((painted.count() > 0 || painted.wait(tests::patience)));
    const Dataset made = open_dataset(again.folder.path() / "run-pca");
    REQUIRE(made.backgrounds != nullptr);
    CHECK(made.backgrounds->has(2));
}

TEST_CASE("what an epoch takes from the one before is asked only where it begins there",
          "[panels]") {
    const ShownDialog shown({}, "t-SNE");
    auto& steps = shown.field<QSpinBox>("Warm iterations");
    auto& pull = shown.field<QDoubleSpinBox>("Pull");
    CHECK((steps.isEnabled() && pull.isEnabled()));
    for (auto* box : shown.dialog->findChildren<QCheckBox*>())
        if (box->accessibleName() == "Warm start") box->click();
    CHECK_FALSE((steps.isEnabled() || pull.isEnabled()));
}

TEST_CASE("how long it will take is said before it begins, and follows the options", "[panels]") {
    const ShownDialog shown({.samples = 600, .dimension = 8, .epochs = 4}, "t-SNE");
    const auto& expected = shown.field<QLabel>("Expected time");
    const auto becomes = [&](const auto& wanted) {
        return QTest::qWaitFor([&] { return wanted(expected.text()); }, tests::patience);
    };
    const QRegularExpression some("^About \\d+ (s|min) on this machine$");
    REQUIRE(becomes([&](const QString& words) { return some.match(words).hasMatch(); }));
    const QString first = expected.text();
    shown.field<QSpinBox>("Iterations").setValue(100'000);
    CHECK(becomes(
        [&](const QString& words) { return words != first && some.match(words).hasMatch(); }));
    // Nobody knows about a program of the user's.
    shown.field<QComboBox>("Method").setCurrentText(
        translated(about(Method(ExternalOptions{})).label));
    shown.field<QLineEdit>("Command").setText("/bin/true");
    CHECK(becomes([](const QString& words) { return words.isEmpty(); }));
    // What cannot be done takes no time.
    shown.field<QComboBox>("Method").setCurrentText("Principal components (PCA)");
    REQUIRE(becomes([&](const QString& words) { return some.match(words).hasMatch(); }));
    shown.field<QLineEdit>("Recording").setText("/nowhere");
    CHECK(expected.text().isEmpty());
}

TEST_CASE("what cannot be done is said before it begins", "[panels]") {
    const ShownDialog shown;
    auto& recording = shown.field<QLineEdit>("Recording");
    auto& target = shown.field<QLineEdit>("Folder to write");
    const QString good = target.text();
    const auto said = [&](QLineEdit& line, const QString& words) {
        line.setText(words);
        CHECK(shown.project().isEnabled() == shown.words().starts_with("Writes"));
        return shown.words();
    };
    CHECK(said(target, "") == "Name a folder to write.");
    CHECK(said(target, "run-pca") == "Name the folder to write with its whole path.");
    CHECK_THAT(said(target, QString::fromStdString(shown.run.string())),
               contains("is not empty; name one that is not there yet."));
    CHECK_THAT(said(target, "/nowhere/at/all"), contains("There is no folder /nowhere/at."));
    const QString labels = QString::fromStdString((shown.run / "dataset/labels.npy").string());
    CHECK_THAT(said(target, labels), contains("labels.npy already exists."));
    const fs::path empty = shown.folder.path() / "empty";
    fs::create_directory(empty);
    CHECK(said(target, QString::fromStdString(empty.string())) ==
          "Writes the folder, then opens it.");
    fs::create_directory(empty / ".hidden");
    target.clear();
    CHECK_THAT(said(target, QString::fromStdString(empty.string())), contains("is not empty"));
    CHECK(said(target, good) == "Writes the folder, then opens it.");
    CHECK_THAT(said(recording, "/nowhere"), contains("There is no folder /nowhere."));
    CHECK_THAT(said(recording, QString::fromStdString(shown.folder.path().string())),
               contains("is not a recording: it needs dataset/labels.npy"));
    CHECK(said(recording, "") == "Choose the folder of a recording.");
}

TEST_CASE("the folder that is proposed is not there yet, and one that was typed stays",
          "[panels]") {
    const tests::TemporaryFolder folder;
    const QString run = QString::fromStdString((folder.path() / "run").string());
    CHECK(suggested_target(run, "pca") == run + "-pca");
    CHECK(suggested_target(run + "/", "tsne") == run + "-tsne");
    fs::create_directory((run + "-pca").toStdString());
    CHECK(suggested_target(run, "pca") == run + "-pca-2");
    CHECK(suggested_target("", "pca").isEmpty());

    const ShownDialog shown;
    auto& target = shown.field<QLineEdit>("Folder to write");
    const QString typed = target.text() + "-mine";
    target.setText(typed);
    shown.field<QLineEdit>("Recording").setText("/nowhere");
    CHECK(target.text() == typed);
}

TEST_CASE("cancelling leaves nothing and the dialog ready", "[panels]") {
    const ShownDialog shown(long_work, "t-SNE");
    click(shown.project());
    auto& cancel = button(*shown.dialog, "Cancel");
    CHECK_FALSE(shown.project().isEnabled());
    CHECK(shown.field<QProgressBar>("Progress").isVisible());
    // In the midst of it, with a picture on the screen.
    REQUIRE(QTest::qWaitFor(
        [&] { return shown.dialog->findChild<LivePreview*>()->session().dataset() != nullptr; },
        tests::patience));
    CHECK(shown.words().starts_with("Epoch "));
    click(cancel);
    REQUIRE(shown.waits_for("Cancelled. Nothing was written."));
    CHECK(shown.written().empty());
    CHECK(shown.dialog->isVisible());
    CHECK(shown.project().isEnabled());
    CHECK(cancel.text() == "Close");
    // It can be done after all, and Escape closes when nothing runs.
    QTest::keyClick(shown.dialog.get(), Qt::Key_Escape);
    CHECK_FALSE(shown.dialog->isVisible());
}

TEST_CASE("a dialog that goes away while it works leaves nothing", "[panels]") {
    ShownDialog shown(long_work, "t-SNE");
    click(shown.project());
    REQUIRE(shown.waits_for("Epoch "));
    shown.dialog.reset();
    CHECK(shown.written().empty());
}

TEST_CASE("what is at fault with the recording is said, and nothing is written", "[panels]") {
    const ShownDialog shown;
    const std::vector<float> values(33);
    tests::put_npy<float>(shown.run / "epochs/epoch_3/embeddings.npy", "<f4", "(11, 3)", values);
    click(shown.project());
    REQUIRE(shown.comes_to_rest());
    CHECK_THAT(shown.words(), contains("epoch \"3\": embeddings is 11 x 3"));
    CHECK(shown.written().empty());
    CHECK(shown.project().isEnabled());
}

TEST_CASE("a target that comes to be while it works is not written over", "[panels]") {
    const ShownDialog shown;
    const fs::path target = shown.folder.path() / "run-pca";
    click(shown.project());
    fs::create_directory(target);
    tests::put(target / "mine", "kept");
    REQUIRE(shown.comes_to_rest());
    CHECK(fs::exists(target / "mine"));
}
