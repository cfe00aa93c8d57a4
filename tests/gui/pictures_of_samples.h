#pragma once

#include <epochscope/model/error.h>
#include <epochscope/model/thumbnails.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <set>
#include <vector>

namespace epochscope::tests {

/// Pictures of 4 x 4 pixels of one colour, the red being 10 times the sample's index. May be held
/// shut: then whoever loads waits.
class PicturesOfSamples : public ThumbnailSource {
  public:
    /// Those without a picture, and those whose picture is broken.
    std::set<std::size_t> missing;
    std::set<std::size_t> broken;
    Size size{4, 4};

    void shut() {
        const std::scoped_lock lock(mutex_);
        shut_ = true;
    }
    void open() const {
        const std::scoped_lock lock(mutex_);
        shut_ = false;
        opened_.notify_all();
    }
    /// What was loaded, in that order.
    [[nodiscard]] std::vector<std::size_t> loaded() const {
        const std::scoped_lock lock(mutex_);
        return loaded_;
    }

    [[nodiscard]] bool has(std::size_t sample) const override { return !missing.contains(sample); }
    [[nodiscard]] Image load(std::size_t sample) const override {
        std::unique_lock lock(mutex_);
        loaded_.push_back(sample);
        opened_.wait(lock, [this] { return !shut_; });
        if (broken.contains(sample)) throw Error("picture " + std::to_string(sample), "is broken");
        Image image(size);
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
            image.rgba[i] = static_cast<std::uint8_t>(10 * sample);
            image.rgba[i + 3] = 255;
        }
        return image;
    }

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable opened_;
    mutable bool shut_ = false;
    mutable std::vector<std::size_t> loaded_;
};

}  // namespace epochscope::tests
