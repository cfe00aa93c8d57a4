#include "app/events/events_panel.h"

#include "app/actions/playback_actions.h"
#include "app/events/event_model.h"
#include "app/open/opener.h"
#include "app/open/run_follower.h"
#include "app/session/player.h"
#include "app/timeline/timeline.h"
#include "app/timeline/track.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/status_line.h"
#include "app/widgets/swatch.h"
#include "gui/datamap/support.h"
#include "gui/recording.h"

#include <epochscope/opening/open_folder.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::contains;
using epochscope::tests::patience;
using epochscope::tests::picks;
using epochscope::tests::trained;

namespace {

/// The panel on the screen with what happened to the four samples of trained(): 2 flips at epochs
/// 2, 4 and 5, 3 at epoch 2 (its probability of the label 0.4, 0.6, 0.7, 0.8), 2's from 0.8 to 0.2
/// and back jumps.
struct ShownEvents {
    explicit ShownEvents(std::shared_ptr<const Dataset> dataset = trained()) {
        panel.resize(700, 300);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
        session.set_dataset(std::move(dataset));
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor([this] { return watcher.found() && panel.model().is_settled(); },
                                patience));
    }
    [[nodiscard]] QTableView& table() const { return *panel.findChild<QTableView*>(); }
    [[nodiscard]] QStringList rows() const {
        QStringList found;
        for (int row = 0; row < panel.model().rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < EventModel::columns; ++column)
                cells << panel.model().index(row, column).data().toString();
            found << cells.join(QStringLiteral("|"));
        }
        return found;
    }
    void click_header(EventColumn column) {
        QHeaderView& header = *table().horizontalHeader();
        QTest::mouseClick(
            header.viewport(), Qt::LeftButton, {},
            {header.sectionViewportPosition(static_cast<int>(column)) + 12, header.height() / 2});
        settle();
    }
    [[nodiscard]] QCheckBox& box(const QString& begin) const {
        for (auto* candidate : panel.findChildren<QCheckBox*>())
            if (candidate->text().startsWith(begin)) return *candidate;
        throw std::runtime_error("there is no such box");
    }

    Session session;
    Player player{session};
    HealthWatcher health{session};
    EventWatcher watcher{session, health};
    EventsPanel panel{session, player, watcher};
};

}  // namespace

TEST_CASE("The table lists what happened, by epoch") {
    ShownEvents shown;
    CHECK(shown.rows() ==
          QStringList{"2|2|Flip|b → a", "2|3|Flip|a → b",
                      QStringLiteral("2|2|Confidence jump|Label's probability −0.600"),
                      "4|2|Flip|a → b", "4|2|Confidence jump|Label's probability +0.600",
                      "5|2|Flip|b → a",
                      QStringLiteral("5|2|Confidence jump|Label's probability −0.600")});
    CHECK(shown.box("Flips").text() == "Flips: 4");
    CHECK(shown.box("Confidence jumps").text() == "Confidence jumps: 3");
    CHECK(shown.box("Large moves").text() == "Large moves: 0");
}

TEST_CASE("Events have colours that no class has, also when these change") {
    ShownEvents shown;
    const QColor before = shown.watcher.colour_of(EventKind::flip);
    CHECK(shown.panel.model()
              .index(0, static_cast<int>(EventColumn::kind))
              .data(Qt::DecorationRole) == before);
    shown.session.set_class_colour(0, to_colour(before));
    for (std::size_t k = 0; k < shown_kinds; ++k) {
        const QColor& colour = shown.watcher.colour_of(static_cast<EventKind>(k));
        for (const Colour of_class : shown.session.view().colours)
            CHECK(to_colour(colour) != of_class);
    }
    CHECK(shown.watcher.colour_of(EventKind::flip) != before);
}

