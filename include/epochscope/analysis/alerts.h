#pragma once

#include <epochscope/analysis/health.h>
#include <epochscope/model/classes.h>
#include <epochscope/model/option.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// When an epoch is worth an alert. Each rule compares an epoch with the epochs before it, and says
/// so once until the signal has been quiet for `quiet_epochs`. The rule of the loss needs three
/// epochs of history, those of rank and centres five, since they change as classes form; those of
/// accuracies ask for twice the drop before there are three.
struct AlertRules {
    /// not_finite is above this.
    double max_not_finite = 0.2;
    /// The loss is above the median of the last five by this fraction of what training had gained:
    /// the first loss, or that of chance, ln C, if it is more, less the smallest one.
    double lost_progress = 0.25;
    /// The accuracy is below the median of the last five by this.
    double accuracy_drop = 0.2;
    /// The same of the accuracy of one class.
    double class_drop = 0.35;
    /// The effective rank is below the median of the last five by this fraction of it.
    double rank_drop = 0.5;
    /// The same of the distance between centres of classes.
    double centre_drop = 0.5;
    /// The fraction of dead features is above the median of the last five by this.
    double dead_rise = 0.5;
    /// The loss rises this many epochs in a row, by `lost_progress` in all.
    std::size_t rising_epochs = 3;
};

inline constexpr std::size_t quiet_epochs = 5;

std::vector<Option> options_of(AlertRules& rules);

struct HealthAlert {
    /// The epoch's number.
    std::int64_t epoch = 0;
    /// The name of the signal, or `class_accuracy`.
    std::string signal;
    double value = 0;
    /// A sentence: "the loss rose to 2.57, after 0.0114 in the epochs before".
    std::string why;
};

/// The alerts of all epochs, by epoch. `classes` names the classes. O(epochs x classes).
std::vector<HealthAlert> alerts_of(std::span<const EpochHealth> epochs, const Classes& classes,
                                   const AlertRules& rules = {});

}  // namespace epochscope
