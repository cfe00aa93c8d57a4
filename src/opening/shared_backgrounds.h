#pragma once

#include <epochscope/compute/team.h>
#include <epochscope/model/background.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace epochscope {

/// Pictures that take long to paint, shared out by a team: each rank paints one of a round. Rank 0
/// loads them, in their order, while the others paint along. Holds the pictures of one round.
class SharedBackgrounds : public BackgroundSource {
  public:
    /// `painted`: the same at all ranks.
    SharedBackgrounds(std::shared_ptr<const BackgroundSource> painted, std::size_t epochs,
                      Team team);

    [[nodiscard]] bool has(std::size_t epoch) const override { return painted_->has(epoch); }
    [[nodiscard]] Image load(std::size_t epoch) const override;
    [[nodiscard]] Orientation orientation() const override { return painted_->orientation(); }

    /// What ranks other than 0 do, until all are painted.
    void paint_along() const;

  private:
    [[nodiscard]] bool is_done() const { return next_ >= epochs_.size(); }
    void paint_round() const;

    std::shared_ptr<const BackgroundSource> painted_;
    /// Those that have a picture.
    std::vector<std::size_t> epochs_;
    Team team_;
    mutable std::mutex mutex_;
    /// Of epochs_: the first of the next round.
    mutable std::size_t next_ = 0;
    /// Of the last round, by epoch, until they are asked for.
    mutable std::map<std::size_t, Image> waiting_;
};

}  // namespace epochscope