TEST_CASE("A row of the table of events goes there and selects the sample") {
    ShownEvents shown;
    const auto click = [&](int row) {
        const QRect place = shown.table().visualRect(shown.panel.model().index(row, 0));
        QTest::mouseClick(shown.table().viewport(), Qt::LeftButton, {}, place.center());
    };
    click(3);
    CHECK(shown.session.playhead() == 2);
    CHECK(shown.session.view().selection == std::vector<std::size_t>{2});
    QTest::keyClick(&shown.table(), Qt::Key_Up);
    CHECK(shown.session.playhead() == 1);
    shown.session.set_playhead(0);
    shown.session.clear_selection();
    // The same row again leads back.
    click(2);
    CHECK(shown.session.playhead() == 1);
    CHECK(shown.session.view().selection == std::vector<std::size_t>{2});
}

TEST_CASE("The table of events goes nowhere as it gets the focus, and by Enter to its row") {
    ShownEvents shown;
    QTableView& table = shown.table();
    shown.panel.activateWindow();
    table.clearFocus();
    table.setFocus(Qt::TabFocusReason);
    REQUIRE(QTest::qWaitFor([&] { return table.currentIndex().isValid(); }));
    CHECK(shown.session.playhead() == 0);
    CHECK(shown.session.view().selection.empty());
    QTest::keyClick(&table, Qt::Key_Return);
    CHECK_FALSE(shown.session.view().selection.empty());
    CHECK(shown.session.playhead() > 0);
}

TEST_CASE("Events are sorted by any column and filtered by kind and by sample") {
    ShownEvents shown;
    shown.click_header(EventColumn::sample);
    CHECK(shown.rows().last().startsWith("2|3|Flip"));
    shown.click_header(EventColumn::kind);
    shown.click_header(EventColumn::kind);
    CHECK(shown.rows().first().startsWith("2|2|Confidence jump"));
    shown.box("Flips").click();
    shown.settle();
    CHECK(shown.rows().size() == 3);
    shown.box("Flips").click();
    shown.box("Only selected").click();
    shown.settle();
    CHECK(shown.rows().isEmpty());
    shown.session.pick(picks(4, {0, 3}));
    shown.settle();
    CHECK(shown.rows() == QStringList{"2|3|Flip|a → b"});
    shown.session.select(2);
    shown.settle();
    CHECK(shown.rows().size() == 7);
}

TEST_CASE("Events are filtered by the classes of a flip and by epoch") {
    ShownEvents shown;
    const auto choose = [&](const QString& name, const QString& item) {
        for (auto* box : shown.panel.findChildren<QComboBox*>()) {
            if (box->accessibleName() != name) continue;
            box->setFocus();
            if (item.contains(' '))
                QTest::keyClick(box, Qt::Key_Home);
            else
                QTest::keyClicks(box, item);
            REQUIRE(box->currentText() == item);
        }
        shown.settle();
    };
    choose("Class before", "a");
    CHECK(shown.rows() == QStringList{"2|3|Flip|a → b", "4|2|Flip|a → b"});
    choose("Epoch of the events", "4");
    CHECK(shown.rows() == QStringList{"4|2|Flip|a → b"});
    choose("Class before", "any class");
    CHECK(shown.rows().size() == 2);
    choose("Class after", "a");
    CHECK(shown.rows().isEmpty());
    // Another set has other classes and epochs.
    shown.session.set_dataset(trained());
    shown.settle();
    CHECK(shown.rows().size() == 7);
}

