#include "app/prototypes/nearest_table.h"
#include "app/prototypes/prototype_panel.h"
#include "window.h"

#include <epochscope/model/prototypes.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <memory>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::Window;

namespace {

/// Eight samples at epochs 1 and 2; levels of two prototypes and of four. Of the first level, all
/// samples but the last have the first prototype at epoch 1, and half of them at epoch 2.
struct Made : EpochMemory {
    std::vector<std::int32_t> first{0, 0, 0, 0, 0, 0, 0, 1};
    std::vector<std::int32_t> second{0, 0, 0, 0, 1, 1, 1, 1};
    std::vector<std::int32_t> counts{7, 1, 0, 0};
    std::vector<float> concentration = std::vector<float>(4, 1);
    std::vector<float> centres = std::vector<float>(8, 0);
    std::vector<Point> places{{1, 1}, {2, 2}, {3, 3}, {-4, 4}};
    std::vector<std::int32_t> nearest;
    std::vector<float> squares;
    std::vector<std::int32_t> hinges = std::vector<std::int32_t>(8, 1);

    Made() {
        for (int i = 0; i < 8; ++i) {
            nearest.insert(nearest.end(), {0, 1});
            squares.insert(squares.end(), {4, 9});
        }
    }
};

PrototypeLevel level_of(const Made& made, std::size_t count) {
    PrototypeLevel level;
    level.count = count;
    level.listed = 2;
    level.loss = {.nearest = 1, .alpha = 12};
    for (const auto* assignments : {&made.first, &made.second})
        level.epochs.push_back({.centres = {std::span(made.centres).first(2 * count), 2},
                                .assignments = *assignments,
                                .counts = std::span(made.counts).first(count),
                                .concentration = std::span(made.concentration).first(count),
                                .positions = std::span(made.places).first(count),
                                .nearest = made.nearest,
                                .squares = made.squares,
                                .hinges = made.hinges});
    for (const auto& [name, value] :
         std::vector<std::pair<const char*, double>>{{"acc_proto_naive", 0.2},
                                                     {"acc_proto_adjusted", 0.9},
                                                     {"ceiling", 0.25},
                                                     {"ceiling_expected", 0.245},
                                                     {"distinct", 2}})
        level.curves.push_back({name, {value, value / 2}});
    return level;
}

std::shared_ptr<const Dataset> dataset_with_prototypes() {
    const auto made = std::make_shared<const Made>();
    auto prototypes = std::make_shared<Prototypes>();
    prototypes->levels = {level_of(*made, 2), level_of(*made, 4)};
    prototypes->batch = 8;
    prototypes->memory = made;
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e + 1);
        for (int i = 0; i < 8; ++i) epochs[e].positions.push_back({static_cast<float>(i), 0});
    }
    Dataset dataset{make_series({{"a"}, {}}, std::vector<std::int32_t>(8, 0), std::move(epochs)),
                    nullptr,
                    "made",
                    "/made",
                    "made",
                    {}};
    dataset.prototypes = prototypes;
    return std::make_shared<const Dataset>(std::move(dataset));
}

template <typename Widget>
Widget& named(const QWidget& parent, const QString& name) {
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == name) return *widget;
    throw std::runtime_error("no widget is called " + name.toStdString());
}

/// The window with prototypes and their panel.
struct Shown {
    Window window;
    PrototypePanel& panel = window.find<PrototypePanel>();

    Shown() {
        window.session().set_dataset(dataset_with_prototypes());
        REQUIRE(QTest::qWaitFor([&] { return panel.isVisible(); }, tests::window_patience));
    }
    [[nodiscard]] const PrototypeView& view() const { return window.session().view().prototypes; }
    [[nodiscard]] QString words(const QString& label) const {
        return named<QLabel>(panel, label).text();
    }
    void click(const QString& button) const {
        QTest::mouseClick(&named<QPushButton>(panel, button), Qt::LeftButton);
    }
};

}  // namespace

TEST_CASE("the panel of prototypes comes with a folder that has some", "[shell]") {
    const Window window;
    auto& panel = window.find<PrototypePanel>();
    CHECK_FALSE(panel.isVisible());
    CHECK_FALSE(window.action("Prototypes as stars").isEnabled());
    window.session().set_dataset(dataset_with_prototypes());
    CHECK(QTest::qWaitFor([&] { return panel.isVisible(); }, tests::window_patience));
    CHECK(window.action("Prototypes as stars").isEnabled());
    window.session().set_dataset(tests::make_dataset({1, 2}));
    CHECK(named<QLabel>(panel, "Whether prototypes can be computed").isVisible());
    CHECK_FALSE(window.action("Prototypes as stars").isEnabled());
}

