// Frames drawn by gl beside raster, each until the last pixel is there, and how long the thread
// that draws is held up by epochs that are not loaded; needs a display with OpenGL. Before them, a
// curve of many points.
#include "bench.h"
#include "curve_drawing.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/palette.h>
#include <epochscope/render/raster.h>

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <optional>
#include <random>
#include <utility>
#include <vector>

namespace {

using namespace epochscope;
namespace fs = std::filesystem;

constexpr Size canvas{1280, 800};

/// Ten clouds that drift from epoch to epoch.
EpochSeries clouds(std::size_t count, std::size_t epoch_count = 2) {
    std::mt19937 random(1);
    std::normal_distribution<float> spread(0, 0.8F);
    std::uniform_real_distribution<float> share(0, 1);
    std::vector<EpochColumns> epochs(epoch_count);
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
    for (std::size_t e = 0; e < epoch_count; ++e) epochs[e].number = static_cast<std::int64_t>(e);
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
    renderer.show(series);
    Image picture(canvas);
    auto& functions = *QOpenGLContext::currentContext()->functions();
    // Both draw what compose made before: it is neither's work.
    std::vector<Frame> frames;
    const double composed = bench::seconds_of([&] { frames.push_back(steps.next()); }, repeats);
    std::size_t turn = 0;
    const auto next = [&]() -> const Frame& { return frames[turn++ % frames.size()]; };
    const double by_raster = bench::seconds_of([&] { raster(next(), picture); }, repeats);
    const std::clock_t before = std::clock();
    const double by_gl = bench::seconds_of(
        [&] {
            renderer.draw(next());
            functions.glFinish();
        },
        repeats);
    // With the one to warm up.
    const double cpu = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / (repeats + 1);
    renderer.forget();
    bench::report("frame, gl beside raster", {{"samples", count},
                                              {"width", canvas.width},
                                              {"height", canvas.height},
                                              {"compose_ms", 1000 * composed},
                                              {"raster_ms", 1000 * by_raster},
                                              {"gl_ms", 1000 * by_gl},
                                              {"gl_cpu_ms", 1000 * cpu},
                                              {"gl_over_raster", by_gl / by_raster},
                                              {"gl_renderer", gl::probe().description},
                                              {"hardware", gl::probe().hardware}});
}

/// A folder of arrays for as long as it lives, mapped as the window opens it.
class MappedClouds {
  public:
    MappedClouds(std::size_t samples, std::size_t epochs) {
        std::string name = (fs::temp_directory_path() / "epochscope-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw Error(name, "no temporary folder");
        folder_ = name;
        write_dataset({.series = clouds(samples, epochs),
                       .backgrounds = nullptr,
                       .name = "clouds",
                       .path = {},
                       .format = {},
                       .warnings = {}},
                      DatasetFormat::npy, folder_, {});
        dataset_.emplace(open_dataset(folder_));
    }
    ~MappedClouds() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    MappedClouds(const MappedClouds&) = delete;
    MappedClouds& operator=(const MappedClouds&) = delete;

    [[nodiscard]] const EpochSeries& series() const { return dataset_->series; }
    /// Nothing of it is in memory any more, as far as the system listens to advice.
    void make_cold() const {
        for (std::size_t e = 0; e < series().epoch_count(); ++e) series().release(e);
        for (const auto& file : fs::directory_iterator(folder_)) {
            const int opened = ::open(file.path().c_str(), O_RDONLY);
            ::fdatasync(opened);
            ::posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED);
            ::close(opened);
        }
    }

  private:
    fs::path folder_;
    std::optional<Dataset> dataset_;
};

/// A frame for which no one but the renderer looks at the samples.
Frame frame_at(const EpochSeries& series, double playhead) {
    ViewState view;
    const Moment moment = moment_at(playhead, series.epoch_count());
    Frame frame;
    frame.size = canvas;
    frame.points.from = series.positions(moment.from);
    frame.points.to = series.positions(moment.to);
    frame.points.t = moment.t;
    frame.points.mapping = mapping_of(view.camera, series.frame(), canvas);
    frame.points.radius = 2;
    frame.points.colour_index = frame.points.labels = series.labels();
    frame.points.palette = colours_of(series.classes());
    frame.points.confidence = series.epoch(moment.from).confidence;
    return frame;
}

/// What drawing frames costs in columns, as seen by the thread that draws.
struct Cost {
    std::vector<double> stalls_ms;
    std::uint64_t bytes = 0;
    std::uint64_t most_bytes = 0;
    std::size_t nearest_loadeds = 0;

    void draw(gl::GlRenderer& renderer, const Frame& frame, bool at_once) {
        const gl::Statistics before = renderer.statistics();
        if (!at_once) renderer.draw(frame);
        if (at_once && !renderer.draw_at_once(frame)) ++nearest_loadeds;
        QOpenGLContext::currentContext()->functions()->glFinish();
        const gl::Statistics after = renderer.statistics();
        stalls_ms.push_back(
            std::chrono::duration<double, std::milli>(after.kept_waiting - before.kept_waiting)
                .count());
        bytes += after.column_bytes - before.column_bytes;
        most_bytes = std::max(most_bytes, after.column_bytes - before.column_bytes);
    }
    void report(const std::string& name, std::size_t samples, bool cold) {
        std::sort(stalls_ms.begin(), stalls_ms.end());
        bench::report(name, {{"samples", samples},
                             {"cold_file", cold},
                             {"frames", stalls_ms.size()},
                             {"nearest_loadeds", nearest_loadeds},
                             {"median_stall_ms", stalls_ms[stalls_ms.size() / 2]},
                             {"longest_stall_ms", stalls_ms.back()},
                             {"bytes_a_frame", bytes / stalls_ms.size()},
                             {"most_bytes_a_frame", most_bytes},
                             {"gl_renderer", gl::probe().description}});
    }
};

/// Jumps to epochs that are not loaded, and plays: how long the thread that draws is held up. There
/// is room for five epochs.
void stalls(std::size_t samples) {
    constexpr std::size_t epochs = 12;
    const MappedClouds clouds(samples, epochs);
    for (const bool cold : {false, true}) {
        gl::GlRenderer renderer(5 * samples * 12 + samples);
        renderer.show(clouds.series());
        Cost play;
        for (double playhead = 0; playhead <= epochs - 1; playhead += 0.25) {
            if (cold) clouds.make_cold();
            play.draw(renderer, frame_at(clouds.series(), playhead), true);
        }
        play.report("play", samples, cold);
        for (const bool at_once : {false, true}) {
            Cost jumps;
            for (const double playhead : {1.5, 8.5, 4.5, 10.5, 2.5, 6.5, 0.5}) {
                if (cold) clouds.make_cold();
                jumps.draw(renderer, frame_at(clouds.series(), playhead), at_once);
            }
            jumps.report(at_once ? "jump, drawn at once" : "jump, waited for", samples, cold);
        }
    }
}

/// Whether so many bytes are free.
bool have_memory(std::size_t bytes) {
    const auto pages = static_cast<std::size_t>(::sysconf(_SC_AVPHYS_PAGES));
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) > bytes;
}

int measure() {
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
    QOpenGLFramebufferObject target(canvas.width, canvas.height);
    target.bind();
    gl::GlRenderer renderer;
    compare(renderer, 3000, 15);
    compare(renderer, 100000, 7);
    compare(renderer, 1000000, 1);
    stalls(1000000);
    if (have_memory(std::size_t{4} << 30U)) compare(renderer, 10000000, 1);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    try {
        epochscope::bench::bench_curve_drawing();
        return measure();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
