#include "app/health/health_watcher.h"

#include "app/session/session.h"
#include "app/tasks/spare_threads.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace epochscope::app {
namespace {

/// Features and logits in all. Of larger recordings they are read only on request.
constexpr std::size_t max_unasked = 250'000'000;

std::size_t values_of(const Recording& recording) {
    return recording.sample_count() * recording.epoch_count() *
           (recording.dimension() + recording.class_count());
}

bool is_among(const std::vector<HealthAlert>& told, const HealthAlert& alert) {
    return std::ranges::any_of(told, [&alert](const HealthAlert& one) {
        return one.epoch == alert.epoch && one.signal == alert.signal;
    });
}

}  // namespace

std::size_t FoundHealth::epoch_of(const HealthAlert& alert) const {
    const auto numbers = dataset->series.epochs();
    const auto found = std::ranges::lower_bound(numbers, alert.epoch, {}, &Epoch::number);
    return std::min(static_cast<std::size_t>(found - numbers.begin()), numbers.size() - 1);
}

std::vector<std::size_t> FoundHealth::alert_counts() const {
    std::vector<std::size_t> counts(dataset->series.epoch_count());
    for (const HealthAlert& alert : alerts) ++counts[epoch_of(alert)];
    return counts;
}

HealthWatcher::HealthWatcher(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_([this](auto outcome) { take(std::move(outcome)); }) {
    connect(&session, &Session::dataset_changed, this, &HealthWatcher::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &HealthWatcher::follow_epochs);
}

void HealthWatcher::follow_dataset() {
    task_.drop();
    found_ = nullptr;
    obstacle_.clear();
    told_.reset();
    is_asked_ = false;
    is_put_off_ = false;
    is_behind_ = false;
    if (session_.dataset()) start();
    emit changed();
}

/// What is under way goes on to its end, so that epochs which come faster do not keep it from one.
void HealthWatcher::follow_epochs() {
    if (is_working())
        is_behind_ = true;
    else if (!is_put_off_)
        start();
}

void HealthWatcher::request() {
    is_asked_ = true;
    if (is_put_off_ && !is_working()) start();
}

void HealthWatcher::start() {
    is_behind_ = false;
    is_put_off_ = false;
    // What was measured once goes on, however large the run has become.
    const bool is_asked = is_asked_ || found_ != nullptr;
    task_.start([this, dataset = session_.dataset(), is_asked](const Job& job) {
        return measure(dataset, is_asked, job);
    });
}

void HealthWatcher::take(Outcome<Measured> outcome) {
    if (outcome.result) {
        found_ = std::move(outcome.result->health);
        obstacle_ = std::move(outcome.result->obstacle);
        is_put_off_ = outcome.result->is_put_off;
    } else {
        obstacle_ = tr("The health cannot be measured: %1").arg(outcome.problem);
    }
    if (is_behind_ || (is_put_off_ && is_asked_)) start();
    emit changed();
    if (found_) raise_new();
}

void HealthWatcher::raise_new() {
    const bool is_first = !told_;
    if (is_first) told_.emplace();
    std::vector<HealthAlert> fresh;
    std::ranges::remove_copy_if(found_->alerts, std::back_inserter(fresh),
                                [this](const HealthAlert& a) { return is_among(*told_, a); });
    told_->insert(told_->end(), fresh.begin(), fresh.end());
    if (!is_first && !fresh.empty()) emit raised(fresh);
}

void HealthWatcher::remember(const std::string& path, const Dataset& dataset) {
    if (memory_.run && memory_.path == path && memory_.settings == dataset.recording_settings)
        return;
    OpenOptions options = recording_options(dataset);
    options.heads.is_wanted = false;
    memory_ = {path, dataset.recording_settings, FollowedRun(path, options),
               FollowedHealth({}, spare_threads())};
}

HealthWatcher::Measured HealthWatcher::measure(const std::shared_ptr<const Dataset>& dataset,
                                               bool is_asked, const Job& job) {
    const std::string path = recording_behind(*dataset);
    if (path.empty())
        return {nullptr,
                tr("The health is not known: the folder names no recording that is there.")};
    remember(path, *dataset);
    FollowedHealth& health = memory_.health;
    // What the folder shows was whole before: twice the same is whole.
    RunNews news = memory_.run->look(job.stop);
    health.forget(news);
    news = memory_.run->look(job.stop);
    health.forget(news);
    if (!news.run) throw Error(path, news.fault);
    const Recording& recording = news.run->recording;
    if (!std::ranges::equal(recording.labels(), dataset->series.labels()))
        return {nullptr, tr("The health is not known: the recording holds other samples.")};
    if (!is_asked && values_of(recording) > max_unasked) return {nullptr, {}, true};
    health.measure(recording, {}, job, dataset->series.epochs().back().number);
    // What was cut off while it was read came as zeros.
    if (const auto fault = recording.fault()) {
        memory_ = Memory();
        throw Error(*fault);
    }
    return {
        std::make_shared<const FoundHealth>(FoundHealth{dataset, health.epochs(), health.alerts()}),
        {}};
}

}  // namespace epochscope::app
