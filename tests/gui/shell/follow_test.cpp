#include "app/events/event_model.h"
#include "app/events/events_panel.h"
#include "app/open/run_badge.h"
#include "app/timeline/timeline.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/status_line.h"
#include "gui/recording.h"
#include "gui/shell/window.h"

#include <QImage>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

fs::path epoch_folder(const fs::path& run, std::size_t epoch) {
    return run / "epochs" / ("epoch_" + std::to_string(epoch));
}

/// Three numbers a sample, which depend on the epoch.
void put_embeddings(const fs::path& file, std::size_t epoch, std::size_t samples = 12) {
    std::vector<float> values;
    for (std::size_t i = 0; i < samples * 3; ++i)
        values.push_back(static_cast<float>((i * 7 + epoch * (i % 5)) % 13));
    put_npy<float>(file, "<f4", shape_words({samples, 3}), values);
}

/// As the recorder does it: beside its place, and then renamed.
void add_epoch(const fs::path& run, std::size_t epoch) {
    const fs::path beside = run / "epochs/.new";
    fs::remove_all(beside);
    put_embeddings(beside / "embeddings.npy", epoch);
    fs::remove_all(epoch_folder(run, epoch));
    fs::rename(beside, epoch_folder(run, epoch));
}

/// Twelve samples of two classes at so many epochs, with predictions; "live" while it grows.
void put_array_folder(const fs::path& folder, std::size_t epochs, bool live) {
    std::vector<float> positions;
    std::vector<std::int32_t> predictions;
    std::string numbers;
    for (std::size_t e = 0; e < epochs; ++e) {
        for (std::size_t i = 0; i < 12; ++i) {
            positions.push_back(static_cast<float>(i));
            positions.push_back(static_cast<float>(e));
            predictions.push_back(static_cast<std::int32_t>(e == 0 ? 0 : i % 2));
        }
        numbers += (e > 0 ? ", " : "") + std::to_string(e + 1);
    }
    put_npy<float>(folder / "positions.npy", "<f4", shape_words({epochs, 12, 2}), positions);
    put_npy<std::int32_t>(folder / "predictions.npy", "<i4", shape_words({epochs, 12}),
                          predictions);
    put_npy<std::int32_t>(folder / "labels.npy", "<i4", "(12,)",
                          {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    put(folder / ".info.json.new", R"({"label_text": ["a", "b"], "epochs": [)" + numbers + "]" +
                                       (live ? R"(, "live": true)" : "") + "}");
    fs::rename(folder / ".info.json.new", folder / "info.json");
}

/// Sets the times of change of all that a folder holds.
void make_old(const fs::path& folder, std::chrono::seconds age) {
    const auto then = fs::file_time_type::clock::now() - age;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        fs::last_write_time(entry.path(), then);
    fs::last_write_time(folder, then);
}

std::size_t epoch_count(const Window& window) {
    return window.session().dataset()->series.epoch_count();
}

bool has_epochs(const Window& window, std::size_t count) {
    return QTest::qWaitFor([&] { return epoch_count(window) == count; }, window_patience);
}

bool badge_says(const Window& window, const QString& words) {
    const auto& badge = window.find<RunBadge>();
    return QTest::qWaitFor([&] { return badge.isVisible() && badge.text() == words; },
                           window_patience);
}

/// What the timeline says of the last epoch.
QString last_words(const Window& window) {
    auto& timeline = window.find<Timeline>();
    return timeline.track().words_at(timeline.track().x_at(
        static_cast<double>(window.session().dataset()->series.epoch_count() - 1)));
}

}  // namespace

TEST_CASE("epochs of a recording that grows are shown, and all else stays", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    Session& session = window.session();
    CHECK_FALSE(window.find<RunBadge>().isVisible());
    session.set_playhead(1);
    session.select(4);
    session.pick(samples_of_class(session.dataset()->series, 1));
    session.set_class_hidden(0, true);
    Camera camera = session.view().camera;
    camera.zoom = 3;
    session.set_camera(camera);

    add_epoch(run, 4);
    REQUIRE(has_epochs(window, 4));
    CHECK(badge_says(window, "live"));
    CHECK(last_words(window).startsWith("Epoch 4"));
    CHECK(session.playhead() == 1);
    CHECK(session.view().selection == std::vector<std::size_t>{4});
    CHECK(session.picked_count() == 6);
    CHECK(session.view().hidden == std::vector<bool>{true, false});
    CHECK(session.view().camera == camera);

    // At the last epoch the playhead goes along; a click on "live" goes there.
    QTest::mouseClick(&window.find<RunBadge>(), Qt::LeftButton);
    CHECK(session.playhead() == 3);
    add_epoch(run, 5);
    REQUIRE(has_epochs(window, 5));
    CHECK(session.playhead() == 4);

    put(run / "finished", "");
    CHECK(badge_says(window, "ended"));
    // A run that was continued goes on.
    fs::remove(run / "finished");
    add_epoch(run, 6);
    REQUIRE(has_epochs(window, 6));
    CHECK(badge_says(window, "live"));
}

TEST_CASE("an alert of a run is told once, when its epoch comes, and leads there", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    for (std::size_t epoch = 1; epoch <= 4; ++epoch) add_trained_epoch(run, epoch);
    REQUIRE(window.open(QString::fromStdString(run.string())));
    auto& status = window.find<StatusLine>();
    QStringList told;
    QObject::connect(&status, &QStatusBar::messageChanged, &status, [&](const QString& words) {
        if (words.contains("the loss rose")) told << words;
    });
    const auto alerts = [&]() -> QToolButton* {
        for (auto* button : status.findChildren<QToolButton*>())
            if (button->isVisible() && button->text().contains("alert")) return button;
        return nullptr;
    };
    const auto is_said = [&](const QString& words) {
        return QTest::qWaitFor([&] { return alerts() && alerts()->text() == words; },
                               window_patience);
    };
    CHECK(alerts() == nullptr);
    add_trained_epoch(run, 5, Planted::zeroed_layer);
    REQUIRE(is_said("3 alerts"));
    REQUIRE(told.size() == 1);
    CHECK_THAT(told.front().toStdString(), contains("Epoch 5: the loss rose to 0.693"));
    // The same epoch written again says nothing new, and one with another fault does.
    add_trained_epoch(run, 5, Planted::zeroed_layer);
    add_trained_epoch(run, 6, Planted::not_finite);
    REQUIRE(is_said("4 alerts"));
    CHECK(told.size() == 1);

    // The mark has a colour of its own, says what it is, and a click beside its tip goes there.
    auto& track = window.find<Timeline>().track();
    REQUIRE(QTest::qWaitFor(
        [&] { return !track.events().empty() && track.events().back().caption == "Alerts"; },
        window_patience));
    const EventTicks marks = track.events().back();
    CHECK(marks.counts == std::vector<std::size_t>{0, 0, 0, 0, 3, 1});
    REQUIRE(marks.notes.contains(5));
    CHECK_THAT(marks.notes.at(5).front().toStdString(),
               contains("share of samples not finite 0.333: 33.3 % of the samples"));
    const QImage picture = track.grab().toImage();
    const auto at = static_cast<int>(track.x_at(4));
    std::optional<QPoint> mark;
    for (int y = track.fontMetrics().height(); y < picture.height() && !mark; ++y)
        for (int x = at + 3; x < at + 6 && !mark; ++x)
            if (picture.pixelColor(x, y) == marks.colour) mark = QPoint(x, y);
    REQUIRE(mark);
    window.session().set_playhead(0);
    QTest::mouseClick(&track, Qt::LeftButton, {}, *mark);
    CHECK(window.session().playhead() == 4);

    // The status line leads to the last one, and to the list.
    auto& panel = window.find<EventsPanel>();
    CHECK_FALSE(panel.isVisible());
    QTest::mouseClick(alerts(), Qt::LeftButton);
    CHECK(window.session().playhead() == 5);
    REQUIRE(QTest::qWaitFor(
        [&] {
            return panel.isVisible() && panel.model().is_settled() && panel.model().rowCount() > 4;
        },
        window_patience));
    const auto first = panel.model().index(0, static_cast<int>(EventColumn::what)).data();
    CHECK_THAT(first.toString().toStdString(), contains("the loss rose to 0.693"));
}

TEST_CASE("alerts that a folder opens with are shown and not told, nor by the desktop unasked",
          "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    add_trained_epoch(run, 1);
    add_trained_epoch(run, 2, Planted::not_finite);
    auto& status = window.find<StatusLine>();
    bool is_told = false;
    QObject::connect(&status, &QStatusBar::messageChanged, &status, [&](const QString& words) {
        is_told = is_told || words.contains("not finite");
    });
    REQUIRE(window.open(QString::fromStdString(run.string())));
    CHECK(QTest::qWaitFor(
        [&] {
            const auto buttons = status.findChildren<QToolButton*>();
            return std::ranges::any_of(buttons, [](const QToolButton* button) {
                return button->isVisible() && button->text() == "1 alert";
            });
        },
        window_patience));
    CHECK_FALSE(is_told);
    QAction& notifies = window.action("Notify me of alerts");
    CHECK_FALSE(notifies.isChecked());
    notifies.trigger();
    CHECK(epochscope::app::Settings().notifies_of_alerts());
}

TEST_CASE("neighbours are found for the epochs that come", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    const auto are_listed = [&] {
        const auto epochs = window.session().dataset()->series.epochs();
        return std::ranges::none_of(epochs, [](const Epoch& e) { return e.intra.empty(); });
    };
    REQUIRE(QTest::qWaitFor(are_listed, window_patience));
    const auto first = window.session().dataset()->series.epoch(0).intra[3];
    const std::vector<std::int32_t> before(first.begin(), first.end());
    add_epoch(run, 4);
    REQUIRE(has_epochs(window, 4));
    REQUIRE(QTest::qWaitFor(are_listed, window_patience));
    const auto again = window.session().dataset()->series.epoch(0).intra[3];
    CHECK(std::vector<std::int32_t>(again.begin(), again.end()) == before);
}

TEST_CASE("an epoch that is written in place is shown once it is whole", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    put_embeddings(run / "whole.npy", 4);
    std::ifstream whole(run / "whole.npy", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(whole)), {});
    const std::string half = bytes.substr(0, bytes.size() / 2 + 20);
    auto& status = window.find<StatusLine>();
    // It is told of quietly, and nothing of it is shown.
    put(epoch_folder(run, 4) / "embeddings.npy", half);
    REQUIRE(QTest::qWaitFor([&] { return !status.warnings().isEmpty(); }, window_patience));
    CHECK(epoch_count(window) == 3);
    put(epoch_folder(run, 4) / "embeddings.npy", bytes);
    REQUIRE(has_epochs(window, 4));
    CHECK(status.warnings().isEmpty());
    // The same of one that is not the last.
    put(epoch_folder(run, 5) / "embeddings.npy", half);
    put(epoch_folder(run, 6) / "embeddings.npy", bytes);
    REQUIRE(QTest::qWaitFor([&] { return status.currentMessage().contains("tried again"); },
                            window_patience));
    CHECK(epoch_count(window) == 4);
    CHECK(QApplication::activeModalWidget() == nullptr);
    put(epoch_folder(run, 5) / "embeddings.npy", bytes);
    CHECK(has_epochs(window, 6));
}

