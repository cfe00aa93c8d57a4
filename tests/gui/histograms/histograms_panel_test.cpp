#include "app/histograms/histograms_panel.h"

#include "app/histograms/histogram_plot.h"
#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "gui/datamap/support.h"

#include <QLabel>
#include <QSettings>
#include <QToolButton>

#include <memory>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::patience;
using epochscope::tests::picks;
using epochscope::tests::Samples;
using epochscope::tests::trained;

namespace {

/// The panel of four samples of two classes, one of which never flips.
struct Looker {
    Looker() {
        QSettings().clear();
        session.set_dataset(trained());
        panel = std::make_unique<HistogramsPanel>(session, filter);
        panel->resize(900, 220);
        panel->show();
        REQUIRE(QTest::qWaitForWindowExposed(panel.get()));
        settle();
    }
    void settle() const {
        REQUIRE(
            QTest::qWaitFor([&] { return filter.is_settled() && panel->is_settled(); }, patience));
    }
    [[nodiscard]] HistogramPlot& plot(const QString& column) const {
        HistogramPlot* found = panel->plot(column);
        REQUIRE(found != nullptr);
        return *found;
    }
    void drag(const QString& column, std::size_t from, std::size_t to) const {
        HistogramPlot& shown = plot(column);
        QTest::mousePress(&shown, Qt::LeftButton, {}, shown.bar(from).center().toPoint());
        QTest::mouseMove(&shown, shown.bar(to).center().toPoint());
        QTest::mouseRelease(&shown, Qt::LeftButton, {}, shown.bar(to).center().toPoint());
        settle();
    }
    [[nodiscard]] Samples filtered() const {
        const auto& set = session.filter();
        if (!set) return {};
        return {set->samples().begin(), set->samples().end()};
    }

    Session session;
    SampleFilter filter{session};
    std::unique_ptr<HistogramsPanel> panel;
};

}  // namespace

TEST_CASE("a brush is a condition that filters all and the other histograms", "[histograms]") {
    Looker looker;
    CHECK(looker.panel->columns() == QStringList{"label", "flips", "suspicion"});
    CHECK(looker.plot("flips").histogram().whole == looker.plot("flips").histogram().part);
    looker.drag("flips", 2, 3);
    CHECK(looker.filter.text() == "flips BETWEEN 2 AND 3");
    CHECK(looker.filtered() == Samples{2});
    CHECK(looker.plot("label").histogram().part == std::vector<std::size_t>{0, 1});
    // A click on a text is a condition beside it; a second takes it away.
    HistogramPlot& label = looker.plot("label");
    QTest::mouseClick(&label, Qt::LeftButton, {}, label.bar(0).center().toPoint());
    CHECK(looker.filter.text() == "flips BETWEEN 2 AND 3 AND label = 'a'");
    QTest::mouseClick(&label, Qt::LeftButton, {}, label.bar(0).center().toPoint());
    CHECK(looker.filter.text() == "flips BETWEEN 2 AND 3");
    // A click in the brush ends it.
    looker.drag("flips", 2, 2);
    CHECK(looker.filter.text().isEmpty());
    CHECK(looker.filtered().empty());
}

TEST_CASE("what is typed in the find bar takes the brush away", "[histograms]") {
    Looker looker;
    looker.drag("flips", 0, 0);
    CHECK(looker.plot("flips").brush() == std::vector<std::size_t>{0});
    looker.filter.set_text("label = 'b' AND flips = 0");
    CHECK_FALSE(looker.plot("flips").brush().empty());
    looker.filter.set_text("label = 'b'");
    CHECK(looker.plot("flips").brush().empty());
}

TEST_CASE("what is typed in the find bar is brushed, and a drag takes its place", "[histograms]") {
    using Bins = std::vector<std::size_t>;
    Looker looker;
    const auto brushed = [&](const char* column, const QString& text) {
        looker.filter.set_text(text);
        looker.settle();
        return looker.plot(column).brush();
    };
    CHECK(brushed("flips", "flips >= 1 and flips <= 2") == Bins{1, 2});
    CHECK(brushed("flips", "label = 'b' AND flips BETWEEN 1 AND 2") == Bins{1, 2});
    CHECK(looker.plot("label").brush().size() == 1);
    CHECK(brushed("label", "label IN ('a', 'b')") == Bins{0, 1});
    // To the last bin, or from the first.
    const std::size_t last = looker.plot("flips").histogram().edges.count - 1;
    CHECK(brushed("flips", "flips >= 1").back() == last);
    CHECK(brushed("flips", "flips > 1").front() == 2);
    CHECK(brushed("flips", "flips < 2") == Bins{0, 1});
    // What says more than the bins does not brush them.
    CHECK(brushed("flips", "flips = 1 OR label = 'b'").empty());
    CHECK(brushed("flips", "flips = 0.5").empty());
    CHECK(brushed("flips", "flips > 1 ORDER BY sample").front() == 2);
    looker.drag("flips", 0, 1);
    CHECK(looker.filter.text() == "flips BETWEEN 0 AND 1 ORDER BY sample");
}

TEST_CASE("histograms are brushed by keys", "[histograms]") {
    Looker looker;
    HistogramPlot& flips = looker.plot("flips");
    flips.setFocus();
    QTest::keyClick(&flips, Qt::Key_Right);
    QTest::keyClick(&flips, Qt::Key_Space);
    CHECK(looker.filter.text() == "flips = 1");
    QTest::keyClick(&flips, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(looker.filter.text() == "flips BETWEEN 1 AND 2");
    QTest::keyClick(&flips, Qt::Key_Delete);
    CHECK(looker.filter.text().isEmpty());
}

TEST_CASE("columns are added up to six, removed with their brush, and remembered", "[histograms]") {
    Looker looker;
    looker.drag("flips", 0, 0);
    looker.panel->remove("flips");
    CHECK(looker.filter.text().isEmpty());
    for (const char* name : {"aum", "avg_probs", "variability", "learnt_times", "correct_times"})
        looker.panel->add(name);
    CHECK(looker.panel->columns().size() == 6);
    looker.panel->add("no such column");
    looker.settle();
    CHECK_FALSE(looker.plot("aum").histogram().whole.empty());
    const QStringList before = looker.panel->columns();
    looker.session.set_dataset(trained());
    CHECK(looker.panel->columns() == before);
}
