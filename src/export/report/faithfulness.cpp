#include "export/report/markup.h"
#include "export/report/sections.h"

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

struct Explained {
    std::string_view name;
    Phrase meaning;
};

/// In the order of Metric.
constexpr std::array<Explained, metric_count> metrics{{
    {"nn_pv",
     "Of a sample's nearest neighbours in feature space, the share that are its nearest in "
     "the picture."},
    {"boundary_pv",
     "The same of the nearest points on the decision boundaries of the model's head."},
    {"rec_pv",
     "The share of samples that the head decides as before when they are taken from the "
     "picture back to feature space."},
    {"temp_pv",
     "Does a sample move in the picture when its neighbours change? Less is better, down "
     "to -1."},
    {"temp_l",
     "Of the epochs at which a sample was most like now, the share that are nearest in "
     "the picture."},
    {"temp_g_tau",
     "Are epochs as far from each other in the picture, in order, as in feature "
     "space? Kendall's tau."},
    {"temp_g_rho", "The same by Spearman's rho."},
    {"step_agreement", "Do the samples that move far in feature space move far in the picture?"},
    {"trustworthiness", "Are samples that are shown near each other near in feature space?"},
    {"continuity", "Are samples that are near in feature space shown near each other?"},
    {"cross_nn",
     "Of the samples of another epoch that are nearest in feature space, the share that are "
     "nearest in the picture. The same place then means the same at both epochs."},
    {"travel",
     "How far samples travel in the picture, for its size, against feature space. 1 is true; less "
     "hides motion, more invents it."},
    {"spread",
     "How far apart samples are, against the last epoch. True is what the features have."},
}};

constexpr std::array<Explained, 6> held{{
    {"picture", "This picture"},
    {"features", "Features themselves"},
    {"random_places", "Random places"},
    {"random_walk", "Random walk"},
    {"pca", "One PCA"},
    {"shuffled_epochs", "Epochs shuffled"},
}};

constexpr int decimals = 3;

std::string metric_cell(const ReportContext& context, const Explained& metric) {
    return element("code", metric.name) + element("small", context.say(metric.meaning));
}

std::string title_of(const ReportContext& context, std::string_view scores) {
    const auto found = std::ranges::find(held, scores, &Explained::name);
    return found == held.end() ? std::string(scores) : context.say(found->meaning);
}

/// Why there is no mean, a line a metric.
std::string undefined_text(const ReportContext& context, const RunScores& picture) {
    std::string items;
    for (std::size_t m = 0; m < metric_count; ++m)
        if (const MetricSummary& figure = picture.figures[m]; !figure.mean)
            items += element(
                "li", element("code", metrics[m].name) + ' ' +
                          context.say("is not defined: {}", context.sentence(figure.reason)));
    return items.empty() ? "" : element("ul", items, "class=\"note\"");
}

std::string measured_text(const ReportContext& context, const RunFaithfulness& found) {
    const ReportWords& say = context.say;
    std::vector<std::string> titles{say("Metric")};
    for (const RunScores& scores : found.scores) titles.push_back(title_of(context, scores.name));
    TableMarkup table(titles, 1);
    TableMarkup parts({say("Metric"), say("Early"), say("Middle"), say("Late")}, 1);
    for (std::size_t m = 0; m < metric_count; ++m) {
        std::vector<std::string> cells{metric_cell(context, metrics[m])};
        for (const RunScores& scores : found.scores)
            cells.push_back(fixed(scores.figures[m].mean, decimals));
        table.add(cells);
        const MetricSummary& figure = found.scores.front().figures[m];
        parts.add({element("code", metrics[m].name), fixed(figure.early, decimals),
                   fixed(figure.middle, decimals), fixed(figure.late, decimals)});
    }
    return element(
               "p",
               say("Means over {} neighbours, samples and epochs. A picture is worth something "
                   "where it is above what knows nothing: random places, a random walk, and its "
                   "own epochs in another order. Nothing exceeds the features themselves. More is "
                   "better, except for temp_pv, travel and spread.",
                   count(found.neighbours))) +
           table.text() + undefined_text(context, found.scores.front()) +
           folded(say("In the thirds of the run"), parts.text());
}

/// What was stored with the folder: at the epochs that are shown, without controls.
std::string stored_text(const ReportContext& context, const Trust& trust) {
    const ReportWords& say = context.say;
    std::vector<std::string> titles{say("Metric")};
    for (const std::size_t epoch : context.epochs)
        titles.push_back(say("Epoch {}", count(context.number_of(epoch))));
    TableMarkup table(titles, 1);
    for (const Explained& metric : metrics) {
        const TrustCurve* const curve = trust.curve(metric.name);
        if (curve == nullptr) continue;
        std::vector<std::string> cells{metric_cell(context, metric)};
        for (const std::size_t epoch : context.epochs)
            cells.push_back(fixed(curve->values[epoch], decimals));
        table.add(cells);
    }
    return element("p", say("These figures were measured before and are stored with the folder; "
                            "controls are not.")) +
           table.text();
}

/// The last epoch at which a stored metric is known.
std::string stored_answer(const ReportContext& context, const Trust& trust) {
    const TrustCurve* const curve = trust.curve(name_of(Metric::nn_pv));
    if (curve != nullptr)
        for (std::size_t e = curve->values.size(); e-- > 0;)
            if (curve->values[e])
                return context.say("Neighbours kept {} at epoch {} · stored, without controls",
                                   fixed(*curve->values[e], decimals), count(context.number_of(e)));
    return context.say("Stored with the folder, without controls");
}

std::string measured_answer(const ReportContext& context, const RunFaithfulness& found) {
    const auto mean = [&](std::string_view scores, Metric metric) {
        const auto entry = std::ranges::find(found.scores, scores, &RunScores::name);
        return entry == found.scores.end()
                   ? "\u2013"
                   : fixed(entry->figures[static_cast<std::size_t>(metric)].mean, decimals);
    };
    return context.say("Neighbours kept {} (random places {}) · trustworthiness {} ({})",
                       mean("picture", Metric::nn_pv), mean("random_places", Metric::nn_pv),
                       mean("picture", Metric::trustworthiness),
                       mean("random_places", Metric::trustworthiness));
}

}  // namespace

ReportSection faithfulness_section(const ReportContext& context) {
    ReportSection section{.id = "faithfulness",
                          .title = context.say("How far the picture can be trusted"),
                          .answer = context.say("Not measured"),
                          .body = {},
                          .verbs = {"epochscope metrics RECORDING FOLDER"}};
    const Finding<RunFaithfulness>& measured = context.report.faithfulness;
    const Trust* const stored = context.dataset().trust.get();
    if (measured.value) {
        section.answer = measured_answer(context, *measured.value);
        section.body = measured_text(context, *measured.value);
        return section;
    }
    section.body =
        element("p", context.say("Not measured with controls.") + ' ' + context.reason(measured));
    if (stored == nullptr) return section;
    section.answer = stored_answer(context, *stored);
    section.body += stored_text(context, *stored);
    return section;
}

}  // namespace epochscope