TEST_CASE("an epoch that is written again is shown anew", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    const auto before = window.session().dataset();
    add_epoch(run, 2);
    REQUIRE(badge_says(window, "live"));
    CHECK(epoch_count(window) == 3);
    const auto old_places = before->series.positions(1);
    const auto places = window.session().dataset()->series.positions(1);
    CHECK_FALSE(std::ranges::equal(old_places, places));
}

TEST_CASE("a run that begins anew is shown anew, with the view that there was", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    window.session().select(4);
    fs::remove_all(run / "epochs");
    add_epoch(run, 1);
    REQUIRE(has_epochs(window, 1));
    CHECK(window.session().view().selection == std::vector<std::size_t>{4});
    add_epoch(run, 2);
    REQUIRE(has_epochs(window, 2));
    CHECK(window.session().playhead() == 1);
    // Another recording in its place.
    fs::remove_all(run);
    write_recording(run, {.samples = 8, .dimension = 2, .epochs = 2});
    CHECK(QTest::qWaitFor([&] { return window.session().dataset()->series.sample_count() == 8; },
                          window_patience));
}

TEST_CASE("a folder that goes away leaves what is shown, and is followed when it is back",
          "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    REQUIRE(window.open(write_recording(run)));
    fs::rename(run, window.folder() / "away");
    REQUIRE(QTest::qWaitFor(
        [&] { return window.find<StatusLine>().currentMessage().contains("is not there"); },
        window_patience));
    CHECK(epoch_count(window) == 3);
    fs::rename(window.folder() / "away", run);
    add_epoch(run, 4);
    CHECK(has_epochs(window, 4));
}

