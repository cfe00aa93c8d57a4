#pragma once

#include "app/tasks/picture_cache.h"

#include <epochscope/model/thumbnails.h>

#include <QImage>
#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

/// Pictures of samples, scaled down to at most `largest_side`, within a memory budget. A thread
/// decodes them, the newest request first; it never blocks the GUI thread.
class ThumbnailCache : public QObject {
    Q_OBJECT

  public:
    /// In pixels.
    static constexpr int largest_side = 256;

    /// `budget` is in bytes of decoded pictures.
    explicit ThumbnailCache(std::size_t budget = std::size_t{32} << 20U, QObject* parent = nullptr);

    void set_source(std::shared_ptr<const ThumbnailSource> source);
    [[nodiscard]] bool has_source() const { return has_source_; }

    /// The picture of a sample: a null one until ready() is emitted, nothing where there is none.
    std::optional<QImage> picture(std::size_t sample);

  signals:
    /// A requested picture is decoded, or known not to exist.
    void ready(std::size_t sample);
    /// A picture could not be read; emitted for the first few.
    void failed(const QString& message);

  private:
    bool has_source_ = false;
    int failures_ = 0;
    /// The newest first.
    std::vector<std::size_t> requested_;
    // Last: its thread ends before what it uses.
    PictureCache<QImage> cache_;
};

}  // namespace epochscope::app
