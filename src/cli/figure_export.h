#pragma once

#include "cli/verb.h"

#include <epochscope/export/figure.h>
#include <epochscope/export/formats.h>
#include <epochscope/export/frames.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/option.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// A file that a figure is written to, and the option that names it.
struct FigureTarget {
    std::string_view ending;
    std::string file = {};
};

/// What a call says of figures.
struct FigureCall {
    FigureTarget svg{".svg"};
    FigureTarget pdf{".pdf"};
    FigureTarget png{".png"};
    /// Epochs side by side; empty: one.
    std::string grid;
    std::string title;
    /// In points; nothing: 8.
    std::optional<double> font_size;
    std::size_t max_discs = default_max_discs;

    [[nodiscard]] bool has_shapes() const { return !svg.file.empty() || !pdf.file.empty(); }
    [[nodiscard]] bool is_wanted() const { return has_shapes() || !png.file.empty(); }
    /// Device pixels a logical pixel on paper.
    [[nodiscard]] double scale_on_paper() const;
};

/// Throws CallError if the file of an option is named and has none of the formats' endings.
void check_ending(const std::string& option, const std::string& file,
                  std::span<const ExportFormat> formats);

std::vector<Option> figure_options(FigureCall& call);
Option svg_option(FigureTarget& target);
Option pdf_option(FigureTarget& target);
Option max_discs_option(std::size_t& count);

/// Whether a size is in millimetres or inches.
bool is_on_paper(std::string_view size);
/// `85mm`, `3.3in x 3in`, or pixels of a screen as parse_size has them, `scale` a logical one. A
/// width alone is four thirds of the height. Throws CallError.
FigureSize parse_figure_size(const std::string& size, double scale);

/// Checks the names of files of shapes, and that someone can write them. Throws CallError.
void check_shapes(const FigureTarget& target, bool can_write);
/// Checks everything that does not need the dataset. Throws CallError.
void check_figure(const FigureCall& call, const std::string& size, const Stage& stage);

/// Says that so many samples are not shapes, if they are more than the limit.
void say_picture_of_samples(std::size_t samples, std::size_t max_discs, const Stage& stage);

/// Writes the playheads of a run side by side to the files of the call.
void write_figures(const FigureCall& call, const Dataset& dataset, const FrameRun& run,
                   const FigureSize& size, const Stage& stage);

}  // namespace epochscope::cli