TEST_CASE("an array folder is live as long as it says so", "[shell]") {
    Window window;
    const fs::path folder = window.folder() / "projected";
    put_array_folder(folder, 2, true);
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK(badge_says(window, "live"));
    window.session().set_playhead(1);
    put_array_folder(folder, 3, true);
    REQUIRE(has_epochs(window, 3));
    CHECK(window.session().playhead() == 2);
    CHECK(window.session().kept_epochs() == 2);
    // The curve of the timeline comes along, and so do events.
    CHECK(QTest::qWaitFor([&] { return last_words(window).startsWith("Epoch 3, accuracy 1.000"); },
                          window_patience));
    CHECK(QTest::qWaitFor(
        [&] {
            const auto& events = window.find<Timeline>().track().events();
            return !events.empty() && events[0].counts.size() == 3 && events[0].counts[1] == 6;
        },
        window_patience));
    put_array_folder(folder, 3, false);
    CHECK(badge_says(window, "ended"));
}

TEST_CASE("a run that has been silent for long says so", "[shell]") {
    Window window;
    const fs::path folder = window.folder() / "projected";
    put_array_folder(folder, 2, true);
    make_old(folder, std::chrono::hours(3));
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK(badge_says(window, "silent for 3 h"));
    put_array_folder(folder, 3, true);
    REQUIRE(has_epochs(window, 3));
    CHECK(badge_says(window, "live"));
}

