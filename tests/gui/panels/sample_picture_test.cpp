#include "app/sample/sample_picture.h"

#include "app/neighbours/neighbour_model.h"
#include "app/sample/sample_panel.h"
#include "gui/pictures_of_samples.h"
#include "support.h"

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPoint>

#include <memory>
#include <utility>

using namespace epochscope;
using namespace epochscope::app;
using tests::named;
using tests::PicturesOfSamples;

namespace {

struct Shown {
    explicit Shown(std::shared_ptr<const ThumbnailSource> pictures) : panel(session) {
        show(std::move(pictures));
        panel.resize(300, 800);
        panel.show();
    }
    void show(std::shared_ptr<const ThumbnailSource> pictures) {
        Dataset dataset = *tests::tiny_dataset();
        dataset.thumbnails = std::move(pictures);
        session.set_dataset(std::make_shared<const Dataset>(std::move(dataset)));
    }
    [[nodiscard]] SamplePicture& picture() const {
        return named<SamplePicture>(panel, "Picture of the sample");
    }
    [[nodiscard]] QColor colour() const { return picture().grab().toImage().pixelColor(64, 64); }
    [[nodiscard]] const QAbstractItemModel& neighbours() const {
        return *named<QListView>(panel, "Intra-class neighbours").model();
    }

    Session session;
    SamplePanel panel;
};

}  // namespace

TEST_CASE("the panel shows the sample's picture", "[panels]") {
    Shown shown(std::make_shared<PicturesOfSamples>());
    CHECK_FALSE(shown.picture().isVisible());
    shown.session.select(3);
    CHECK(shown.picture().isVisible());
    REQUIRE(QTest::qWaitFor([&] { return shown.colour() == QColor(30, 0, 0); }, tests::patience));
    CHECK(QTest::qWaitFor([&] { return shown.picture().toolTip() == "The picture of sample 3"; },
                          tests::patience));
    shown.session.select(4);
    REQUIRE(QTest::qWaitFor([&] { return shown.colour() == QColor(40, 0, 0); }, tests::patience));
    shown.session.clear_selection();
    CHECK_FALSE(shown.picture().isVisible());
    // A folder without pictures takes no room for them.
    shown.show(nullptr);
    shown.session.select(3);
    CHECK_FALSE(shown.picture().isVisible());
}

TEST_CASE("a sample without a picture says so", "[panels]") {
    const auto pictures = std::make_shared<PicturesOfSamples>();
    pictures->missing = {0};
    Shown shown(pictures);
    shown.session.select(0);
    REQUIRE(QTest::qWaitFor(
        [&] { return shown.picture().toolTip() == "There is no picture of sample 0"; },
        tests::patience));
}

TEST_CASE("neighbours come with their pictures where the folder has some", "[panels]") {
    Shown shown(std::make_shared<PicturesOfSamples>());
    shown.session.select(0);
    const QModelIndex row = shown.neighbours().index(0, 0);
    REQUIRE(row.data(NeighbourModel::sample_role).toInt() == 1);
    REQUIRE(QTest::qWaitFor(
        [&] { return !row.data(NeighbourModel::picture_role).value<QImage>().isNull(); },
        tests::patience));
    CHECK(row.data(NeighbourModel::picture_role).value<QImage>().pixelColor(0, 0) ==
          QColor(10, 0, 0));
    const auto& list = named<QListView>(shown.panel, "Intra-class neighbours");
    const int high = list.visualRect(row).height();
    // The row shows it: somewhere it has the picture's colour.
    const auto painted = [&] {
        const QImage view = list.viewport()->grab(list.visualRect(row)).toImage();
        for (int x = 0; x < view.width(); ++x)
            if (view.pixelColor(x, high / 2) == QColor(10, 0, 0)) return true;
        return false;
    };
    CHECK(painted());
    shown.show(nullptr);
    shown.session.select(0);
    CHECK_FALSE(shown.neighbours().index(0, 0).data(NeighbourModel::picture_role).isValid());
    CHECK(list.visualRect(shown.neighbours().index(0, 0)).height() < high);
}

TEST_CASE("the picture gives way to words where the panel is low", "[panels]") {
    Shown shown(std::make_shared<PicturesOfSamples>());
    shown.session.select(3);
    QApplication::processEvents();
    CHECK(shown.picture().height() == 128);
    const auto& label = named<QLabel>(shown.panel, "Label");
    const auto top_of_label = [&] { return label.mapTo(&shown.panel, QPoint(0, 0)).y(); };
    const auto bottom_of_picture = [&] {
        return shown.picture().mapTo(&shown.panel, QPoint(0, shown.picture().height())).y();
    };
    shown.panel.resize(300, shown.panel.minimumSizeHint().height());
    QApplication::processEvents();
    CHECK(shown.picture().height() < 128);
    CHECK(bottom_of_picture() <= top_of_label());
    REQUIRE(QTest::qWaitFor(
        [&] {
            const int middle = shown.picture().height() / 2;
            return shown.picture().grab().toImage().pixelColor(middle, middle) == QColor(30, 0, 0);
        },
        tests::patience));
}

TEST_CASE("selecting a sample does not widen the panel", "[panels]") {
    Shown shown(std::make_shared<PicturesOfSamples>());
    const int wanted = shown.panel.sizeHint().width();
    shown.session.select(0);
    CHECK(shown.panel.sizeHint().width() <= wanted);
    CHECK(shown.panel.minimumSizeHint().width() <= wanted);
}
