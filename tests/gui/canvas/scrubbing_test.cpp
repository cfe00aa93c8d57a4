#include "app/canvas/frame_request.h"
#include "app/canvas/level_of_detail.h"
#include "gui/canvas/canvas_fixture.h"

#include <QSignalSpy>

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <random>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::ShownCanvas;

namespace {

/// 600,000 samples that wander: more than can be drawn in time at first, by what a canvas expects.
/// Tells which epochs were released.
class Wanderers : public EpochMemory {
  public:
    static constexpr std::size_t samples = 600'000;
    static constexpr std::size_t epochs = 6;

    static std::shared_ptr<const Dataset> open(
        const std::shared_ptr<const Wanderers>& memory = std::make_shared<const Wanderers>()) {
        std::vector<Epoch> views(epochs);
        for (std::size_t e = 0; e < epochs; ++e) {
            views[e].number = static_cast<std::int64_t>(e) + 1;
            views[e].positions = memory->positions_[e];
        }
        EpochSeries series({{"a", "b"}, {}}, memory->labels_, views, default_frame, memory);
        return std::make_shared<const Dataset>(
            Dataset{std::move(series), nullptr, "wanderers", "/wanderers", "test", {}});
    }

    Wanderers() : labels_(samples), positions_(epochs) {
        std::mt19937 random(1);
        std::normal_distribution<float> step(0, 1.4F);
        std::vector<Point> places(samples);
        for (std::size_t i = 0; i < samples; ++i) labels_[i] = static_cast<std::int32_t>(i % 2);
        for (auto& positions : positions_) {
            for (Point& p : places) p = {p.x + step(random), p.y + step(random)};
            positions = places;
        }
    }
    void release(std::size_t epoch) const override { ++released[epoch]; }

    mutable std::array<std::atomic<int>, epochs> released{};

  private:
    std::vector<std::int32_t> labels_;
    std::vector<std::vector<Point>> positions_;
};

/// What the screen shows, byte for byte.
QImage screen_of(app::Canvas& canvas) {
    return canvas.grab().toImage().convertToFormat(QImage::Format_RGBA8888);
}

/// Points alone. Fonts are left out: how a glyph's outline is fitted to pixels can depend on what a
/// thread's font engine drew before, by a level or two in some pixels.
void show_points(app::Session& session) {
    Style style = session.view().style;
    style.points = PointMode::points;
    style.axes = style.epoch_number = false;
    session.set_style(style);
}

}  // namespace

