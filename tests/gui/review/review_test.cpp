#include "app/review/review_bar.h"
#include "app/review/review_book.h"
#include "app/review/review_gallery.h"
#include "app/review/review_model.h"
#include "app/review/review_panel.h"
#include "gui/shell/window.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/review.h>

#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

constexpr int sample_count = 20;

/// The child widget of a type that has this accessible name.
template <typename Widget>
Widget& named(const QWidget& parent, const QString& name) {
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == name) return *widget;
    throw std::runtime_error("no widget is called " + name.toStdString());
}

/// A folder of arrays: 20 samples at 4 epochs. The labels are cat, dog, cat, ...; the first 12 are
/// predicted as the other class from the second epoch on, with a confidence that falls with the
/// index.
std::filesystem::path write_arrays(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "info.json") << [] {
        std::string text = R"({"label_text":["cat","dog"],"label_index":[)";
        for (int i = 0; i < sample_count; ++i)
            text += std::string(i > 0 ? "," : "") + (i % 2 == 0 ? "0" : "1");
        return text + "]}";
    }();
    std::ofstream data(folder / "data.json");
    data << '{';
    for (int epoch = 1; epoch <= 4; ++epoch) {
        std::string places;
        std::string predictions;
        std::string confidence;
        for (int i = 0; i < sample_count; ++i) {
            const std::string comma = i > 0 ? "," : "";
            const bool wrong = i < 12 && epoch > 1;
            places += comma + "[" + std::to_string(i) + "," + std::to_string(epoch) + "]";
            predictions += comma + std::to_string(wrong ? 1 - i % 2 : i % 2);
            confidence += comma + "0." + std::to_string(95 - i);
        }
        data << (epoch > 1 ? "," : "") << '"' << epoch << R"(":{"projection":[)" << places
             << R"(],"prediction":[)" << predictions << R"(],"confidence":[)" << confidence << "]}";
    }
    data << '}';
    return folder;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Somebody who reviews the first twelve samples of the folder in the window.
struct Reviewer {
    explicit Reviewer(const std::filesystem::path& folder) {
        REQUIRE(window.open(QString::fromStdString(folder.string())));
        panel = &window.find<ReviewPanel>();
        window->resize(1280, 800);
    }

    void begin() {
        std::vector<std::size_t> samples(12);
        for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i;
        window.session().pick(std::make_shared<const PickedSamples>(sample_count, samples));
        window.action("Review the picked samples…").trigger();
        REQUIRE(QTest::qWaitFor([&] { return panel->row().has_value(); }, window_patience));
        QApplication::setActiveWindow(&*window);
        REQUIRE(QTest::qWaitFor([&] { return gallery().hasFocus(); }, window_patience));
    }
    [[nodiscard]] ReviewGallery& gallery() const { return window.find<ReviewGallery>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] std::size_t sample() const { return panel->model().item(*panel->row()).sample; }
    [[nodiscard]] QString told(const QString& name) const {
        return named<QLabel>(*panel, name).text();
    }
    [[nodiscard]] QString decided() const { return told("How many samples are decided"); }
    /// What the file says once it has all decisions.
    [[nodiscard]] bool becomes(const std::filesystem::path& file, const std::string& text) const {
        return QTest::qWaitFor([&] { return text_of(file).find(text) != std::string::npos; },
                               window_patience);
    }

    Window window;
    ReviewPanel* panel = nullptr;
};

}  // namespace

