#include <epochscope/analysis/label_proposal.h>

#include <algorithm>
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
    : series_(std::move(series)), shares_(series_.class_count()) {
    weights_.reserve(series_.epoch_count());
    for (std::size_t e = 0; e < series_.epoch_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(series_.epoch_count()));
        const double accuracy = accuracy_of(series_, series_.epoch(e));
        weights_.push_back(accuracy * (1 - accuracy) + least_weight);
    }
}

LabelProposal LabelProposer::of(std::size_t sample) {
    LabelProposal proposal;
    std::ranges::fill(shares_, 0.0);
    const auto classes = static_cast<std::int32_t>(series_.classes().predictable_count());
    for (std::size_t e = 0; e < series_.epoch_count(); ++e) {
        const Epoch& epoch = series_.epoch(e);
        if (epoch.predictions.empty()) continue;
        const std::int32_t predicted = epoch.predictions[sample];
        // Nobody has checked the values of a mapped file.
        if (predicted < 0 || predicted >= classes) continue;
        if (proposal.predicted != predicted) proposal.since = e;
        proposal.predicted = predicted;
        const double confidence = epoch.confidence.empty() ? 1 : epoch.confidence[sample];
        const bool is_known = confidence >= 0 && confidence <= 1;
        double& share = shares_[static_cast<std::size_t>(predicted)];
        share += weights_[e] * (is_known ? confidence : 1);
        if (!proposal.proposed || share >= shares_[static_cast<std::size_t>(*proposal.proposed)])
            proposal.proposed = predicted;
    }
    return proposal;
}

}  // namespace epochscope
