#include "app/classes/classes_panel.h"

#include "app/classes/classes_model.h"
#include "app/events/event_watcher.h"
#include "support.h"

#include <QColorDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;

namespace {

struct Shown {
    explicit Shown(std::shared_ptr<const Dataset> dataset) : panel(session, events) {
        session.set_dataset(std::move(dataset));
        panel.resize(280, 400);
        panel.show();
        view = &named<QTreeView>(panel, "Classes");
    }
    [[nodiscard]] QModelIndex cell(int row, int column = ClassesModel::name_column) const {
        return view->model()->index(row, column);
    }
    [[nodiscard]] QString words(int row, int column) const {
        return cell(row, column).data().toString();
    }
    /// Whether a class's share is told in time; another thread counts.
    [[nodiscard]] bool tells_share(int row, const QString& share) const {
        return QTest::qWaitFor([&] { return words(row, ClassesModel::accuracy_column) == share; },
                               tests::patience);
    }
    void press(int row, int key, Qt::KeyboardModifiers modifiers = {}) const {
        view->setCurrentIndex(cell(row));
        QTest::keyClick(view, static_cast<Qt::Key>(key), modifiers);
    }
    Session session;
    HealthWatcher health{session};
    EventWatcher events{session, health};
    ClassesPanel panel;
    QTreeView* view = nullptr;
};

std::shared_ptr<const Dataset> many_classes(std::size_t count) {
    Classes classes;
    std::vector<std::int32_t> labels;
    EpochColumns epoch;
    for (std::size_t c = 0; c < count; ++c) {
        classes.names.push_back("class " + std::to_string(c));
        labels.push_back(static_cast<std::int32_t>(c));
        epoch.positions.push_back({0, 0});
    }
    return tests::dataset_of(make_series(std::move(classes), std::move(labels), {epoch}));
}

using Hidden = std::vector<bool>;

/// Of the five samples of tiny_dataset, one has no value.
std::shared_ptr<const Colouring> two_sets() {
    Colouring colouring;
    colouring.title = "split";
    colouring.codes = {0, 1, 0, -1, 0};
    colouring.colours = {{200, 0, 0}, {0, 0, 200}};
    colouring.names = {"train", "test"};
    colouring.missing_name = "missing";
    return std::make_shared<const Colouring>(colouring);
}

std::vector<std::size_t> left_by(const Picks& filter) {
    return filter ? std::vector<std::size_t>(filter->samples().begin(), filter->samples().end())
                  : std::vector<std::size_t>{};
}

using Samples = std::vector<std::size_t>;

}  // namespace

TEST_CASE("classes show their name, count, and share right at the epoch reached", "[panels]") {
    Shown shown(tests::tiny_dataset());
    REQUIRE(shown.view->model()->rowCount() == 2);
    CHECK(shown.words(0, ClassesModel::name_column) == "a");
    CHECK(shown.words(0, ClassesModel::count_column) == "3");
    CHECK(shown.words(1, ClassesModel::count_column) == "2");
    CHECK(shown.tells_share(0, "100 %"));
    shown.session.set_playhead(1.5);
    CHECK(shown.tells_share(0, "67 %"));
    CHECK(shown.tells_share(1, "100 %"));
    shown.session.set_playhead(2);
    CHECK(shown.tells_share(0, "\u2014"));
    // What was counted is kept.
    shown.session.set_playhead(1);
    CHECK(shown.words(0, ClassesModel::accuracy_column) == "67 %");
}

TEST_CASE("Space and the check hide a class and show it again", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.press(1, Qt::Key_Space);
    CHECK(shown.session.view().hidden == Hidden{false, true});
    CHECK(shown.cell(1).data(Qt::CheckStateRole).toInt() == Qt::Unchecked);
    shown.press(1, Qt::Key_Space);
    CHECK(shown.session.view().hidden == Hidden{false, false});

    const QRect row = shown.view->visualRect(shown.cell(0));
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {},
                      QPoint(row.left() + 10, row.center().y()));
    CHECK(shown.session.view().hidden == Hidden{true, false});
}

TEST_CASE("one class is shown alone, and all again", "[panels]") {
    Shown shown(tests::tiny_dataset());
    auto& show_all = named<QPushButton>(shown.panel, "Show all classes");
    CHECK_FALSE(show_all.isEnabled());
    SECTION("by a double-click") {
        const QRect row = shown.view->visualRect(shown.cell(1));
        const QPoint name(row.right() - 10, row.center().y());
        QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, name);
        QTest::mouseDClick(shown.view->viewport(), Qt::LeftButton, {}, name);
    }
    SECTION("by a key") { shown.press(1, Qt::Key_Return, Qt::ShiftModifier); }
    SECTION("by the button") {
        shown.view->setCurrentIndex(shown.cell(1));
        QTest::mouseClick(&named<QPushButton>(shown.panel, "Show only this class"), Qt::LeftButton);
    }
    CHECK(shown.session.view().hidden == Hidden{true, false});
    QTest::mouseClick(&show_all, Qt::LeftButton);
    CHECK(shown.session.view().hidden == Hidden{false, false});
}

