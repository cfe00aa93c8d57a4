#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// The learning rate at each epoch of a recording.
struct LearningRates {
    /// Finite numbers >= 0, one an epoch; empty if they are not known.
    std::vector<double> of_epochs;
    /// Where they are from: "curves.csv: learning_rate".
    std::string source;
    std::vector<std::string> warnings;
};

/// Looks for them in the curves beside a recording (see curves_beside): the one curve that is
/// called "lr" or "learning_rate", in upper or lower case, with a blank or a hyphen, or behind a
/// "/". An epoch has the last value until then, or the first value. Curves that cannot be read,
/// more than one such curve, and values that are no rate are warnings. Throws Cancelled. O(bytes of
/// the curves).
LearningRates learning_rates_of(const std::filesystem::path& folder, const Recording& recording,
                                const Job& job = {});

}  // namespace epochscope
