#pragma once

#include "app/canvas/frame_request.h"

#include <epochscope/render/frame.h>

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

namespace epochscope::app {

class ThumbnailCache;

/// The pictures of samples that a canvas shows. Requests those that its frames lack, and keeps
/// those of its last frame.
class ShownPictures : public QObject {
    Q_OBJECT

  public:
    /// `changed` is called when more of the wanted pictures are known. The cache outlives it.
    ShownPictures(ThumbnailCache& cache, std::function<void()> changed);

    /// Null: none.
    [[nodiscard]] const std::shared_ptr<const Thumbnails>& known() const { return known_; }
    /// The canvas shows this frame.
    void show(const Frame& frame);
    /// The samples are replaced.
    void forget();

  private:
    void gather();

    ThumbnailCache& cache_;
    std::function<void()> changed_;
    std::vector<std::size_t> wanted_;
    std::unordered_set<std::size_t> missing_;
    std::shared_ptr<const Thumbnails> known_;
    QTimer soon_;
};

}  // namespace epochscope::app
