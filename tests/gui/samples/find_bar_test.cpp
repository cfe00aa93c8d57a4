#include "app/find/find_bar.h"

#include "app/find/find_field.h"
#include "app/session/sample_filter.h"
#include "app/widgets/elided_label.h"
#include "gui/samples/support.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <stdexcept>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::described;
using epochscope::tests::patience;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

/// The bar on the screen, open.
struct ShownBar {
    ShownBar() {
        session.set_dataset(described());
        bar.resize(800, 40);
        bar.open();
        QApplication::setActiveWindow(&bar);
        REQUIRE(QTest::qWaitForWindowExposed(&bar));
        field().setFocus();
    }
    [[nodiscard]] FindField& field() const { return *bar.findChild<FindField*>(); }
    void type(const QString& text) const {
        QTest::keyClicks(&field(), text);
        settle();
    }
    void retype(const QString& text) const {
        field().selectAll();
        type(text);
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return bar.is_settled(); }, patience));
    }
    [[nodiscard]] QAbstractItemView& list() const { return *bar.findChild<QCompleter*>()->popup(); }
    void close_list() const {
        QTest::qWait(50);
        list().hide();
    }
    template <typename Widget>
    [[nodiscard]] Widget& named(const QString& name) const {
        for (Widget* widget : bar.findChildren<Widget*>())
            if (widget->accessibleName() == name) return *widget;
        throw std::runtime_error("no widget is called " + name.toStdString());
    }
    [[nodiscard]] QString count() const {
        return named<QLabel>("How many samples are found").text();
    }
    [[nodiscard]] QPushButton& pick_all() const { return *bar.findChild<QPushButton*>(); }

    Session session;
    SampleFilter filter{session};
    FindBar bar{session, filter};
};

}  // namespace

TEST_CASE("The find bar is hidden until it is opened") {
    Session session;
    SampleFilter filter(session);
    QWidget parent;
    FindBar bar(session, filter, &parent);
    parent.show();
    CHECK(bar.isHidden());
    bar.open();
    CHECK(bar.isHidden());
    session.set_dataset(described());
    bar.open();
    CHECK_FALSE(bar.isHidden());
    session.set_dataset(trained());
    CHECK(bar.isHidden());
}

TEST_CASE("Words are searched while they are typed") {
    const ShownBar shown;
    shown.type("sofa");
    CHECK(shown.count() == "2 of 4");
    CHECK(tests::picked_in(shown.session) == Samples{0, 3});
    shown.type("x");
    CHECK(shown.count() == "0 of 4");
    CHECK_FALSE(shown.pick_all().isEnabled());
    shown.retype(" ");
    CHECK(shown.count().isEmpty());
}

TEST_CASE("Enter walks through what is found, Shift and Enter back") {
    ShownBar shown;
    const QSignalSpy reached(&shown.bar, &FindBar::reached);
    shown.type("sofa");
    shown.close_list();
    const auto press = [&](Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&shown.field(), Qt::Key_Return, modifiers);
        return shown.session.view().selection;
    };
    CHECK(press() == Samples{0});
    CHECK(press() == Samples{3});
    CHECK(press() == Samples{0});
    CHECK(press(Qt::ShiftModifier) == Samples{3});
    CHECK(reached.count() == 4);
    CHECK(reached.back()[0].value<std::size_t>() == 3);
    // From the selected sample, if it is one of them.
    shown.session.select(1);
    CHECK(press(Qt::ShiftModifier) == Samples{3});
    shown.session.select(0);
    QTest::mouseClick(&shown.named<QToolButton>("Next (Enter)"), Qt::LeftButton);
    CHECK(shown.session.view().selection == Samples{3});
    QTest::mouseClick(&shown.named<QToolButton>("Previous (Shift+Enter)"), Qt::LeftButton);
    CHECK(shown.session.view().selection == Samples{0});
}

TEST_CASE("Enter right after a number goes to that sample") {
    const ShownBar shown;
    QTest::keyClicks(&shown.field(), "12");
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    REQUIRE(
        QTest::qWaitFor([&] { return shown.session.view().selection == Samples{1}; }, patience));
    CHECK(shown.count() == "1 of 4");
}

TEST_CASE("All that is found is picked") {
    ShownBar shown;
    const QSignalSpy told(&shown.bar, &FindBar::message);
    shown.type("sofa");
    shown.session.set_class_hidden(1, true);
    QTest::mouseClick(&shown.pick_all(), Qt::LeftButton);
    CHECK(shown.session.picked_count() == 1);
    REQUIRE(told.count() == 1);
    CHECK(told[0][0].toString() == "Picked: 1; left out, since their classes are hidden: 1");
}

TEST_CASE("A condition filters, and a wrong one is told in the bar") {
    const ShownBar shown;
    auto& fault = shown.named<ElidedLabel>("What is wrong with the condition");
    shown.type("size > 5");
    CHECK(shown.count() == "2 of 4");
    REQUIRE(shown.session.filter() != nullptr);
    CHECK(shown.session.filter()->count() == 2);
    CHECK_FALSE(shown.field().marked());
    shown.close_list();
    shown.type(" AND flipz = 1");
    CHECK(shown.field().marked() == 13);
    CHECK(shown.session.filter()->count() == 2);
    CHECK(shown.count() == "2 of 4");
    // In words once one rests, or presses Enter.
    CHECK(fault.isHidden());
    shown.close_list();
    QTest::keyClick(&shown.field(), Qt::Key_Return);
    CHECK_FALSE(fault.isHidden());
    CHECK(fault.words().contains("flipz"));
    shown.retype("size > 8");
    CHECK_FALSE(shown.field().marked());
    CHECK(shown.session.filter()->count() == 1);
    CHECK(QTest::qWaitFor([&] { return fault.isHidden(); }, patience));
}

