#version 330 core
// A sample: a square around its disc, as a sprite, or as a strip of four vertices where sprites
// cannot be so large.

layout(location = 0) in vec2 from;
layout(location = 1) in vec2 to;
layout(location = 2) in uint colour_index;
layout(location = 3) in float confidence;
layout(location = 4) in uint label;
layout(location = 5) in uint picked;
layout(location = 6) in uint passes;

uniform vec2 size;          // of the canvas, in pixels
uniform float t;
uniform vec2 scale;         // pixels a unit of the plane
uniform vec2 centre;        // what the plane shows in the middle of the canvas,
uniform vec2 centre_rest;   // and what a float lost of it
uniform float radius;
uniform float margin;       // by how much the viewport is larger than the canvas, on each side
uniform float reach;        // so far from the middle either way the square goes
uniform bool sprites;       // a vertex is a whole square, not its corner
uniform int share;          // which samples are drawn: 1 those picked, 0 the others, -1 all
uniform float opacity;
uniform float confidence_floor;
uniform bool some_hidden;
uniform bool some_filtered;
uniform int classes;
uniform vec4 no_class;      // the colour of what is none of the classes
uniform sampler2D palette;  // class c at (c % 256, c / 256)
uniform sampler2D hidden;   // likewise
flat out vec2 middle;
flat out vec4 fill;

ivec2 texel_of(uint index) { return ivec2(index & 255u, index >> 8u); }

void main() {
    float alpha = min(opacity * (confidence_floor + (1.0 - confidence_floor) * confidence), 1.0);
    // As near to the centre as a close look brings it, the difference loses nothing.
    vec2 place = from * (1.0 - t) + to * t;
    middle = scale * ((place - centre) - centre_rest) + 0.5 * size;
    bool known = colour_index < uint(classes);
    fill = known ? texelFetch(palette, texel_of(colour_index), 0) : no_class;
    fill.a *= alpha;

    bool shown = (share < 0 || int(picked) == share) && alpha > 0.0 && !isnan(confidence) && all(lessThan(abs(middle), vec2(1e9)));
    if (some_hidden) shown = shown && texelFetch(hidden, texel_of(label), 0).r == 0.0;
    if (some_filtered) shown = shown && passes != 0u;
    vec2 corner = 2.0 * vec2(gl_VertexID & 1, gl_VertexID >> 1 & 1) - 1.0;
    vec2 place_in_view = (middle + (sprites ? 0.0 : reach) * corner + margin) / (size + 2.0 * margin);
    gl_Position = vec4(2.0 * place_in_view.x - 1.0, 1.0 - 2.0 * place_in_view.y, 0.0, 1.0);
    gl_PointSize = 2.0 * reach;
    if (!shown) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
