#include "analysis/faithfulness/tally.h"

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

double fraction_undefined(const Tally& all) {
    if (all.cases == 0) return 1;
    return static_cast<double>(all.cases - all.defined) / static_cast<double>(all.cases);
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    sum += other.sum;
    defined += other.defined;
    cases += other.cases;
    return *this;
}

std::optional<double> Tally::mean() const {
    if (defined == 0) return std::nullopt;
    return sum / static_cast<double>(defined);
}

MetricSummary MetricTally::figure() const {
    MetricSummary figure;
    Tally all;
    std::array<Tally, 3> thirds;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        all += epochs[e];
        thirds[3 * e / epochs.size()] += epochs[e];
        figure.per_epoch.push_back(epochs[e].mean());
    }
    figure.mean = all.mean();
    figure.undefined = fraction_undefined(all);
    if (epochs.size() >= thirds.size()) {
        figure.early = thirds[0].mean();
        figure.middle = thirds[1].mean();
        figure.late = thirds[2].mean();
    }
    const bool lacks_epochs = std::any_of(figure.per_epoch.begin(), figure.per_epoch.end(),
                                          [](const auto& value) { return !value; });
    if (lacks_epochs)
        figure.reason = reason;
    else if (!figure.early)
        figure.reason = "thirds need at least three epochs";
    return figure;
}

MetricSummary figure_of_all(const Tally& all, std::size_t epochs, const std::string& why_not,
                            const std::string& why_no_parts) {
    MetricSummary figure;
    figure.mean = all.mean();
    figure.undefined = fraction_undefined(all);
    figure.per_epoch.resize(epochs);
    figure.reason = figure.mean ? why_no_parts : why_not;
    return figure;
}

}  // namespace epochscope
