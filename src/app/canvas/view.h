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
    /// The scene has changed: draws it again.
    virtual void refresh() = 0;
    /// The series is replaced: releases what is held for it.
    virtual void forget() = 0;
    /// The picture on the screen, if it may be older than the scene; else null.
    [[nodiscard]] virtual const Picture* picture() const { return nullptr; }
    /// Whether the screen shows the exact scene.
    [[nodiscard]] virtual bool is_settled() const { return true; }
    /// The exact scene in device pixels, with its texts.
    [[nodiscard]] virtual QImage grab_picture() = 0;
};

}  // namespace epochscope::app
