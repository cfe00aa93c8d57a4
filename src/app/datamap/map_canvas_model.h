#pragma once

#include "app/canvas/canvas_model.h"

#include <memory>

namespace epochscope::app {

class MapMaker;
class MapPositions;

/// The data map of the open dataset: the session's samples at other positions, with a camera of its
/// own.
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
    void take_positions();
    void take_neighbours();

    MapMaker& maker_;
    std::shared_ptr<const MapPositions> positions_;
    std::shared_ptr<const Dataset> map_;
    Camera camera_;
};

}  // namespace epochscope::app
