#include "drag.h"

#include "app/session/session.h"
#include "app/timeline/track.h"
#include "app/window/main_window.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string>

namespace epochscope::bench {

namespace {

constexpr int positions = 240;
constexpr int milliseconds_a_position = 16;

/// Where the hand is, as a share of the track: there, and half the way back.
double place_at(int position) {
    const double way = 1.5 * position / (positions - 1);
    return way <= 1 ? way : 2 - way;
}

/// What xdotool does: press at the first place, then a move each 16 ms, and let go.
QStringList commands(const app::Track& track, double last_epoch) {
    const auto move = [&](int position) {
        const double x =
            track.x_at(0) + place_at(position) * (track.x_at(last_epoch) - track.x_at(0));
        const QPoint at =
            track.mapToGlobal(QPoint(static_cast<int>(std::lround(x)), track.height() / 2));
        return QStringList{"mousemove", QString::number(at.x()), QString::number(at.y())};
    };
    QStringList words = move(0) << "sleep"
                                << "0.3"
                                << "mousedown"
                                << "1";
    for (int i = 1; i < positions; ++i)
        words << "sleep" << QString::number(milliseconds_a_position / 1000.0) << move(i);
    return words << "sleep"
                 << "0.5"
                 << "mouseup"
                 << "1";
}

/// What a drag does to the window.
class Recorder {
  public:
    Recorder(WatchedApplication& application, app::Session& session, const Screen& screen)
        : application_(application), session_(session), screen_(screen) {}

    void input() { inputs_.push_back({application_.input_ms, session_.playhead(), {}}); }
    void painted();
    void beat();
    [[nodiscard]] DragFigures figures() const;
    [[nodiscard]] double last_input() const {
        return inputs_.empty() ? now_ms() : inputs_.back().made;
    }

  private:
    struct Input {
        double made;
        double playhead;
        std::optional<double> seen;
    };
    void note_memory();

    WatchedApplication& application_;
    app::Session& session_;
    const Screen& screen_;
    std::vector<Input> inputs_;
    double last_playhead_ = -1;
    double last_beat_ = now_ms();
    double last_note_ = 0;
    DragFigures figures_;
};

void Recorder::painted() {
    const double playhead = screen_.playhead();
    if (screen_.is_settled()) figures_.settled_after = now_ms() - last_input();
    if (playhead == last_playhead_) return;
    last_playhead_ = playhead;
    ++figures_.pictures;
    figures_.coarse += screen_.is_coarse() ? 1 : 0;
    // The newest input that this is a picture of, and all before it.
    for (auto last = inputs_.rbegin(); last != inputs_.rend(); ++last) {
        if (last->playhead != playhead) continue;
        for (; last != inputs_.rend() && !last->seen; ++last) last->seen = now_ms();
        return;
    }
}

void Recorder::beat() {
    const double now = now_ms();
    figures_.longest_stall = std::max(figures_.longest_stall, now - last_beat_);
    if (now - last_note_ > 50) note_memory();
    last_beat_ = now_ms();
}

void Recorder::note_memory() {
    std::ifstream file("/proc/self/status");
    double all = 0;
    double mapped = 0;
    for (std::string line; std::getline(file, line);) {
        const auto value = [&] { return std::stod(line.substr(line.find(':') + 1)) * 1024 / 1e6; };
        if (line.starts_with("VmRSS:")) all = value();
        if (line.starts_with("RssFile:")) mapped = value();
    }
    figures_.most_resident = std::max(figures_.most_resident, all);
    figures_.most_resident_files = std::max(figures_.most_resident_files, mapped);
    last_note_ = now_ms();
}

DragFigures Recorder::figures() const {
    DragFigures figures = figures_;
    figures.inputs = positions;
    for (const Input& input : inputs_)
        if (input.seen) figures.input_to_picture.push_back(*input.seen - input.made);
    return figures;
}

}  // namespace

double now_ms() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::MouseMove || type == QEvent::MouseButtonPress) {
        // The server's clock has 32 bits.
        const auto server =
            static_cast<std::uint32_t>(static_cast<QMouseEvent*>(event)->timestamp());
        const double now = now_ms();
        const auto age = static_cast<std::uint32_t>(static_cast<std::uint64_t>(now)) - server;
        input_ms = now - age;
    }
    const bool done = QApplication::notify(receiver, event);
    if (type == QEvent::UpdateRequest && painted) painted();
    return done;
}

DragFigures drag(WatchedApplication& application, app::MainWindow& window, const Screen& screen) {
    const auto& track = *window.findChild<app::Track*>();
    app::Session& session = window.session();
    const auto last = static_cast<double>(session.dataset()->series.epoch_count() - 1);
    Recorder recorder(application, session, screen);
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, [&] { recorder.beat(); });
    const auto inputs =
        QObject::connect(&session, &app::Session::playhead_changed, [&] { recorder.input(); });
    application.painted = [&] { recorder.painted(); };
    QProcess hand;
    QEventLoop loop;
    QObject::connect(&hand, &QProcess::finished, &loop, &QEventLoop::quit);
    hand.start("xdotool", commands(track, last));
    if (!hand.waitForStarted()) throw std::runtime_error("xdotool does not start");
    heart.start(1);
    recorder.beat();
    const std::clock_t processor = std::clock();
    const double start = now_ms();
    loop.exec();
    DragFigures figures = recorder.figures();
    figures.seconds = (now_ms() - start) / 1e3;
    figures.processor_seconds = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    QObject::disconnect(inputs);
    application.painted = {};
    return figures;
}

}  // namespace epochscope::bench
