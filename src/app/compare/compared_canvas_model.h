#pragma once

#include "app/canvas/canvas_model.h"
#include "app/compare/comparison.h"
#include "app/session/session.h"

#include <memory>

namespace epochscope::app {

/// The second dataset of a comparison: the session's samples where the second has them. Its
/// backgrounds are those of the second's own session, which follows in style, colours and playhead.
class ComparedCanvasModel : public CanvasModel {
    Q_OBJECT

  public:
    ComparedCanvasModel(Session& session, Comparison& comparison);

    [[nodiscard]] std::shared_ptr<const Dataset> dataset() const override;
    [[nodiscard]] ViewState view() const override;
    [[nodiscard]] const Camera& camera() const override { return camera_; }
    void set_camera(const Camera& camera) override;
    [[nodiscard]] BackgroundPair backgrounds(Size canvas) const override;
    [[nodiscard]] QString words(std::size_t sample, double playhead) const override;
    [[nodiscard]] QString hint() const override;

  signals:
    /// Another plane is shown, with the whole frame, and not as the first.
    void plane_changed();

  private:
    void take_match();
    void go_on_from(const Comparison::Match& before);
    void show_plane(const Comparison::Match* before);
    void follow();
    void follow_camera();
    void show(const Camera& camera);
    /// The camera that shows the same part of another frame.
    [[nodiscard]] static Camera moved(const Camera& camera, const Box& from, const Box& to);

    Comparison& comparison_;
    Session& second_;
    SessionCanvasModel pictures_;
    /// Its own: what it shows goes on until it hears that another is matched.
    std::shared_ptr<const Comparison::Match> match_;
    Camera camera_;
    /// Whether the camera of the session follows this one just now.
    bool is_leading_ = false;
};

}  // namespace epochscope::app
