#include "app/canvas/canvas.h"
#include "app/colours/colour_dialog.h"
#include "app/widgets/status_line.h"
#include "gui/shell/window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <algorithm>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

using Codes = std::vector<std::int32_t>;
using Names = std::vector<std::string>;

ColourDialog& opened(const Window& window) {
    window.press(Qt::Key_C, Qt::ShiftModifier);
    auto& dialog = window.find<ColourDialog>();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    QApplication::setActiveWindow(&dialog);
    return dialog;
}

/// Types words into the search and presses Enter.
void choose(ColourDialog& dialog, const QString& words) {
    auto& field = *dialog.findChild<QLineEdit*>();
    field.clear();
    QTest::keyClicks(&field, words);
    QTest::keyClick(&field, Qt::Key_Return);
}

bool is_coloured_by(const Window& window, const std::string& column) {
    return QTest::qWaitFor(
        [&] {
            const ViewState& view = window.session().view();
            return view.style.colour_by == ColourBy::column && view.colouring->title == column;
        },
        window_patience);
}

}  // namespace

TEST_CASE("a column is found by words and colours the samples", "[shell]") {
    const Window window;
    window.open_made();
    ColourDialog& dialog = opened(window);
    choose(dialog, "first lear");
    REQUIRE(is_coloured_by(window, "first_correct"));
    const Colouring& learnt = *window.session().view().colouring;
    CHECK(learnt.names == Names{"1", "2", "3"});
    CHECK(learnt.codes == Codes{1, 2, 0});
    CHECK(window->canvas().frame().points.colour_index.data() == learnt.codes.data());
    CHECK(window.action("Colour by a column…").isChecked());

    SECTION("numbers have a range and logarithms") {
        auto& scale = *dialog.findChild<QComboBox*>();
        QTest::keyClick(&scale, Qt::Key_End);
        REQUIRE(QTest::qWaitFor(
            [&] { return !window.session().view().colouring->is_categorical(); }, window_patience));
        CHECK(window.session().view().colouring->codes == Codes{128, 255, 0});
        auto& log = *dialog.findChild<QCheckBox*>();
        REQUIRE(log.isEnabled());
        QTest::mouseClick(&log, Qt::LeftButton, {}, QPoint(8, log.height() / 2));
        CHECK(QTest::qWaitFor([&] { return window.session().view().colouring->is_log; },
                              window_patience));
    }
    SECTION("a prediction is typed, and has the colours of the classes") {
        choose(dialog, "prediction_at(2)");
        REQUIRE(is_coloured_by(window, "prediction_at(2)"));
        const Colouring& predicted = *window.session().view().colouring;
        CHECK(predicted.names == Names{"cat", "dog"});
        CHECK(predicted.codes == Codes{0, 0, 1});
        CHECK(predicted.colours[0] == Colour{200, 30, 30});
    }
    SECTION("what there is not is said, and the colours stay") {
        choose(dialog, "nothing");
        CHECK(QTest::qWaitFor(
            [&] {
                return window.find<StatusLine>().currentMessage().contains(
                    "there is no such column");
            },
            window_patience));
        CHECK(window.session().view().colouring->title == "first_correct");
    }
    SECTION("a count is shown as numbers, and a wrong range is told") {
        choose(dialog, "flips");
        REQUIRE(is_coloured_by(window, "flips"));
        CHECK_FALSE(window.session().view().colouring->is_categorical());
        const auto& columns = *dialog.findChild<QTreeWidget*>();
        const QList<QTreeWidgetItem*> used =
            columns.findItems("flips", Qt::MatchExactly | Qt::MatchRecursive);
        REQUIRE(used.size() == 1);
        CHECK(used.front()->font(0).bold());
        const auto says = [&](const QString& words) {
            const auto labels = dialog.findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->text().contains(words); });
        };
        QLineEdit* least = nullptr;
        for (auto* field : dialog.findChildren<QLineEdit*>())
            if (field->accessibleName() == "Number of the first colour") least = field;
        REQUIRE(least != nullptr);
        least->setFocus();
        QTest::keyClicks(least, "two");
        CHECK(says("“two” is not a number"));
        QTest::keyClick(least, Qt::Key_Backspace);
        least->selectAll();
        QTest::keyClick(least, Qt::Key_Delete);
        CHECK_FALSE(says("is not a number"));
        QTest::keyClicks(dialog.findChild<QLineEdit*>(), "zebra");
        CHECK(says("No column of the list matches"));
    }
    SECTION("the label colours again") {
        window.action("Colour by label").trigger();
        CHECK(window.session().view().style.colour_by == ColourBy::label);
        CHECK_FALSE(window.action("Colour by a column…").isChecked());
    }
    SECTION("nothing of it is remembered") {
        window->close();
        const Window again(Window::Start::again);
        again.open_made();
        CHECK(again.session().view().style.colour_by == ColourBy::label);
    }
}
