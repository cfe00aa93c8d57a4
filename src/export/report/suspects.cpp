#include "export/html_pictures.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/model/error.h>
#include <epochscope/model/metadata.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

constexpr int picture_side = 128;
constexpr int smallest_smooth = 48;
constexpr std::size_t longest_text = 280;
constexpr std::size_t longest_id = 60;

/// In the order of MapPreset.
constexpr std::array<Phrase, map_preset_count> preset_words{{
    "probably mislabelled (hard to learn)",
    "ambiguous",
    "easy to learn",
    "forgotten at least once",
    "never learnt",
}};

const Column* column_of(const Dataset& dataset, std::string_view name) {
    return dataset.metadata ? dataset.metadata->find(name) : nullptr;
}

/// The picture of a sample; empty if there is none, or it cannot be read.
std::string picture_of(const Dataset& dataset, std::size_t sample) {
    if (!dataset.thumbnails) return {};
    try {
        if (!dataset.thumbnails->has(sample)) return {};
        const Image picture = reduced(dataset.thumbnails->load(sample), picture_side);
        const bool is_tiny = std::max(picture.size.width, picture.size.height) < smallest_smooth;
        return "<img src=\"" + data_url(picture) + "\" alt=\"\"" +
               (is_tiny ? " class=\"tiny\"" : "") + ">";
    } catch (const Error&) {
        return {};
    }
}

/// "3 → 8", or that the label may stand.
std::string labels_text(const ReportContext& context, const Suspect& suspect) {
    const std::int32_t label = context.series().labels()[suspect.sample];
    const auto& proposed = suspect.proposal.proposed;
    const std::string given = context.class_name(label);
    if (!proposed) return given;
    if (*proposed == label) return given + ' ' + element("small", context.say("may be right"));
    return given + " → " + context.class_name(*proposed);
}

std::string suspect_card(const ReportContext& context, const Suspect& suspect) {
    const Dataset& dataset = context.dataset();
    const Column* const ids = column_of(dataset, "id");
    const std::string id = ids == nullptr ? std::string() : ids->words(suspect.sample);
    const std::string name =
        id.empty() ? context.say("sample {}", count(suspect.sample)) : isolated(id, longest_id);
    const Column* const texts = column_of(dataset, "text");
    const std::string text = texts == nullptr ? std::string() : texts->words(suspect.sample);
    std::string facts =
        element("p", labels_text(context, suspect), "class=\"labels\"") +
        element("p", name + " · " + context.say("suspicion {}", fixed(suspect.suspicion, 3)),
                "class=\"faint\"");
    if (!text.empty()) facts += element("blockquote", isolated(text, longest_text));
    return element("li", picture_of(dataset, suspect.sample) + element("div", facts));
}

std::string presets_text(const ReportContext& context, const RunSignals& signals) {
    TableMarkup table({context.say("Samples to look at"), context.say("Samples")}, 1);
    for (std::size_t p = 0; p < map_preset_count; ++p)
        table.add({context.say(preset_words[p]), count(signals.presets[p])});
    return table.text();
}

std::string list_text(const ReportContext& context, const RunSignals& signals) {
    if (signals.suspects.empty())
        return element("p", context.say("No sample has more that speaks for a wrong label than "
                                        "against it."));
    std::string cards;
    for (const Suspect& suspect : signals.suspects) cards += suspect_card(context, suspect);
    return element("p", context.say("The most suspicious first: label → the label that the "
                                    "predictions propose. Suspicion weighs at which epochs the "
                                    "model was sure of another class; above 0.5 more speaks for a "
                                    "wrong label than against it. Look before you change one.")) +
           element("ul", cards, "class=\"suspects\"");
}

}  // namespace

ReportSection suspects_section(const ReportContext& context) {
    const Finding<RunSignals>& found = context.report.dynamics;
    ReportSection section{.id = "suspects",
                          .title = context.say("Samples most likely mislabelled"),
                          .answer = context.say("Not known"),
                          .body = {},
                          .verbs = {"epochscope datamap FOLDER --json"}};
    if (!found.value) {
        section.body = element("p", context.say("The training signals of the samples are not "
                                                "known.") +
                                        ' ' + context.reason(found));
        return section;
    }
    const RunSignals& signals = *found.value;
    section.answer = context.say("Probably mislabelled: {} · shown: {}",
                                 count(signals.presets.front()), count(signals.suspects.size()));
    section.body = list_text(context, signals) + presets_text(context, signals);
    if (signals.is_estimated)
        section.body +=
            element("p",
                    context.say("Where predictions are wrong, the probability of the label is "
                                "estimated: the logits are not known."),
                    "class=\"note\"");
    return section;
}

}  // namespace epochscope
