#include "app/datamap/picked_panel.h"

#include "app/datamap/picked_model.h"
#include "gui/datamap/support.h"
#include "gui/shell/dataset.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::patience;
using epochscope::tests::picks;
using epochscope::tests::Samples;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::trained;

namespace {

constexpr int avg_probs = PickedColumns::first_signal + static_cast<int>(Signal::avg_probs) - 1;

/// The panel on the screen.
struct ShownPanel {
    explicit ShownPanel(std::shared_ptr<const Dataset> dataset = trained()) {
        session.set_dataset(std::move(dataset));
        panel.resize(900, 300);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor(
            [this] { return !maker.is_working() && panel.model().is_settled(); }, patience));
    }
    void pick(const Samples& samples) {
        session.pick(picks(session.dataset()->series.sample_count(), samples));
        settle();
    }
    [[nodiscard]] QTableView& table() const { return *panel.findChild<QTableView*>(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return panel.model().index(row, column).data().toString();
    }
    void click_row(int row) const {
        const QRect place = table().visualRect(panel.model().index(row, 0));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place.center());
    }
    void click_header(int column) const {
        QHeaderView& header = *table().horizontalHeader();
        table().scrollTo(panel.model().index(0, column));
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                          {header.sectionViewportPosition(column) + 12, header.height() / 2});
        settle();
    }

    Session session;
    MapMaker maker{session};
    PickedPanel panel{session, maker};
};

}  // namespace

TEST_CASE("The table shows the picked samples with what training tells of them") {
    ShownPanel shown;
    CHECK(shown.panel.model().rowCount() == 0);
    CHECK_FALSE(shown.maker.is_working());
    shown.pick({1, 2});
    REQUIRE(shown.panel.model().rowCount() == 2);
    CHECK(shown.cell(0, PickedColumns::id) == "1");
    CHECK(shown.cell(1, PickedColumns::label) == "b");
    CHECK(shown.cell(1, PickedColumns::prediction) == "a");
    CHECK(shown.cell(0, avg_probs) == "0.1");
    CHECK(shown.cell(1, avg_probs) == "0.5");
    shown.pick({3});
    CHECK(shown.panel.model().samples() == Samples{3});
    shown.session.pick(nullptr);
    CHECK(shown.panel.model().rowCount() == 0);
    shown.pick({0});
    shown.session.set_dataset(trained());
    CHECK(shown.panel.model().rowCount() == 0);
}

TEST_CASE("A click on a column's name sorts by it, another one the other way") {
    ShownPanel shown;
    shown.pick({0, 1, 2, 3});
    shown.click_header(avg_probs);
    CHECK(shown.panel.model().samples() == Samples{1, 2, 3, 0});
    shown.click_header(avg_probs);
    CHECK(shown.panel.model().samples() == Samples{0, 3, 2, 1});
    // Others are sorted likewise.
    shown.pick({2, 3});
    CHECK(shown.panel.model().samples() == Samples{3, 2});
}

TEST_CASE("A row selects its sample, and what is selected its row") {
    ShownPanel shown;
    shown.pick({0, 1, 3});
    shown.click_row(2);
    CHECK(shown.session.view().selection == Samples{3});
    QTest::keyClick(&shown.table(), Qt::Key_Up);
    CHECK(shown.session.view().selection == Samples{1});
    shown.session.select(0);
    CHECK(shown.table().currentIndex().row() == 0);
    CHECK(shown.table().selectionModel()->isRowSelected(0));
    // One that is not in the table leaves no row marked.
    shown.session.select(2);
    CHECK_FALSE(shown.table().currentIndex().isValid());
    CHECK(shown.session.view().selection == Samples{2});
    // The mark stays with its sample when rows are others.
    shown.session.select(3);
    shown.pick({2, 3});
    CHECK(shown.table().currentIndex().row() == 1);
    CHECK(shown.session.view().selection == Samples{3});
}

TEST_CASE("A hidden table works nothing out until it is seen") {
    ShownPanel shown;
    shown.panel.hide();
    shown.session.pick(picks(4, {1}));
    CHECK_FALSE(shown.maker.is_working());
    CHECK(shown.panel.model().rowCount() == 0);
    shown.panel.show();
    shown.settle();
    CHECK(shown.panel.model().samples() == Samples{1});
    CHECK(shown.maker.mapped() != nullptr);
}

TEST_CASE("Sets without predictions have a table of what is known, and say what is not") {
    ShownPanel shown(tests::make_dataset({1, 2}));
    shown.pick({1});
    CHECK(shown.cell(0, PickedColumns::id) == "1");
    CHECK(shown.cell(0, PickedColumns::label) == "a");
    CHECK(shown.cell(0, avg_probs).isEmpty());
    bool told = false;
    for (const QLabel* label : shown.panel.findChildren<QLabel*>())
        told |= label->text().contains("neither predictions nor confidence");
    CHECK(told);
    const auto& presets = *shown.panel.findChild<QToolButton*>();
    CHECK_FALSE(presets.isEnabled());
    CHECK(presets.toolTip() == "This dataset has neither predictions nor confidence.");
}

TEST_CASE("The table is saved as it is sorted, and says so") {
    const TemporaryFolder folder;
    ShownPanel shown;
    auto& save = *shown.panel.findChild<QPushButton*>();
    CHECK_FALSE(save.isEnabled());
    CHECK(save.toolTip() == "No sample is picked.");
    shown.pick({0, 2, 3});
    shown.click_header(avg_probs);
    QTest::mouseClick(&save, Qt::LeftButton);
    auto* dialog = shown.panel.findChild<QFileDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    const auto file = folder.path() / "some samples.csv";
    auto& name = *dialog->findChild<QLineEdit*>("fileNameEdit");
    name.setCompleter(nullptr);
    name.setText(QString::fromStdString(file.string()));
    QSignalSpy told(&shown.panel, &PickedPanel::message);
    QTest::keyClick(&name, Qt::Key_Return);
    REQUIRE((told.count() > 0 || told.wait(patience)));
    CHECK(told[0][0].toString().contains("some samples.csv"));
    QFile written(QString::fromStdString(file.string()));
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(written.readAll()).split("\r\n");
    REQUIRE(lines.size() == 5);
    CHECK(lines[1].startsWith("2,b,a,"));
    CHECK(lines[2].startsWith("3,b,b,"));
    CHECK(lines[3].startsWith("0,a,a,"));
}

TEST_CASE("A hundred thousand rows are there as few are") {
    constexpr std::size_t count = 100'000;
    EpochColumns epoch;
    epoch.number = 1;
    for (std::size_t i = 0; i < count; ++i) {
        epoch.positions.push_back({0, 0});
        epoch.predictions.push_back(0);
        epoch.confidence.push_back(static_cast<float>((i * 7919) % count) / count);
    }
    auto series = make_series({{"a", "b"}, {}}, std::vector<std::int32_t>(count), {epoch});
    ShownPanel shown(std::make_shared<const Dataset>(
        Dataset{std::move(series), nullptr, "many", "/many", "made", {}}));
    Samples all(count);
    for (std::size_t i = 0; i < count; ++i) all[i] = i;
    shown.pick(all);
    REQUIRE(shown.panel.model().rowCount() == static_cast<int>(count));
    shown.click_header(avg_probs);
    CHECK(shown.cell(0, avg_probs) == "0");
    CHECK(shown.panel.model().sample_at(0) == 0);
    // 7919 i = 1 modulo 100,000 for i = 17,679.
    CHECK(shown.panel.model().sample_at(1) == 17'679);
    shown.session.select(17'679);
    CHECK(shown.table().currentIndex().row() == 1);
}
