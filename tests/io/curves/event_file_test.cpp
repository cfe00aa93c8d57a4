#include "io/curves/event_bytes.h"
#include "io/curves/record_layout.h"
#include "io/files/crc32c.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <fstream>
#include <limits>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, std::string_view bytes) {
    fs::create_directories(file.parent_path());
    write_file(file, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

void add(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::app) << bytes;
}

std::string scalar_record(std::uint64_t step, float value, std::string_view tag = "loss") {
    return record(scalar_event(1000. + static_cast<double>(step), step, tag, value));
}

TrainingCurves curves_of(std::string_view bytes) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "events.out.tfevents.1";
    put(file, bytes);
    return read_training_curves(file);
}

std::span<const std::uint8_t> as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

using Numbers = std::vector<double>;

}  // namespace

TEST_CASE("checksums are those of RFC 3720, by instruction and by tables", "[io]") {
    CHECK(crc32c(as_bytes("123456789")) == 0xe3069283U);
    CHECK(crc32c_by_tables(as_bytes("123456789")) == 0xe3069283U);
    CHECK(crc32c(as_bytes("")) == 0);
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += static_cast<char>(i * 37);
        CHECK(crc32c(as_bytes(text)) == plain_crc32c(text));
        CHECK(crc32c_by_tables(as_bytes(text)) == plain_crc32c(text));
        const auto [first, rest] =
            std::pair{text.substr(0, text.size() / 3), text.substr(text.size() / 3)};
        CHECK(crc32c(as_bytes(rest), crc32c(as_bytes(first))) == plain_crc32c(text));
        CHECK(crc32c_by_tables(as_bytes(rest), crc32c(as_bytes(first))) == plain_crc32c(text));
    }
}

TEST_CASE("scalars of event files are read", "[io]") {
    const TrainingCurves curves =
        curves_of(record(version_event()) + scalar_record(0, 2.5F) + scalar_record(0, 0.F, "acc") +
                  scalar_record(10, -1.25F) + scalar_record(10, 0.5F, "acc"));
    REQUIRE(curves.runs.size() == 1);
    CHECK(curves.warnings.empty());
    const CurveRun& run = curves.runs.front();
    CHECK(run.name == "events.out.tfevents.1");
    CHECK(run.source == CurveSource::event_files);
    CHECK(run.steps_are == StepUnit::steps);
    REQUIRE(run.series.size() == 2);
    CHECK(run.series[0].name == "loss");
    CHECK(run.series[0].steps == Numbers{0, 10});
    CHECK(run.series[0].values == Numbers{2.5, -1.25});
    CHECK(run.series[0].wall_times == Numbers{1000, 1010});
    // A 0 is a value too.
    CHECK(run.series[1].values == Numbers{0, 0.5});
}

TEST_CASE("tensors of one number are scalars, others are not", "[io]") {
    const auto shape = [](std::initializer_list<std::uint64_t> sizes) {
        std::string text;
        for (const std::uint64_t size : sizes) text += field(2, std::string_view(field(1, size)));
        return field(2, std::string_view(text));
    };
    const auto tensor = [](const char* tag, const std::string& content) {
        return record(
            event(0, 1, field(1, std::string_view(tag)) + field(8, std::string_view(content))));
    };
    const auto packed = [](unsigned number, std::string_view bytes) {
        return field(number, bytes);
    };
    const TrainingCurves curves = curves_of(
        tensor("float", field(1, std::uint64_t{1}) + shape({}) + packed(5, bytes_of(0.75F))) +
        tensor("content", field(1, std::uint64_t{1}) + shape({}) +
                              field(4, std::string_view(bytes_of(-3.F)))) +
        tensor("double", field(1, std::uint64_t{2}) + shape({1}) + packed(6, bytes_of(1e300))) +
        tensor("int64", field(1, std::uint64_t{9}) + shape({1, 1}) + packed(10, varint(12345))) +
        tensor("pair",
               field(1, std::uint64_t{1}) + shape({2}) + packed(5, bytes_of(1.F) + bytes_of(2.F))) +
        tensor("text", field(1, std::uint64_t{7}) + shape({}) + packed(8, "words")) +
        tensor("short", field(1, std::uint64_t{1}) + shape({}) + field(4, std::string_view("ab"))));
    REQUIRE(curves.runs.front().series.size() == 4);
    const auto& series = curves.runs.front().series;
    CHECK(series[0].values == Numbers{0.75});
    CHECK(series[1].values == Numbers{-3});
    CHECK(series[2].values == Numbers{1e300});
    CHECK(series[3].name == "int64");
    CHECK(series[3].values == Numbers{12345});
}

