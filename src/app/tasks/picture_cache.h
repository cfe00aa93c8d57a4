#pragma once

#include "app/tasks/coalescing_worker.h"
#include "app/tasks/post.h"
#include "app/tasks/task.h"

#include <QObject>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace epochscope::app {

/// Decoded pictures by index, within a memory budget: those used last stay. A thread decodes what
/// is requested. All members are called on the GUI thread and never block.
template <typename Picture>
class PictureCache {
  public:
    /// Decodes one picture, on the cache's thread. What it throws is a problem of this picture,
    /// which then is Picture().
    using Decode = std::function<Picture(std::size_t index)>;
    /// What a picture takes of the budget, in bytes. Pictures of 0 bytes are never evicted.
    using SizeOf = std::function<std::size_t(const Picture& picture)>;
    /// A requested picture is decoded; `problem` says why it is not, and is empty where it is.
    using Decoded = std::function<void(std::size_t index, const QString& problem)>;

    PictureCache(std::size_t budget, SizeOf size_of, Decoded decoded)
        : budget_(budget),
          size_of_(std::move(size_of)),
          decoded_(std::move(decoded)),
          worker_(
              [this](const Request& request, const std::stop_token&) { return handle(request); }) {}

    /// Forgets all pictures but the first `kept`, which are those of the new source too. Null:
    /// there are none.
    void set_source(Decode decode, std::size_t kept = 0) {
        worker_.cancel();
        auto source = decode ? std::make_shared<const Decode>(std::move(decode)) : nullptr;
        // The old source and its pictures are destroyed after the lock is released.
        std::map<std::size_t, Entry> old;
        const std::scoped_lock lock(mutex_);
        source_.swap(source);
        held_.swap(old);
        pinned_.clear();
        bytes_ = largest_ = 0;
        for (auto entry = old.begin(); entry != old.end() && entry->first < kept;) {
            const std::size_t size = size_of_(entry->second.picture);
            bytes_ += size;
            largest_ = std::max(largest_, size);
            held_.insert(old.extract(entry++));
        }
    }

    /// The picture of an index; nothing until it is decoded.
    std::optional<Picture> find(std::size_t index) {
        const std::scoped_lock lock(mutex_);
        const auto found = held_.find(index);
        if (found == held_.end()) return std::nullopt;
        found->second.used = ++uses_;
        return found->second.picture;
    }

    /// Decodes these in this order, instead of those requested before. Those of `pinned` are not
    /// evicted until the next request.
    void request(std::vector<std::size_t> indices, std::vector<std::size_t> pinned) {
        {
            const std::scoped_lock lock(mutex_);
            pinned_ = std::move(pinned);
        }
        if (indices.empty() && !is_requesting_) return;
        is_requesting_ = !indices.empty();
        worker_.request({source_, std::move(indices)});
    }

    /// Of all pictures held, and of the largest so far.
    [[nodiscard]] std::size_t bytes() const {
        const std::scoped_lock lock(mutex_);
        return bytes_;
    }
    [[nodiscard]] std::size_t largest() const {
        const std::scoped_lock lock(mutex_);
        return largest_;
    }

  private:
    struct Entry {
        Picture picture;
        std::uint64_t used = 0;
    };
    struct Request {
        std::shared_ptr<const Decode> source;
        std::vector<std::size_t> indices;
    };

    /// On the cache's thread: decodes one picture and returns the request for the others.
    std::optional<Request> handle(const Request& request) {
        if (request.indices.empty()) return std::nullopt;
        decode(request.source, request.indices.front());
        return Request{request.source, {request.indices.begin() + 1, request.indices.end()}};
    }

    void decode(const std::shared_ptr<const Decode>& source, std::size_t index) {
        {
            const std::scoped_lock lock(mutex_);
            // It arrived after it was requested again.
            if (source != source_ || held_.contains(index)) return;
        }
        Picture picture{};
        QString problem;
        try {
            picture = (*source)(index);
        } catch (const std::exception& error) {
            problem = problem_of(error);
        }
        {
            const std::scoped_lock lock(mutex_);
            if (source != source_) return;
            keep(index, std::move(picture));
        }
        post(&receiver_, [this, source, index, problem] {
            if (source == source_) decoded_(index, problem);
        });
    }

    void keep(std::size_t index, Picture picture) {
        const std::size_t size = size_of_(picture);
        held_[index] = {std::move(picture), ++uses_};
        bytes_ += size;
        largest_ = std::max(largest_, size);
        while (bytes_ > budget_ && evict()) continue;
    }

    /// Evicts the picture that was not used for longest; false where none may be evicted.
    bool evict() {
        auto oldest = held_.end();
        for (auto entry = held_.begin(); entry != held_.end(); ++entry) {
            if (std::ranges::find(pinned_, entry->first) != pinned_.end()) continue;
            if (size_of_(entry->second.picture) == 0) continue;
            if (oldest == held_.end() || entry->second.used < oldest->second.used) oldest = entry;
        }
        if (oldest == held_.end()) return false;
        bytes_ -= size_of_(oldest->second.picture);
        held_.erase(oldest);
        return true;
    }

    const std::size_t budget_;
    const SizeOf size_of_;
    const Decoded decoded_;
    bool is_requesting_ = false;
    /// Guards what follows, and is never held while decoding. Only the GUI thread writes source_.
    mutable std::mutex mutex_;
    std::shared_ptr<const Decode> source_;
    std::map<std::size_t, Entry> held_;
    std::vector<std::size_t> pinned_;
    std::size_t bytes_ = 0;
    std::size_t largest_ = 0;
    std::uint64_t uses_ = 0;
    QObject receiver_;
    // Last: it ends before what it uses.
    CoalescingWorker<Request> worker_;
};

}  // namespace epochscope::app
