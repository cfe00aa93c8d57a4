#pragma once

#include <epochscope/export/figure.h>
#include <epochscope/export/frames.h>
#include <epochscope/io/open.h>
#include <epochscope/render/map_plot.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace epochscope::cli {

/// What `epochscope` was called with when it is to open a window.
struct WindowCall {
    /// Empty: no folder yet.
    std::string folder;
    /// What it is compared with; empty: nothing.
    std::string second = {};
    /// Whether it waits for the folder's first epoch, and follows it as it grows.
    bool waits = false;
    /// Which projection of a time-travelling-visualizer run; empty: the only one, or ask.
    std::string projection;
    /// Further choices between its contents.
    OpenOptions opening = {};
    /// "auto", "raster" or "gl".
    std::string renderer = "auto";
};

/// A file of shapes: SVG or PDF by its ending.
struct FigureFile {
    std::filesystem::path file;
    FigureSize size;
    bool with_texts = true;
    /// More samples than this are a picture in it.
    std::size_t max_discs = default_max_discs;
};

/// What needs Qt, so that the command line builds and starts without it.
struct Desktop {
    /// Goes on as the program that has what follows, called alike; returns where there is none.
    /// Empty in that program itself.
    std::function<void()> take_over;
    /// Runs the window and returns the exit code. Empty in a build without window.
    std::function<int(const WindowCall&)> open_window;
    /// Paints a frame's texts; works without any display. Empty in a build without window.
    TextPainter paint_text;
    /// Paints a still picture of a data map, at least min_map_size pixels; works without any
    /// display. Throws Error for a size that cannot be. Empty in a build without window.
    std::function<Image(const MapPlot&, Size)> paint_map;
    /// Write a figure and a data map as shapes, completely or not at all; work without any display.
    /// Throw Error. Empty in a build without window.
    std::function<void(const Figure&, const FigureFile&)> write_figure;
    std::function<void(const MapPlot&, const FigureFile&)> write_map;
    /// A sentence of the library in Chinese; as it is where it is not known. Works without any
    /// display. Empty in a build without window.
    std::function<std::string(const std::string&)> in_chinese;
};

}  // namespace epochscope::cli
