#include "export/html_pictures.h"
#include "export/html_text.h"
#include "export/html_values.h"
#include "export/json_value.h"

#include <epochscope/export/html.h>
#include <epochscope/io/output_file.h>
#include <epochscope/model/column.h>
#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/backgrounds.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/contrast.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t max_places = 24'000'000;
/// The canvas of each theme, as resources/web/page.css has them.
constexpr Colour light_canvas{255, 255, 255};
constexpr Colour dark_canvas{0x1b, 0x1d, 0x21};

/// CSS, without the alpha.
std::string hex_of(Colour colour) { return text_of({colour.r, colour.g, colour.b}); }

Json hex_of(const std::vector<Colour>& colours) {
    Json all = Json::array();
    for (const Colour colour : colours) all.push_back(hex_of(colour));
    return all;
}

std::vector<std::size_t> epochs_of(const EpochSeries& series,
                                   std::span<const std::int64_t> numbers) {
    std::vector<std::size_t> epochs(numbers.empty() ? series.epoch_count() : 0);
    std::iota(epochs.begin(), epochs.end(), 0);
    for (const std::int64_t number : numbers) epochs.push_back(epoch_index(series, number));
    std::ranges::sort(epochs);
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    return epochs;
}

HtmlChoice choice_of(const Dataset& dataset, const ViewState& view,
                     std::span<const std::int64_t> epochs) {
    const EpochSeries& series = dataset.series;
    HtmlChoice choice{{}, epochs_of(series, epochs)};
    for (std::size_t i = 0; i < series.sample_count(); ++i)
        if (!view.filter || view.filter->contains(i)) choice.samples.push_back(i);
    if (choice.samples.empty()) throw Error("page", "the filter leaves no sample to show");
    if (choice.samples.size() > max_places / choice.epochs.size())
        throw Error("page", choice.samples.size(), " samples at ", choice.epochs.size(),
                    " epochs are too many for a page, expected at most ", max_places,
                    " places: choose fewer epochs, or fewer samples");
    return choice;
}

/// The view with the colours of a theme.
ViewState themed(ViewState view, Colour canvas, const Classes& classes) {
    view.colours = colours_on(canvas, colours_in(view, classes));
    view.style.canvas = canvas;
    return view;
}

Json classes_of(const Classes& classes, const ViewState& light, const ViewState& dark) {
    Json all = Json::array();
    for (std::size_t c = 0; c < classes.names.size(); ++c)
        all.push_back({{"name", classes.names[c]},
                       {"light", hex_of(light.colours[c])},
                       {"dark", hex_of(dark.colours[c])},
                       {"hidden", c < light.hidden.size() && light.hidden[c]}});
    return all;
}

std::string words_of(double value, ColourUnit unit) {
    if (unit == ColourUnit::date) return date_words(static_cast<std::int64_t>(value));
    std::array<char, 32> words{};
    const bool is_share = unit == ColourUnit::share;
    std::snprintf(words.data(), words.size(), is_share ? "%.3g %%" : "%.4g",
                  is_share ? 100 * value : value);
    return words.data();
}

/// What colours samples: its title, and the names of categories or the ends of a range.
Json groups_of(const Dataset& dataset, const ViewState& view) {
    Json groups{{"title", ""}, {"ofColours", false}, {"names", Json::array()}, {"range", nullptr}};
    if (view.style.colour_by == ColourBy::preserved && dataset.preserved) {
        groups["title"] = "Neighbours kept";
        groups["range"] = {"0 %", "100 %"};
    }
    if (view.style.colour_by != ColourBy::column || !view.colouring) return groups;
    const Colouring& colouring = *view.colouring;
    groups["title"] = colouring.title;
    groups["ofColours"] = colouring.is_categorical();
    groups["names"] = colouring.names;
    if (!colouring.is_categorical())
        groups["range"] = {words_of(colouring.min, colouring.unit),
                           words_of(colouring.max, colouring.unit)};
    else if (!colouring.missing_name.empty())
        groups["names"].push_back(colouring.missing_name);
    return groups;
}

/// The colours of samples in a theme; of categories, also that of samples without a value.
Json palette_of(const Dataset& dataset, const ViewState& view, const Json& groups) {
    const Frame frame = compose(dataset.series, view, {1, 1}, {}, 1, dataset.preserved.get());
    std::vector<Colour> colours = frame.points.palette;
    if (groups["names"].size() > colours.size()) colours.push_back(no_class_colour);
    return hex_of(colours);
}

