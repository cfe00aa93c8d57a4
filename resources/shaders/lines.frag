#version 330 core
// A line with butt ends, whole or dashed, by the coverage of raster.h.

uniform vec2 size;
flat in vec4 line_course;
flat in vec4 line_lengths;
flat in vec2 line_pen;
flat in vec4 line_ink;
out vec4 colour;

void main() {
    vec2 way = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y) - line_course.xy;
    float along = dot(way, line_course.zw);
    float across = abs(way.x * line_course.w - way.y * line_course.z);
    float inside = min(line_lengths.x + along, line_lengths.y - along);
    float width = line_pen.x;
    if (line_pen.y != 0.0) {
        float period = 7.0 * width;
        float place = line_lengths.w + along;
        place -= period * floor(place / period);
        inside = min(inside, max(min(place, 4.0 * width - place), place - period));
    }
    float coverage = min(clamp(0.5 * width + 0.5 - across, 0.0, 1.0), width) * clamp(inside + 0.5, 0.0, 1.0);
    float alpha = floor(255.0 * coverage * line_ink.a + 0.5) / 255.0;
    colour = vec4(line_ink.rgb * alpha, alpha);
}
