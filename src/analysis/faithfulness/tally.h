#pragma once

#include <epochscope/analysis/faithfulness.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The sum of a metric over the cases of an epoch (or of all) in which it is defined.
struct Tally {
    double sum = 0;
    std::size_t defined = 0;
    std::size_t cases = 0;

    void add(std::optional<double> value) {
        ++cases;
        if (!value) return;
        ++defined;
        sum += *value;
    }
    Tally& operator+=(const Tally& other);
    [[nodiscard]] std::optional<double> mean() const;
};

/// A metric in progress.
struct MetricTally {
    explicit MetricTally(std::size_t count = 0) : epochs(count) {}

    /// One an epoch.
    std::vector<Tally> epochs;
    /// Why it is undefined somewhere: the first reason given.
    std::string reason;

    void explain(const std::string& why) {
        if (reason.empty()) reason = why;
    }
    [[nodiscard]] MetricSummary figure() const;
};

/// The summary of a metric over all epochs together.
MetricSummary figure_of_all(const Tally& all, std::size_t epochs, const std::string& why_not,
                            const std::string& why_no_parts);

}  // namespace epochscope
