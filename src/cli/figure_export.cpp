#include "cli/figure_export.h"

#include "cli/values.h"

#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <sstream>

namespace epochscope::cli {

namespace {

constexpr double usual_font_size = 8;
/// The height of a figure of which only the width is said.
constexpr double usual_height = 0.75;
constexpr std::string_view units_expected =
    "expected pixels as in 1280x800, or millimetres or inches as in 85mm, 85x60mm or 3.3in x 3in";

/// A length as it is written: "85", "85mm".
struct Length {
    double number = 0;
    std::string_view unit;
};

std::string without_blanks(std::string_view text) {
    std::string rest(text);
    std::erase(rest, ' ');
    return rest;
}

std::optional<Length> length_in(std::string_view text) {
    Length length;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), length.number);
    if (problem != std::errc()) return std::nullopt;
    length.unit = text.substr(static_cast<std::size_t>(end - text.data()));
    const bool is_known = length.unit.empty() || length.unit == "mm" || length.unit == "in";
    return is_known ? std::optional(length) : std::nullopt;
}

double millimetres(const Length& length, std::string_view other_unit) {
    const std::string_view unit = length.unit.empty() ? other_unit : length.unit;
    return unit == "in" ? length.number * millimetres_an_inch : length.number;
}

FigureSize paper_size(const std::string& size) {
    const std::string text = without_blanks(size);
    const std::size_t cross = std::min(text.find('x'), text.size());
    const auto width = length_in(std::string_view(text).substr(0, cross));
    const auto height = cross == text.size() ? std::optional(Length{})
                                             : length_in(std::string_view(text).substr(cross + 1));
    if (!width || !height)
        throw CallError("--size: \"" + size + "\" is no size, " + std::string(units_expected));
    const double across = millimetres(*width, height->unit);
    return size_on_paper(
        across, cross == text.size() ? usual_height * across : millimetres(*height, width->unit));
}

/// "frame.svg, 85 x 63.75 mm".
std::string words_of(const std::string& file, const FigureSize& size) {
    std::ostringstream words;
    words << file << ", " << size.width << " x " << size.height << " mm";
    return words.str();
}

std::string option_of(const FigureTarget& target) {
    return "--" + std::string(target.ending.substr(1));
}

void check_ending(const FigureTarget& target) {
    const ExportFormat format{target.ending, {}};
    cli::check_ending(option_of(target), target.file, {&format, 1});
}

/// Density is no shape.
void say_what_is_a_picture(const Figure& figure, std::size_t max_discs, const Stage& stage) {
    const bool has_density = std::ranges::any_of(
        figure.parts, [](const FigurePart& part) { return part.frame.density.has_value(); });
    if (has_density)
        stage.say("the density of the samples is a picture in the figure (--points points: discs)");
    else
        say_picture_of_samples(disc_count(figure), max_discs, stage);
}

}  // namespace

void check_ending(const std::string& option, const std::string& file,
                  std::span<const ExportFormat> formats) {
    if (file.empty() || format_of(file, formats) != nullptr) return;
    throw CallError(option + ": " + file + " ends in \"" +
                    std::filesystem::path(file).extension().string() + "\", expected " +
                    list_endings(formats));
}

double FigureCall::scale_on_paper() const {
    return scale_of_letters(font_size.value_or(usual_font_size));
}

Option svg_option(FigureTarget& target) {
    return {.id = "svg",
            .value = &target.file,
            .help =
                "Write a figure as SVG: letters as text, samples as shapes, backgrounds as "
                "embedded pictures.",
            .unit = "FILE",
            .is_written = true};
}

Option pdf_option(FigureTarget& target) {
    return {.id = "pdf",
            .value = &target.file,
            .help = "The same as PDF.",
            .unit = "FILE",
            .is_written = true};
}

Option max_discs_option(std::size_t& count) {
    return {.id = "max-discs",
            .value = &count,
            .help =
                "Up to this many samples of an SVG or a PDF are shapes; more are a picture in "
                "it.",
            .range = {0, 300'000}};
}

std::vector<Option> figure_options(FigureCall& call) {
    return {
        svg_option(call.svg),
        pdf_option(call.pdf),
        {.id = "png",
         .value = &call.png.file,
         .help = "The same figure in pixels.",
         .unit = "FILE",
         .is_written = true},
        {.id = "grid",
         .value = &call.grid,
         .help = "Epochs side by side in one figure. Otherwise it shows the epoch of --epochs, or "
                 "the last one.",
         .unit = "1,5,10,20"},
        {.id = "title", .value = &call.title, .help = "A title above the figure.", .unit = "TEXT"},
        {.id = "font-size",
         .value = &call.font_size,
         .help = "Height of letters in points, if --size is in millimetres or inches; samples and "
                 "lines grow with them. Default: 8.",
         .range = {2, 72},
         .unit = "PT"},
        max_discs_option(call.max_discs),
    };
}

bool is_on_paper(std::string_view size) {
    return size.find("mm") != std::string_view::npos || size.find("in") != std::string_view::npos;
}

FigureSize parse_figure_size(const std::string& size, double scale) {
    if (!is_on_paper(size)) return size_on_screen(parse_size(size), scale);
    try {
        return paper_size(size);
    } catch (const Error& error) {
        // "size: is ..."
        throw CallError(std::string("--") + error.what());
    }
}

void check_shapes(const FigureTarget& target, bool can_write) {
    check_ending(target);
    if (target.file.empty() || can_write) return;
    throw CallError(option_of(target) +
                    ": shapes are written by epochscope-desktop, expected beside epochscope, which "
                    "is missing (a build with EPOCHSCOPE_APP=OFF has none); pictures in pixels "
                    "work");
}

void check_figure(const FigureCall& call, const std::string& size, const Stage& stage) {
    check_shapes(call.svg, static_cast<bool>(stage.desktop.write_figure));
    check_shapes(call.pdf, static_cast<bool>(stage.desktop.write_figure));
    check_ending(call.png);
    if (!call.is_wanted() && !call.grid.empty())
        throw CallError("--grid: is of a figure, expected --svg, --pdf or --png");
    if (!call.is_wanted() && !call.title.empty())
        throw CallError("--title: is of a figure, expected --svg, --pdf or --png");
    if (call.font_size && !is_on_paper(size))
        throw CallError(
            "--font-size: needs a size in millimetres or inches, expected --size as in "
            "85mm; --scale is for pixels");
}

void say_picture_of_samples(std::size_t samples, std::size_t max_discs, const Stage& stage) {
    if (samples > max_discs)
        stage.say("the " + std::to_string(samples) +
                  " samples are a picture in the figure, for they are more than " +
                  std::to_string(max_discs) + " (--max-discs)");
}

void write_figures(const FigureCall& call, const Dataset& dataset, const FrameRun& run,
                   const FigureSize& size, const Stage& stage) {
    const Figure figure = compose_figure(dataset, run, call.title);
    for (const FigureTarget* target : {&call.svg, &call.pdf}) {
        if (target->file.empty()) continue;
        stage.desktop.write_figure(figure, {.file = target->file,
                                            .size = size,
                                            .with_texts = static_cast<bool>(run.paint_text),
                                            .max_discs = call.max_discs});
        stage.say(words_of(target->file, size));
    }
    if (call.has_shapes()) say_what_is_a_picture(figure, call.max_discs, stage);
    if (call.png.file.empty()) return;
    write_png(call.png.file, draw_figure(figure, run.paint_text, run.threads));
    stage.say(call.png.file + ", " + std::to_string(figure.size.width) + " x " +
              std::to_string(figure.size.height) + " pixels");
}

}  // namespace epochscope::cli
