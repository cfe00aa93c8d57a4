#pragma once

class QDockWidget;
class QMainWindow;
class QWidget;

namespace epochscope::app {

/// What the docks hold; the docks become their parents.
struct DockContents {
    QWidget* classes;
    QWidget* sample;
    QWidget* table;
    QWidget* review;
    QWidget* histograms;
    QWidget* curves;
    QWidget* events;
    QWidget* prototypes;
    QWidget* bookmarks;
};

/// The docks of the main window.
struct WindowDocks {
    QDockWidget* classes = nullptr;
    QDockWidget* sample = nullptr;
    QDockWidget* table = nullptr;
    QDockWidget* review = nullptr;
    QDockWidget* histograms = nullptr;
    QDockWidget* curves = nullptr;
    QDockWidget* events = nullptr;
    QDockWidget* prototypes = nullptr;
    QDockWidget* bookmarks = nullptr;
};

/// Makes the docks, each with its page of the manual. All but classes and sample are hidden.
WindowDocks add_docks(QMainWindow& window, const DockContents& contents);

}  // namespace epochscope::app
