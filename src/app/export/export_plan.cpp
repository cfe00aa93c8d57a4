#include "app/export/export_plan.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/text_overlay.h"
#include "app/export/figure_svg.h"
#include "app/figure/figure_file.h"
#include "app/messages/message_words.h"
#include "app/widgets/number_words.h"

#include <epochscope/export/figure.h>
#include <epochscope/export/formats.h>
#include <epochscope/io/png.h>
#include <epochscope/model/epoch_list.h>

#include <QCoreApplication>
#include <QLocale>

#include <span>

namespace epochscope::app {

namespace {

/// The context of this file's words for translators.
class Words {
    Q_DECLARE_TR_FUNCTIONS(ExportPlan)
};

QString problem_with_ending(const std::filesystem::path& target,
                            std::span<const ExportFormat> formats) {
    if (format_of(target, formats) != nullptr) return {};
    return Words::tr("The file's name must end in %1.")
        .arg(QString::fromStdString(list_endings(formats)));
}

/// Why nothing can be written there, or an empty string.
QString problem_with_target(ExportKind kind, const std::filesystem::path& target) {
    if (target.empty()) return Words::tr("Choose the file or folder to write.");
    std::error_code ignored;
    const bool is_folder = std::filesystem::is_directory(target, ignored);
    const bool is_there = std::filesystem::exists(target, ignored);
    if (kind == ExportKind::frames)
        return is_there && !is_folder ? Words::tr("The target is a file; frames need a folder.")
                                      : QString();
    if (is_folder) return Words::tr("The target is a folder; name a file in it.");
    const auto parent = std::filesystem::absolute(target, ignored).parent_path();
    if (!std::filesystem::is_directory(parent, ignored))
        return Words::tr("The folder “%1” does not exist.")
            .arg(QString::fromStdString(parent.string()));
    if (kind == ExportKind::frame) return problem_with_ending(target, picture_formats());
    if (kind == ExportKind::page) return problem_with_ending(target, page_formats());
    return problem_with_ending(target, video_formats());
}

std::vector<std::int64_t> epochs_for(const CanvasModel& model, const ExportChoice& choice) {
    const QString list = choice.epochs.trimmed();
    if (list.isEmpty()) return {};
    return parse_epochs(list.toStdString(), model.dataset()->series);
}

std::vector<double> playheads_for(const CanvasModel& model, const ExportChoice& choice,
                                  std::span<const std::int64_t> epochs) {
    const bool is_frame = choice.kind == ExportKind::frame;
    if (is_frame && epochs.empty()) return {model.view().playhead};
    const int between = is_frame || choice.kind == ExportKind::page ? 1 : choice.between;
    return playheads_of(model.dataset()->series, epochs, between);
}

QString promise_of_page(const ExportPlan& plan) {
    const auto& filter = plan.run.view.filter;
    const std::size_t samples = filter ? filter->count() : plan.dataset->series.sample_count();
    const auto epochs = static_cast<int>(plan.run.playheads.size());
    const QString of = Words::tr("a page of %1 samples").arg(QLocale().toString(samples));
    return epochs == 1 ? Words::tr("%1 at 1 epoch").arg(of)
                       : Words::tr("%1 at %2 epochs").arg(of, QLocale().toString(epochs));
}

ViewState with_choices(ViewState view, const ExportChoice& choice) {
    view.scale = choice.scale;
    view.style.class_names = choice.with_texts && choice.with_class_names;
    view.style.class_legend = choice.with_texts && choice.with_legend;
    return view;
}

QString promise_of_frame(const ExportPlan& plan, const QString& pixels) {
    const QLocale locale;
    const QString words = is_figure_file(plan.target)
                              ? Words::tr("1 figure of %1 \u00d7 %2 mm")
                                    .arg(locale.toString(plan.size.width, 'f', 1),
                                         locale.toString(plan.size.height, 'f', 1))
                              : Words::tr("1 picture of %1").arg(pixels);
    const std::size_t count = plan.run.playheads.size();
    return count == 1 ? words
                      : Words::tr("%1 with %2 epochs side by side").arg(words, number_words(count));
}

QString promise_of(const ExportChoice& choice, const ExportPlan& plan) {
    const QLocale locale;
    const Size pixels = plan.size.pixels;
    const QString size = Words::tr("%1 \u00d7 %2").arg(pixels.width).arg(pixels.height);
    if (choice.kind == ExportKind::page) return promise_of_page(plan);
    if (choice.kind == ExportKind::frame) return promise_of_frame(plan, size);
    const std::size_t frames = plan.run.playheads.size();
    const auto count = static_cast<int>(frames);
    QString words = (count == 1 ? Words::tr("1 frame of %1")
                                : Words::tr("%1 frames of %2").arg(locale.toString(count)))
                        .arg(size);
    if (choice.kind == ExportKind::frames) return words;
    const double seconds = static_cast<double>(frames) / choice.rate;
    return Words::tr("%1, %2 s at %3 frames a second")
        .arg(words, locale.toString(seconds, 'f', 1), locale.toString(choice.rate));
}

/// Some file whose name is that of a frame.
bool has_frames(const std::filesystem::path& folder) {
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with("frame_") && name.ends_with(".png")) return true;
    }
    return false;
}