TEST_CASE("ten decisions take ten keys", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    const auto file = made / "review.csv";
    {
        Reviewer reviewer(made);
        reviewer.begin();
        CHECK(reviewer.sample() == 0);
        CHECK(reviewer.decided() == "0 of 12 decided");
        CHECK(reviewer.told("Label and prediction") == "labelled cat, predicted dog since epoch 2");
        CHECK(reviewer.told("What was decided").startsWith("proposed: dog"));
        const double playhead = reviewer.window.session().playhead();
        // The sample is the selection, which lights up with its path.
        CHECK(reviewer.window.session().view().selection == std::vector<std::size_t>{0});
        const Style style = reviewer.window.session().view().style;
        for (const Qt::Key key :
             {Qt::Key_Return, Qt::Key_X, Qt::Key_1, Qt::Key_2, Qt::Key_Enter, Qt::Key_X,
              Qt::Key_Return, Qt::Key_Return, Qt::Key_Return, Qt::Key_Return})
            reviewer.press(key);
        CHECK(reviewer.decided() == "10 of 12 decided");
        CHECK(reviewer.sample() == 10);
        CHECK(reviewer.window.session().view().selection == std::vector<std::size_t>{10});
        // No key reached the window, where X is the box and 1 a way to draw points.
        CHECK(reviewer.window.session().drag_tool() == DragTool::pan);
        CHECK(reviewer.window.session().view().style == style);
        CHECK(reviewer.window.session().playhead() == playhead);
        CHECK(reviewer.becomes(file, ",9,dog,cat,relabel,,20"));
        const std::string text = text_of(file);
        CHECK(
            text.starts_with("id,index,label,new_label,action,note,time\r\n,0,cat,dog,relabel,,"));
        CHECK(text.find("\r\n,1,dog,dog,keep,,") != std::string::npos);
        // A key for the label that it has keeps it.
        CHECK(text.find("\r\n,2,cat,cat,keep,,") != std::string::npos);
        CHECK(text.find("\r\n,3,dog,dog,keep,,") != std::string::npos);
    }
    // The next day it goes on at the first that is not decided.
    Reviewer reviewer(made);
    reviewer.begin();
    CHECK(reviewer.decided() == "10 of 12 decided");
    CHECK(reviewer.sample() == 10);
    // At the end it stays, and says so.
    reviewer.press(Qt::Key_Return);
    reviewer.press(Qt::Key_Return);
    CHECK(reviewer.decided() == "12 of 12 decided");
}

TEST_CASE("decisions are undone and made again", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    Reviewer reviewer(made);
    reviewer.begin();
    reviewer.press(Qt::Key_Return);
    reviewer.press(Qt::Key_X);
    reviewer.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(reviewer.sample() == 1);
    CHECK(reviewer.decided() == "1 of 12 decided");
    reviewer.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(reviewer.sample() == 0);
    CHECK(reviewer.decided() == "0 of 12 decided");
    reviewer.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(reviewer.decided() == "0 of 12 decided");
    reviewer.press(Qt::Key_Y, Qt::ControlModifier);
    reviewer.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(reviewer.decided() == "2 of 12 decided");
    CHECK(reviewer.becomes(made / "review.csv", ",1,dog,dog,keep,,20"));
    CHECK(text_of(made / "review.csv").find(",0,cat,dog,relabel,,20") != std::string::npos);
}

TEST_CASE("one goes on and back without a decision, and clicks do what keys do", "[review]") {
    const TemporaryFolder folder;
    Reviewer reviewer(write_arrays(folder.path() / "made"));
    reviewer.begin();
    reviewer.press(Qt::Key_N);
    CHECK(reviewer.sample() == 1);
    reviewer.press(Qt::Key_Right);
    CHECK(reviewer.sample() == 2);
    reviewer.press(Qt::Key_Left);
    reviewer.press(Qt::Key_Backspace);
    reviewer.press(Qt::Key_Backspace);
    CHECK(reviewer.sample() == 0);
    CHECK(reviewer.decided() == "0 of 12 decided");
    const auto click = [&](const QString& words) {
        for (auto* button : reviewer.panel->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == words)
                return QTest::mouseClick(button, Qt::LeftButton);
        FAIL("no button says " << words.toStdString());
    };
    click("Accept dog  [Enter]");
    click("Keep dog  [X]");
    click("Skip  [N]");
    click("cat  [1]");
    CHECK(reviewer.decided() == "3 of 12 decided");
    CHECK(reviewer.gallery().hasFocus());
    // A sample that is chosen on the canvas is shown.
    reviewer.window.session().select(2);
    CHECK(reviewer.sample() == 2);
    reviewer.window.session().select(19);
    CHECK(reviewer.sample() == 2);
    // N goes to what is not decided, from the end to the beginning.
    reviewer.press(Qt::Key_N);
    CHECK(reviewer.sample() == 4);
    reviewer.window.session().select(11);
    reviewer.press(Qt::Key_N);
    CHECK(reviewer.sample() == 2);
}