TEST_CASE("the level of prototypes is chosen in the panel and in the menu", "[shell]") {
    const Shown shown;
    auto& levels = named<QComboBox>(shown.panel, "How many prototypes");
    REQUIRE(levels.count() == 2);
    CHECK(levels.currentText() == "2 prototypes");
    levels.setFocus();
    QTest::keyClick(&levels, Qt::Key_Down);
    CHECK(shown.view().level == 1);
    QMenu* menu = shown.window.action("How many prototypes").menu();
    REQUIRE(menu != nullptr);
    emit menu->aboutToShow();
    REQUIRE(menu->actions().size() == 2);
    CHECK(menu->actions()[1]->isChecked());
    menu->actions()[0]->trigger();
    CHECK(shown.view().level == 0);
    CHECK(levels.currentIndex() == 0);
}

TEST_CASE("stars are switched by a key and by the panel", "[shell]") {
    const Shown shown;
    auto& check = named<QCheckBox>(shown.panel, "Show prototypes as stars");
    CHECK(check.isChecked());
    shown.window.press(Qt::Key_P, Qt::ShiftModifier);
    CHECK_FALSE(shown.view().shown);
    CHECK_FALSE(check.isChecked());
    check.setFocus();
    QTest::keyClick(&check, Qt::Key_Space);
    CHECK(shown.view().shown);
}

TEST_CASE("where acc_proto is read it is said what limits it, at the playhead", "[shell]") {
    const Shown shown;
    const QString label = "Prototype signals over batches";
    CHECK(shown.words(label).contains("acc_proto is 20.0 % in sample order"));
    CHECK(shown.words(label).contains("at most 25.0 %"));
    CHECK(shown.words(label).contains("as one it is 90.0 %"));
    CHECK(shown.words(label).contains("changes the accuracy but not the loss"));
    shown.window.session().set_playhead(1);
    CHECK(shown.words(label).contains("acc_proto is 10.0 %"));
    CHECK(shown.words("How prototypes were found").contains("weighted centres of their samples"));
}

TEST_CASE("a batch is drawn, its collisions are told, and it is let go", "[shell]") {
    const Shown shown;
    shown.click("Draw a batch");
    REQUIRE(shown.view().batch.size() == 8);
    const QString label = "Statistics of the batch";
    CHECK(shown.words(label).startsWith(
        "8 samples have 2 of 2 prototypes: 6 collide, so that at most U/B = 25.0 %"));
    CHECK(shown.words(label).contains("One prototype occurs 7 times"));
    shown.window.session().set_playhead(1);
    CHECK(shown.words(label).contains("One prototype occurs 4 times"));
    const auto batch = shown.view().batch;
    auto& seed = named<QSpinBox>(shown.panel, "Seed of the batch");
    seed.setFocus();
    QTest::keyClick(&seed, Qt::Key_Up);
    CHECK(shown.view().batch != batch);
    shown.click("Clear the batch");
    CHECK(shown.view().batch.empty());
    CHECK_FALSE(named<QLabel>(shown.panel, label).isVisible());
    CHECK_FALSE(named<QPushButton>(shown.panel, "Clear the batch").isEnabled());
}

TEST_CASE("the nearest prototypes of the selected sample are listed", "[shell]") {
    const Shown shown;
    auto& table = named<NearestTable>(shown.panel, "Nearest prototypes");
    CHECK(table.topLevelItemCount() == 0);
    shown.window.session().select(3);
    CHECK(shown.words("The sample whose prototypes are listed") ==
          "Sample 3: the 1 nearest pull it, 1 of the others push it.");
    REQUIRE(table.topLevelItemCount() == 2);
    const QTreeWidgetItem& pulls = *table.topLevelItem(0);
    CHECK(pulls.text(0) == "0");
    CHECK(pulls.text(1) == "2");
    CHECK(pulls.text(2) == "1.000");
    CHECK(pulls.text(3).isEmpty());
    const QTreeWidgetItem& pushes = *table.topLevelItem(1);
    CHECK(pushes.text(1) == "3");
    CHECK(pushes.text(2).isEmpty());
    CHECK(pushes.text(3) == "3");
    shown.window.session().clear_selection();
    CHECK(table.topLevelItemCount() == 0);
}
