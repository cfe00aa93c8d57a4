// In the real window on a real display: how long a folder's first picture takes (`open`), and a
// hand that drags the playhead over all epochs of large sets (those named, such as 1000000x20);
// beside it the way the window used to draw: each frame exactly, where events are handled.
// `follow FOLDER` is the window of follow_times.py.
#include "../bench.h"
#include "app/canvas/text_overlay.h"
#include "app/session/session.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "drag.h"
#include "folder.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <QElapsedTimer>
#include <QPainter>
#include <QSettings>
#include <QSocketNotifier>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWindow>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace epochscope;
using bench::DragFigures;
using bench::Screen;
using bench::WatchedApplication;

/// Draws each frame when it is painted.
class Synchronous : public QWidget {
  public:
    explicit Synchronous(app::Session& session) : session_(session) {
        setAttribute(Qt::WA_OpaquePaintEvent);
        connect(&session, &app::Session::playhead_changed, this, [this] { update(); });
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Size size{width(), height()};
        const Frame frame = compose(session_.dataset()->series, session_.view(), size);
        if (image_.size() != this->size()) image_ = QImage(this->size(), QImage::Format_RGBX8888);
        raster(frame,
               {size, std::span(image_.bits(), static_cast<std::size_t>(image_.sizeInBytes()))});
        QPainter painter(this);
        painter.drawImage(0, 0, image_);
        app::paint_texts(painter, frame);
    }

  private:
    app::Session& session_;
    QImage image_;
};

