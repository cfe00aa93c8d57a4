#include "app/canvas/hover.h"
#include "gui/canvas/canvas_fixture.h"
#include "gui/pictures_of_samples.h"

#include <QColor>

using namespace epochscope;
using app::HoverBubble;
using app::Renderer;
using epochscope::tests::PicturesOfSamples;
using epochscope::tests::ShownCanvas;

namespace {

constexpr int patience = 60'000;

std::shared_ptr<const Dataset> grid_with(std::shared_ptr<const ThumbnailSource> pictures) {
    Dataset dataset = *tests::turning_grid();
    dataset.thumbnails = std::move(pictures);
    return std::make_shared<const Dataset>(std::move(dataset));
}

HoverBubble& bubble_of(ShownCanvas& shown) {
    auto* bubble = shown.canvas().findChild<HoverBubble*>();
    REQUIRE(bubble != nullptr);
    return *bubble;
}

/// The colour in the middle of where a picture is.
QColor picture_colour(HoverBubble& bubble) {
    return bubble.grab().toImage().pixelColor(48, bubble.height() / 2);
}

void hover(ShownCanvas& shown, std::size_t sample) {
    shown.settle();
    // A pointer that stands where it was before makes no event.
    QTest::mouseMove(shown.window(), shown.place_of(sample) + QPoint(1, 0));
    QTest::mouseMove(shown.window(), shown.place_of(sample));
}

}  // namespace

TEST_CASE("Hovering shows a sample's picture beside the words") {
    ShownCanvas shown(Renderer::raster, grid_with(std::make_shared<PicturesOfSamples>()));
    HoverBubble& bubble = bubble_of(shown);
    for (const std::size_t sample : {20U, 21U}) {
        hover(shown, sample);
        REQUIRE(QTest::qWaitFor(
            [&] {
                return bubble.isVisible() &&
                       picture_colour(bubble) == QColor(10 * static_cast<int>(sample), 0, 0);
            },
            patience));
        CHECK(bubble.text().startsWith(QString("sample %1\nlabel ").arg(sample)));
        CHECK(shown.canvas().rect().contains(bubble.geometry()));
    }
    QTest::mouseMove(shown.window(), tests::emptiness);
    CHECK_FALSE(bubble.isVisible());
}

TEST_CASE("Hovering shows what a sample is called, and the first words of its text") {
    Dataset dataset = *tests::turning_grid();
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (std::size_t i = 0; i < dataset.series.sample_count(); ++i)
        ends.push_back((bytes += "The text of\nsample number " + std::to_string(i)).size());
    Metadata metadata;
    metadata.columns.push_back(Column::of_texts("text", std::move(bytes), std::move(ends)));
    dataset.metadata = std::make_shared<const Metadata>(std::move(metadata));
    ShownCanvas shown(Renderer::raster, std::make_shared<const Dataset>(std::move(dataset)));
    HoverBubble& bubble = bubble_of(shown);
    hover(shown, 20);
    REQUIRE(QTest::qWaitFor([&] { return bubble.isVisible(); }, patience));
    CHECK(bubble.text().contains("The text of sample number 20"));
    CHECK(shown.canvas().rect().contains(bubble.geometry()));
}

TEST_CASE("The bubble is as large before its picture is there, and without one smaller") {
    const auto pictures = std::make_shared<PicturesOfSamples>();
    pictures->missing = {21};
    pictures->shut();
    ShownCanvas shown(Renderer::raster, grid_with(pictures));
    HoverBubble& bubble = bubble_of(shown);
    hover(shown, 20);
    REQUIRE(QTest::qWaitFor([&] { return bubble.isVisible(); }, patience));
    const QRect before = bubble.geometry();
    const QColor ground = bubble.palette().color(QPalette::ToolTipBase);
    CHECK(picture_colour(bubble) == ground);
    pictures->open();
    REQUIRE(QTest::qWaitFor([&] { return picture_colour(bubble) == QColor(200, 0, 0); }, patience));
    CHECK(bubble.geometry() == before);
    hover(shown, 21);
    REQUIRE(QTest::qWaitFor([&] { return bubble.text().contains(" · "); }, patience));
    CHECK(bubble.height() < before.height() / 2);
}

TEST_CASE("Near the edge the bubble with its picture stays inside") {
    ShownCanvas shown(Renderer::raster, grid_with(std::make_shared<PicturesOfSamples>()));
    // Sample 7 lies at the lower right.
    hover(shown, 7);
    HoverBubble& bubble = bubble_of(shown);
    REQUIRE(QTest::qWaitFor([&] { return bubble.isVisible(); }, patience));
    CHECK(shown.canvas().rect().contains(bubble.geometry()));
    CHECK_FALSE(bubble.geometry().contains(shown.place_of(7)));
}
