#version 330 core
// A marker's disc and ring, by the coverage of raster.h.

uniform vec2 size;
flat in vec4 marker_shape;
flat in vec4 marker_fill;
flat in vec4 marker_ring;
out vec4 colour;

void main() {
    vec2 place = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
    float edge = marker_shape.z + 0.5 - distance(place, marker_shape.xy);
    float inner = clamp(edge, 0.0, 1.0);
    float outer = clamp(edge + marker_shape.w, 0.0, 1.0);
    float fill = floor(255.0 * marker_fill.a * inner + 0.5);
    float ring = min(floor(255.0 * marker_ring.a * (outer - inner) + 0.5), 255.0 - fill);
    colour = vec4(marker_fill.rgb * fill + marker_ring.rgb * ring, fill + ring) / 255.0;
}
