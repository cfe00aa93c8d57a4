#version 330 core
// A marker: a square around its disc and ring.

layout(location = 0) in vec4 shape;   // its middle, the disc's radius, the ring's width
layout(location = 1) in vec4 fill;
layout(location = 2) in vec4 ring;

uniform vec2 size;
flat out vec4 marker_shape;
flat out vec4 marker_fill;
flat out vec4 marker_ring;

void main() {
    marker_shape = shape;
    marker_fill = fill;
    marker_ring = ring;
    vec2 corner = 2.0 * vec2(gl_VertexID & 1, gl_VertexID >> 1) - 1.0;
    vec2 pixel = shape.xy + corner * (shape.z + shape.w + 1.0);
    gl_Position = vec4(2.0 * pixel.x / size.x - 1.0, 1.0 - 2.0 * pixel.y / size.y, 0.0, 1.0);
}
