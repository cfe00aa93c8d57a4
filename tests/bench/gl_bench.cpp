// Frames drawn by gl beside raster, each until the last pixel is there; needs a display with
// OpenGL.
#include "bench.h"
#include "gl/gl_renderer.h"

#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>

#include <cmath>
#include <cstdint>
#include <random>
#include <utility>

namespace {

using namespace epochscope;

constexpr Size canvas{1280, 800};

/// Ten clouds that drift from the first epoch to the second.
EpochSeries clouds(std::size_t count) {
    std::mt19937 random(1);
    std::normal_distribution<float> spread(0, 0.8F);
    std::uniform_real_distribution<float> share(0, 1);
    std::vector<EpochColumns> epochs(2);
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < count; ++i) {
        const auto label = static_cast<std::int32_t>(i % 10);
        const float angle = 0.628F * static_cast<float>(label);
        labels.push_back(label);
        for (EpochColumns& epoch : epochs) {
            epoch.positions.push_back(
                {5 * std::cos(angle) + spread(random), 5 * std::sin(angle) + spread(random)});
            epoch.confidence.push_back(share(random));
        }
    }
    epochs[1].number = 1;
    return make_series({std::vector<std::string>(10, "cloud"), {}}, std::move(labels),
                       std::move(epochs));
}

/// A frame a step later than the last, as in playing: nothing is drawn twice.
class Steps {
  public:
    explicit Steps(const EpochSeries& series) : series_(series) {
        // Points of 4 pixels, however many.
        view_.style.points = PointMode::points;
        view_.style.point_radius = 2;
    }
    Frame next() {
        view_.playhead = std::fmod(view_.playhead + 0.01, 1.0);
        return compose(series_, view_, canvas);
    }

  private:
    const EpochSeries& series_;
    ViewState view_;
};

void compare(gl::GlRenderer& renderer, std::size_t count, int repeats) {
    const EpochSeries series = clouds(count);
    Steps steps(series);
    Image picture(canvas);
    auto& functions = *QOpenGLContext::currentContext()->functions();
    const double by_raster = bench::seconds_of([&] { raster(steps.next(), picture); }, repeats);
    const double by_gl = bench::seconds_of(
        [&] {
            renderer.draw(steps.next());
            functions.glFinish();
        },
        repeats);
    renderer.forget();
    bench::report("frame, gl beside raster", {{"samples", count},
                                              {"width", canvas.width},
                                              {"height", canvas.height},
                                              {"raster_ms", 1000 * by_raster},
                                              {"gl_ms", 1000 * by_gl},
                                              {"gl_over_raster", by_gl / by_raster},
                                              {"gl_renderer", gl::probe().description},
                                              {"hardware", gl::probe().hardware}});
}

}  // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    if (!gl::probe().usable) {
        std::cerr << "[skipped] " << gl::probe().description << '\n';
        return 0;
    }
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QOpenGLContext context;
    context.setFormat(format);
    QOffscreenSurface surface;
    surface.setFormat(format);
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface)) return 1;
    {
        QOpenGLFramebufferObject target(canvas.width, canvas.height);
        target.bind();
        gl::GlRenderer renderer;
        compare(renderer, 3000, 15);
        compare(renderer, 100000, 7);
        compare(renderer, 1000000, 1);
    }
    context.doneCurrent();
}