/// As shapes. Returns what differs from the preview.
QString write_shapes(const ExportPlan& plan, const Job& job) {
    const Figure figure = compose_figure(*plan.dataset, plan.run, plan.title);
    job.reached(0.5);
    write_figure(plan.target, svg_of(figure, plan.size, static_cast<bool>(plan.run.paint_text)));
    const std::size_t discs = disc_count(figure);
    if (discs <= default_max_discs) return {};
    return Words::tr("Its %1 samples are a picture in it, since they are more than %2.")
        .arg(number_words(discs), number_words(default_max_discs));
}

QString write_frame(const ExportPlan& plan, const Job& job) {
    job.reached(0);
    QString note;
    if (is_figure_file(plan.target)) {
        note = write_shapes(plan, job);
    } else {
        const Image picture = picture_of(*plan.dataset, plan.run, plan.title);
        job.reached(0.5);
        write_png(plan.target, picture);
    }
    job.reached(1);
    return note;
}

}  // namespace

bool ExportPlan::overwrites() const {
    std::error_code ignored;
    return kind == ExportKind::frames ? has_frames(target)
                                      : std::filesystem::exists(target, ignored);
}

bool ExportPlan::makes_same_page(const ExportPlan& other) const {
    const ViewState& view = run.view;
    const ViewState& others = other.run.view;
    return dataset == other.dataset && epochs == other.epochs && view.filter == others.filter &&
           view.colouring == others.colouring && view.hidden == others.hidden &&
           view.colours == others.colours && view.style == others.style;
}

ExportPlan plan_export(const CanvasModel& model, const ExportChoice& choice,
                       const std::vector<ViewState>& bookmarks) {
    ExportPlan plan;
    plan.kind = choice.kind;
    plan.dataset = model.dataset();
    plan.rate = choice.rate;
    plan.target = choice.target.trimmed().toStdString();
    if (!plan.dataset) {
        plan.problem = Words::tr("Nothing is open.");
        return plan;
    }
    try {
        plan.size = choice.paper ? size_on_paper(choice.paper->width(), choice.paper->height())
                                 : size_on_screen(choice.size, choice.scale);
        check_size(plan.size.pixels);
        const bool is_travel =
            choice.kind == ExportKind::frames || choice.kind == ExportKind::video;
        if (choice.along_bookmarks && is_travel) {
            plan.run.playheads = playheads_through(bookmarks.size(), choice.between);
            for (const ViewState& view : bookmarks)
                plan.run.stops.push_back(with_choices(view, choice));
            plan.run.view = plan.run.stops.front();
        } else {
            plan.epochs = epochs_for(model, choice);
            plan.run.playheads = playheads_for(model, choice, plan.epochs);
            plan.run.view = with_choices(model.view(), choice);
        }
        plan.run.size = plan.size.pixels;
        if (choice.kind == ExportKind::frame && choice.with_texts)
            plan.title = choice.title.trimmed().toStdString();
        if (choice.with_texts)
            plan.run.paint_text = [](PixelView picture, const Frame& frame) {
                paint_texts(picture, frame);
            };
        plan.promise = promise_of(choice, plan);
        plan.problem = problem_with_target(choice.kind, plan.target);
    } catch (const std::exception& error) {
        plan.problem = message_words(error.what());
    }
    return plan;
}

Image picture_of(const Dataset& dataset, const FrameRun& run, const std::string& title) {
    const bool is_figure = run.playheads.size() > 1 || !title.empty();
    return is_figure ? draw_figure(compose_figure(dataset, run, title), run.paint_text)
                     : render_picture(dataset, run.view_at(run.playheads.front()), run.size,
                                      run.paint_text);
}

HtmlPage make_page(const ExportPlan& plan, const Job& job) {
    return make_html(*plan.dataset, plan.run.view, plan.epochs, 0, job);
}

QString carry_out(const ExportPlan& plan, const Job& job) {
    switch (plan.kind) {
        case ExportKind::frame:
            return write_frame(plan, job);
        case ExportKind::frames:
            export_frames(*plan.dataset, plan.run, plan.target, job);
            return {};
        case ExportKind::video:
            export_video(*plan.dataset, plan.run, plan.target, plan.rate, job);
            return {};
        case ExportKind::page:
            write_html(plan.target, make_page(plan, job));
            return {};
    }
    return {};
}

}  // namespace epochscope::app
