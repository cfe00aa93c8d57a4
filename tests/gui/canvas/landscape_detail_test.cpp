#include "app/canvas/landscape_detail.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/landscape_detail_pacing.h"
#include "gui/canvas/canvas_fixture.h"

#include <epochscope/render/backgrounds.h>

#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::renderers;
using epochscope::tests::ShownCanvas;
using epochscope::tests::turning_grid;

namespace {

constexpr int patience = 60'000;
/// How wide a stripe is in the plane.
constexpr double stripe = 0.05;

bool is_first(double x, std::size_t epoch) {
    const auto number = static_cast<long>(std::floor(x / stripe)) + static_cast<long>(epoch);
    return number % 2 == 0;
}

/// Upright stripes in the colours of the first two classes, which change places at every epoch. At
/// home they are too narrow for the whole picture of the window. Parts can be kept back.
class Stripes : public Landscape {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] bool is_from_points(std::size_t) const override { return false; }
    [[nodiscard]] Image paint(std::size_t epoch, std::span<const Colour> colours,
                              const Cutout& cutout, int) const override {
        if (QThread::currentThread() == QCoreApplication::instance()->thread()) blocked_gui = true;
        if (cutout.part) {
            std::unique_lock lock(mutex_);
            begun_.push_back({cutout, epoch});
            opened_.wait(lock, [this] { return !closed_; });
        }
        return painted(epoch, colours, cutout);
    }

    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    void open() {
        const std::scoped_lock lock(mutex_);
        closed_ = false;
        opened_.notify_all();
    }
    struct Begun {
        Cutout cutout;
        std::size_t epoch;
    };
    /// The parts that were begun, in their order.
    [[nodiscard]] std::vector<Begun> begun() const {
        const std::scoped_lock lock(mutex_);
        return begun_;
    }

    mutable std::atomic<bool> blocked_gui = false;

  private:
    static Image painted(std::size_t epoch, std::span<const Colour> colours, const Cutout& cutout) {
        const Box part = cutout.part.value_or(default_frame);
        Image image(cutout.size);
        const double step = (part.max.x - part.min.x) / static_cast<double>(cutout.size.width);
        for (std::size_t i = 0; i < image.rgba.size() / 4; ++i) {
            const std::size_t column = i % static_cast<std::size_t>(cutout.size.width);
            const double x = part.min.x + step * (static_cast<double>(column) + 0.5);
            const Colour colour = colours[is_first(x, epoch) ? 0 : 1];
            image.rgba[4 * i] = colour.r;
            image.rgba[4 * i + 1] = colour.g;
            image.rgba[4 * i + 2] = colour.b;
            image.rgba[4 * i + 3] = 255;
        }
        return image;
    }

    mutable std::mutex mutex_;
    mutable std::condition_variable opened_;
    bool closed_ = false;
    mutable std::vector<Begun> begun_;
};

/// A canvas over stripes, without words or axes.
class StripedCanvas : public ShownCanvas {
  public:
    explicit StripedCanvas(const std::shared_ptr<Stripes>& stripes,
                           Renderer renderer = Renderer::raster)
        : ShownCanvas(renderer, over(stripes)) {
        Style style = session().view().style;
        style.axes = style.epoch_number = false;
        session().set_style(style);
    }

    void look(double zoom, Point centre) {
        Camera camera = session().view().camera;
        camera.zoom = zoom;
        camera.centre = centre;
        session().set_camera(camera);
    }
    [[nodiscard]] std::shared_ptr<const BackgroundPair> detail() {
        return canvas().model().backgrounds(canvas().pixel_size()).detail;
    }
    [[nodiscard]] std::optional<Box> seen() {
        const auto cutout = visible_cutout(session().dataset()->series.frame(),
                                           session().view().camera, canvas().pixel_size());
        return cutout ? cutout->part : std::nullopt;
    }
    /// Waits until what is seen is painted, and shown.
    [[nodiscard]] bool is_sharp() {
        return QTest::qWaitFor(
            [this] {
                const auto now = detail();
                return now && now->part == seen() && canvas().is_settled();
            },
            patience);
    }

