#include "io/folders.h"
#include "io/png_bytes.h"

#include <epochscope/io/png.h>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

Bytes pixels_of(const Bytes& png) { return decode_png(png, "picture").rgba; }

}  // namespace

TEST_CASE("every kind of PNG becomes RGBA", "[io]") {
    // Two pixels each.
    CHECK(pixels_of(PngBytes().head(2, 1, 8, 0).rows({0, 10, 200}).end()) ==
          Bytes{10, 10, 10, 255, 200, 200, 200, 255});
    CHECK(pixels_of(PngBytes().head(2, 1, 1, 0).rows({0, 0b01000000}).end()) ==
          Bytes{0, 0, 0, 255, 255, 255, 255, 255});
    CHECK(pixels_of(PngBytes().head(2, 1, 16, 0).rows({0, 10, 99, 200, 1}).end()) ==
          Bytes{10, 10, 10, 255, 200, 200, 200, 255});
    CHECK(pixels_of(PngBytes().head(2, 1, 8, 4).rows({0, 10, 20, 30, 40}).end()) ==
          Bytes{10, 10, 10, 20, 30, 30, 30, 40});
    CHECK(pixels_of(PngBytes().head(2, 1, 8, 2).rows({0, 1, 2, 3, 4, 5, 6}).end()) ==
          Bytes{1, 2, 3, 255, 4, 5, 6, 255});
    CHECK(pixels_of(PngBytes().head(1, 2, 8, 6).rows({0, 1, 2, 3, 4, 0, 5, 6, 7, 8}).end()) ==
          Bytes{1, 2, 3, 4, 5, 6, 7, 8});
    CHECK(pixels_of(PngBytes().head(1, 1, 16, 6).rows({0, 1, 9, 2, 9, 3, 9, 4, 9}).end()) ==
          Bytes{1, 2, 3, 4});
    CHECK(pixels_of(PngBytes()
                        .head(2, 1, 8, 3)
                        .part("PLTE", {1, 2, 3, 4, 5, 6})
                        .part("tRNS", {7})
                        .rows({0, 1, 0})
                        .end()) == Bytes{4, 5, 6, 255, 1, 2, 3, 7});
}

TEST_CASE("what is not a PNG, or a damaged one, is refused", "[io]") {
    const Bytes good = PngBytes().head(2, 1, 8, 0).rows({0, 10, 200}).end();
    CHECK_THROWS_WITH(decode_png({}, "p"), contains("p: is empty, expected a PNG"));
    CHECK_THROWS_WITH(decode_png(Bytes{'G', 'I', 'F', '8', '9', 'a'}, "p"),
                      contains("p: is not a PNG"));
    CHECK_THROWS_WITH(decode_png(Bytes(100, 0), "p"), contains("is not a PNG"));
    for (std::size_t length = 1; length + 12 < good.size(); ++length)
        CHECK_THROWS_AS(decode_png(std::span(good).first(length), "p"), Error);
    CHECK_THROWS_WITH(decode_png(PngBytes().head(2, 1, 8, 0).rows({0, 10}).end(), "p"),
                      contains("is a damaged PNG"));
    CHECK_THROWS_WITH(decode_png(PngBytes().head(2, 1, 8, 0).part("IDAT", {}).end(), "p"),
                      contains("its pixels begin with an empty part"));
    CHECK_THROWS_WITH(decode_png(PngBytes().head(2, 1, 8, 7).rows({0, 10, 20}).end(), "p"),
                      contains("is a damaged PNG"));
    CHECK_THROWS_WITH(decode_png(PngBytes().head(2, 1, 8, 3).rows({0, 10, 20}).end(), "p"),
                      contains("is a damaged PNG"));
}

TEST_CASE("what a PNG says of its size is checked before memory is taken", "[io]") {
    CHECK_THROWS_WITH(decode_png(PngBytes().head(0, 5, 8, 0).end(), "p"),
                      contains("is 0 x 5 pixels, expected at least one"));
    CHECK_THROWS_WITH(decode_png(PngBytes().head(70000, 70000, 8, 0).end(), "p"),
                      contains("is 70000 x 70000 pixels, expected at most 67108864 in all"));
    CHECK_THROWS_WITH(decode_png(PngBytes().head(0xFFFFFFFFU, 0xFFFFFFFFU, 8, 0).end(), "p"),
                      contains("expected at most"));
    // The content's part claims to be 5 GB long, as far as a PNG can say that: 4 bytes.
    Bytes png = PngBytes().head(2, 1, 8, 0).rows({0, 10, 200}).end();
    std::fill_n(png.begin() + 33, 4, std::uint8_t{0xFF});
    CHECK_THROWS_WITH(decode_png(png, "p"),
                      contains("the part at byte 33 has a length of 4294967295, the file has"));
}

TEST_CASE("a picture is the same after writing and reading", "[io]") {
    const TemporaryFolder folder;
    Image image(Size{37, 23});
    for (std::size_t i = 0; i < image.rgba.size(); ++i)
        image.rgba[i] = static_cast<std::uint8_t>(i * i % 251);
    write_png(folder.path() / "alpha.png", image);
    const Image alpha = read_png(folder.path() / "alpha.png");
    CHECK(alpha.size == image.size);
    CHECK(alpha.rgba == image.rgba);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    const Bytes opaque = encode_png(image);
    CHECK(opaque[25] == 2);  // RGB.
    CHECK(decode_png(opaque, "p").rgba == image.rgba);
    CHECK(png_size(opaque, "p") == Size{37, 23});
    CHECK_THROWS_AS(encode_png(Image{}), Error);
}
