#pragma once

#include "app/tasks/query.h"

#include <epochscope/model/error.h>
#include <epochscope/model/job.h>

#include <QObject>
#include <QString>

#include <cmath>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace epochscope::app {

/// What went wrong, for the user.
QString problem_of(const std::exception& error);

/// How a task ended: with a result, with a problem, or cancelled.
template <typename Result>
struct Outcome {
    std::optional<Result> result;
    QString problem;

    [[nodiscard]] bool is_cancelled() const { return !result && problem.isEmpty(); }
};

/// One long piece of work at a time, on a thread of its own, with progress and outcome on the GUI
/// thread, where all members are called.
template <typename Result>
class Task {
  public:
    /// Runs on the task's thread. What it throws becomes the outcome.
    using Work = std::function<Result(const Job& job)>;

    /// `ended` is called once for each start that is not dropped, `progressed` with the fraction
    /// done, 0..1.
    explicit Task(std::function<void(Outcome<Result> outcome)> ended,
                  std::function<void(double fraction)> progressed = {})
        : progressed_(std::move(progressed)),
          query_([this](const Run& run, const std::stop_token& stop) { return outcome(run, stop); },
                 [ended = std::move(ended)](const Run&, Outcome<Result> outcome) {
                     ended(std::move(outcome));
                 }) {}

    /// Drops what runs. The new work begins as soon as that has stopped.
    void start(Work work) {
        drop();
        stop_ = std::stop_source();
        query_.ask({std::move(work), stop_});
    }
    /// Stops the work soon; then it ends as cancelled.
    void cancel() { stop_.request_stop(); }
    /// Stops the work soon; nothing more is called for it.
    void drop() { query_.cancel(); }
    [[nodiscard]] bool is_running() const { return !query_.is_settled(); }

  private:
    struct Run {
        Work work;
        std::stop_source stop;
    };

    Outcome<Result> outcome(const Run& run, const std::stop_token& dropped) {
        const std::stop_callback stopping(dropped, [stop = run.stop] { stop.request_stop(); });
        Job job{.progress = {}, .stop = run.stop.get_token()};
        // Whole thousandths: a long run must not flood the GUI thread.
        if (progressed_)
            job.progress = [this, stop = run.stop, last = -1.0](double fraction) mutable {
                const double rounded = std::floor(fraction * 1000) / 1000;
                if (rounded <= last) return;
                last = rounded;
                post(&receiver_, [this, stop, rounded] {
                    if (is_running() && stop == stop_) progressed_(rounded);
                });
            };
        try {
            return {run.work(job), {}};
        } catch (const Cancelled&) {
            return {};
        } catch (const std::exception& error) {
            return {std::nullopt, problem_of(error)};
        }
    }

    const std::function<void(double)> progressed_;
    /// Of the newest start.
    std::stop_source stop_;
    QObject receiver_;
    // Last: it ends before what it uses.
    Query<Run, Outcome<Result>> query_;
};

}  // namespace epochscope::app
