#pragma once

#include "app/tasks/coalescing_worker.h"
#include "app/tasks/post.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>

namespace epochscope::app {

/// Answers requests on a thread of its own, of those that wait only the newest. Answers arrive on
/// the GUI thread, where all members are called.
template <typename Request, typename Answer>
class Query {
  public:
    /// Runs on the query's thread. It should throw Cancelled soon after `stop` is requested.
    using Find = std::function<Answer(const Request& request, const std::stop_token& stop)>;
    /// Runs on the GUI thread.
    using Take = std::function<void(const Request& request, Answer answer)>;

    Query(Find find, Take take)
        : find_(std::move(find)),
          take_(std::move(take)),
          worker_([this](const Numbered& asked, const std::stop_token& stop) {
              answer(asked, stop);
              return std::nullopt;
          }) {}

    void ask(Request request) { worker_.request({std::move(request), ++asked_}); }
    /// No answer arrives to what was asked so far.
    void cancel() {
        worker_.cancel();
        answered_ = ++asked_;
    }
    /// Whether the answer to the newest request has arrived.
    [[nodiscard]] bool is_settled() const { return answered_ == asked_; }

  private:
    struct Numbered {
        Request request;
        std::uint64_t number = 0;
    };

    void answer(const Numbered& asked, const std::stop_token& stop) {
        post(&receiver_, [this, asked, found = find_(asked.request, stop)]() mutable {
            if (asked.number <= answered_) return;
            answered_ = asked.number;
            take_(asked.request, std::move(found));
        });
    }

    const Find find_;
    const Take take_;
    std::uint64_t asked_ = 0;
    std::uint64_t answered_ = 0;
    QObject receiver_;
    // Last: it ends before what it uses.
    CoalescingWorker<Numbered> worker_;
};

}  // namespace epochscope::app
