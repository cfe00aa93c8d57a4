#include "app/table/sample_table.h"

#include "app/session/sample_filter.h"
#include "app/table/sample_table_model.h"
#include "app/widgets/elided_label.h"
#include "gui/samples/support.h"
#include "gui/shell/dataset.h"

#include <QCheckBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>
#include <stdexcept>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::described;
using epochscope::tests::patience;
using epochscope::tests::picks;
using epochscope::tests::Samples;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::trained;

namespace {

using Rows = std::vector<std::uint32_t>;

/// The table on the screen, with all its columns.
struct ShownTable {
    explicit ShownTable(std::shared_ptr<const Dataset> dataset = described()) {
        QSettings().clear();
        session.set_dataset(std::move(dataset));
        table.resize(1400, 300);
        table.show();
        REQUIRE(QTest::qWaitForWindowExposed(&table));
        settle();
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor(
            [this] { return filter.is_settled() && table.model().is_settled(); }, patience));
    }
    void find(const QString& text) {
        filter.set_text(text);
        settle();
    }
    [[nodiscard]] const SampleTableModel& model() const { return table.model(); }
    [[nodiscard]] const Rows& rows() const { return model().samples(); }
    [[nodiscard]] QTableView& view() const { return *table.findChild<QTableView*>(); }
    [[nodiscard]] int column(const std::string& name) const {
        const auto found = model().column_of(name);
        if (!found) throw std::runtime_error("there is no column " + name);
        return *found;
    }
    [[nodiscard]] QString cell(int row, const std::string& name) const {
        return model().index(row, column(name)).data().toString();
    }
    void click_row(int row) const {
        const QRect place = view().visualRect(model().index(row, 0));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, place.center());
    }
    void click_header(const std::string& name) const {
        QHeaderView& header = *view().horizontalHeader();
        view().scrollTo(model().index(0, column(name)));
        const int x = header.sectionViewportPosition(column(name)) + 12;
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {x, header.height() / 2});
        settle();
    }
    [[nodiscard]] QMenu& column_menu() const {
        QHeaderView& header = *view().horizontalHeader();
        QContextMenuEvent event(QContextMenuEvent::Mouse, {20, 5},
                                header.mapToGlobal(QPoint(20, 5)));
        QApplication::sendEvent(header.viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        return *menu;
    }
    [[nodiscard]] QCheckBox& only_picked() const { return *table.findChild<QCheckBox*>(); }
    [[nodiscard]] QString summary() const { return table.findChild<ElidedLabel*>()->words(); }
    /// Saves by the button and returns the lines.
    QStringList save(const std::filesystem::path& file) {
        for (auto* button : table.findChildren<QPushButton*>())
            if (button->text().startsWith("Save")) QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = table.findChild<QFileDialog*>();
        REQUIRE(dialog != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(dialog));
        auto& name = *dialog->findChild<QLineEdit*>("fileNameEdit");
        name.setCompleter(nullptr);
        name.setText(QString::fromStdString(file.string()));
        QSignalSpy told(&table, &SampleTable::message);
        QTest::keyClick(&name, Qt::Key_Return);
        REQUIRE((told.count() > 0 || told.wait(patience)));
        CHECK(told[0][0].toString().contains(QString::fromStdString(file.filename().string())));
        QFile written(QString::fromStdString(file.string()));
        REQUIRE(written.open(QIODevice::ReadOnly));
        return QString::fromUtf8(written.readAll()).split("\r\n");
    }

    Session session;
    SampleFilter filter{session};
    MapMaker maker{session};
    SampleTable table{session, filter, maker};
};

QAction& entry(const QMenu& menu, const QString& text) {
    for (QAction* action : menu.actions())
        if (action->text() == text) return *action;
    throw std::runtime_error("the menu has no entry " + text.toStdString());
}

}  // namespace

TEST_CASE("The table has all samples with all that is known of them") {
    const ShownTable shown;
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
    CHECK(shown.summary().startsWith("4 of 4 samples"));
    CHECK(shown.cell(1, "sample") == "1");
    CHECK(shown.cell(1, "id") == "12");
    CHECK(shown.cell(2, "label") == "b");
    CHECK(shown.cell(0, "text") == "a red sofa");
    CHECK(shown.cell(1, "size").isEmpty());
    CHECK(shown.cell(1, "avg_probs") == "0.1");
    CHECK(shown.cell(2, "flips") == "3");
    const int suspicion = shown.column("suspicion");
    CHECK(shown.model().headerData(suspicion, Qt::Horizontal, Qt::DisplayRole) == "Suspicion");
    const QString tip =
        shown.model().headerData(suspicion, Qt::Horizontal, Qt::ToolTipRole).toString();
    CHECK(tip.contains("how likely the label is wrong"));
    CHECK(tip.contains("In a condition: suspicion"));
}

