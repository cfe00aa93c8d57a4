#pragma once

#include "gl/functions.h"
#include "gl/picture_textures.h"

#include <epochscope/render/frame.h>

#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>

#include <memory>

namespace epochscope::gl {

/// Draws the background: two cross-faded pictures.
class BackgroundPass {
  public:
    explicit BackgroundPass(Functions& gl);

    void draw(const BackgroundLayer& layer, Colour canvas, Size size);
    void forget() { textures_.forget(); }

  private:
    Functions& gl_;
    std::unique_ptr<QOpenGLShaderProgram> program_;
    /// Has no attributes, but core OpenGL needs one.
    QOpenGLVertexArrayObject attributes_;
    PictureTextures textures_;
};

}  // namespace epochscope::gl
