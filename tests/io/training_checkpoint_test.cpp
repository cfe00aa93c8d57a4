#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/training_checkpoint.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

LearnedMap small_map(float first) {
    return {.middle = {first, 2},
            .scale = 0.5F,
            .encoder = {{2, 2, {1, 2, 3, 4}, {5, 6}}},
            .decoder = {{2, 3, {1, 2, 3, 4, 5, 6}, {7, 8, 9}}, {3, 2, {1, 2, 3, 4, 5, 6}, {7, 8}}}};
}

TrainingCheckpoint whole() {
    TrainingCheckpoint checkpoint;
    checkpoint.settings = {{"method", "dvi"}, {"rate", "0.1"}};
    checkpoint.recording = 0xFEDCBA9876543210U;
    checkpoint.maps = {small_map(1), small_map(-7)};
    checkpoint.passes = {{3, 0.1, 0.2, 1.0 / 3, 0}, {9, 1e-300, 4, 5, 6}};
    checkpoint.warnings = {{"no boundary points", 3, -1}};
    checkpoint.training = TrainingState{.encoder = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, 12},
                                        .decoder = {{-1}, {}, {}, 0},
                                        .passes = {{1, 2, 3, 4, 5}},
                                        .idle = 1,
                                        .batches = 17,
                                        .sums = {0, 0, 0.1, 0.7, 0},
                                        .restarts = 2};
    return checkpoint;
}

std::string text_of(const TrainingCheckpoint& checkpoint) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "out.checkpoint";
    write_checkpoint(checkpoint, file);
    const auto bytes = read_file(file, 1'000'000);
    // Without the line of the checksum.
    return {bytes.begin(), bytes.end() - 16};
}

std::string fault(const std::string& text) {
    try {
        parse_checkpoint({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, "c");
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

std::string with(std::string text, const std::string& part, const std::string& other) {
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), other);
}

}  // namespace

TEST_CASE("a checkpoint is read as it was written") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "out.checkpoint";
    TrainingCheckpoint checkpoint = whole();
    write_checkpoint(checkpoint, file);
    CHECK(read_checkpoint(file) == checkpoint);
    // Over one that is there, with less in it.
    checkpoint.maps.clear();
    checkpoint.training.reset();
    write_checkpoint(checkpoint, file);
    CHECK(read_checkpoint(file) == checkpoint);
    CHECK_THROWS_WITH(read_checkpoint(folder.path() / "nowhere"), contains("nowhere"));
}

TEST_CASE("the form of a checkpoint is what is written down of it") {
    const std::string text = text_of(whole());
    CHECK(text.starts_with("epochscope checkpoint 1\n{\"settings\":{\"method\":\"dvi\""));
    CHECK_THAT(text, contains("\"recording\":\"fedcba9876543210\""));
    // After the head: the encoder's parameters, its moments, the decoder's parameters, and maps of
    // 2
    // + 1 + (4 + 2) + (6 + 3) + (6 + 2) numbers.
    const std::size_t head = text.find('\n', text.find('\n') + 1) + 1;
    CHECK(text.size() - head == 4 * (9 + 1 + 2 * 26));
    float fifth = 0;
    std::memcpy(&fifth, &text[head + 16], 4);
    CHECK(fifth == 5);
}

TEST_CASE("a checkpoint of which a bit was lost is not resumed") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "out.checkpoint";
    write_checkpoint(whole(), file);
    const auto bytes = read_file(file, 1'000'000);
    const std::string good(bytes.begin(), bytes.end());
    CHECK(good.substr(good.size() - 16, 7) == "crc32c ");
    const auto reading = [&](const std::string& text) {
        std::ofstream(file, std::ios::binary) << text;
        return read_checkpoint(file);
    };
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 4);
        CAPTURE(i);
        CHECK_THROWS_AS(reading(bad), Error);
        // All but the checksum is what former versions wrote.
        if (i != good.size() - 16) CHECK_THROWS_AS(reading(good.substr(0, i)), Error);
    }
    // As former versions wrote them.
    CHECK(reading(text_of(whole())) == whole());
}

TEST_CASE("what is not a checkpoint is told of by what is wrong with it") {
    const std::string good = text_of(whole());
    REQUIRE(fault(good) == "none");
    CHECK_THAT(fault(""), contains("c: is not a checkpoint of this version"));
    CHECK_THAT(fault("PK\3\4"), contains("is not a checkpoint of this version"));
    CHECK_THAT(fault(with(good, "checkpoint 1", "checkpoint 2")),
               contains("expected the first line"));
    CHECK_THAT(fault(good.substr(0, 60)), contains("no head that ends"));
    CHECK_THAT(fault(good.substr(0, good.size() - 1)), contains("expected 2 x 1"));
    CHECK_THAT(fault(good + "more"), contains("4 bytes more than its head tells of"));
    CHECK_THAT(fault("epochscope checkpoint 1\n[]\n"), contains("no settings"));
    CHECK_THAT(fault("epochscope checkpoint 1\n{]\n"), contains("c: "));
    const std::vector<std::vector<std::string>> table{
        {"\"settings\":{", "\"settling\":{", "no settings"},
        {"\"rate\":\"0.1\"", "\"rate\":0.1", "0.1 where a text is expected"},
        {"fedcba98", "fedcba9", "where 16 hexadecimal digits are expected"},
        {"fedcba98", "zedcba98", "where 16 hexadecimal digits are expected"},
        {"[3,0.1,0.2,", "[3,0.1,", "a list of 4 entries, expected 5"},
        {"[3,0.1,", "[-3,0.1,", "-3 where a count is expected"},
        {"[3,0.1,", "[3,\"x\",", "where a number is expected"},
        {"\"idle\":1", "\"idle\":1.5", "1.5 where a count is expected"},
        {"\"batches\":17,", "", "no batches"},
        {"\"encoder\":[3,3,12]", "\"encoder\":[4000000000000,3,12]", "numbers left, expected"},
        {"\"encoder\":[[2,2]]", "\"encoder\":[[18446744073709551615,2]]", "numbers left, expected"},
        {"\"encoder\":[[2,2]]", "\"encoder\":[]", "a map that is at fault: encoder: has no layers"},
        {"\"count\":2", "\"count\":18446744073709551615", "numbers left, expected"},
        {"\"count\":2", "\"count\":1", "104 bytes more than its head tells of"},
    };
    for (const auto& row : table) {
        INFO(row[0] << " -> " << row[1]);
        CHECK_THAT(fault(with(good, row[0], row[1])), contains(row[2]));
    }
    std::string odd = good;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(&odd[odd.size() - 4], &nan, 4);
    CHECK_THAT(fault(odd), contains("a number that is not finite"));
}