  private:
    static std::shared_ptr<const Dataset> over(const std::shared_ptr<Stripes>& stripes) {
        Dataset dataset = *turning_grid();
        dataset.landscape = stripes;
        return std::make_shared<const Dataset>(std::move(dataset));
    }
};

/// The share of pixels that have the colour of their own stripe.
double share_right(StripedCanvas& shown, std::size_t epoch) {
    const QImage picture = shown.canvas().grab_picture();
    const Colour colour = shown.session().view().colours[0];
    int right = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const Point place = shown.plane(QPointF(x + 0.5, y + 0.5));
            const bool is_red = picture.pixelColor(x, y) == QColor(colour.r, colour.g, colour.b);
            right += is_red == is_first(static_cast<double>(place.x), epoch) ? 1 : 0;
        }
    return right / static_cast<double>(picture.width() * picture.height());
}

}  // namespace

TEST_CASE("A landscape is sharp at any zoom, on both canvases") {
    for (const Renderer renderer : renderers()) {
        const auto stripes = std::make_shared<Stripes>();
        StripedCanvas shown(stripes, renderer);
        REQUIRE(shown.is_sharp());
        // Samples cover some of it, and pixels may lie on the edge of a stripe.
        CHECK(share_right(shown, 0) > 0.85);
        shown.look(6, {2.5F, -1.7F});
        REQUIRE(shown.is_sharp());
        CHECK(share_right(shown, 0) > 0.9);
        shown.look(40, {-0.3F, 0.2F});
        REQUIRE(shown.is_sharp());
        CHECK(share_right(shown, 0) > 0.9);
        shown.session().set_playhead(1);
        REQUIRE(shown.is_sharp());
        CHECK(share_right(shown, 1) > 0.9);
        // Half beyond the frame.
        shown.look(2, {8, 8});
        REQUIRE(shown.is_sharp());
        CHECK_FALSE(stripes->blocked_gui);
    }
}

TEST_CASE("What was painted of a part stands in until the next is there, and the newest wins") {
    const auto stripes = std::make_shared<Stripes>();
    StripedCanvas shown(stripes);
    shown.look(4, {0, 0});
    REQUIRE(shown.is_sharp());
    const auto before = shown.detail();
    stripes->close();
    const std::size_t begun = stripes->begun().size();
    for (int i = 1; i <= 20; ++i) {
        shown.look(4, {0.1F * static_cast<float>(i), 0});
        REQUIRE(shown.detail());
        CHECK(shown.detail()->part == before->part);
        CHECK(shown.detail()->from == before->from);
        QCoreApplication::processEvents();
    }
    // The canvas draws meanwhile.
    shown.settle();
    CHECK(QTest::qWaitFor([&] { return stripes->begun().size() > begun; }, patience));
    stripes->open();
    REQUIRE(shown.is_sharp());
    // One was under way; those in between were never begun.
    std::size_t others = 0;
    const auto all = stripes->begun();
    for (std::size_t i = begun; i < all.size(); ++i)
        others += all[i].cutout.part == shown.seen() ? 0 : 1;
    CHECK(others <= 2);
}

TEST_CASE("The pictures next to the playhead are painted before they are asked for") {
    const auto stripes = std::make_shared<Stripes>();
    StripedCanvas shown(stripes);
    shown.session().set_playhead(2);
    shown.look(4, {0, 0});
    REQUIRE(shown.is_sharp());
    const auto has_begun = [&](std::size_t epoch) {
        for (const auto& one : stripes->begun())
            if (one.epoch == epoch && one.cutout.part == shown.seen()) return true;
        return false;
    };
    CHECK(QTest::qWaitFor([&] { return has_begun(3) && has_begun(1); }, patience));
    CHECK(QTest::qWaitFor(
        [&] {
            stripes->close();
            shown.session().set_playhead(2.5);
            const auto pair = shown.detail();
            const bool there = pair && pair->to != pair->from && pair->t == 0.5F;
            if (!there) shown.session().set_playhead(2);
            stripes->open();
            return there;
        },
        patience));
}