TEST_CASE("folders are not followed where the settings say so", "[shell]") {
    Window window;
    const fs::path folder = window.folder() / "projected";
    put_array_folder(folder, 2, true);
    REQUIRE(window.open(QString::fromStdString(folder.string())));
    CHECK(badge_says(window, "live"));
    QAction& follows = window.action("Follow folders that grow");
    CHECK(follows.isChecked());
    follows.trigger();
    CHECK_FALSE(window.find<RunBadge>().isVisible());
    put_array_folder(folder, 3, true);
    follows.trigger();
    CHECK(has_epochs(window, 3));
}

TEST_CASE("a run is waited for until it has an epoch", "[shell]") {
    Window window;
    const fs::path run = window.folder() / "run";
    QSignalSpy finished(&*window, &MainWindow::open_finished);
    window->watch(QString::fromStdString(run.string()));
    auto& strip = window.find<StatusLine>().opening();
    const auto says = [&](const QString& words) {
        for (const QLabel* label : strip.findChildren<QLabel*>())
            if (label->text().contains(words)) return true;
        return false;
    };
    REQUIRE(QTest::qWaitFor([&] { return says("Waiting for the first epoch of run"); },
                            window_patience));
    fs::create_directories(run / "epochs");
    fs::create_directories(run / "dataset");
    CHECK(finished.isEmpty());
    write_recording(run, {.epochs = 1});
    REQUIRE((finished.count() > 0 || finished.wait(window_patience)));
    CHECK(finished.back()[0].toBool());
    CHECK(strip.isHidden());
    add_epoch(run, 2);
    REQUIRE(has_epochs(window, 2));
    CHECK(window.session().playhead() == 1);
}
