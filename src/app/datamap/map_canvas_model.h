#pragma once

#include "app/canvas/canvas_model.h"

#include <memory>

namespace epochscope::app {

class MapMaker;
class MapPositions;

/// The data map of what is open: the session's samples at other places, by a camera of its own.
class MapCanvasModel : public CanvasModel {
    Q_OBJECT

  public:
    MapCanvasModel(Session& session, MapMaker& maker);

    [[nodiscard]] std::shared_ptr<const Dataset> dataset() const override { return map_; }
    [[nodiscard]] ViewState view() const override;
    [[nodiscard]] const Camera& camera() const override { return camera_; }
    void set_camera(const Camera& camera) override;
    [[nodiscard]] QString hint() const override;

  private:
    /// Takes the places that are there now.
    void take_places();
    /// Takes over what else is known of the samples by now.
    void link();

    MapMaker& maker_;
    std::shared_ptr<const MapPositions> places_;
    std::shared_ptr<const Dataset> map_;
    Camera camera_;
};

}  // namespace epochscope::app