TEST_CASE("a note is kept, and a class is typed", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    Reviewer reviewer(made);
    reviewer.begin();
    auto& note = named<QLineEdit>(*reviewer.panel, "Note about the sample");
    reviewer.press(Qt::Key_T);
    REQUIRE(note.hasFocus());
    QTest::keyClicks(&note, "blurred, x1");
    reviewer.press(Qt::Key_Return);
    CHECK(reviewer.gallery().hasFocus());
    CHECK(reviewer.decided() == "0 of 12 decided");
    CHECK(reviewer.becomes(made / "review.csv", ",0,cat,,,\"blurred, x1\","));
    // It stays when the label is decided.
    reviewer.press(Qt::Key_L);
    auto& chooser = named<QLineEdit>(*reviewer.panel, "Another class for the sample");
    REQUIRE(chooser.hasFocus());
    QTest::keyClicks(&chooser, "do");
    QTest::keyClick(&chooser, Qt::Key_Return);
    CHECK(reviewer.decided() == "1 of 12 decided");
    CHECK(reviewer.sample() == 1);
    CHECK(note.text().isEmpty());
    CHECK(reviewer.becomes(made / "review.csv", ",0,cat,dog,relabel,\"blurred, x1\","));
    // A click on a button keeps what is typed, though it leaves the focus there.
    reviewer.press(Qt::Key_T);
    QTest::keyClicks(&note, "odd");
    QPushButton* keep = nullptr;
    for (auto* button : reviewer.panel->findChildren<QPushButton*>())
        if (button->text().startsWith("Keep")) keep = button;
    REQUIRE(keep != nullptr);
    QTest::mouseClick(keep, Qt::LeftButton);
    CHECK(reviewer.becomes(made / "review.csv", ",1,dog,dog,keep,odd,"));
    reviewer.press(Qt::Key_Backspace);
    REQUIRE(reviewer.sample() == 1);
    CHECK(note.text() == "odd");
    reviewer.press(Qt::Key_Z, Qt::ControlModifier);
    reviewer.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(reviewer.sample() == 1);
    REQUIRE(note.text().isEmpty());
    // What is typed is dropped by Esc, and the selection stays.
    reviewer.press(Qt::Key_T);
    QTest::keyClicks(&note, "nothing");
    QTest::keyClick(&note, Qt::Key_Escape);
    CHECK(note.text().isEmpty());
    CHECK(reviewer.gallery().hasFocus());
    CHECK(reviewer.window.session().view().selection == std::vector<std::size_t>{1});
    reviewer.press(Qt::Key_Backspace);
    CHECK(note.text() == "blurred, x1");
}

TEST_CASE("a broken file of decisions is shown and moved aside", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    const auto file = made / "review.csv";
    std::ofstream(file) << "index,action\n0,keep,what,is,this\n";
    Reviewer reviewer(made);
    reviewer.begin();
    CHECK_THAT(named<QLabel>(*reviewer.panel, "About the decisions").toolTip().toStdString() +
                   reviewer.told("About the decisions").toStdString(),
               tests::contains("review.csv: line 2: has 5 cells, expected 2"));
    CHECK(text_of(file) == "index,action\n0,keep,what,is,this\n");
    reviewer.press(Qt::Key_Return);
    CHECK(reviewer.becomes(file, ",0,cat,dog,relabel,,20"));
    CHECK(text_of(made / "review.csv.bak") == "index,action\n0,keep,what,is,this\n");
    CHECK(QTest::qWaitFor([&] { return reviewer.told("About the decisions").isEmpty(); },
                          window_patience));
}

TEST_CASE("decisions of another program are not written over", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    const auto file = made / "review.csv";
    Reviewer reviewer(made);
    reviewer.begin();
    reviewer.press(Qt::Key_Return);
    REQUIRE(reviewer.becomes(file, ",0,cat,dog,relabel,,20"));
    const std::string theirs = "index,action\n5,keep\n";
    std::ofstream(file) << theirs;
    reviewer.press(Qt::Key_Return);
    CHECK(reviewer.becomes(file, ",1,dog,cat,relabel,,20"));
    CHECK(text_of(made / "review.csv.bak") == theirs);
}

