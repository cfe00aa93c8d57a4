#include "app/session/background_cache.h"

#include "app/messages/message_words.h"
#include "app/tasks/post.h"

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

/// How many pictures are decoded ahead of the playhead.
constexpr std::size_t max_ahead = 8;

}  // namespace

BackgroundCache::BackgroundCache(std::size_t budget, QObject* parent)
    : QObject(parent),
      budget_(budget),
      cache_(
          budget, [](const Picture& picture) { return picture ? picture->rgba.size() : 0; },
          [this](std::size_t index, const QString& problem) {
              if (!problem.isEmpty()) {
                  emit failed(problem);
              } else if (index == moment_.from || index == moment_.to) {
                  emit decoded();
              }
          }) {}

void BackgroundCache::set_source(std::shared_ptr<const BackgroundSource> source,
                                 std::size_t epoch_count, std::size_t steps, std::size_t kept) {
    const bool goes_on = kept > 0 && source_ && source && steps == steps_;
    source_ = std::move(source);
    is_oriented_ = is_oriented_ && goes_on;
    steps_ = steps;
    count_ = epoch_count == 0 ? 0 : (epoch_count - 1) * steps + 1;
    playhead_ = 0;
    is_backwards_ = false;
    if (!source_) return cache_.set_source(nullptr);
    cache_.set_source(
        [this, from = source_, was_asked = is_oriented_](std::size_t index) mutable {
            if (!std::exchange(was_asked, true)) find_orientation(from);
            return std::make_shared<const Image>(from->load(index));
        },
        goes_on ? (kept - 1) * steps + 1 : 0);
}

void BackgroundCache::find_orientation(const std::shared_ptr<const BackgroundSource>& source) {
    post(this, [this, source, found = source->orientation()] {
        if (source != source_) return;
        is_oriented_ = true;
        if (found.origin) emit oriented(*found.origin);
        if (!found.problem.empty()) emit failed(message_words(found.problem));
    });
}

BackgroundPair BackgroundCache::around(double playhead) {
    if (!source_ || count_ == 0) return {};
    playhead *= static_cast<double>(steps_);
    if (playhead != playhead_) is_backwards_ = playhead < playhead_;
    playhead_ = playhead;
    moment_ = moment_at(playhead, count_);
    std::vector<std::size_t> missing;
    BackgroundPair pair;
    pair.from = find(moment_.from, missing);
    pair.to = find(moment_.to, missing);
    if (steps_ > 1) pair.t = moment_.t;
    look_ahead(moment_, missing);
    cache_.request(std::move(missing), {moment_.from, moment_.to});
    return is_oriented_ ? pair : BackgroundPair{};
}

BackgroundCache::Picture BackgroundCache::find(std::size_t index,
                                               std::vector<std::size_t>& missing) {
    if (const auto held = cache_.find(index)) return *held;
    if (source_->has(index)) missing.push_back(index);
    return nullptr;
}

/// Only as many as the budget holds besides the two in use, or it would evict what it just got.
void BackgroundCache::look_ahead(const Moment& moment, std::vector<std::size_t>& missing) {
    if (cache_.largest() == 0) return;
    const std::size_t room = budget_ / cache_.largest();
    const std::size_t ahead = room > 2 ? std::min(room - 2, max_ahead) : 0;
    for (std::size_t i = 1; i <= ahead; ++i) {
        if (is_backwards_ ? moment.from < i : moment.to + i >= count_) return;
        find(is_backwards_ ? moment.from - i : moment.to + i, missing);
    }
}

}  // namespace epochscope::app
