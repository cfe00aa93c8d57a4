#include "app/place/place_panel.h"

#include "app/neighbours/neighbour_model.h"
#include "app/sample/sample_panel.h"
#include "io/npy_file.h"
#include "support.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/landscape.h>

#include <QLabel>
#include <QListView>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;
namespace fs = std::filesystem;

namespace {

constexpr const char* nearest = "Nearest in feature space";

/// Four samples in feature space, at epochs 1 and 2.
void put_run(const fs::path& run) {
    tests::put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(4,)", {0, 1, 1, 0});
    tests::put_npy<float>(run / "epochs/epoch_1/embeddings.npy", "<f4", "(4, 2)",
                          {0, 0, 3, 4, 0, 1, 6, 8});
    tests::put_npy<float>(run / "epochs/epoch_2/embeddings.npy", "<f4", "(4, 2)",
                          {3, 0, 0, 2, 9, 12, 1, 0});
}

/// These samples at epochs 1, 2, 4 and 7, whose places are their embeddings, and whose logits are
/// x, y and 0; at epoch 7 nobody knows.
std::shared_ptr<const Dataset> made(const fs::path& run) {
    std::vector<EpochColumns> epochs(4);
    for (std::size_t e = 0; e < 4; ++e) {
        epochs[e].number = std::vector<std::int64_t>{1, 2, 4, 7}[e];
        epochs[e].positions = {{0, 0}, {3, 4}, {0, 1}, {6, 8}};
        epochs[e].predictions = {0, 1, 1, 0};
    }
    Classes classes{{"ant", "bee", "cat"}, {{220, 40, 40}, {30, 120, 220}, {40, 160, 60}}};
    Dataset dataset =
        *tests::dataset_of(make_series(std::move(classes), {0, 1, 1, 0}, std::move(epochs)));
    const std::vector<LogitPlane> planes{{0, 1, 0}, {0, 0, 1}, {0, 0, 0}};
    const LinearMap map{{0, 0}, {{{1, 0}, {0, 1}}}, {}};
    dataset.landscape = make_landscape(
        dataset.series,
        plane_map_of(std::vector{map},
                     {{.planes = planes}, {.planes = planes}, {.planes = planes}, {}}));
    dataset.recording = run.string();
    return std::make_shared<const Dataset>(std::move(dataset));
}

struct Shown {
    explicit Shown(std::shared_ptr<const Dataset> dataset) : panel(session) {
        session.set_dataset(std::move(dataset));
        panel.resize(300, 700);
        panel.show();
    }

    [[nodiscard]] QStringList words(const QString& name) const {
        QStringList all;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->accessibleName() == name) all << label->text();
        return all;
    }
    [[nodiscard]] bool says(const QString& words) const {
        const auto labels = panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    bool comes_to_say(const QString& words) const {
        return QTest::qWaitFor([&] { return says(words); }, tests::patience);
    }
    [[nodiscard]] std::vector<int> samples() const {
        std::vector<int> samples;
        const QAbstractItemModel& model = *list().model();
        for (int row = 0; row < model.rowCount(); ++row)
            samples.push_back(model.index(row, 0).data(NeighbourModel::sample_role).toInt());
        return samples;
    }
    bool comes_to_list(const std::vector<int>& wanted) const {
        return QTest::qWaitFor([&] { return samples() == wanted; }, tests::patience);
    }
    [[nodiscard]] QListView& list() const { return named<QListView>(panel, nearest); }

    Session session;
    SamplePanel panel;
};

}  // namespace

TEST_CASE("a place shows what the classifier says and who is near, as epochs go by", "[panels]") {
    const tests::TemporaryFolder folder;
    put_run(folder.path() / "run");
    Shown shown(made(folder.path() / "run"));
    Session& session = shown.session;
    CHECK(shown.says("Click an empty spot"));
    const int wanted = shown.panel.sizeHint().width();
    // Logits 0, ln 3 and 0: 1/5, 3/5 and 1/5. From (0, ln 3) samples 2, 0, 1 and 3 are 0.0986,
    // 1.0986, 4.174 and 9.145 away.
    session.look_at(Point{0, std::log(3.0F)});
    REQUIRE(shown.comes_to_list({2, 0, 1, 3}));
    CHECK(shown.words("Position") == QStringList("Position 0.00, 1.10"));
    CHECK(shown.words("Class") == QStringList({"bee", "ant", "cat"}));
    CHECK(shown.words("Probability") == QStringList({"60 %", "20 %", "20 %"}));
    CHECK_FALSE(shown.says("Click"));
    // The canvas beside it stays where it is.
    CHECK(shown.panel.sizeHint().width() == wanted);
    const auto distance = [&](int row) {
        return shown.list().model()->index(row, 0).data(NeighbourModel::measure_role).toString();
    };
    CHECK(distance(0) == "0.0986");
    CHECK(distance(1) == "1.10");
    CHECK(distance(3) == "9.14");
    CHECK(shown.list().model()->index(1, 0).data().toString() ==
          "Sample 0, ant, predicted ant, at a distance of 1.10");
    // At epoch 2: 0.9014 (1), 1.486 (3), 3.195 (0) and 14.14 (2).
    session.set_playhead(1.5);
    REQUIRE(shown.comes_to_list({1, 3, 0, 2}));
    CHECK(shown.says("at epoch 2"));
    session.look_at(Point{8, 0});
    REQUIRE(shown.comes_to_list({0, 3, 1, 2}));
    // All others are below half a percent.
    CHECK(shown.words("Class") == QStringList("ant"));
    CHECK(shown.words("Probability") == QStringList("100 %"));
    session.look_at(std::nullopt);
    CHECK(shown.says("Click an empty spot"));
    CHECK_FALSE(shown.says("at epoch 2"));
}

