#version 330 core
// A little more than the rectangle that the background's pictures cover.

uniform vec2 size;      // of the canvas, in pixels
uniform vec4 rectangle; // left, top, right, bottom, in pixels

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 place = mix(rectangle.xy - 1.0, rectangle.zw + 1.0, corner);
    gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y, 0.0, 1.0);
}