TEST_CASE("Enter asks for a colour, which is seen at once and taken back on Cancel", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.press(1, Qt::Key_Return);
    auto* dialog = shown.panel.findChild<QColorDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->currentColor() == QColor(0, 0, 255));
    dialog->setCurrentColor(QColor(1, 2, 3));
    CHECK(shown.session.view().colours[1] == Colour{1, 2, 3});
    SECTION("accepted") {
        dialog->accept();
        CHECK(shown.session.view().colours[1] == Colour{1, 2, 3});
        CHECK(shown.cell(1).data(ClassesModel::colour_role).value<QColor>() == QColor(1, 2, 3));
    }
    SECTION("cancelled") {
        dialog->reject();
        CHECK(shown.session.view().colours[1] == Colour{0, 0, 255});
    }
    SECTION("left behind by another dataset") {
        shown.session.set_dataset(many_classes(1));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK(shown.panel.findChild<QColorDialog*>() == nullptr);
        CHECK(shown.session.view().colours.size() == 1);
    }
}

TEST_CASE("a click on a swatch asks for its colour", "[panels]") {
    Shown shown(tests::tiny_dataset());
    const QRect row = shown.view->visualRect(shown.cell(0));
    // The swatch is where the row shows the class's colour.
    const QImage picture = shown.view->viewport()->grab().toImage();
    int x = row.left();
    while (x < row.right() && picture.pixelColor(x, row.center().y()) != QColor(255, 0, 0)) ++x;
    REQUIRE(x < row.right());
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {}, {x + 3, row.center().y()});
    CHECK(shown.panel.findChild<QColorDialog*>() != nullptr);
    CHECK(shown.session.view().hidden == Hidden{false, false});
}

TEST_CASE("many classes can be filtered, few need it not", "[panels]") {
    Shown shown(tests::tiny_dataset());
    auto& filter = named<QLineEdit>(shown.panel, "Filter classes");
    CHECK_FALSE(filter.isVisible());
    shown.session.set_dataset(many_classes(1000));
    REQUIRE(filter.isVisible());
    CHECK(shown.view->model()->rowCount() == 1000);
    QTest::keyClicks(&filter, "CLASS 99");
    CHECK(shown.view->model()->rowCount() == 11);
    // What is chosen in the filtered list is the class itself, not its row.
    shown.press(1, Qt::Key_Space);
    CHECK(shown.session.view().hidden[990]);
    shown.session.set_dataset(tests::tiny_dataset());
    CHECK(filter.text().isEmpty());
    CHECK(shown.view->model()->rowCount() == 2);
    shown.session.set_dataset(nullptr);
    CHECK(shown.view->model()->rowCount() == 0);
}

TEST_CASE("the categories of a column take the place of the classes", "[panels]") {
    Shown shown(tests::tiny_dataset());
    Session& session = shown.session;
    session.set_colouring(two_sets());
    REQUIRE(shown.view->model()->rowCount() == 3);
    CHECK(shown.view->model()->headerData(0, Qt::Horizontal).toString() == "split");
    CHECK(shown.words(0, ClassesModel::name_column) == "train");
    CHECK(shown.words(0, ClassesModel::count_column) == "3");
    CHECK(shown.words(2, ClassesModel::name_column) == "missing");
    CHECK(shown.cell(1).data(ClassesModel::colour_role).value<QColor>() == QColor(0, 0, 200));
    CHECK(shown.view->isColumnHidden(ClassesModel::accuracy_column));

    shown.press(0, Qt::Key_Space);
    CHECK(left_by(session.view().filter) == Samples{1, 3});
    CHECK(session.view().hidden == Hidden{false, false});
    // What the find bar leaves stays as it was told.
    session.set_filter(std::make_shared<const PickedSamples>(5, Samples{0, 1, 2}));
    CHECK(left_by(session.view().filter) == Samples{1});
    CHECK(left_by(session.filter()) == Samples{0, 1, 2});
    session.set_filter(nullptr);
    shown.press(2, Qt::Key_Return, Qt::ShiftModifier);
    CHECK(left_by(session.view().filter) == Samples{3});
    QTest::mouseClick(&named<QPushButton>(shown.panel, "Show all classes"), Qt::LeftButton);
    CHECK_FALSE(session.view().filter);

    const QRect row = shown.view->visualRect(shown.cell(1));
    QTest::mouseClick(shown.view->viewport(), Qt::LeftButton, {},
                      QPoint(row.right() - 10, row.center().y()));
    CHECK(left_by(session.view().picked) == Samples{1});
    CHECK_FALSE(session.picked());

    // Back to the classes, and nothing stays hidden.
    shown.press(0, Qt::Key_Space);
    Style style = session.view().style;
    style.colour_by = ColourBy::label;
    session.set_style(style);
    CHECK(shown.view->model()->rowCount() == 2);
    CHECK(shown.words(0, ClassesModel::name_column) == "a");
    CHECK_FALSE(session.view().filter);
    CHECK_FALSE(session.view().picked);
    CHECK(shown.tells_share(0, "100 %"));
}

TEST_CASE("another dataset ends the colours of a column", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.set_colouring(two_sets());
    shown.press(0, Qt::Key_Space);
    shown.session.set_dataset(tests::tiny_dataset());
    CHECK(shown.session.view().style.colour_by == ColourBy::label);
    CHECK_FALSE(shown.session.view().filter);
    CHECK(shown.view->model()->rowCount() == 2);
    // Colours of another number of samples are ignored.
    Colouring other = *two_sets();
    other.codes.pop_back();
    shown.session.set_colouring(std::make_shared<const Colouring>(other));
    CHECK_FALSE(shown.session.view().colouring);
}
