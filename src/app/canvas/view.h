#pragma once

#include <QImage>

class QWidget;

namespace epochscope::app {

struct Picture;

/// A widget that draws a scene with one of the renderers.
class View {
  public:
    View() = default;
    View(const View&) = delete;
    View& operator=(const View&) = delete;
    virtual ~View() = default;

    [[nodiscard]] virtual QWidget& widget() = 0;
    /// The scene changed: draw it again.
    virtual void refresh() = 0;
    /// The series that was shown goes away: let go of what was kept for it.
    virtual void forget() = 0;
    /// What is on the screen, where that may be older than the scene; null where it is the scene,
    /// or nothing yet.
    [[nodiscard]] virtual const Picture* picture() const { return nullptr; }
    /// Whether what is on the screen is the scene, exactly.
    [[nodiscard]] virtual bool is_settled() const { return true; }
    /// The scene in device pixels, exactly, with what lies over it.
    [[nodiscard]] virtual QImage grab_picture() = 0;
};

}  // namespace epochscope::app
