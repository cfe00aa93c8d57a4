#include <epochscope/opening/followed_health.h>

#include <algorithm>
#include <utility>

namespace epochscope {

FollowedHealth::Forgotten FollowedHealth::forget(const RunNews& news) {
    whole_.insert(news.appeared.begin(), news.appeared.end());
    for (const std::int64_t number : news.gone) whole_.erase(number);
    if (epochs_.empty()) return Forgotten::none;
    const std::int64_t last = epochs_.back().number;
    const bool comes_late = !news.appeared.empty() && news.appeared.front() <= last;
    std::vector<std::int64_t> changed = news.rewritten;
    changed.insert(changed.end(), news.gone.begin(), news.gone.end());
    std::erase_if(changed, [last](std::int64_t number) { return number > last; });
    if (changed.empty() && !comes_late) return Forgotten::none;
    const bool is_last_alone =
        !comes_late && news.gone.empty() && changed == std::vector<std::int64_t>{last};
    if (is_last_alone && meter_before_) {
        forget_last();
        return Forgotten::last;
    }
    meter_ = HealthMeter(threads_);
    meter_before_.reset();
    epochs_.clear();
    alerts_.clear();
    return Forgotten::all;
}

void FollowedHealth::forget_last() {
    meter_ = *std::exchange(meter_before_, std::nullopt);
    std::erase_if(alerts_, [last = epochs_.back().number](const HealthAlert& alert) {
        return alert.epoch >= last;
    });
    epochs_.pop_back();
}

void FollowedHealth::measure(const Recording& recording, const Measured& measured, const Job& job,
                             std::int64_t last) {
    std::vector<std::size_t> wanted;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        const std::int64_t number = recording.epoch(e).number;
        const bool is_new = epochs_.empty() || number > epochs_.back().number;
        if (is_new && number <= last && whole_.contains(number)) wanted.push_back(e);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i)
        take(recording, wanted[i], measured, job.part(i, wanted.size()));
}

void FollowedHealth::take(const Recording& recording, std::size_t epoch, const Measured& measured,
                          const Job& job) {
    HealthMeter meter = meter_;
    EpochHealth health = meter.measure(recording, epoch, job);
    recording.release(epoch);
    meter_before_ = std::exchange(meter_, std::move(meter));
    epochs_.push_back(std::move(health));
    const std::size_t known = alerts_.size();
    alerts_ = alerts_of(epochs_, recording.classes(), rules_);
    // Alerts of epochs before do not change.
    if (measured) measured(epochs_.back(), std::span(alerts_).subspan(known));
}

}  // namespace epochscope
