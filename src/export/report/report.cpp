#include "export/html_text.h"
#include "export/json_value.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

constexpr std::size_t usual_epochs = 5;

std::vector<std::size_t> shown_epochs(const EpochSeries& series,
                                      const std::vector<std::int64_t>& numbers) {
    if (numbers.size() > max_report_epochs)
        throw Error("epochs", "are ", numbers.size(), ", expected at most ", max_report_epochs,
                    " side by side");
    std::vector<std::size_t> epochs;
    for (const std::int64_t number : numbers) epochs.push_back(epoch_index(series, number));
    if (!numbers.empty()) return epochs;
    const std::size_t last = series.epoch_count() - 1;
    for (std::size_t i = 0; i < usual_epochs; ++i)
        epochs.push_back((2 * i * last + usual_epochs - 1) / (2 * (usual_epochs - 1)));
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    return epochs;
}

ReportContext context_of(const RunReport& report, const ReportOptions& options) {
    const std::vector<Colour> colours = colours_of(report.dataset->series.classes());
    return {.report = report,
            .options = options,
            .say = ReportWords(options.language),
            .light = colours_on(light_card, colours),
            .dark = colours_on(dark_card, colours),
            .epochs = shown_epochs(report.dataset->series, options.epochs)};
}

std::string outline_markup(const std::vector<ReportSection>& sections) {
    std::string items;
    for (const ReportSection& section : sections) {
        const std::string link =
            element("a", element("small", section.title) + element("span", section.answer),
                    "href=\"#" + std::string(section.id) + '"');
        items += element("li", link, section.is_alarming ? "class=\"alarming\"" : "");
    }
    return element("ol", items);
}

std::string section_markup(const ReportContext& context, const ReportSection& section) {
    std::string verbs;
    for (const std::string& verb : section.verbs)
        verbs.append(verbs.empty() ? "" : ", ").append(element("code", escaped(verb)));
    return element(
        "section",
        element("h2", section.title) +
            element("p", section.answer,
                    section.is_alarming ? "class=\"answer alarming\"" : "class=\"answer\"") +
            section.body +
            element("p", context.say("These numbers are given by {}", verbs), "class=\"from\""),
        "id=\"" + std::string(section.id) + '"');
}

std::vector<ReportSection> sections_of(const ReportContext& context, const Job& job) {
    return {run_section(context),          curves_section(context),    epochs_section(context, job),
            faithfulness_section(context), health_section(context),    confusion_section(context),
            suspects_section(context),     prototypes_section(context)};
}

}  // namespace

std::string ReportContext::class_name(std::int32_t c) const {
    const auto index = static_cast<std::size_t>(c);
    const auto dot = [](const char* theme, Colour colour) {
        return "<circle class=\"" + std::string(theme) + "\" cx=\"5\" cy=\"5\" r=\"5\" fill=\"" +
               text_of({colour.r, colour.g, colour.b}) + "\"/>";
    };
    const std::string dots = element("svg", dot("light", light[index]) + dot("dark", dark[index]),
                                     "viewBox=\"0 0 10 10\" class=\"swatch\" aria-hidden=\"true\"");
    return element("span", dots + isolated(series().classes().names[index], 60), "class=\"class\"");
}

std::string ReportContext::sentence(const std::string& english) const {
    const std::string said = options.translated ? options.translated(english) : english;
    const bool is_english = said == english && options.language != ReportLanguage::en;
    return is_english ? element("span", escaped(english), "lang=\"en\"") : escaped(said);
}

std::string ReportContext::reason(Absence absence, const std::string& fault) const {
    switch (absence) {
        case Absence::no_recording:
            return say(
                "It takes the recording of the run: the folder is none, and names none that "
                "is there.");
        case Absence::takes_long:
            return say(
                "It takes more than some tens of seconds; epochscope report --measure-all "
                "does it.");
        case Absence::fault:
            break;
    }
    return sentence(fault);
}

HtmlPage make_report(const RunReport& report, const ReportOptions& options, const Job& job) {
    const ReportContext context = context_of(report, options);
    const std::vector<ReportSection> sections = sections_of(context, job);
    // Lost data would have become zeros.
    if (const auto what = context.series().fault()) throw Error(*what);
    const auto part = [&](std::string_view name) -> std::string {
        if (name == "language") return std::string(context.say.code());
        if (name == "title") return escaped(context.dataset().name);
        if (name == "name") return isolated(context.dataset().name);
        if (name == "kind") return context.say("What happened in this run");
        if (name == "outline") return outline_markup(sections);
        if (name == "made")
            return context.say(
                "Made by Epochscope. This file works without a "
                "network, and needs no scripts.");
        std::string all;
        for (const ReportSection& section : sections) all += section_markup(context, section);
        return all;
    };
    HtmlPage page{.text = page_from("report.html", part),
                  .sample_count = context.series().sample_count(),
                  .epoch_count = context.epochs.size()};
    job.reached(1);
    return page;
}

}  // namespace epochscope
