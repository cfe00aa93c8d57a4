#pragma once

#include "app/canvas/canvas.h"
#include "app/session/session.h"
#include "support/catch.h"
#include "support/skip.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/model/playhead.h>

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// Whether gl can be tested here; skips the test if not.
inline bool have_opengl() {
    if (gl::probe().usable) return true;
    skip("no OpenGL on this platform: " + gl::probe().description);
    return false;
}

/// The renderers that a canvas can draw with here; what is tested on all of them is not skipped
/// where gl is missing.
inline std::vector<app::Renderer> renderers() {
    if (!gl::probe().usable) return {app::Renderer::raster};
    return {app::Renderer::raster, app::Renderer::gl};
}

/// 48 samples on a grid that turns by a tenth of a circle an epoch: apart from each other at every
/// playhead, and nowhere where they are on an epoch when between two.
inline std::shared_ptr<const Dataset> turning_grid(float spacing = 1.6F) {
    constexpr double turn = 0.628;
    std::vector<EpochColumns> epochs(5);
    std::vector<std::int32_t> labels;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        const double angle = turn * static_cast<double>(e);
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        for (int i = 0; i < 48; ++i) {
            const double x = spacing * (i % 8 - 3.5);
            const double y = spacing * (i / 8 - 2.5);
            epochs[e].positions.push_back(
                {static_cast<float>(x * std::cos(angle) - y * std::sin(angle)),
                 static_cast<float>(x * std::sin(angle) + y * std::cos(angle))});
            epochs[e].predictions.push_back((i + static_cast<int>(e)) % 3);
            epochs[e].confidence.push_back(static_cast<float>(i) / 48);
        }
    }
    for (int i = 0; i < 48; ++i) labels.push_back(i % 3);
    Classes classes{{"ant", "bee", "cat"}, {{220, 40, 40}, {30, 120, 220}, {40, 160, 60}}};
    auto series = make_series(std::move(classes), std::move(labels), std::move(epochs));
    return std::make_shared<const Dataset>(
        Dataset{std::move(series), nullptr, "grid", "/grid", "test", {}});
}

/// A canvas on the screen, as real events find it.
class ShownCanvas {
  public:
    explicit ShownCanvas(app::Renderer renderer,
                         std::shared_ptr<const Dataset> dataset = turning_grid())
        : canvas_(session_, renderer) {
        session_.set_dataset(std::move(dataset));
        canvas_.resize(640, 480);
        canvas_.show();
        REQUIRE(QTest::qWaitForWindowExposed(&canvas_));
    }

    app::Session& session() { return session_; }
    app::Canvas& canvas() { return canvas_; }
    QWindow* window() { return canvas_.windowHandle(); }

    /// Where a sample is, in logical pixels, worked out from the model.
    [[nodiscard]] QPoint place_of(std::size_t sample) const {
        const EpochSeries& series = session_.dataset()->series;
        const Moment moment = moment_at(session_.playhead(), series.epoch_count());
        return logical(position_at(series, moment, sample));
    }
    /// Where a place of the plane is.
    [[nodiscard]] QPoint logical(Point p) const {
        const Pixel pixel = mapping().to_pixel(p);
        return (QPointF(pixel.x, pixel.y) / canvas_.devicePixelRatioF()).toPoint();
    }
    /// What place of the plane is there.
    [[nodiscard]] Point plane(QPointF at) const {
        const QPointF pixel = at * canvas_.devicePixelRatioF();
        return mapping().to_plane({static_cast<float>(pixel.x()), static_cast<float>(pixel.y())});
    }

    /// Waits until the screen shows what the session shows, as somebody does who looks.
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return canvas_.is_settled(); }, 20'000));
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        settle();
        QTest::mouseClick(window(), Qt::LeftButton, modifiers, at);
    }
    void wheel(QPoint at, int units) {
        QWheelEvent event(at, canvas_.mapToGlobal(at), {}, {0, units}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas_, &event);
    }

  private:
    [[nodiscard]] Mapping mapping() const {
        return mapping_of(session_.view().camera, session_.dataset()->series.frame(),
                          canvas_.pixel_size());
    }

    app::Session session_;
    app::Canvas canvas_;
};

/// The share of pixels that differ by more than 4 in some channel.
inline double share_apart(const QImage& a, const QImage& b) {
    REQUIRE(a.size() == b.size());
    int apart = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            apart += std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()),
                               std::abs(p.blue() - q.blue())}) > 4;
        }
    return apart / static_cast<double>(a.width() * a.height());
}

/// Off the grid of turning_grid, whatever the playhead.
inline constexpr QPoint emptiness{4, 4};

}  // namespace epochscope::tests