TEST_CASE("Prediction and confidence are those at the playhead") {
    ShownTable shown;
    CHECK(shown.cell(2, "prediction_at") == "b");
    CHECK(shown.cell(3, "confidence_at") == "0.6");
    shown.session.set_playhead(3.4);
    CHECK(shown.cell(2, "prediction_at") == "a");
    CHECK(shown.cell(3, "confidence_at") == "0.8");
    const int column = shown.column("confidence_at");
    CHECK(shown.model()
              .headerData(column, Qt::Horizontal, Qt::ToolTipRole)
              .toString()
              .contains("confidence_at(5)"));
    // Within an epoch nothing changes.
    const QSignalSpy changed(&shown.model(), &QAbstractItemModel::dataChanged);
    shown.session.set_playhead(3.0);
    CHECK(changed.count() == 0);
    // The other columns are not read again.
    shown.session.set_playhead(0);
    CHECK(changed.count() == 2);
}

TEST_CASE("A click on a heading sorts, a second one the other way, a third one no more") {
    const ShownTable shown;
    shown.click_header("avg_probs");
    CHECK(shown.rows() == Rows{1, 2, 3, 0});
    shown.click_header("avg_probs");
    CHECK(shown.rows() == Rows{0, 3, 2, 1});
    shown.click_header("avg_probs");
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
    shown.click_header("size");
    CHECK(shown.rows() == Rows{2, 3, 0, 1});
    shown.click_header("size");
    CHECK(shown.rows() == Rows{0, 3, 2, 1});
}

TEST_CASE("Rows are sorted by values at the playhead once it rests") {
    ShownTable shown;
    shown.click_header("prediction_at");
    CHECK(shown.rows() == Rows{0, 3, 1, 2});
    shown.session.set_playhead(3);
    CHECK_FALSE(shown.model().is_settled());
    CHECK(shown.rows() == Rows{0, 3, 1, 2});
    shown.settle();
    CHECK(shown.rows() == Rows{0, 2, 1, 3});
}

TEST_CASE("A condition filters the table and orders it, unless a heading does") {
    ShownTable shown;
    shown.find("size > 1 ORDER BY size");
    CHECK(shown.rows() == Rows{2, 3, 0});
    CHECK(shown.summary().startsWith("3 of 4 samples"));
    shown.click_header("sample");
    CHECK(shown.rows() == Rows{0, 2, 3});
    shown.find("size > 50");
    CHECK(shown.rows().empty());
    shown.find("");
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
    // Words filter nothing.
    shown.find("sofa");
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
}

TEST_CASE("Only the picked samples are listed if one wants") {
    ShownTable shown;
    shown.session.pick(picks(4, {1, 3}));
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
    QTest::mouseClick(&shown.only_picked(), Qt::LeftButton, {},
                      QPoint(8, shown.only_picked().height() / 2));
    shown.settle();
    CHECK(shown.rows() == Rows{1, 3});
    shown.find("size > 1");
    CHECK(shown.rows() == Rows{3});
    shown.find("");
    shown.session.pick(nullptr);
    shown.settle();
    CHECK(shown.rows().empty());
    CHECK(shown.summary().startsWith("No sample is picked"));
    shown.table.set_only_picked(false);
    shown.settle();
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
}

TEST_CASE("A row selects its sample, and what is selected its row") {
    ShownTable shown;
    shown.click_row(2);
    CHECK(shown.session.view().selection == Samples{2});
    QTest::keyClick(&shown.view(), Qt::Key_Up);
    CHECK(shown.session.view().selection == Samples{1});
    shown.session.select(0);
    CHECK(shown.view().currentIndex().row() == 0);
    CHECK(shown.view().selectionModel()->isRowSelected(0));
    // The mark stays with its sample when rows are others, or in another order.
    shown.session.select(3);
    shown.click_header("size");
    CHECK(shown.rows() == Rows{2, 3, 0, 1});
    CHECK(shown.view().currentIndex().row() == 1);
    CHECK(shown.session.view().selection == Samples{3});
    shown.find("size < 9");
    CHECK(shown.view().currentIndex().row() == 1);
    // One that is not in the table leaves no row marked.
    shown.session.select(0);
    CHECK_FALSE(shown.view().currentIndex().isValid());
    CHECK(shown.session.view().selection == Samples{0});
    // A double click or Enter brings it into view.
    const QSignalSpy reached(&shown.table, &SampleTable::reached);
    shown.click_row(0);
    QTest::keyClick(&shown.view(), Qt::Key_Return);
    REQUIRE(reached.count() > 0);
    CHECK(reached.back()[0].value<std::size_t>() == 2);
}