TEST_CASE("where nothing can be written, another place is offered and remembered", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    // Nobody can write to this, root neither.
    std::filesystem::create_directories(made / "review.csv" / "in the way");
    const auto other = folder.path() / "elsewhere.csv";
    {
        Reviewer reviewer(made);
        reviewer.begin();
        reviewer.press(Qt::Key_Return);
        auto& place = named<QLabel>(*reviewer.panel, "About the decisions");
        REQUIRE(QTest::qWaitFor([&] { return place.text().startsWith("Not saved: "); },
                                window_patience));
        QPushButton* save_as = nullptr;
        for (auto* button : reviewer.panel->findChildren<QPushButton*>())
            if (button->text() == "Save as…") save_as = button;
        REQUIRE(save_as != nullptr);
        REQUIRE(save_as->isVisible());
        QTest::mouseClick(save_as, Qt::LeftButton);
        auto* dialog = reviewer.window->findChild<QFileDialog*>();
        REQUIRE(dialog != nullptr);
        dialog->setDirectory(QString::fromStdString(folder.path().string()));
        dialog->selectFile("elsewhere.csv");
        QMetaObject::invokeMethod(dialog, "accept");
        CHECK(reviewer.becomes(other, ",0,cat,dog,relabel,,20"));
        CHECK(QTest::qWaitFor([&] { return place.text().isEmpty(); }, window_patience));
    }
    Window again(Window::Start::again);
    REQUIRE(again.open(QString::fromStdString(made.string())));
    CHECK(QTest::qWaitFor(
        [&] {
            const auto& start = again.find<ReviewPanel>();
            for (auto* button : start.findChildren<QPushButton*>())
                if (button->text() == "Decided samples (1)") return true;
            return false;
        },
        window_patience));
}

TEST_CASE("decisions that could not be written are not lost when the window closes", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    std::filesystem::create_directories(made / "review.csv" / "in the way");
    {
        Reviewer reviewer(made);
        reviewer.begin();
        reviewer.press(Qt::Key_Return);
    }
    const QString place =
        QSettings().value(review_place_key(QString::fromStdString(made.string()))).toString();
    CHECK_THAT(text_of(place.toStdString()), tests::contains(",0,cat,dog,relabel,,20"));
}

TEST_CASE("corrected labels are exported, and never over those of the folder", "[review]") {
    const TemporaryFolder folder;
    const auto made = write_arrays(folder.path() / "made");
    Reviewer reviewer(made);
    reviewer.begin();
    for (int i = 0; i < 3; ++i) reviewer.press(Qt::Key_Return);
    reviewer.press(Qt::Key_X);
    const auto export_to = [&](const std::filesystem::path& place) {
        QSignalSpy told(reviewer.panel, &ReviewPanel::message);
        reviewer.window.action("Export corrected labels…").trigger();
        auto* dialog = reviewer.window->findChild<QFileDialog*>();
        REQUIRE(dialog != nullptr);
        dialog->setDirectory(QString::fromStdString(place.parent_path().string()));
        dialog->selectFile(QString::fromStdString(place.filename().string()));
        QMetaObject::invokeMethod(dialog, "accept");
        REQUIRE((told.count() > 0 || told.wait(window_patience)));
        // It deletes itself once it is closed.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return told.back()[0].toString();
    };
    const QString words = export_to(folder.path() / "new.csv");
    CHECK(words.startsWith("Labels changed: 3 of 20."));
    const auto labels = NpyArray::open(folder.path() / "new.npy").integers();
    CHECK(std::vector(labels.begin(), labels.begin() + 5) ==
          std::vector<std::int32_t>{1, 0, 1, 1, 0});
    CHECK(text_of(folder.path() / "new.csv")
              .starts_with("id,index,label,new_label\r\n,0,cat,dog\r\n,1,dog,cat\r\n"));
    CHECK(export_to(made / "labels.csv").contains("stay as they are"));
    CHECK_FALSE(std::filesystem::exists(made / "labels.npy"));
}

TEST_CASE("another folder has other decisions", "[review]") {
    const TemporaryFolder folder;
    const auto first = write_arrays(folder.path() / "first");
    const auto second = write_arrays(folder.path() / "second");
    Reviewer reviewer(first);
    reviewer.begin();
    reviewer.press(Qt::Key_Return);
    REQUIRE(reviewer.window.open(QString::fromStdString(second.string())));
    CHECK(text_of(first / "review.csv").find(",0,cat,dog,relabel") != std::string::npos);
    CHECK_FALSE(reviewer.panel->row());
    reviewer.begin();
    CHECK(reviewer.decided() == "0 of 12 decided");
    CHECK_FALSE(std::filesystem::exists(second / "review.csv"));
}
