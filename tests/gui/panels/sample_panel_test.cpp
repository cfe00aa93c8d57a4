#include "app/sample/sample_panel.h"

#include "app/neighbours/neighbour_model.h"
#include "app/sample/ribbon.h"
#include "support.h"

#include <epochscope/io/open.h>

#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;
using Selection = std::vector<std::size_t>;

namespace {

constexpr const char* intra = "Intra-class neighbours";
constexpr const char* inter = "Inter-class neighbours";

std::vector<int> samples_in(const QWidget& panel, const char* list, Change left_out) {
    std::vector<int> samples;
    const QAbstractItemModel& model = *named<QListView>(panel, list).model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(NeighbourModel::change_role).toInt() != static_cast<int>(left_out))
            samples.push_back(index.data(NeighbourModel::sample_role).toInt());
    }
    return samples;
}

void click(const QWidget& panel, const char* list, int row, Qt::KeyboardModifiers keys = {}) {
    const auto& view = named<QListView>(panel, list);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, keys,
                      view.visualRect(view.model()->index(row, 0)).center());
}

bool says(const QWidget& panel, const QString& words) {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

struct Shown {
    explicit Shown(std::shared_ptr<const Dataset> dataset) : panel(session) {
        session.set_dataset(std::move(dataset));
        panel.resize(300, 700);
        panel.show();
    }
    Session session;
    SamplePanel panel;
};

}  // namespace

