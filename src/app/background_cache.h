#pragma once

#include <epochscope/model/background.h>
#include <epochscope/render/compose.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>

namespace epochscope::app {

/// Decoded backgrounds around the playhead, within a memory budget. Decodes on its own thread; a
/// newer wish replaces an older one that was not begun. Never blocks the GUI thread.
class BackgroundCache : public QObject {
    Q_OBJECT

  public:
    /// `budget` is in bytes of decoded pictures; the two in use are kept even above it.
    explicit BackgroundCache(std::size_t budget = std::size_t{256} << 20U,
                             QObject* parent = nullptr);
    ~BackgroundCache() override;

    /// With `steps` above 1, pictures are not of epochs but of so many moments from each to the
    /// next (see backgrounds_between).
    void set_source(std::shared_ptr<const BackgroundSource> source, std::size_t epoch_count,
                    std::size_t steps = 1);

    /// What is decoded of the pictures around a playhead, at once; asks for those that are missing,
    /// then for those ahead of it in the direction it moves.
    BackgroundPair around(double playhead);

    /// Decoded bytes held.
    [[nodiscard]] std::size_t bytes() const;

  signals:
    /// Which way up the pictures of the source are, where that is known: told before the first of
    /// them is handed out.
    void oriented(epochscope::Origin origin);
    /// A wished background is there now.
    void decoded();
    /// A background could not be read; told once for each.
    void failed(const QString& message);

  private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace epochscope::app
