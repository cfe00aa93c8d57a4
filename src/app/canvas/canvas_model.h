#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/image.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/view_state.h>

#include <QObject>
#include <QString>

#include <memory>

namespace epochscope::app {

class LandscapeDetail;
class Session;

/// What one canvas shows of a session: places of its samples, and the camera that looks at them.
/// All else (playhead, selection, picks, hidden classes, colours) is the session's, so that
/// canvases cannot differ in it.
class CanvasModel : public QObject {
    Q_OBJECT

  public:
    explicit CanvasModel(Session& session) : session_(session) {}

    [[nodiscard]] Session& session() const { return session_; }
    /// The places, of the session's samples at its epochs; null: there are none, and the canvas is
    /// empty.
    [[nodiscard]] virtual std::shared_ptr<const Dataset> dataset() const = 0;
    /// The session's, with this camera.
    [[nodiscard]] virtual ViewState view() const = 0;
    [[nodiscard]] virtual const Camera& camera() const = 0;
    virtual void set_camera(const Camera& camera) = 0;
    /// What lies behind the samples on a canvas of so many device pixels, as far as it is decoded
    /// or painted.
    [[nodiscard]] virtual BackgroundPair backgrounds(Size /*canvas*/) const { return {}; }
    /// What the empty canvas says.
    [[nodiscard]] virtual QString hint() const = 0;

    /// Whether these places are shown, with whatever backgrounds and neighbours.
    [[nodiscard]] bool shows(const Dataset& dataset) const;

  signals:
    /// Other places are shown: what was begun on the last ones is off.
    void dataset_changed();
    void changed();

  private:
    Session& session_;
};

/// What is open, as the session looks at it.
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