TEST_CASE("No landscape is shown in colours of before, nor that of another set") {
    const auto stripes = std::make_shared<Stripes>();
    const auto shown = std::make_unique<StripedCanvas>(stripes);
    REQUIRE(shown->is_sharp());
    shown->session().set_class_colour(0, {1, 2, 3});
    CHECK_FALSE(shown->detail());
    REQUIRE(shown->is_sharp());
    CHECK(share_right(*shown, 0) > 0.85);
    Style style = shown->session().view().style;
    style.landscape = false;
    shown->session().set_style(style);
    CHECK_FALSE(shown->detail());
    style.landscape = true;
    shown->session().set_style(style);
    REQUIRE(shown->is_sharp());
    shown->session().set_dataset(turning_grid());
    CHECK_FALSE(shown->detail());
}

TEST_CASE("What was painted of a set goes with it") {
    auto stripes = std::make_shared<Stripes>();
    const std::weak_ptr<Stripes> alive = stripes;
    StripedCanvas shown(stripes);
    REQUIRE(shown.is_sharp());
    stripes.reset();
    shown.session().set_dataset(turning_grid());
    CHECK(
        QTest::qWaitFor([&] { return shown.canvas().is_settled() && alive.expired(); }, patience));
}

TEST_CASE("What is smaller on the canvas than the whole picture needs no detail") {
    const auto stripes = std::make_shared<Stripes>();
    StripedCanvas shown(stripes);
    shown.canvas().resize(200, 150);
    shown.look(1, {0, 0});
    CHECK_FALSE(shown.detail());
    shown.look(8, {0, 0});
    CHECK(shown.is_sharp());
    // Nothing of the frame is seen.
    shown.look(8, {50, 0});
    CHECK_FALSE(shown.detail());
}

TEST_CASE("Details are left alone while they do not keep up with the playhead") {
    using namespace std::chrono_literals;
    app::LandscapeDetailPacing pace;
    auto now = app::LandscapeDetailPacing::Clock::time_point(10s);
    // At rest nothing is left behind, whatever is painted.
    CHECK_FALSE(pace.at(0, false, now));
    CHECK(pace.shows());
    CHECK(pace.is_worth_it());
    // Two pictures a second of 0.1 s each: there is time.
    pace.took(0.1);
    for (int i = 1; i <= 10; ++i) CHECK(pace.at(0.02 * i, true, now += 10ms));
    CHECK(pace.shows());
    // One is missing: it waits until that is there.
    CHECK(pace.at(0.22, false, now += 10ms));
    CHECK_FALSE(pace.shows());
    CHECK(pace.is_worth_it());
    CHECK(pace.at(0.24, true, now += 10ms));
    CHECK(pace.shows());
    // Ten times as fast there is no time.
    for (int i = 1; i <= 20; ++i) CHECK(pace.at(0.24 + 0.2 * i, false, now += 10ms));
    CHECK_FALSE(pace.shows());
    CHECK_FALSE(pace.is_worth_it());
    CHECK(pace.at(5, true, now += 10ms));
    CHECK_FALSE(pace.shows());
    // Until it rests.
    CHECK_FALSE(pace.at(5, false, now += 100ms));
    CHECK_FALSE(pace.is_worth_it());
    CHECK_FALSE(pace.at(5, false, now += 100ms));
    CHECK(pace.is_worth_it());
    CHECK_FALSE(pace.shows());
    CHECK_FALSE(pace.at(5, true, now += 10ms));
    CHECK(pace.shows());
}
