#include "gl/batch.h"

#include "support/catch.h"

#include <cstring>
#include <vector>

using namespace epochscope;

namespace {

const std::atomic<bool> go_on{false};

template <typename T>
std::vector<T> values(const std::vector<std::byte>& buffer, std::size_t at, std::size_t count) {
    std::vector<T> read(count);
    std::memcpy(read.data(), buffer.data() + at, count * sizeof(T));
    return read;
}

}  // namespace

TEST_CASE("A class takes as few bytes as hold it and one that is none") {
    CHECK(gl::class_bytes_for(1) == 1);
    CHECK(gl::class_bytes_for(255) == 1);
    CHECK(gl::class_bytes_for(256) == 2);
    CHECK(gl::class_bytes_for(65535) == 2);
    CHECK(gl::class_bytes_for(65536) == 4);
}

TEST_CASE("A batch is copied column by column, its classes narrowed") {
    const std::vector<Point> positions{{1, 2}, {3, 4}, {5, 6}};
    const std::vector<float> confidence{0.25F, 0.5F, 1};
    const std::vector<std::int32_t> classes{7, -1, 300};
    gl::Batch batch{positions, confidence, classes, 1};
    REQUIRE(batch.bytes() == 3 * 8 + 3 * 4 + 3);
    std::vector<std::byte> buffer(batch.bytes());
    REQUIRE(gl::copy(batch, buffer, go_on));
    CHECK(values<Point>(buffer, 0, 3) == positions);
    CHECK(values<float>(buffer, 24, 3) == confidence);
    CHECK(values<std::uint8_t>(buffer, 36, 3) == std::vector<std::uint8_t>{7, 255, 255});

    batch.class_bytes = 2;
    buffer.resize(batch.bytes());
    REQUIRE(gl::copy(batch, buffer, go_on));
    CHECK(values<std::uint16_t>(buffer, 36, 3) == std::vector<std::uint16_t>{7, 65535, 300});

    batch.class_bytes = 4;
    buffer.resize(batch.bytes());
    REQUIRE(gl::copy(batch, buffer, go_on));
    CHECK(values<std::uint32_t>(buffer, 36, 3) == std::vector<std::uint32_t>{7, 4294967295U, 300});
}

TEST_CASE("Copying a long batch reaches its end, and ends at once when stopped") {
    std::vector<std::int32_t> classes(100001, 3);
    classes.back() = 9;
    const gl::Batch batch{{}, {}, classes, 1};
    std::vector<std::byte> buffer(batch.bytes());
    const std::atomic<bool> stop{true};
    CHECK_FALSE(gl::copy(batch, buffer, stop));
    CHECK(buffer.front() == std::byte{0});
    CHECK(gl::copy(batch, buffer, go_on));
    CHECK(buffer.front() == std::byte{3});
    CHECK(buffer.back() == std::byte{9});
}

TEST_CASE("Batches are told apart by what they view") {
    const std::vector<Point> positions(4);
    const std::vector<std::int32_t> classes(4);
    const gl::Batch batch{positions, {}, classes, 1};
    CHECK(batch.is({positions, {}, classes, 1}));
    CHECK_FALSE(batch.is({positions, {}, {}, 1}));
    CHECK_FALSE(batch.is({positions, {}, classes, 2}));
    CHECK_FALSE(batch.is({std::span(positions).first(3), {}, classes, 1}));
}