TEST_CASE("Alerts of the recording are listed before what happened to samples, and filtered") {
    using epochscope::tests::add_trained_epoch;
    using epochscope::tests::Planted;
    const epochscope::tests::TemporaryFolder folder;
    const std::filesystem::path run = folder.path() / "run";
    for (std::size_t epoch = 1; epoch <= 4; ++epoch) add_trained_epoch(run, epoch);
    add_trained_epoch(run, 5, Planted::zeroed_layer);
    ShownEvents shown(std::make_shared<const Dataset>(open_folder(run)));
    REQUIRE(QTest::qWaitFor([&] { return shown.health.found() != nullptr; }, patience));
    shown.settle();
    // Without logits all are predicted as the first class: six of twelve flip.
    CHECK(shown.box("Alerts").text() == "Alerts: 3");
    REQUIRE(shown.rows().size() >= 9);
    CHECK(shown.rows()[0].startsWith("5||Alert|the loss rose to 0.693"));
    CHECK(shown.rows()[1].startsWith("5||Alert|the accuracy fell to 0.5"));
    CHECK(shown.rows()[2].startsWith("5||Alert|the accuracy of 1 fell to 0"));
    CHECK(shown.rows()[3].startsWith("5|1|Flip|"));
    shown.session.clear_selection();
    const QRect place = shown.table().visualRect(shown.panel.model().index(0, 0));
    QTest::mouseClick(shown.table().viewport(), Qt::LeftButton, {}, place.center());
    CHECK(shown.session.playhead() == 4);
    CHECK(shown.session.view().selection.empty());
    shown.box("Alerts").click();
    shown.settle();
    CHECK(shown.rows().filter("Alert").isEmpty());
    shown.panel.list_alerts();
    shown.settle();
    CHECK(shown.rows()[2].contains("Alert"));
    shown.box("Only selected").click();
    shown.settle();
    CHECK(shown.rows().isEmpty());
}

TEST_CASE("Flips are sorted by the classes, not by their names") {
    ShownEvents shown;
    shown.click_header(EventColumn::what);
    const QStringList rows = shown.rows();
    CHECK(rows.mid(0, 4) ==
          QStringList{"2|3|Flip|a → b", "4|2|Flip|a → b", "2|2|Flip|b → a", "5|2|Flip|b → a"});
}

TEST_CASE("Other sets have other events, and a guess is said to be one") {
    ShownEvents shown(trained(3));
    CHECK_THAT(shown.panel.findChild<ElidedLabel*>()->words().toStdString(),
               contains("is estimated"));
    shown.session.set_dataset(trained());
    CHECK(shown.panel.model().rowCount() == 0);
    shown.settle();
    CHECK(shown.panel.model().rowCount() == 7);
    CHECK(shown.panel.findChild<ElidedLabel*>()->words().isEmpty());
}

TEST_CASE("The timeline has a tick for what happened at each epoch") {
    Session session;
    Player player{session};
    HealthWatcher health(session);
    EventWatcher watcher(session, health);
    QWidget window;
    QMenu menu;
    StatusLine status;
    Opener opener(window, session, status);
    const RunFollower follower(session, [&opener] { return opener.options(); });
    Timeline timeline(session, player, watcher, follower,
                      add_playback_actions(window, menu, session, player));
    const int height = timeline.track().sizeHint().height();
    session.set_dataset(trained());
    REQUIRE(QTest::qWaitFor([&] { return !timeline.track().events().empty(); }, patience));
    const auto& ticks = timeline.track().events();
    REQUIRE(ticks.size() == 3);
    CHECK(ticks[0].counts == std::vector<std::size_t>{0, 2, 1, 1});
    CHECK(ticks[1].counts == std::vector<std::size_t>{0, 1, 1, 1});
    CHECK(timeline.track().sizeHint().height() > height);
    timeline.resize(600, 120);
    CHECK_THAT(timeline.track().words_at(timeline.track().x_at(1)).toStdString(),
               contains("Flips: 2, Confidence jumps: 1"));
    watcher.set_shown(EventKind::jump, false);
    CHECK(timeline.track().events().size() == 2);
    // One of the ticks is painted in the colour of its kind.
    const QImage picture = timeline.track().grab().toImage();
    int painted = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            painted += picture.pixelColor(x, y) == ticks[0].colour ? 1 : 0;
    CHECK(painted > 10);
    // Narrow as it may get, it says what the colours mean: each is painted twice, as a tick and
    // above, where the first is not alone.
    watcher.set_shown(EventKind::jump, true);
    watcher.set_shown(EventKind::flip, false);
    timeline.resize(380, 120);
    const QImage narrow = timeline.track().grab().toImage();
    const QColor last = timeline.track().events().back().colour;
    int above = 0;
    for (int y = 0; y < timeline.track().fontMetrics().height(); ++y)
        for (int x = 0; x < narrow.width(); ++x) above += narrow.pixelColor(x, y) == last ? 1 : 0;
    CHECK(above > 10);
}
