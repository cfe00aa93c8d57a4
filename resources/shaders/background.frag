#version 330 core
// Two pictures, cross-faded, with premultiplied alpha.

uniform vec2 size;
uniform vec4 rectangle;
uniform bool lower;       // row 0 is at the bottom
uniform vec2 weights;     // of the two pictures; 0 for one that is missing
uniform bool inverted;     // lightness turned over, hues kept
uniform vec3 canvas;
uniform sampler2D from;
uniform sampler2D to;
out vec4 colour;

void main() {
    vec2 place = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
    // Judged here, since rasterisers differ on which edges belong to a rectangle.
    if (any(lessThan(place, rectangle.xy)) || any(greaterThanEqual(place, rectangle.zw))) discard;
    vec2 share = (place - rectangle.xy) / (rectangle.zw - rectangle.xy);
    if (lower) share.y = 1.0 - share.y;
    colour = weights.x * texture(from, share) + weights.y * texture(to, share);
    if (inverted) {
        vec3 on_white = colour.rgb + (1.0 - colour.a);
        float most = max(max(on_white.r, on_white.g), on_white.b);
        float least = min(min(on_white.r, on_white.g), on_white.b);
        colour = vec4(canvas + (on_white + 1.0 - most - least) * (1.0 - canvas), 1.0);
    }
}
