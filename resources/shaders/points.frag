#version 330 core
// A sample's disc, by the coverage of raster.h.

uniform vec2 size;
uniform float radius;
flat in vec2 middle;
flat in vec4 fill;
out vec4 colour;

void main() {
    vec2 place = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
    float coverage = clamp(radius + 0.5 - distance(place, middle), 0.0, 1.0);
    float alpha = floor(255.0 * coverage * fill.a + 0.5) / 255.0;
    colour = vec4(fill.rgb * alpha, alpha);
}
