#include "export/html_pictures.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/export/frames.h>
#include <epochscope/render/camera.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

/// Twice as many pixels as it has on most screens.
constexpr int picture_width = 520;
constexpr double screen_scale = 2;
constexpr std::size_t most_named = 24;

/// In the shape of the frame, as far as that is not extreme.
Size picture_size(const Box& frame) {
    const double shape = (double{frame.max.y} - frame.min.y) / (double{frame.max.x} - frame.min.x);
    return {picture_width,
            static_cast<int>(std::lround(picture_width * std::clamp(shape, 0.6, 1.25)))};
}

/// Samples and background alone.
ViewState plain_look(const ReportContext& context, Colour canvas) {
    const EpochSeries& series = context.series();
    ViewState view;
    view.camera = home(series.frame());
    view.scale = screen_scale;
    view.style.canvas = canvas;
    view.style.axes = view.style.epoch_number = view.style.thumbnails = false;
    view.style.point_radius = static_cast<float>(
        std::clamp(80 / std::sqrt(static_cast<double>(series.sample_count())), 1.2, 3.5));
    view.colours = canvas == dark_card ? context.dark : context.light;
    return view;
}

std::string picture_url(const ReportContext& context, std::size_t epoch, Colour canvas) {
    ViewState view = plain_look(context, canvas);
    view.playhead = static_cast<double>(epoch);
    return data_url(
        render_picture(context.dataset(), view, picture_size(context.series().frame())));
}

std::string picture_markup(const ReportContext& context, std::size_t epoch) {
    const std::string name = context.say("Epoch {}", count(context.number_of(epoch)));
    const auto& accuracy = context.report.accuracy[epoch];
    const std::string caption =
        element("b", name) + ' ' +
        (accuracy ? element("span", context.say("{} right", fixed(*accuracy, 3))) : "");
    const Size size = picture_size(context.series().frame());
    const std::string source =
        "<source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"" +
        picture_url(context, epoch, dark_card) + "\">";
    const std::string image =
        "<img src=\"" + picture_url(context, epoch, light_card) + "\" width=\"" +
        std::to_string(size.width / 2) + "\" height=\"" + std::to_string(size.height / 2) +
        "\" alt=\"" + context.say("Epoch {}", std::to_string(context.number_of(epoch))) + "\">";
    return element("figure", element("picture", source + image) + element("figcaption", caption));
}

/// The classes with most samples.
std::string legend_text(const ReportContext& context) {
    const auto samples = samples_per_class(context.series());
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), 0U);
    if (order.size() > most_named)
        std::ranges::stable_sort(order, std::ranges::greater(),
                                 [&](std::size_t c) { return samples[c]; });
    std::string items;
    for (std::size_t i = 0; i < std::min(order.size(), most_named); ++i)
        items += element("li", context.class_name(static_cast<std::int32_t>(order[i])));
    if (order.size() > most_named)
        items += element("li", context.say("{} more classes", count(order.size() - most_named)),
                         "class=\"faint\"");
    return element("ul", items, "class=\"legend\"");
}

}  // namespace

ReportSection epochs_section(const ReportContext& context, const Job& job) {
    std::string pictures;
    std::string numbers;
    std::string list;
    for (std::size_t i = 0; i < context.epochs.size(); ++i) {
        job.reached(static_cast<double>(i) / static_cast<double>(context.epochs.size()));
        const std::size_t epoch = context.epochs[i];
        pictures += picture_markup(context, epoch);
        numbers.append(i == 0 ? "" : ", ").append(count(context.number_of(epoch)));
        list.append(i == 0 ? "" : ",").append(std::to_string(context.number_of(epoch)));
        context.series().release(epoch);
    }
    return {.id = "epochs",
            .title = context.say("Epochs side by side"),
            .answer = context.say("Epochs {}", numbers),
            .body = element("p", context.say("Each dot is a sample, in the colour of its label; "
                                             "samples that the model holds alike are near each "
                                             "other, as far as the picture is faithful.")) +
                    element("div", pictures, "class=\"epochs\"") + legend_text(context),
            .verbs = {"epochscope export FOLDER --out FRAMES --epochs " + list}};
}

}  // namespace epochscope