/// The playhead among the epochs of the page.
double playhead_of(const ViewState& view, const EpochSeries& series, const HtmlChoice& choice) {
    const Moment moment = moment_at(view.playhead, series.epoch_count());
    if (choice.epochs.size() == series.epoch_count())
        return static_cast<double>(moment.from) + static_cast<double>(moment.t);
    const auto at = std::ranges::lower_bound(choice.epochs, moment.from);
    const auto index = static_cast<std::size_t>(at - choice.epochs.begin());
    return static_cast<double>(std::min(index, choice.epochs.size() - 1));
}

/// The first selected sample among those of the page; -1 if there is none.
std::int64_t selected_of(const ViewState& view, const HtmlChoice& choice) {
    for (const std::size_t sample : view.selection) {
        const auto at = std::ranges::lower_bound(choice.samples, sample);
        if (at != choice.samples.end() && *at == sample) return at - choice.samples.begin();
    }
    return -1;
}

Json numbers_of(const EpochSeries& series, const HtmlChoice& choice) {
    Json numbers = Json::array();
    for (const std::size_t e : choice.epochs) numbers.push_back(series.epoch(e).number);
    return numbers;
}

/// What the page says of the dataset as a whole.
Json head_of(const Dataset& dataset, const ViewState& view, const HtmlChoice& choice) {
    const EpochSeries& series = dataset.series;
    const Classes& classes = series.classes();
    const ViewState light = themed(view, light_canvas, classes);
    const ViewState dark = themed(view, dark_canvas, classes);
    const Box frame = series.frame();
    Json page;
    page["name"] = dataset.name;
    page["samples"] = choice.samples.size();
    page["epochs"] = numbers_of(series, choice);
    page["frame"] = {frame.min.x, frame.min.y, frame.max.x, frame.max.y};
    page["equal"] = view.camera.equal_axes;
    page["camera"] = {
        {"x", view.camera.centre.x}, {"y", view.camera.centre.y}, {"zoom", view.camera.zoom}};
    page["playhead"] = playhead_of(view, series, choice);
    page["selected"] = selected_of(view, choice);
    page["style"] = {{"radius", view.style.point_radius},
                     {"fade", view.style.opacity_by_confidence},
                     {"wrong", view.style.ring_wrong},
                     {"dark", view.style.canvas == dark_canvas}};
    page["classes"] = classes_of(classes, light, dark);
    page["unlabelled"] = classes.unlabelled.value_or(-1);
    page["groups"] = groups_of(dataset, view);
    page["palette"] = {{"light", palette_of(dataset, light, page["groups"])},
                       {"dark", palette_of(dataset, dark, page["groups"])}};
    return page;
}

/// JSON that ends no script element. Bytes that are no UTF-8 become U+FFFD.
std::string script_text(const Json& page) {
    const std::string json = page.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string text;
    text.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            text += "\\u003c";
        else
            text += c;
    }
    return text;
}

std::string page_text(const Dataset& dataset, const Json& page) {
    return page_from("page.html", [&](std::string_view name) {
        return name == "title" ? escaped(dataset.name) : script_text(page);
    });
}

}  // namespace

HtmlPage make_html(const Dataset& dataset, const ViewState& view,
                   std::span<const std::int64_t> epochs, int threads, const Job& job) {
    const HtmlChoice choice = choice_of(dataset, view, epochs);
    HtmlPage made{
        .text = {}, .sample_count = choice.samples.size(), .epoch_count = choice.epochs.size()};
    Json page = head_of(dataset, view, choice);
    add_values(dataset, view, choice, page, made.notes, job.part(0, 0.3));
    add_texts(dataset, choice, page, made.notes);
    add_sample_pictures(dataset, choice, page, made.notes, job.part(0.3, 0.6));
    add_backgrounds(dataset, themed(view, light_canvas, dataset.series.classes()), choice, threads,
                    page, made.notes, job.part(0.6, 0.95));
    // Lost data would have become zeros.
    if (const auto what = dataset.series.fault()) throw Error(*what);
    made.text = page_text(dataset, page);
    job.reached(1);
    return made;
}

void write_html(const std::filesystem::path& file, const HtmlPage& page) {
    OutputFile output(file);
    output.write(page.text);
    output.finish();
}

}  // namespace epochscope