TEST_CASE("a sample that is near is selected by a click, and the place is left", "[panels]") {
    const tests::TemporaryFolder folder;
    put_run(folder.path() / "run");
    Shown shown(made(folder.path() / "run"));
    shown.session.look_at(Point{0, 1});
    REQUIRE(shown.comes_to_list({2, 0, 1, 3}));
    QListView& list = shown.list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                      list.visualRect(list.model()->index(2, 0)).center());
    CHECK(shown.session.view().selection == std::vector<std::size_t>{1});
    CHECK_FALSE(shown.session.view().place);
    CHECK_FALSE(shown.says("Place"));
    CHECK(shown.says("Label"));
    shown.session.look_at(Point{0, 1});
    CHECK(shown.session.view().selection.empty());
    CHECK_FALSE(shown.says("Label"));
    CHECK(shown.comes_to_say("Position 0.00, 1.00"));
    shown.session.set_dataset(tests::tiny_dataset());
    CHECK_FALSE(shown.says("Place"));
    CHECK_FALSE(shown.says("Click an empty spot"));
    CHECK(shown.samples().empty());
}

TEST_CASE("where nobody can be asked who is near, it is said why, and the classes stay",
          "[panels]") {
    const tests::TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_run(run);
    Shown shown(made(run));
    const auto has_classes = [&] {
        return shown.words("Class") == QStringList({"bee", "ant", "cat"});
    };
    const Point place{0, std::log(3.0F)};
    SECTION("an epoch that was not recorded") {
        shown.session.set_playhead(2);
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("has no epoch 4"));
        CHECK(has_classes());
        shown.session.set_playhead(0);
        CHECK(shown.comes_to_list({2, 0, 1, 3}));
    }
    SECTION("an epoch without the model's landscape") {
        shown.session.look_at(place);
        REQUIRE(shown.comes_to_list({2, 0, 1, 3}));
        shown.session.set_playhead(3);
        CHECK(shown.comes_to_say("the prediction there is unknown at epoch"));
        CHECK(shown.says("at epoch 7"));
        CHECK(shown.words("Class").empty());
        CHECK(shown.samples().empty());
    }
    SECTION("the recording is gone") {
        fs::remove_all(run);
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("The nearest samples cannot be read"));
        CHECK(has_classes());
        // It is asked again when it is there again.
        put_run(run);
        shown.session.set_playhead(1);
        CHECK(shown.comes_to_list({1, 3, 0, 2}));
    }
    SECTION("the recording has other samples") {
        tests::put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
        for (const char* epoch : {"epoch_1", "epoch_2"})
            tests::put_npy<float>(run / "epochs" / epoch / "embeddings.npy", "<f4", "(2, 2)",
                                  {0, 0, 3, 4});
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("has 2 samples, the folder has 4"));
        CHECK(has_classes());
    }
    SECTION("the recording has other dimensions") {
        for (const char* epoch : {"epoch_1", "epoch_2"})
            tests::put_npy<float>(run / "epochs" / epoch / "embeddings.npy", "<f4", "(4, 1)",
                                  {0, 1, 2, 3});
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("of dimension 1, the map is of dimension 2"));
        CHECK(has_classes());
    }
    SECTION("nobody knows the recording") {
        shown.session.set_dataset(made({}));
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("does not say which recording"));
        CHECK(has_classes());
    }
    SECTION("no map leads back") {
        Dataset dataset = *made(run);
        const EpochLogits logits{.planes = {{0, 1, 0}, {0, 0, 1}, {0, 0, 0}}};
        dataset.landscape =
            make_landscape(dataset.series, PlaneMap({}, std::vector<EpochLogits>(4, logits)));
        shown.session.set_dataset(std::make_shared<const Dataset>(std::move(dataset)));
        shown.session.look_at(place);
        CHECK(shown.comes_to_say("no map back to feature space"));
        CHECK(has_classes());
    }
}

TEST_CASE("a place's classes are shown in the colours of the view", "[panels]") {
    Shown shown(made({}));
    shown.session.look_at(Point{9, 0});
    REQUIRE(shown.comes_to_say("Position 9.00, 0.00"));
    const QImage before = shown.panel.grab().toImage();
    shown.session.set_class_colour(0, {10, 10, 10});
    CHECK(shown.panel.grab().toImage() != before);
}