TEST_CASE("A pace is fast enough for a budget, and stays as it is while that is about right") {
    app::LevelOfDetail pace;
    CHECK(pace.stride_for(10'000) == 1);
    // At 60 ns a sample a million takes 60 ms, a quarter of them 15 ms.
    CHECK(pace.stride_for(1'000'000) == 4);
    // Somewhat slower changes nothing, much slower does.
    pace.took(250'000, 0.021);
    CHECK(pace.stride_for(1'000'000) == 4);
    for (int i = 0; i < 9; ++i) pace.took(250'000, 0.035);
    CHECK(pace.stride_for(1'000'000) == 8);
    for (int i = 0; i < 9; ++i) pace.took(125'000, 0.001);
    CHECK(pace.stride_for(1'000'000) == 1);
    // What few samples took says nothing, and never are so few drawn.
    for (int i = 0; i < 9; ++i) pace.took(100, 1);
    CHECK(pace.stride_for(1'000'000) == 1);
    for (int i = 0; i < 9; ++i) pace.took(1'000'000, 1000);
    CHECK(pace.stride_for(1'000'000) == 32);
    CHECK(pace.stride_for(1'000'000'000) == PointLayer::max_stride);
}

TEST_CASE("A canvas that cannot be in time shows some samples first, and then all") {
    app::Session session;
    app::Canvas canvas(session, Renderer::raster);
    std::vector<bool> coarse;
    QObject::connect(&canvas, &app::Canvas::picture_changed,
                     [&] { coarse.push_back(canvas.is_coarse()); });
    canvas.resize(640, 480);
    session.set_dataset(Wanderers::open());
    show_points(session);
    canvas.show();
    REQUIRE(QTest::qWaitFor([&] { return canvas.is_settled(); }, 20'000));
    // Of its pace nothing is known at first: 600,000 samples at 60 ns are too many.
    REQUIRE(coarse.size() >= 2);
    CHECK(coarse.front());
    CHECK_FALSE(coarse.back());
    const QImage exact = canvas.grab_picture();
    CHECK(screen_of(canvas) == exact);
    // What is grabbed is exact at once, whatever the screen shows.
    session.set_playhead(3.5);
    const QImage grabbed = canvas.grab_picture();
    CHECK(grabbed != exact);
    CHECK(screen_of(canvas) == exact);
    REQUIRE(QTest::qWaitFor([&] { return canvas.is_settled(); }, 20'000));
    CHECK(screen_of(canvas) == grabbed);
}

TEST_CASE("Of many places of the playhead the last is shown, not each of them") {
    ShownCanvas shown(Renderer::raster, Wanderers::open());
    shown.settle();
    QSignalSpy changed(&shown.canvas(), &app::Canvas::picture_changed);
    // All within one turn of the event loop.
    for (int i = 0; i < 500; ++i) shown.session().set_playhead(0.01 * i);
    shown.settle();
    CHECK(changed.size() <= 2);
    CHECK(shown.canvas().playhead_seen() == 4.99);
}

TEST_CASE("What is pointed at is what the screen shows, while it is behind and after") {
    ShownCanvas shown(Renderer::raster);
    shown.settle();
    const QPoint before = shown.place_of(47);
    REQUIRE(shown.canvas().sample_at(before) == 47U);
    QSignalSpy told(&shown.canvas(), &app::Canvas::hovered);
    shown.session().set_playhead(0.5);
    // Its picture is not there yet: no event was handled since.
    CHECK(shown.canvas().playhead_seen() == 0);
    CHECK(shown.canvas().sample_at(before) == 47U);
    shown.settle();
    CHECK(shown.canvas().playhead_seen() == 0.5);
    CHECK_FALSE(shown.canvas().sample_at(before));
    CHECK(shown.canvas().sample_at(shown.place_of(47)) == 47U);
    // Of another dataset nothing is taken for a sample of this one.
    shown.session().set_dataset(Wanderers::open());
    CHECK(shown.canvas().playhead_seen() == 0);
    shown.session().set_dataset(nullptr);
    CHECK_FALSE(shown.canvas().sample_at(before));
}

TEST_CASE("A canvas goes away, shows another set or another size while it is drawn") {
    const auto wanderers = Wanderers::open();
    for (int round = 0; round < 12; ++round) {
        app::Session session;
        show_points(session);
        auto canvas = std::make_unique<app::Canvas>(session, Renderer::raster);
        canvas->resize(640, 480);
        canvas->show();
        REQUIRE(QTest::qWaitForWindowExposed(canvas.get()));
        session.set_dataset(wanderers);
        QTest::qWait(round);
        if (round % 3 == 1) session.set_dataset(tests::turning_grid());
        if (round % 3 == 2) canvas->resize(300 + round, 200);
        if (round % 2 == 0) continue;  // goes away as it is
        session.set_playhead(0.3);
        REQUIRE(QTest::qWaitFor([&] { return canvas->is_settled(); }, 20'000));
        CHECK(screen_of(*canvas) == canvas->grab_picture());
    }
}

TEST_CASE("Epochs left behind are released, those in sight are not") {
    const auto memory = std::make_shared<const Wanderers>();
    ShownCanvas shown(Renderer::raster, Wanderers::open(memory));
    for (std::size_t e = 0; e < Wanderers::epochs; ++e) {
        shown.session().set_playhead(static_cast<double>(e));
        shown.settle();
    }
    CHECK(memory->released[0] > 0);
    const int fifth = memory->released[4];
    const int sixth = memory->released[5];
    for (const double playhead : {4.5, 4.0, 4.25, 5.0}) {
        shown.session().set_playhead(playhead);
        shown.settle();
    }
    CHECK(memory->released[4] == fifth);
    CHECK(memory->released[5] == sixth);
}
