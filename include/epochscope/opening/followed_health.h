#pragma once

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/opening/followed_run.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace epochscope {

/// The health of a run that may go on: each epoch is measured once, and again only where it was
/// written again.
class FollowedHealth {
  public:
    /// 0 threads: all.
    explicit FollowedHealth(AlertRules rules = {}, int threads = 0)
        : rules_(rules), threads_(threads), meter_(threads) {}

    /// Which epochs are to be measured again.
    enum class Forgotten : std::uint8_t { none, last, all };
    /// Takes what a look at the run found. Forgets the last epoch, if that alone was written again,
    /// or else all, if what was measured is not so any more.
    Forgotten forget(const RunNews& news);

    /// Called after each epoch with the alerts that it raised.
    using Measured = std::function<void(const EpochHealth&, std::span<const HealthAlert>)>;
    /// Measures the whole epochs of the recording that were not measured yet, up to the number
    /// `last`. Throws Cancelled.
    void measure(const Recording& recording, const Measured& measured = {}, const Job& job = {},
                 std::int64_t last = std::numeric_limits<std::int64_t>::max());

    [[nodiscard]] const std::vector<EpochHealth>& epochs() const { return epochs_; }
    [[nodiscard]] const std::vector<HealthAlert>& alerts() const { return alerts_; }

  private:
    void forget_last();
    void take(const Recording& recording, std::size_t epoch, const Measured& measured,
              const Job& job);

    AlertRules rules_;
    int threads_;
    /// The numbers of the epochs that are whole.
    std::set<std::int64_t> whole_;
    HealthMeter meter_;
    /// As it was before the last epoch; nothing if that was forgotten.
    std::optional<HealthMeter> meter_before_;
    std::vector<EpochHealth> epochs_;
    std::vector<HealthAlert> alerts_;
};

}  // namespace epochscope