void wait_for(const std::function<bool()>& ready) {
    QTimer turn;
    turn.start(5);
    while (!ready()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// The share of values below which the share lies.
double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

nlohmann::ordered_json told(const DragFigures& figures) {
    const auto pictures = static_cast<double>(std::max<std::size_t>(figures.pictures, 1));
    return {{"inputs", figures.inputs},
            {"pictures", figures.pictures},
            {"dropped", figures.inputs - std::min(figures.inputs, figures.pictures)},
            {"share_coarse", static_cast<double>(figures.coarse) / pictures},
            {"input_to_picture_ms_median", percentile(figures.input_to_picture, 0.5)},
            {"input_to_picture_ms_95th_percentile", percentile(figures.input_to_picture, 0.95)},
            {"longest_stall_ms", figures.longest_stall},
            {"exact_ms_after_last_input", figures.settled_after},
            {"seconds", figures.seconds},
            {"processor_seconds", figures.processor_seconds},
            {"resident_megabytes_most", figures.most_resident},
            {"resident_megabytes_of_files_most", figures.most_resident_files}};
}

struct Case {
    app::Renderer renderer;
    bool synchronous;
};

/// As at a first start, but the folder opens at its first epoch and does not play.
void clear_settings() {
    QSettings().clear();
    app::Settings().set_opens_at_first_epoch(true);
}

void scrub(WatchedApplication& application, const QString& folder, Case which) {
    clear_settings();
    app::MainWindow window(which.renderer);
    window.resize(1500, 940);
    window.show();
    window.open(folder);
    app::Session& session = window.session();
    wait_for([&] { return session.dataset() && window.canvas().isVisible(); });
    app::Canvas& canvas = window.canvas();
    Screen screen{[&] { return canvas.playhead_seen(); }, [&] { return canvas.is_coarse(); },
                  [&] { return canvas.is_settled(); }};
    if (which.synchronous) {
        auto* stack = qobject_cast<QStackedWidget*>(canvas.parentWidget());
        stack->setCurrentIndex(stack->addWidget(new Synchronous(session)));
        screen = {[&] { return session.playhead(); }, [] { return false; }, [] { return true; }};
    }
    wait_for([&] { return screen.is_settled(); });
    // What is computed once for a folder is not what is measured.
    QTimer::singleShot(1500, &application, [&application] { application.input_ms = -1; });
    wait_for([&] { return application.input_ms == -1; });
    const DragFigures figures = drag(application, window, screen);
    const EpochSeries& series = session.dataset()->series;
    const bool gl = which.renderer == app::Renderer::gl;
    nlohmann::ordered_json line{
        {"samples", series.sample_count()},
        {"epochs", series.epoch_count()},
        {"renderer", gl ? "gl" : "raster"},
        {"drawn", which.synchronous ? "on the GUI thread" : "as the window does"},
        {"canvas_width", canvas.parentWidget()->width()},
        {"canvas_height", canvas.parentWidget()->height()}};
    if (gl) line["gl_renderer"] = gl::probe().description;
    line.update(told(figures));
    bench::report("scrub", line);
}

/// Milliseconds until a folder's first picture is on the screen, all samples or some.
struct FirstPicture {
    /// From before the window was made, as one waits who starts the program with a folder.
    double of_window = 0;
    /// From asking a window that is there.
    double of_folder = 0;
};

FirstPicture first_picture(const QString& folder) {
    clear_settings();
    QElapsedTimer since;
    since.start();
    app::MainWindow window(app::Renderer::raster);
    window.resize(1500, 940);
    window.show();
    wait_for([&] { return window.windowHandle() && window.windowHandle()->isExposed(); });
    const double asked = static_cast<double>(since.nsecsElapsed()) * 1e-6;
    window.open(folder);
    const app::Canvas& canvas = window.canvas();
    wait_for(
        [&] { return window.session().dataset() && (canvas.is_coarse() || canvas.is_settled()); });
    const double shown = static_cast<double>(since.nsecsElapsed()) * 1e-6;
    return {shown, shown - asked};
}

/// Opening a large folder beside a small one, in turns.
void open_beside(const QString& small, const QString& large) {
    constexpr int turns = 7;
    std::vector<double> figures[4];
    for (int turn = 0; turn <= turns; ++turn) {
        const FirstPicture less = first_picture(small);
        const FirstPicture more = first_picture(large);
        if (turn == 0) continue;  // the files come into memory, and what is made once is made
        figures[0].push_back(less.of_window);
        figures[1].push_back(more.of_window);
        figures[2].push_back(less.of_folder);
        figures[3].push_back(more.of_folder);
    }
    const auto middle = [&](int of) { return percentile(figures[of], 0.5); };
    bench::report("first_picture", {{"small", "1000x10"},
                                    {"large", "1000000x100"},
                                    {"small_from_start_ms", middle(0)},
                                    {"large_from_start_ms", middle(1)},
                                    {"ratio_from_start", middle(1) / middle(0)},
                                    {"small_from_asking_ms", middle(2)},
                                    {"large_from_asking_ms", middle(3)},
                                    {"ratio_from_asking", middle(3) / middle(2)}});
}

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Shows a folder that grows, until standard input ends. Prints of each epoch that comes when its
/// picture was on the screen, by the clock that Python calls monotonic, and the longest that the
/// event loop did not turn since the line before.
void follow(WatchedApplication& application, const QString& folder) {
    clear_settings();
    app::MainWindow window(app::Renderer::raster);
    window.resize(1500, 940);
    window.show();
    window.open(folder);
    app::Session& session = window.session();
    wait_for([&] { return session.dataset() && window.canvas().is_settled(); });
    const auto last_epoch = [&] { return session.dataset()->series.epoch_count() - 1; };
    session.set_playhead(static_cast<double>(last_epoch()));
    double turned = seconds_now();
    double longest = 0;
    std::size_t shown = 0;
    QTimer turn;
    turn.callOnTimeout([&] {
        const double now = seconds_now();
        longest = std::max(longest, now - turned);
        turned = now;
        const std::size_t last = last_epoch();
        if (last == shown || !window.canvas().is_settled() ||
            window.canvas().playhead_seen() != static_cast<double>(last))
            return;
        shown = last;
        std::cout << nlohmann::ordered_json{{"epoch", session.dataset()->series.epoch(last).number},
                                            {"at", now},
                                            {"longest_stall_s", std::exchange(longest, 0)}}
                  << std::endl;
    });
    turn.start(1);
    QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QApplication::quit);
    QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home;
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(variable, home.path().toUtf8());
    WatchedApplication application(argc, argv);
    QApplication::setOrganizationName("Epochscope bench");
    if (QGuiApplication::platformName() != "xcb" ||
        QStandardPaths::findExecutable("xdotool").isEmpty()) {
        std::cerr << "[skipped] needs an X display and xdotool\n";
        return 0;
    }
    if (argc == 3 && std::string_view(argv[1]) == "follow") {
        follow(application, QString::fromLocal8Bit(argv[2]));
        return 0;
    }
    const auto is_wanted = [&](std::string_view name) {
        return argc == 1 || std::find(argv + 1, argv + argc, name) != argv + argc;
    };
    if (is_wanted("open")) {
        const bench::Folder folder;
        bench::write_clouds(folder.path() / "small", 1'000, 10);
        bench::write_clouds(folder.path() / "large", 1'000'000, 100);
        open_beside(QString::fromStdString((folder.path() / "small").string()),
                    QString::fromStdString((folder.path() / "large").string()));
    }
    struct Set {
        std::size_t samples;
        std::size_t epochs;
        std::vector<Case> cases;
    };
    const Case window{app::Renderer::raster, false};
    const Case before{app::Renderer::raster, true};
    const Case gl{app::Renderer::gl, false};
    const std::vector<Set> sets{{1'000'000, 20, {window, before, gl}},
                                {5'000'000, 8, {window, before}},
                                {1'000'000, 100, {window}}};
    for (const Set& set : sets) {
        const std::string name = std::to_string(set.samples) + 'x' + std::to_string(set.epochs);
        if (!is_wanted(name)) continue;
        const bench::Folder folder;
        bench::write_clouds(folder.path() / "clouds", set.samples, set.epochs);
        for (const Case which : set.cases)
            if (which.renderer == app::Renderer::raster || gl::probe().usable)
                scrub(application, QString::fromStdString((folder.path() / "clouds").string()),
                      which);
    }
}
