#include "support/catch.h"

#include <epochscope/export/formats.h>

using namespace epochscope;

TEST_CASE("a format is found by the ending of a file", "[export]") {
    CHECK(format_of("film.mkv", video_formats())->codec == "H.264");
    CHECK(format_of("a/FILM.WebM", video_formats())->codec == "VP9");
    CHECK(format_of("film", video_formats()) == nullptr);
    CHECK(format_of("picture.png", video_formats()) == nullptr);
    CHECK(format_of("picture.PNG", picture_formats()) != nullptr);
}

TEST_CASE("endings are listed in words", "[export]") {
    CHECK(list_endings(picture_formats()) == ".png");
    CHECK(list_endings(video_formats()) == ".mp4, .mkv, .webm or .gif");
}
