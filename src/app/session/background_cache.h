#pragma once

#include "app/tasks/picture_cache.h"

#include <epochscope/model/background.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/compose.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace epochscope::app {

/// Decoded backgrounds around the playhead, within a memory budget. A thread decodes them; it never
/// blocks the GUI thread.
class BackgroundCache : public QObject {
    Q_OBJECT

  public:
    /// `budget` is in bytes of decoded pictures. The two in use are held even above it.
    explicit BackgroundCache(std::size_t budget = std::size_t{256} << 20U,
                             QObject* parent = nullptr);

    /// `steps` pictures lie from each epoch to the next (see backgrounds_between). Pictures are
    /// forgotten, but for those of the first `kept` epochs.
    void set_source(std::shared_ptr<const BackgroundSource> source, std::size_t epoch_count,
                    std::size_t steps = 1, std::size_t kept = 0);

    /// The decoded pictures around a playhead. Requests those that are missing, then those ahead of
    /// it in the direction of play.
    BackgroundPair around(double playhead);

    /// Of the pictures held.
    [[nodiscard]] std::size_t bytes() const { return cache_.bytes(); }

  signals:
    /// The orientation of the source's pictures, if it is known; emitted before the first of them
    /// is handed out.
    void oriented(epochscope::Origin origin);
    /// A background in use is decoded.
    void decoded();
    /// A background could not be read; emitted once for each.
    void failed(const QString& message);

  private:
    using Picture = std::shared_ptr<const Image>;

    /// On the cache's thread.
    void find_orientation(const std::shared_ptr<const BackgroundSource>& source);
    Picture find(std::size_t index, std::vector<std::size_t>& missing);
    void look_ahead(const Moment& moment, std::vector<std::size_t>& missing);

    const std::size_t budget_;
    std::shared_ptr<const BackgroundSource> source_;
    bool is_oriented_ = false;
    /// Pictures, and how many from an epoch to the next.
    std::size_t count_ = 0;
    std::size_t steps_ = 1;
    /// The playhead, in pictures.
    Moment moment_;
    double playhead_ = 0;
    bool is_backwards_ = false;
    // Last: its thread ends before what it uses.
    PictureCache<Picture> cache_;
};

}  // namespace epochscope::app