TEST_CASE("what is not known of an event is passed over, and numbers that are none are kept",
          "[io]") {
    const float none = std::numeric_limits<float>::quiet_NaN();
    const std::string strange = field(99, std::string_view("later")) + field(77, 1.5) +
                                event(1, 7, simple_value("loss", none) + field(88, 2.5F));
    const TrainingCurves curves = curves_of(record(strange) + scalar_record(8, HUGE_VALF));
    const ScalarSeries& loss = curves.runs.front().series.front();
    CHECK(loss.steps == Numbers{7, 8});
    CHECK(std::isnan(loss.values[0]));
    CHECK(std::isinf(loss.values[1]));
}

TEST_CASE("a wrong checksum is named by its offset and its record left out", "[io]") {
    const std::string first = scalar_record(1, 1);
    std::string second = scalar_record(2, 2);
    second[20] = static_cast<char>(second[20] ^ 1);
    const TrainingCurves curves = curves_of(first + second + scalar_record(3, 3));
    CHECK(curves.runs.front().series.front().steps == Numbers{1, 3});
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0],
               contains("byte " + std::to_string(first.size()) +
                        ": the checksum of a record's data is wrong; it is left out"));
}

TEST_CASE("behind bytes that are no record the next one is found", "[io]") {
    const std::string first = scalar_record(1, 1);
    const std::string length = bytes_of(std::uint64_t{1} << 63U);
    const auto [damage, words] = GENERATE_COPY(table<std::string, std::string>(
        {{std::string(100, 'x'), "the checksum of a record's length is wrong"},
         {std::string(3, '\0'), "the checksum of a record's length is wrong"},
         {length + masked(length) + "data",
          "a record of 9223372036854775808 bytes, expected at most 2147483647"}}));
    const TrainingCurves curves =
        curves_of(first + damage + scalar_record(2, 2) + scalar_record(3, 3));
    CHECK(curves.runs.front().series.front().steps == Numbers{1, 2, 3});
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("byte " + std::to_string(first.size()) + ": " + words));
}

TEST_CASE("files that hold no event are refused", "[io]") {
    const std::string length = bytes_of(std::uint64_t{1} << 63U);
    const auto [bytes, words] = GENERATE_COPY(table<std::string, std::string>(
        {{std::string(200, 'x'), "byte 0: the checksum of a record's length is wrong; no event"},
         {length + masked(length), "byte 0: a record of 9223372036854775808 bytes"},
         {record("\x0a\xff"), "byte 0: a record is not an event"}}));
    CHECK_THROWS_WITH(curves_of(bytes), contains(words));
}

TEST_CASE("of a file that ends within a record what is whole is read, at any length", "[io]") {
    const std::string whole = scalar_record(1, 1) + scalar_record(2, 2);
    const std::size_t first = scalar_record(1, 1).size();
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        INFO("bytes: " << size);
        const TrainingCurves curves = curves_of(whole.substr(0, size));
        const std::size_t expected = size < first ? 0 : size < whole.size() ? 1 : 2;
        const auto& series = curves.runs.front().series;
        REQUIRE(series.size() == (expected > 0 ? 1 : 0));
        if (expected > 0) CHECK(series.front().size() == expected);
        const bool is_cut = size % first != 0;
        REQUIRE(curves.warnings.size() == (is_cut ? 1 : 0));
        if (is_cut)
            CHECK_THAT(curves.warnings[0],
                       contains("ends in the middle of a record, which begins at byte " +
                                std::to_string(size < first ? 0 : first)));
    }
}

TEST_CASE("a run that is still going is followed", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "run" / "events.out.tfevents.1";
    const std::string third = scalar_record(3, 3);
    put(file, scalar_record(1, 1) + scalar_record(2, 2) + third.substr(0, 9));
    CurveFollower follower(folder.path());
    CHECK(follower.update());
    CHECK_FALSE(follower.update());
    CHECK(follower.curves().runs.front().name == "run");
    CHECK(follower.curves().runs.front().series.front().steps == Numbers{1, 2});
    CHECK(follower.curves().warnings.size() == 1);

    add(file, third.substr(9) + scalar_record(4, 4, "acc"));
    CHECK(follower.update());
    REQUIRE(follower.curves().runs.front().series.size() == 2);
    CHECK(follower.curves().runs.front().series[0].steps == Numbers{1, 2, 3});
    CHECK(follower.curves().runs.front().series[1].steps == Numbers{4});
    CHECK(follower.curves().warnings.empty());

    // Another file of the run takes it up at an earlier step.
    put(folder.path() / "run" / "events.out.tfevents.2", record(scalar_event(2000, 2, "loss", 20)));
    CHECK(follower.update());
    CHECK(follower.curves().runs.front().series[0].steps == Numbers{1, 2});
    CHECK(follower.curves().runs.front().series[0].values == Numbers{1, 20});
    CHECK_THAT(follower.curves().warnings.at(0), contains("the run was resumed; 2 points"));

    // One that was begun anew.
    fs::remove(folder.path() / "run" / "events.out.tfevents.2");
    put(file, scalar_record(9, 9));
    CHECK(follower.update());
    CHECK(follower.curves().runs.front().series[0].steps == Numbers{9});
}

