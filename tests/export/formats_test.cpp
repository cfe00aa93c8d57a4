#include "support/catch.h"

#include <epochscope/export/formats.h>
#include <epochscope/export/frames.h>

using namespace epochscope;

TEST_CASE("a format is found by the ending of a file", "[export]") {
    CHECK(format_of("film.mkv", video_formats())->codec == "H.264");
    CHECK(format_of("a/FILM.WebM", video_formats())->codec == "VP9");
    CHECK(format_of("film", video_formats()) == nullptr);
    CHECK(format_of("picture.png", video_formats()) == nullptr);
    CHECK(format_of("picture.PNG", picture_formats()) != nullptr);
}

TEST_CASE("endings are listed in words", "[export]") {
    CHECK(list_endings(picture_formats()) == ".png, .svg or .pdf");
    CHECK(list_endings(video_formats()) == ".mp4, .mkv, .webm or .gif");
}

TEST_CASE("the size of a picture is checked", "[export]") {
    CHECK_NOTHROW(check_size({1, 1}));
    CHECK_THROWS_WITH(check_size({0, 5}), "size: is 0x5, expected at least 1x1");
    CHECK_THROWS_WITH(check_size({100'000, 100'000}), tests::contains("expected at most"));
}
