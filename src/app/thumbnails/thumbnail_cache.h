#pragma once

#include <epochscope/model/thumbnails.h>

#include <QImage>
#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>

namespace epochscope::app {

/// Pictures of samples, scaled down to at most `largest_side`, within a memory budget. Reads and
/// decodes on its own thread, what was wished for last first. Never blocks the GUI thread.
class ThumbnailCache : public QObject {
    Q_OBJECT

  public:
    /// In pixels.
    static constexpr int largest_side = 256;

    /// `budget` is in bytes of decoded pictures.
    explicit ThumbnailCache(std::size_t budget = std::size_t{32} << 20U, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    void set_source(std::shared_ptr<const ThumbnailSource> source);
    /// Whether there are pictures at all.
    [[nodiscard]] bool has_source() const;

    /// The picture of a sample; a null one while it is on its way, which ready() ends. Nothing
    /// where there is none.
    std::optional<QImage> picture(std::size_t sample);

  signals:
    /// A wished picture is there now, or it is known that there is none.
    void ready(std::size_t sample);
    /// A picture could not be read; told of the first few.
    void failed(const QString& message);

  private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

}  // namespace epochscope::app
