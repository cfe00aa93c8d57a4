#pragma once

#include <epochscope/export/figure.h>
#include <epochscope/export/frames.h>
#include <epochscope/export/html.h>

#include <QSizeF>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::app {

class CanvasModel;

enum class ExportKind { frame, frames, video, page };

/// The choices of the dialog.
struct ExportChoice {
    ExportKind kind = ExportKind::frame;
    /// In pixels, unless it is on paper.
    Size size;
    /// In millimetres; nothing: it is in pixels.
    std::optional<QSizeF> paper;
    /// Device pixels a logical pixel in the picture.
    double scale = 1;
    /// As parse_epochs takes them; empty: all, or for a frame the one that is shown. Several of a
    /// frame are side by side.
    QString epochs;
    /// Frames from each epoch to the next.
    int between = 1;
    /// From each bookmark to the next in place of epochs.
    bool along_bookmarks = false;
    /// Frames a second.
    double rate = 30;
    bool with_texts = true;
    /// Texts too; they need `with_texts`.
    bool with_class_names = false;
    bool with_legend = false;
    /// Above a frame; empty: none.
    QString title;
    /// A file, or for frames a folder.
    QString target;
};

/// What will be exported, with the dataset and view of the moment it was planned, or why not.
struct ExportPlan {
    ExportKind kind = ExportKind::frame;
    std::shared_ptr<const Dataset> dataset;
    /// Of a frame: what is side by side.
    FrameRun run;
    FigureSize size;
    std::string title;
    /// The epochs of a page, by number; empty: all.
    std::vector<std::int64_t> epochs;
    double rate = 30;
    std::filesystem::path target;
    /// Why it cannot be exported; empty if it can.
    QString problem;
    /// What will be written: "77 frames of 1280 x 800".
    QString promise;

    /// Whether it would overwrite an existing file.
    [[nodiscard]] bool overwrites() const;
    /// Whether it makes the same page, as far as that takes long to make.
    [[nodiscard]] bool makes_same_page(const ExportPlan& other) const;
};

/// Checks a choice; never throws. `bookmarks` are views of the model's dataset.
ExportPlan plan_export(const CanvasModel& model, const ExportChoice& choice,
                       const std::vector<ViewState>& bookmarks = {});

/// One picture of the moments of a run: side by side, if there are several. Throws Error.
Image picture_of(const Dataset& dataset, const FrameRun& run, const std::string& title);

/// The page of a plan. Throws Error, Cancelled.
HtmlPage make_page(const ExportPlan& plan, const Job& job);

/// Exports it, on any thread. Returns a sentence on what differs from the preview, or an empty one.
/// Throws Error, Cancelled.
QString carry_out(const ExportPlan& plan, const Job& job);

}  // namespace epochscope::app
