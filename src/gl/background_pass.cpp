#include "gl/background_pass.h"

#include "gl/program.h"

#include <epochscope/model/error.h>

#include <QVector2D>
#include <QVector3D>
#include <QVector4D>

namespace epochscope::gl {

BackgroundPass::BackgroundPass(Functions& gl)
    : gl_(gl), program_(make_program("background")), textures_(gl) {
    if (!attributes_.create()) throw Error("OpenGL", "no vertex array could be made");
}

void BackgroundPass::draw(const BackgroundLayer& layer, Colour canvas, Size size) {
    if (!layer.from && !layer.to) return;
    use(*program_, size);
    const QVector2D weights(layer.from ? 1 - layer.t : 0, layer.to ? layer.t : 0);
    program_->setUniformValue("weights", weights);
    program_->setUniformValue("lower", layer.origin == Origin::lower);
    program_->setUniformValue("rectangle", QVector4D(layer.top_left.x, layer.top_left.y,
                                                     layer.bottom_right.x, layer.bottom_right.y));
    program_->setUniformValue("inverted", layer.lightness_inverted);
    program_->setUniformValue("canvas", to_vector(canvas).toVector3D());
    program_->setUniformValue("from", 0);
    program_->setUniformValue("to", 1);
    // A missing picture's unit gets the other one, whose weight there is 0.
    textures_.bind(0, layer.from ? layer.from : layer.to);
    textures_.bind(1, layer.to ? layer.to : layer.from);
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    gl_.glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace epochscope::gl
