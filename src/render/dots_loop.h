// The loop over discs, compiled once for each level: included in the level's namespace after its
// Brush (a disc's colour, alpha and reach), Squares (of eight pixels' distances from the disc's
// middle along the row), squares_from and paint. Not to be included elsewhere, hence no guard.

/// A disc no wider than a block of pixels: its rows share the distances along them.
inline void draw_small(const DotRows& rows, const Dot& dot, float reach) {
    const Span columns = pixels_between(dot.x - reach, dot.x + reach, 0, rows.width);
    if (columns.first >= columns.last) return;
    const Brush brush = brush_of(dot, reach);
    const Squares squares = squares_from(static_cast<float>(columns.first) + 0.5F - dot.x);
    const Span lines = pixels_between(dot.y - reach, dot.y + reach, rows.top, rows.bottom);
    for (int y = lines.first; y < lines.last; ++y) {
        const float dy = static_cast<float>(y) + 0.5F - dot.y;
        paint(rows.at(columns.first, y), brush, squares, dy * dy);
    }
}

inline void draw_large(const DotRows& rows, const Dot& dot, float reach) {
    const Brush brush = brush_of(dot, reach);
    const Span lines = pixels_between(dot.y - reach, dot.y + reach, rows.top, rows.bottom);
    for (int y = lines.first; y < lines.last; ++y) {
        const float dy = static_cast<float>(y) + 0.5F - dot.y;
        const float half = std::sqrt(std::max(reach * reach - dy * dy, 0.0F));
        const Span columns = pixels_between(dot.x - half, dot.x + half, 0, rows.width);
        for (int x = columns.first; x < columns.last; x += lane_count)
            paint(rows.at(x, y), brush, squares_from(static_cast<float>(x) + 0.5F - dot.x),
                  dy * dy);
    }
}

inline void draw_all(const DotRows& rows, const Dot* dots, std::size_t count, float radius) {
    const float reach = radius + 0.5F;
    const bool small = 2 * reach <= static_cast<float>(lane_count);
    for (std::size_t i = 0; i < count; ++i)
        small ? draw_small(rows, dots[i], reach) : draw_large(rows, dots[i], reach);
}
