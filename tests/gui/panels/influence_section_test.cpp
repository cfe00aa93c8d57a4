#include "app/neighbours/neighbour_model.h"
#include "app/sample/sample_panel.h"
#include "io/npy_file.h"
#include "support.h"

#include <QLabel>
#include <QListView>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;
namespace fs = std::filesystem;

namespace {

/// Three samples at two epochs, whose p - y are quarters: see tests/analysis/influence_test.cpp.
void put_run(const fs::path& run, bool has_logits = true, std::int64_t last_label = 0) {
    const float ln3 = std::log(3.0F);
    tests::put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, last_label});
    tests::put_npy<float>(run / "epochs/epoch_1/embeddings.npy", "<f4", "(3, 2)",
                          {1, 0, 2, 1, 1, 1});
    tests::put_npy<float>(run / "epochs/epoch_2/embeddings.npy", "<f4", "(3, 2)",
                          {0, 2, 1, 1, 3, -1});
    if (!has_logits) return;
    tests::put_npy<float>(run / "epochs/epoch_1/predictions.npy", "<f4", "(3, 2)",
                          {ln3, 0, ln3, 0, 0, 0});
    tests::put_npy<float>(run / "epochs/epoch_2/predictions.npy", "<f4", "(3, 2)",
                          {0, ln3, 0, 0, ln3, 0});
}

/// These samples in the plane, of that run.
std::shared_ptr<const Dataset> made(const fs::path& run) {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        epochs[e].positions = {{0, 0}, {3, 4}, {0, 1}};
    }
    Classes classes{{"ant", "bee"}, {{220, 40, 40}, {30, 120, 220}}};
    Dataset dataset =
        *tests::dataset_of(make_series(std::move(classes), {0, 1, 0}, std::move(epochs)));
    dataset.recording = run.string();
    return std::make_shared<const Dataset>(std::move(dataset));
}

struct Shown {
    explicit Shown(std::shared_ptr<const Dataset> dataset) : panel(session) {
        session.set_dataset(std::move(dataset));
        panel.resize(300, 900);
        panel.show();
    }
    [[nodiscard]] QListView& list(const char* name) const { return named<QListView>(panel, name); }
    [[nodiscard]] std::vector<int> samples(const char* name) const {
        std::vector<int> samples;
        const QAbstractItemModel& model = *list(name).model();
        for (int row = 0; row < model.rowCount(); ++row)
            samples.push_back(model.index(row, 0).data(NeighbourModel::sample_role).toInt());
        return samples;
    }
    bool comes_to_say(const QString& words) const {
        return QTest::qWaitFor(
            [&] {
                const auto labels = panel.findChildren<QLabel*>();
                return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                    return label->isVisible() && label->text().contains(words);
                });
            },
            tests::patience);
    }

    Session session;
    SamplePanel panel;
};

}  // namespace

TEST_CASE("a selected sample shows who taught it, and links to them", "[panels]") {
    const tests::TemporaryFolder folder;
    put_run(folder.path() / "run");
    std::ofstream(folder.path() / "run/curves.csv") << "epoch,lr\n1,1\n2,0.5\n";
    Shown shown(made(folder.path() / "run"));
    shown.session.select(0);
    REQUIRE(shown.comes_to_say("they vote for 1 (92 %)"));
    CHECK(shown.comes_to_say("Learning rates are those of curves.csv: lr."));
    CHECK(shown.samples("Opponents") == std::vector<int>{1, 2});
    CHECK(shown.samples("Proponents").empty());
    const QModelIndex first = shown.list("Opponents").model()->index(0, 0);
    CHECK(first.data(NeighbourModel::measure_role).toString() == "-1.50");
    CHECK(first.data(Qt::DisplayRole).toString() == "Sample 1, bee, with an influence of -1.50");
    const auto& teachers = shown.session.view().teachers;
    REQUIRE(teachers);
    CHECK(teachers->sample == 0);
    CHECK(teachers->links.size() == 2);
    CHECK(teachers->links[0].is_opponent);
    // A click selects it, and then it is taught.
    QListView& opponents = shown.list("Opponents");
    QTest::mouseClick(opponents.viewport(), Qt::LeftButton, {},
                      opponents.visualRect(opponents.model()->index(1, 0)).center());
    CHECK(shown.session.view().selection == std::vector<std::size_t>{2});
    CHECK(QTest::qWaitFor([&] { return shown.session.view().teachers->sample == 2; },
                          tests::patience));
}

TEST_CASE("links to teachers are found while the panel is hidden", "[panels]") {
    const tests::TemporaryFolder folder;
    put_run(folder.path() / "run");
    Shown shown(made(folder.path() / "run"));
    shown.panel.hide();
    shown.session.select(0);
    Style style = shown.session.view().style;
    style.teacher_links = true;
    shown.session.set_style(style);
    CHECK(
        QTest::qWaitFor([&] { return shown.session.view().teachers != nullptr; }, tests::patience));
}

TEST_CASE("a panel says why nobody is known to have taught a sample", "[panels]") {
    const tests::TemporaryFolder folder;
    put_run(folder.path() / "dark", false);
    put_run(folder.path() / "other", true, 1);
    struct Obstacle {
        const char* run;
        const char* words;
    };
    for (const Obstacle& obstacle :
         {Obstacle{"dark", "no epoch has predictions.npy, of which influences are"},
          {"other", "the recording has other labels"},
          {"gone", "the folder names no recording that is there"}}) {
        INFO(obstacle.run);
        Shown shown(made(folder.path() / obstacle.run));
        shown.session.select(0);
        CHECK(shown.comes_to_say(obstacle.words));
        CHECK_FALSE(shown.list("Opponents").isVisible());
        CHECK(shown.session.view().teachers == nullptr);
    }
}