TEST_CASE("The place of a fault is underlined") {
    const ShownBar shown;
    shown.type("size > 5 AND flipz = 1");
    shown.close_list();
    const auto red_below = [&] {
        const QImage picture = shown.field().grab().toImage();
        int reds = 0;
        int leftmost = picture.width();
        for (int y = picture.height() / 2; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QColor colour = picture.pixelColor(x, y);
                if (colour.red() < 120 || colour.red() < colour.green() + 60) continue;
                ++reds;
                leftmost = std::min(leftmost, x);
            }
        return std::pair(reds, leftmost);
    };
    const auto [reds, leftmost] = red_below();
    CHECK(reds > 8);
    const int before = shown.field().fontMetrics().horizontalAdvance("size > 5 AND ");
    CHECK(leftmost >= before);
    CHECK(leftmost <= before + 24);
    shown.field().mark(std::nullopt);
    CHECK(red_below().first == 0);
}

TEST_CASE("Names and values are offered, and taken by keys") {
    const ShownBar shown;
    QTest::keyClicks(&shown.field(), "fli");
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    CHECK(shown.list().model()->index(0, 0).data().toString() == "flips");
    QTest::keyClick(&shown.list(), Qt::Key_Tab);
    CHECK(shown.field().text() == "flips");
    CHECK_FALSE(shown.list().isVisible());
    QTest::keyClicks(&shown.field(), " > 1 AND label = ");
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    QTest::keyClick(&shown.list(), Qt::Key_Down);
    QTest::keyClick(&shown.list(), Qt::Key_Return);
    CHECK(shown.field().text() == "flips > 1 AND label = 'a'");
    shown.settle();
    CHECK(shown.filter.text() == shown.field().text());
    CHECK(shown.filter.fault().isEmpty());
    // Esc closes the list first.
    shown.retype("fl");
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    QTest::keyClick(&shown.list(), Qt::Key_Escape);
    CHECK_FALSE(shown.list().isVisible());
    CHECK_FALSE(shown.bar.isHidden());
    // Enter without a choice is meant for the field.
    shown.retype("s");
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    QTest::keyClick(&shown.list(), Qt::Key_Return);
    CHECK_FALSE(shown.list().isVisible());
    CHECK(shown.field().text() == "s");
    CHECK(shown.session.view().selection.size() == 1);
}

TEST_CASE("The list of offers closes over a finished condition and leaves a fault to be seen") {
    const ShownBar shown;
    shown.retype("flips > 1 AND label = ");
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    const auto& fault = shown.named<QLabel>("What is wrong with the condition");
    REQUIRE(QTest::qWaitFor([&] { return fault.isVisible(); }, patience));
    const auto bottom = [&] { return fault.mapToGlobal(QPoint(0, fault.height())).y(); };
    CHECK(QTest::qWaitFor([&] { return shown.list().y() >= bottom(); }, patience));
    QTest::keyClicks(&shown.field(), "'a'");
    shown.settle();
    QTest::qWait(100);
    CHECK_FALSE(shown.list().isVisible());
    shown.retype("flips > 1");
    QTest::qWait(100);
    CHECK_FALSE(shown.list().isVisible());
}

TEST_CASE("Ctrl+Space offers all names") {
    const ShownBar shown;
    QTest::keyClick(&shown.field(), Qt::Key_Space, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return shown.list().isVisible(); }, patience));
    CHECK(shown.list().model()->rowCount() > 5);
}

TEST_CASE("What an input method composes is searched once it is committed") {
    const ShownBar shown;
    QInputMethodEvent composing("shafa", {});
    QApplication::sendEvent(&shown.field(), &composing);
    shown.settle();
    CHECK(shown.filter.text().isEmpty());
    QInputMethodEvent committed;
    committed.setCommitString("沙发");
    QApplication::sendEvent(&shown.field(), &committed);
    shown.settle();
    CHECK(shown.filter.text() == "沙发");
    CHECK(shown.count() == "1 of 4");
}

TEST_CASE("Esc clears and closes the bar") {
    const ShownBar shown;
    const QSignalSpy left(&shown.bar, &FindBar::left);
    shown.type("size > 5");
    shown.close_list();
    QTest::keyClick(&shown.field(), Qt::Key_Escape);
    CHECK(shown.bar.isHidden());
    CHECK(left.count() == 1);
    CHECK(shown.filter.text().isEmpty());
    CHECK(shown.session.filter() == nullptr);
}

TEST_CASE("The clear button leaves all samples") {
    const ShownBar shown;
    shown.type("size > 5");
    shown.close_list();
    auto* clear = shown.field().findChild<QToolButton*>();
    REQUIRE(clear != nullptr);
    QTest::mouseClick(clear, Qt::LeftButton);
    shown.settle();
    CHECK(shown.field().text().isEmpty());
    CHECK(shown.session.filter() == nullptr);
    CHECK_FALSE(shown.bar.isHidden());
}

TEST_CASE("A condition that is set elsewhere is shown") {
    ShownBar shown;
    shown.bar.leave();
    shown.filter.add_condition("size > 5");
    CHECK_FALSE(shown.bar.isHidden());
    CHECK(shown.field().text() == "size > 5");
    shown.settle();
    CHECK(shown.count() == "2 of 4");
    shown.filter.remove_condition("size > 5");
    CHECK(shown.field().text().isEmpty());
}