TEST_CASE("Columns are chosen in the menu of the headings, and stay so") {
    ShownTable shown;
    QHeaderView& header = *shown.view().horizontalHeader();
    {
        QMenu& menu = shown.column_menu();
        QAction& sizes = entry(menu, "size");
        CHECK(sizes.isChecked());
        sizes.trigger();
        menu.close();
    }
    CHECK(header.isSectionHidden(shown.column("size")));
    // Of another dataset as well.
    shown.session.set_dataset(described());
    shown.settle();
    CHECK(header.isSectionHidden(shown.column("size")));
    CHECK(shown.cell(0, "size").isEmpty());
    QTest::qWait(0);
    QMenu& menu = shown.column_menu();
    entry(menu, "Show all columns").trigger();
    menu.close();
    shown.settle();
    CHECK_FALSE(header.isSectionHidden(shown.column("size")));
    CHECK(shown.cell(0, "size") == "10");
}

TEST_CASE("A hidden table works nothing out until it is seen") {
    ShownTable shown;
    shown.table.hide();
    shown.session.set_dataset(described());
    CHECK(shown.model().is_settled());
    CHECK(shown.rows().empty());
    shown.session.set_playhead(3);
    shown.table.show();
    shown.settle();
    CHECK(shown.rows() == Rows{0, 1, 2, 3});
    CHECK(shown.cell(2, "prediction_at") == "a");
    CHECK(shown.cell(1, "avg_probs") == "0.1");
}

TEST_CASE("Sets without predictions have a table of what is known, and say what is not") {
    const ShownTable shown(tests::make_dataset({1, 2}));
    CHECK(shown.rows() == Rows{0, 1});
    CHECK(shown.cell(1, "label") == "a");
    CHECK(shown.model().columnCount() == 2);
    CHECK(shown.summary().contains("neither predictions nor confidence"));
    const QPushButton* presets = nullptr;
    for (const auto* button : shown.table.findChildren<QPushButton*>())
        if (button->text() == "Pick by training") presets = button;
    REQUIRE(presets != nullptr);
    CHECK_FALSE(presets->isEnabled());
    CHECK(presets->toolTip() == "This dataset has neither predictions nor confidence.");
}

TEST_CASE("The table is saved as it is shown") {
    const TemporaryFolder folder;
    ShownTable shown;
    shown.click_header("size");
    shown.find("size > 1");
    for (int column = 5; column < shown.model().columnCount(); ++column)
        if (column != shown.column("size")) {
            QMenu& menu = shown.column_menu();
            const auto heading =
                shown.model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            entry(menu, heading).trigger();
            menu.close();
            QTest::qWait(0);
        }
    shown.session.set_playhead(3);
    const QStringList lines = shown.save(folder.path() / "some samples.csv");
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "sample,id,label,prediction_at(5),confidence_at(5),size");
    CHECK(lines[1] == "2,13,b,a,0.8,5");
    CHECK(lines[2] == "3,2,b,b,0.8,7");
    CHECK(lines[3] == "0,11,a,a,0.9,10");
    CHECK(lines[4].isEmpty());
}

TEST_CASE("A million rows are there as few are") {
    constexpr std::size_t count = 1'000'000;
    EpochColumns epoch;
    epoch.number = 1;
    epoch.positions.assign(count, Point{0, 0});
    epoch.predictions.assign(count, 0);
    epoch.confidence.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        epoch.confidence[i] = static_cast<float>((i * 7919) % count) / count;
    auto series = make_series({{"a", "b"}, {}}, std::vector<std::int32_t>(count), {epoch});
    ShownTable shown(std::make_shared<const Dataset>(
        Dataset{std::move(series), nullptr, "many", "/many", "made", {}}));
    REQUIRE(shown.model().rowCount() == static_cast<int>(count));
    shown.click_header("confidence_at");
    CHECK(shown.cell(0, "confidence_at") == "0");
    CHECK(shown.model().sample_at(0) == 0);
    for (const int row : {1, 1000, 999'999})
        CHECK((shown.model().sample_at(row) * 7919) % count == static_cast<std::size_t>(row));
    // A view asks only for the cells on the screen.
    shown.session.select(shown.model().sample_at(500'000));
    CHECK(shown.view().currentIndex().row() == 500'000);
    const QRect place = shown.view().visualRect(shown.view().currentIndex());
    CHECK(shown.view().viewport()->rect().contains(place.center()));
}
