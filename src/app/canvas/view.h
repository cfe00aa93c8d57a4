#pragma once

#include <QImage>

class QWidget;

namespace epochscope::app {

/// A widget that draws a scene with one of the renderers.
class View {
  public:
    View() = default;
    View(const View&) = delete;
    View& operator=(const View&) = delete;
    virtual ~View() = default;

    [[nodiscard]] virtual QWidget& widget() = 0;
    /// The scene changed: draw it again when it is next painted.
    virtual void refresh() = 0;
    /// The series that was shown goes away: let go of what was kept for it.
    virtual void forget() = 0;
    /// The picture in device pixels, with what lies over it.
    [[nodiscard]] virtual QImage grab_picture() = 0;
};

}  // namespace epochscope::app