TEST_CASE("the neighbours listed are those of the folder, at every epoch", "[panels]") {
    const auto folder = tests::test_data("process1");
    QFile file(QString::fromStdString((folder / "data.json").string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject epochs = QJsonDocument::fromJson(file.readAll()).object();

    Shown shown(std::make_shared<const Dataset>(open_dataset(folder)));
    const EpochSeries& series = shown.session.dataset()->series;
    REQUIRE(series.epoch_count() == 30);
    const auto in_file = [&](std::size_t epoch, const char* field, int sample) {
        const auto list = epochs[QString::number(series.epoch(epoch).number)][field][sample];
        std::vector<int> samples;
        for (const auto& value : list.toArray())
            if (value.toInt() != sample) samples.push_back(value.toInt());
        return samples;
    };
    for (const int sample : {0, 33, 59}) {
        shown.session.select(static_cast<std::size_t>(sample));
        for (std::size_t epoch = 0; epoch < series.epoch_count(); ++epoch) {
            shown.session.set_playhead(static_cast<double>(epoch) + 0.5);
            CAPTURE(sample, epoch);
            CHECK(samples_in(shown.panel, intra, Change::lost) ==
                  in_file(epoch, "intra_similarity", sample));
            CHECK(samples_in(shown.panel, inter, Change::lost) ==
                  in_file(epoch, "inter_similarity", sample));
            if (epoch == 0) continue;
            auto before = samples_in(shown.panel, inter, Change::gained);
            auto expected = in_file(epoch - 1, "inter_similarity", sample);
            std::sort(before.begin(), before.end());
            std::sort(expected.begin(), expected.end());
            CHECK(before == expected);
        }
    }
    CHECK(says(shown.panel, "from the folder"));
}

TEST_CASE("a click on a neighbour selects it, with shift adds it", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(0);
    click(shown.panel, intra, 1, Qt::ShiftModifier);
    CHECK(shown.session.view().selection == Selection{0, 2});
    shown.session.select(0);
    click(shown.panel, inter, 0);
    CHECK(shown.session.view().selection == Selection{3});
}

TEST_CASE("a neighbour is chosen by keys as well", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(0);
    auto& list = named<QListView>(shown.panel, intra);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Down);
    list.setCurrentIndex(list.model()->index(1, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    CHECK(shown.session.view().selection == Selection{2});
}

TEST_CASE("a typed index selects, and a wrong one says so", "[panels]") {
    Shown shown(tests::tiny_dataset());
    CHECK(says(shown.panel, "Click a sample"));
    CHECK(says(shown.panel, "0 to 4"));
    auto& field = named<QLineEdit>(shown.panel, "Index of the sample");
    QTest::keyClicks(&field, "3\r");
    CHECK(shown.session.view().selection == Selection{3});
    CHECK_FALSE(says(shown.panel, "Click a sample"));

    for (const char* wrong : {"5", "-1", "two", "99999999999999999999", ""}) {
        field.clear();
        QTest::keyClicks(&field, QString(wrong) + "\r");
        CAPTURE(wrong);
        CHECK(says(shown.panel, QString("There is no sample \u201c%1\u201d").arg(wrong)));
        CHECK(shown.session.view().selection == Selection{3});
    }
}

TEST_CASE("label, prediction and confidence are those of the epoch reached", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(1);
    CHECK(named<QLabel>(shown.panel, "Label").text() == "a");
    CHECK(named<QLabel>(shown.panel, "Prediction").text() == "a");
    CHECK(named<QLabel>(shown.panel, "Confidence").text() == "50 %");
    shown.session.set_playhead(1.9);
    CHECK(named<QLabel>(shown.panel, "Prediction").text() == "b (wrong)");
    CHECK(named<QLabel>(shown.panel, "Confidence").text() == "25 %");
    shown.session.set_playhead(2);
    CHECK(named<QLabel>(shown.panel, "Prediction").text() == "\u2014");
    CHECK(named<QLabel>(shown.panel, "Confidence").text() == "\u2014");
}

TEST_CASE("of several selected samples the last is shown, or the one chosen", "[panels]") {
    Shown shown(tests::tiny_dataset());
    auto& chooser = named<QComboBox>(shown.panel, "Which of the selected samples is shown");
    shown.session.select(1);
    CHECK_FALSE(chooser.isVisible());
    shown.session.toggle(4);
    REQUIRE(chooser.isVisible());
    CHECK(chooser.count() == 2);
    CHECK(named<QLabel>(shown.panel, "Label").text() == "b");
    QTest::keyClick(&chooser, Qt::Key_Down);
    CHECK(named<QLabel>(shown.panel, "Label").text() == "a");
    CHECK(shown.session.view().selection == Selection{1, 4});
    shown.session.clear_selection();
    CHECK_FALSE(chooser.isVisible());
    CHECK(says(shown.panel, "Click a sample"));
}

TEST_CASE("the folder's lists stay as they are between two epochs", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(0);
    const QAbstractItemModel& model = *named<QListView>(shown.panel, intra).model();
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (const double playhead : {0.1, 0.5, 0.9}) {
        shown.session.set_playhead(playhead);
        QTest::qWait(100);
    }
    CHECK(resets.empty());
    CHECK(changes.empty());
    shown.session.set_playhead(1.0);
    CHECK(resets.size() == 1);
}

TEST_CASE("neighbours in the plane follow the playhead between epochs", "[panels]") {
    Shown shown(tests::tiny_dataset_without_lists());
    shown.session.select(0);
    CHECK(says(shown.panel, "nearest in the plane, at the playhead"));
    CHECK(samples_in(shown.panel, intra, Change::lost) == std::vector<int>{1, 2});
    // Sample 1 moves from 1 to -6: at 0.5 it is 2.5 away, sample 2 stays at 2.
    shown.session.set_playhead(0.5);
    const auto reversed = [&] {
        return samples_in(shown.panel, intra, Change::lost) == std::vector<int>{2, 1};
    };
    CHECK(QTest::qWaitFor(reversed, tests::patience));
}

TEST_CASE("the ribbon scrubs to the epoch clicked, and tells it", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(1);
    auto& ribbon = named<Ribbon>(shown.panel, "Predictions over all epochs");
    REQUIRE(ribbon.isVisible());
    const int third = ribbon.width() / 3;
    QTest::mouseClick(&ribbon, Qt::LeftButton, {}, QPoint(third + 5, 15));
    CHECK(shown.session.playhead() == 1);
    QTest::mouseClick(&ribbon, Qt::LeftButton, {}, QPoint(ribbon.width() - 1, 15));
    CHECK(shown.session.playhead() == 2);
    CHECK(ribbon.epoch_at(-50) == 0);
    CHECK(ribbon.epoch_at(1e9) == 2);
    CHECK(ribbon.words_at(1) == "Epoch 2: predicted b (wrong), confidence 25 %");
    CHECK(ribbon.words_at(2) == "Epoch 4: no prediction");

    const int cell_middle = 15;
    QImage picture;
    // Another thread looks up what is shown.
    REQUIRE(QTest::qWaitFor(
        [&] {
            picture = ribbon.grab().toImage();
            return picture.pixelColor(third / 2, cell_middle) == QColor(255, 0, 0);
        },
        tests::patience));
    CHECK(picture.pixelColor(third / 2, cell_middle) == QColor(255, 0, 0));
    CHECK(picture.pixelColor(third + third / 2, cell_middle) == QColor(0, 0, 255));
    // The label's line above is the label's colour all along.
    CHECK(picture.pixelColor(third + third / 2, 5) == QColor(255, 0, 0));
}

TEST_CASE("the panel forgets a dataset that is closed", "[panels]") {
    Shown shown(tests::tiny_dataset());
    shown.session.select(4);
    shown.session.set_playhead(1.5);
    shown.session.set_dataset(nullptr);
    CHECK(says(shown.panel, "Nothing is open"));
    shown.panel.grab();
    CHECK_FALSE(named<QListView>(shown.panel, intra).isVisible());
    CHECK(named<QListView>(shown.panel, intra).model()->rowCount() == 0);
}

TEST_CASE("in a low panel the panel scrolls, and not each list in it", "[panels]") {
    EpochColumns epoch;
    epoch.number = 1;
    for (int i = 0; i < 9; ++i) epoch.positions.push_back({static_cast<float>(i), 0});
    epoch.intra = {{0, 8, 8, 8, 8, 8, 8, 8, 8, 8}, {1, 2, 3, 4, 5, 6, 7, 8}};
    Shown shown(tests::dataset_of(
        make_series({{"a"}, {{255, 0, 0}}}, std::vector<std::int32_t>(9, 0), {std::move(epoch)})));
    shown.session.select(0);
    shown.panel.resize(300, 300);
    const auto& list = named<QListView>(shown.panel, intra);
    REQUIRE(list.model()->rowCount() == 8);
    CHECK(
        QTest::qWaitFor([&] { return list.verticalScrollBar()->maximum() == 0; }, tests::patience));
    const auto* area = shown.panel.findChild<QScrollArea*>();
    CHECK(area->verticalScrollBar()->maximum() > 0);
}

TEST_CASE("the lists have headings, and a low panel scrolls instead of cutting them", "[panels]") {
    Shown shown(tests::tiny_dataset());
    CHECK_FALSE(says(shown.panel, "Sample, label"));
    shown.session.select(0);
    CHECK(says(shown.panel, "Sample, label"));
    CHECK(shown.panel.minimumSizeHint().height() < 300);
    const auto* area = shown.panel.findChild<QScrollArea*>();
    const auto& list = named<QListView>(shown.panel, "Inter-class neighbours");
    shown.panel.resize(300, 300);
    QApplication::processEvents();
    CHECK(area->widget()->height() > area->viewport()->height());
    CHECK(list.mapTo(area->widget(), QPoint(0, list.height())).y() <= area->widget()->height());
    // At its least width the scroll bar cuts nothing.
    shown.panel.resize(shown.panel.minimumSizeHint().expandedTo(shown.panel.minimumSize()).width(),
                       300);
    QApplication::processEvents();
    CHECK(area->widget()->width() <= area->viewport()->width());
}
