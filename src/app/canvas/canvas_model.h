#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/image.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/view_state.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>

namespace epochscope::app {

class LandscapeDetail;
class Session;

/// What one canvas shows of a session: positions of its samples, and a camera. All else (selection,
/// picks, hidden classes, colours, and as a rule the playhead) is the session's and the same on all
/// canvases.
class CanvasModel : public QObject {
    Q_OBJECT

  public:
    explicit CanvasModel(Session& session) : session_(session) {}

    [[nodiscard]] Session& session() const { return session_; }
    /// The positions of the session's samples; null: the canvas is empty. Any samples behind them
    /// are only drawn.
    [[nodiscard]] virtual std::shared_ptr<const Dataset> dataset() const = 0;
    /// The session's, with this camera, and with the playhead in the epochs of dataset().
    [[nodiscard]] virtual ViewState view() const = 0;
    [[nodiscard]] virtual const Camera& camera() const = 0;
    virtual void set_camera(const Camera& camera) = 0;
    /// The backgrounds for a canvas of this size in device pixels, as far as they are decoded or
    /// painted.
    [[nodiscard]] virtual BackgroundPair backgrounds(Size /*canvas*/) const { return {}; }
    /// Describes a sample of the session at a playhead; see sample_words.
    [[nodiscard]] virtual QString words(std::size_t sample, double playhead) const;
    /// The hint of the empty canvas.
    [[nodiscard]] virtual QString hint() const = 0;

    /// Whether these positions are shown, with any backgrounds and neighbours.
    [[nodiscard]] bool shows(const Dataset& dataset) const;

  signals:
    /// Other positions are shown; drags and requests on the old ones end.
    void dataset_changed();
    void changed();

  private:
    Session& session_;
};

/// The session's own dataset and camera.
class SessionCanvasModel : public CanvasModel {
    Q_OBJECT

  public:
    explicit SessionCanvasModel(Session& session);
    ~SessionCanvasModel() override;

    [[nodiscard]] std::shared_ptr<const Dataset> dataset() const override;
    [[nodiscard]] ViewState view() const override;
    [[nodiscard]] const Camera& camera() const override;
    void set_camera(const Camera& camera) override;
    [[nodiscard]] BackgroundPair backgrounds(Size canvas) const override;
    [[nodiscard]] QString hint() const override;

  private:
    std::unique_ptr<LandscapeDetail> detail_;
};

}  // namespace epochscope::app