TEST_CASE("damage at the end of a growing file is told once", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "events.out.tfevents.1";
    put(file, scalar_record(1, 1) + std::string(40, 'x'));
    CurveFollower follower(file);
    follower.update();
    CHECK(follower.curves().warnings.size() == 1);
    add(file, std::string(8, 'y') + scalar_record(2, 2));
    follower.update();
    CHECK(follower.curves().warnings.size() == 1);
    CHECK(follower.curves().runs.front().series.front().steps == Numbers{1, 2});
}

TEST_CASE("many records are the same for any number of threads", "[io]") {
    std::string bytes;
    for (std::uint64_t i = 0; i < 40'000; ++i)
        bytes += scalar_record(i, static_cast<float>(i) / 8, i % 3 == 0 ? "a" : "b");
    const TemporaryFolder folder;
    put(folder.path() / "events.out.tfevents.1", bytes);
    const TrainingCurves one = read_training_curves(folder.path(), {}, 1);
    const TrainingCurves four = read_training_curves(folder.path(), {}, 4);
    REQUIRE(one.runs.front().series.size() == 2);
    for (std::size_t s = 0; s < 2; ++s) {
        const ScalarSeries& series = one.runs.front().series[s];
        CHECK(series.steps == four.runs.front().series[s].steps);
        CHECK(series.values == four.runs.front().series[s].values);
        REQUIRE(series.size() == (s == 0 ? 13'334 : 26'666));
        for (std::size_t i = 0; i < series.size(); ++i)
            REQUIRE(series.values[i] == series.steps[i] / 8);
    }
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(read_training_curves(folder.path(), {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("a run that was begun again within a file replaces its later steps", "[io]") {
    const TrainingCurves curves =
        curves_of(scalar_record(1, 1) + scalar_record(2, 2) + scalar_record(3, 3) +
                  scalar_record(2, 20) + scalar_record(3, 30));
    CHECK(curves.runs.front().series.front().steps == Numbers{1, 2, 3});
    CHECK(curves.runs.front().series.front().values == Numbers{1, 20, 30});
    CHECK_THAT(curves.warnings.at(0), contains("begun again at an earlier step; 2 points"));
}

TEST_CASE("two writers of one curve at the same time are two runs, one after the other is one",
          "[io]") {
    const TemporaryFolder folder;
    const auto at = [](double time, std::uint64_t step, float value) {
        return record(scalar_event(time, step, "loss", value));
    };
    put(folder.path() / "events.out.tfevents.1", at(10, 1, 1) + at(30, 2, 2));
    put(folder.path() / "events.out.tfevents.2", at(20, 1, 5) + at(40, 2, 6));
    put(folder.path() / "events.out.tfevents.3", at(50, 3, 3));
    const TrainingCurves curves = read_training_curves(folder.path());
    REQUIRE(curves.runs.size() == 2);
    CHECK(curves.runs[0].series.front().values == Numbers{1, 2, 3});
    CHECK(curves.runs[1].name == curves.runs[0].name + " (2)");
    CHECK(curves.runs[1].series.front().values == Numbers{5, 6});
    CHECK_THAT(curves.warnings.at(0), contains("at the same time"));
}

TEST_CASE("several runs lie in a folder", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "b" / "events.out.tfevents.1", scalar_record(1, 1));
    put(folder.path() / "a" / "deep" / "events.out.tfevents.1", scalar_record(1, 2));
    put(folder.path() / "events.out.tfevents.1", scalar_record(1, 3));
    put(folder.path() / "broken" / "events.out.tfevents.1", std::string(50, 'x'));
    put(folder.path() / "notes.txt", "nothing to be read");
    const TrainingCurves curves = read_training_curves(folder.path() / "");
    REQUIRE(curves.runs.size() == 3);
    std::vector<std::string> names;
    for (const CurveRun& run : curves.runs) names.push_back(run.name);
    CHECK(std::find(names.begin(), names.end(), "a/deep") != names.end());
    CHECK(std::find(names.begin(), names.end(), "b") != names.end());
    CHECK(std::find(names.begin(), names.end(), folder.path().filename().string()) != names.end());
    REQUIRE(curves.warnings.size() == 1);
    CHECK_THAT(curves.warnings[0], contains("broken/events.out.tfevents.1: byte 0"));
}
