#version 330 core
// The part of a line that is on the canvas: a rectangle around it.

layout(location = 0) in vec4 course;    // where the part begins, and the unit vector along
layout(location = 1) in vec4 lengths;   // of the line before its beginning, and after it; of the part; place in the dashes
layout(location = 2) in vec2 pen;       // width; 1 where dashed
layout(location = 3) in vec4 ink;

uniform vec2 size;
flat out vec4 line_course;
flat out vec4 line_lengths;
flat out vec2 line_pen;
flat out vec4 line_ink;

void main() {
    line_course = course;
    line_lengths = lengths;
    line_pen = pen;
    line_ink = ink;
    float along = gl_VertexID < 2 ? -1.0 : lengths.z + 1.0;
    float across = (2.0 * float(gl_VertexID & 1) - 1.0) * (0.5 * pen.x + 1.0);
    vec2 pixel = course.xy + along * course.zw + across * vec2(-course.w, course.z);
    gl_Position = vec4(2.0 * pixel.x / size.x - 1.0, 1.0 - 2.0 * pixel.y / size.y, 0.0, 1.0);
}
