#include "app/session/picks.h"

#include "app/widgets/number_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Picks)
};

}  // namespace

bool same_samples(const Picks& a, const Picks& b) {
    return a == b || (a && b && std::ranges::equal(a->samples(), b->samples()));
}

Picks combined(const Picks& before, const Picks& found, PickMode mode) {
    if (mode == PickMode::replace) return found;
    if (mode == PickMode::add) return united(before, found);
    if (!before || !found) return before;
    std::vector<std::size_t> rest;
    std::ranges::copy_if(before->samples(), std::back_inserter(rest),
                         [&](std::size_t sample) { return !found->contains(sample); });
    return std::make_shared<const PickedSamples>(before->sample_count(), rest);
}

Picks samples_of_class(const EpochSeries& series, std::size_t index) {
    const auto labels = series.labels();
    std::vector<std::size_t> samples;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (static_cast<std::size_t>(labels[i]) == index) samples.push_back(i);
    return std::make_shared<const PickedSamples>(labels.size(), samples);
}

Picks samples_of_group(const Colouring& colouring, std::size_t index) {
    std::vector<std::size_t> samples;
    for (std::size_t i = 0; i < colouring.codes.size(); ++i)
        if (group_of(colouring, i) == index) samples.push_back(i);
    return std::make_shared<const PickedSamples>(colouring.codes.size(), samples);
}

ShownSamples shown_of(const EpochSeries& series, const ViewState& view,
                      const std::vector<std::size_t>& samples) {
    ShownSamples found;
    for (const std::size_t sample : samples) {
        if (view.filter && !view.filter->contains(sample)) continue;
        const auto label = static_cast<std::size_t>(series.labels()[sample]);
        if (!view.hidden.empty() && view.hidden[label]) {
            ++found.hidden_count;
        } else {
            found.shown.push_back(sample);
        }
    }
    return found;
}

ShownSamples inverse(const EpochSeries& series, const ViewState& view, const Picks& picks) {
    std::vector<std::size_t> others(series.sample_count());
    std::iota(others.begin(), others.end(), std::size_t{0});
    if (picks) std::erase_if(others, [&](std::size_t i) { return picks->contains(i); });
    return shown_of(series, view, others);
}

QString with_left_out(const QString& words, std::size_t left_out) {
    if (left_out == 0) return words;
    return Words::tr("%1; left out, since their classes are hidden: %2")
        .arg(words, number_words(left_out));
}

QString picked_words(std::size_t picked, std::size_t left_out) {
    return with_left_out(Words::tr("Picked: %1").arg(number_words(picked)), left_out);
}

}  // namespace epochscope::app
