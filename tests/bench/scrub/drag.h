#pragma once

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace epochscope::app {
class MainWindow;
class Track;
}  // namespace epochscope::app

namespace epochscope::bench {

/// Milliseconds of the clock that the X server gives its events by.
double now_ms();

/// An application that tells when a window has been painted, down to the X server, and when events
/// came.
class WatchedApplication : public QApplication {
  public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    std::function<void()> painted;
    /// When the mouse event that is handled now was made, by the X server's clock.
    double input_ms = 0;
};

/// What a drag over the track came to.
struct DragFigures {
    std::size_t inputs = 0;
    /// Of the inputs that arrived: until a picture of it or of a later one was painted, in ms.
    std::vector<double> input_to_picture;
    /// Pictures painted, those of a playhead counted once, and how many were coarse.
    std::size_t pictures = 0;
    std::size_t coarse = 0;
    /// The longest that the event loop did not turn, in ms.
    double longest_stall = 0;
    /// Until the screen showed the last playhead exactly, in ms after the last input.
    double settled_after = 0;
    double seconds = 0;
    double processor_seconds = 0;
    /// The most that was resident of the program and of what it maps, in MB.
    double most_resident = 0;
    double most_resident_files = 0;
};

/// What the window shows: asked after each painting.
struct Screen {
    std::function<double()> playhead;
    std::function<bool()> is_coarse;
    std::function<bool()> is_settled;
};

/// Drags the handle from the first to the last epoch and half the way back, by events of the X
/// server that xdotool makes: 240 positions, one each 16 ms.
DragFigures drag(WatchedApplication& application, app::MainWindow& window, const Screen& screen);

}  // namespace epochscope::bench
