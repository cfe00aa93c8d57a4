#include <epochscope/analysis/label_proposal.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

constexpr double least_weight = 0.001;

/// The fraction of labels that an epoch predicts; 0 if it predicts nothing.
double accuracy_of(const EpochSeries& series, const Epoch& epoch) {
    std::size_t known = 0;
    std::size_t right = 0;
    const auto labels = series.labels();
    for (std::size_t i = 0; i < epoch.predictions.size(); ++i) {
        if (epoch.predictions[i] < 0 || !series.classes().is_labelled(labels[i])) continue;
        ++known;
        if (epoch.predictions[i] == labels[i]) ++right;
    }
    return known == 0 ? 0 : static_cast<double>(right) / static_cast<double>(known);
}

}  // namespace

LabelProposer::LabelProposer(EpochSeries series, const Job& job)
    : series_(std::move(series)), sums_(series_.class_count()), weighted_(series_.class_count()) {
    weights_.reserve(series_.epoch_count());
    for (std::size_t e = 0; e < series_.epoch_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(series_.epoch_count()));
        const double accuracy = accuracy_of(series_, series_.epoch(e));
        weights_.push_back(accuracy * (1 - accuracy) + least_weight);
    }
}

LabelProposal LabelProposer::of(std::size_t sample) {
    LabelProposal proposal;
    std::ranges::fill(sums_, 0.0);
    std::ranges::fill(weighted_, 0.0);
    const auto label = static_cast<std::size_t>(series_.labels()[sample]);
    const auto classes = static_cast<std::int32_t>(series_.classes().predictable_count());
    std::optional<std::int32_t> best;
    for (std::size_t e = 0; e < series_.epoch_count(); ++e) {
        const Epoch& epoch = series_.epoch(e);
        if (epoch.predictions.empty()) continue;
        const std::int32_t predicted = epoch.predictions[sample];
        // Nobody has checked the values of a mapped file.
        if (predicted < 0 || predicted >= classes) continue;
        if (proposal.predicted != predicted) proposal.since = e;
        proposal.predicted = predicted;
        const double given = epoch.confidence.empty() ? 1 : epoch.confidence[sample];
        const double confidence = given >= 0 && given <= 1 ? given : 1;
        const auto c = static_cast<std::size_t>(predicted);
        sums_[c] += confidence;
        weighted_[c] += weights_[e] * confidence;
        if (c != label && (!best || sums_[c] >= sums_[static_cast<std::size_t>(*best)]))
            best = predicted;
    }
    proposal.proposed = best;
    const double most = std::ranges::max(weighted_);
    const bool is_labelled = series_.classes().is_labelled(series_.labels()[sample]);
    if (proposal.predicted && is_labelled && weighted_[label] == most)
        proposal.proposed = static_cast<std::int32_t>(label);
    return proposal;
}

}  // namespace epochscope
