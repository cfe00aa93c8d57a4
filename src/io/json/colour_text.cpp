#include "io/json/colour_text.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace epochscope {

namespace {

struct NamedColour {
    std::string_view name;
    Colour colour;
};

/// The names of CSS, and those of Matplotlib's first palette; sorted.
constexpr std::array named_colours{
    NamedColour{"aliceblue", {240, 248, 255}},
    NamedColour{"antiquewhite", {250, 235, 215}},
    NamedColour{"aqua", {0, 255, 255}},
    NamedColour{"aquamarine", {127, 255, 212}},
    NamedColour{"azure", {240, 255, 255}},
    NamedColour{"beige", {245, 245, 220}},
    NamedColour{"bisque", {255, 228, 196}},
    NamedColour{"black", {0, 0, 0}},
    NamedColour{"blanchedalmond", {255, 235, 205}},
    NamedColour{"blue", {0, 0, 255}},
    NamedColour{"blueviolet", {138, 43, 226}},
    NamedColour{"brown", {165, 42, 42}},
    NamedColour{"burlywood", {222, 184, 135}},
    NamedColour{"c0", {31, 119, 180}},
    NamedColour{"c1", {255, 127, 14}},
    NamedColour{"c2", {44, 160, 44}},
    NamedColour{"c3", {214, 39, 40}},
    NamedColour{"c4", {148, 103, 189}},
    NamedColour{"c5", {140, 86, 75}},
    NamedColour{"c6", {227, 119, 194}},
    NamedColour{"c7", {127, 127, 127}},
    NamedColour{"c8", {188, 189, 34}},
    NamedColour{"c9", {23, 190, 207}},
    NamedColour{"cadetblue", {95, 158, 160}},
    NamedColour{"chartreuse", {127, 255, 0}},
    NamedColour{"chocolate", {210, 105, 30}},
    NamedColour{"coral", {255, 127, 80}},
    NamedColour{"cornflowerblue", {100, 149, 237}},
    NamedColour{"cornsilk", {255, 248, 220}},
    NamedColour{"crimson", {220, 20, 60}},
    NamedColour{"cyan", {0, 255, 255}},
    NamedColour{"darkblue", {0, 0, 139}},
    NamedColour{"darkcyan", {0, 139, 139}},
    NamedColour{"darkgoldenrod", {184, 134, 11}},
    NamedColour{"darkgray", {169, 169, 169}},
    NamedColour{"darkgreen", {0, 100, 0}},
    NamedColour{"darkgrey", {169, 169, 169}},
    NamedColour{"darkkhaki", {189, 183, 107}},
    NamedColour{"darkmagenta", {139, 0, 139}},
    NamedColour{"darkolivegreen", {85, 107, 47}},
    NamedColour{"darkorange", {255, 140, 0}},
    NamedColour{"darkorchid", {153, 50, 204}},
    NamedColour{"darkred", {139, 0, 0}},
    NamedColour{"darksalmon", {233, 150, 122}},
    NamedColour{"darkseagreen", {143, 188, 143}},
    NamedColour{"darkslateblue", {72, 61, 139}},
    NamedColour{"darkslategray", {47, 79, 79}},
    NamedColour{"darkslategrey", {47, 79, 79}},
    NamedColour{"darkturquoise", {0, 206, 209}},
    NamedColour{"darkviolet", {148, 0, 211}},
    NamedColour{"deeppink", {255, 20, 147}},
    NamedColour{"deepskyblue", {0, 191, 255}},
    NamedColour{"dimgray", {105, 105, 105}},
    NamedColour{"dimgrey", {105, 105, 105}},
    NamedColour{"dodgerblue", {30, 144, 255}},
    NamedColour{"firebrick", {178, 34, 34}},
    NamedColour{"floralwhite", {255, 250, 240}},
    NamedColour{"forestgreen", {34, 139, 34}},
    NamedColour{"fuchsia", {255, 0, 255}},
    NamedColour{"gainsboro", {220, 220, 220}},
    NamedColour{"ghostwhite", {248, 248, 255}},
    NamedColour{"gold", {255, 215, 0}},
    NamedColour{"goldenrod", {218, 165, 32}},
    NamedColour{"gray", {128, 128, 128}},
    NamedColour{"green", {0, 128, 0}},
    NamedColour{"greenyellow", {173, 255, 47}},
    NamedColour{"grey", {128, 128, 128}},
    NamedColour{"honeydew", {240, 255, 240}},
    NamedColour{"hotpink", {255, 105, 180}},
    NamedColour{"indianred", {205, 92, 92}},
    NamedColour{"indigo", {75, 0, 130}},
    NamedColour{"ivory", {255, 255, 240}},
    NamedColour{"khaki", {240, 230, 140}},
    NamedColour{"lavender", {230, 230, 250}},
    NamedColour{"lavenderblush", {255, 240, 245}},
    NamedColour{"lawngreen", {124, 252, 0}},
    NamedColour{"lemonchiffon", {255, 250, 205}},
    NamedColour{"lightblue", {173, 216, 230}},
    NamedColour{"lightcoral", {240, 128, 128}},
    NamedColour{"lightcyan", {224, 255, 255}},
    NamedColour{"lightgoldenrodyellow", {250, 250, 210}},
    NamedColour{"lightgray", {211, 211, 211}},
    NamedColour{"lightgreen", {144, 238, 144}},
    NamedColour{"lightgrey", {211, 211, 211}},
    NamedColour{"lightpink", {255, 182, 193}},
    NamedColour{"lightsalmon", {255, 160, 122}},
    NamedColour{"lightseagreen", {32, 178, 170}},
    NamedColour{"lightskyblue", {135, 206, 250}},
    NamedColour{"lightslategray", {119, 136, 153}},
    NamedColour{"lightslategrey", {119, 136, 153}},
    NamedColour{"lightsteelblue", {176, 196, 222}},
    NamedColour{"lightyellow", {255, 255, 224}},
    NamedColour{"lime", {0, 255, 0}},
    NamedColour{"limegreen", {50, 205, 50}},
    NamedColour{"linen", {250, 240, 230}},
    NamedColour{"magenta", {255, 0, 255}},
    NamedColour{"maroon", {128, 0, 0}},
    NamedColour{"mediumaquamarine", {102, 205, 170}},
    NamedColour{"mediumblue", {0, 0, 205}},
    NamedColour{"mediumorchid", {186, 85, 211}},
    NamedColour{"mediumpurple", {147, 112, 219}},
    NamedColour{"mediumseagreen", {60, 179, 113}},
    NamedColour{"mediumslateblue", {123, 104, 238}},
    NamedColour{"mediumspringgreen", {0, 250, 154}},
    NamedColour{"mediumturquoise", {72, 209, 204}},
    NamedColour{"mediumvioletred", {199, 21, 133}},
    NamedColour{"midnightblue", {25, 25, 112}},
    NamedColour{"mintcream", {245, 255, 250}},
    NamedColour{"mistyrose", {255, 228, 225}},
    NamedColour{"moccasin", {255, 228, 181}},
    NamedColour{"navajowhite", {255, 222, 173}},
    NamedColour{"navy", {0, 0, 128}},
    NamedColour{"oldlace", {253, 245, 230}},
    NamedColour{"olive", {128, 128, 0}},
    NamedColour{"olivedrab", {107, 142, 35}},
    NamedColour{"orange", {255, 165, 0}},
    NamedColour{"orangered", {255, 69, 0}},
    NamedColour{"orchid", {218, 112, 214}},
    NamedColour{"palegoldenrod", {238, 232, 170}},
    NamedColour{"palegreen", {152, 251, 152}},
    NamedColour{"paleturquoise", {175, 238, 238}},
    NamedColour{"palevioletred", {219, 112, 147}},
    NamedColour{"papayawhip", {255, 239, 213}},
    NamedColour{"peachpuff", {255, 218, 185}},
    NamedColour{"peru", {205, 133, 63}},
    NamedColour{"pink", {255, 192, 203}},
    NamedColour{"plum", {221, 160, 221}},
    NamedColour{"powderblue", {176, 224, 230}},
    NamedColour{"purple", {128, 0, 128}},
    NamedColour{"rebeccapurple", {102, 51, 153}},
    NamedColour{"red", {255, 0, 0}},
    NamedColour{"rosybrown", {188, 143, 143}},
    NamedColour{"royalblue", {65, 105, 225}},
    NamedColour{"saddlebrown", {139, 69, 19}},
    NamedColour{"salmon", {250, 128, 114}},
    NamedColour{"sandybrown", {244, 164, 96}},
    NamedColour{"seagreen", {46, 139, 87}},
    NamedColour{"seashell", {255, 245, 238}},
    NamedColour{"sienna", {160, 82, 45}},
    NamedColour{"silver", {192, 192, 192}},
    NamedColour{"skyblue", {135, 206, 235}},
    NamedColour{"slateblue", {106, 90, 205}},
    NamedColour{"slategray", {112, 128, 144}},
    NamedColour{"slategrey", {112, 128, 144}},
    NamedColour{"snow", {255, 250, 250}},
    NamedColour{"springgreen", {0, 255, 127}},
    NamedColour{"steelblue", {70, 130, 180}},
    NamedColour{"tab:blue", {31, 119, 180}},
    NamedColour{"tab:brown", {140, 86, 75}},
    NamedColour{"tab:cyan", {23, 190, 207}},
    NamedColour{"tab:gray", {127, 127, 127}},
    NamedColour{"tab:green", {44, 160, 44}},
    NamedColour{"tab:grey", {127, 127, 127}},
    NamedColour{"tab:olive", {188, 189, 34}},
    NamedColour{"tab:orange", {255, 127, 14}},
    NamedColour{"tab:pink", {227, 119, 194}},
    NamedColour{"tab:purple", {148, 103, 189}},
    NamedColour{"tab:red", {214, 39, 40}},
    NamedColour{"tan", {210, 180, 140}},
    NamedColour{"teal", {0, 128, 128}},
    NamedColour{"thistle", {216, 191, 216}},
    NamedColour{"tomato", {255, 99, 71}},
    NamedColour{"turquoise", {64, 224, 208}},
    NamedColour{"violet", {238, 130, 238}},
    NamedColour{"wheat", {245, 222, 179}},
    NamedColour{"white", {255, 255, 255}},
    NamedColour{"whitesmoke", {245, 245, 245}},
    NamedColour{"yellow", {255, 255, 0}},
    NamedColour{"yellowgreen", {154, 205, 50}},
};
static_assert(std::ranges::is_sorted(named_colours, {}, &NamedColour::name));

/// The colour of "rgb" or "rrggbb", and of these with the digits of how opaque it is behind.
std::optional<Colour> colour_of_digits(std::string_view digits) {
    if (digits.size() == 4 || digits.size() == 8) {
        const std::size_t opaque = digits.size() / 4;
        if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
            return std::nullopt;
        digits.remove_suffix(opaque);
    }
    if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
    std::array<std::uint8_t, 3> parts{};
    const std::size_t width = digits.size() / 3;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        constexpr int hexadecimal = 16;
        const char* const begin = digits.data() + i * width;
        const auto [stop, error] = std::from_chars(begin, begin + width, parts[i], hexadecimal);
        if (error != std::errc{} || stop != begin + width) return std::nullopt;
        constexpr unsigned repeated = 17;
        if (width == 1) parts[i] = static_cast<std::uint8_t>(parts[i] * repeated);
    }
    return Colour{parts[0], parts[1], parts[2]};
}

}  // namespace

std::optional<Colour> colour_of_text(std::string_view text) {
    if (text.starts_with('#')) return colour_of_digits(text.substr(1));
    const std::string name = in_lower_case(text);
    const auto* const found = std::ranges::lower_bound(named_colours, name, {}, &NamedColour::name);
    if (found == named_colours.end() || found->name != name) return std::nullopt;
    return found->colour;
}

}  // namespace epochscope
