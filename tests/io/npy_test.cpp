#include "support/catch.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using tests::contains;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// A .npy file made by hand of this dictionary and these bytes of data.
Bytes npy(const std::string& dictionary, const Bytes& data, int version = 1) {
    Bytes bytes{0x93, 'N', 'U', 'M', 'P', 'Y', static_cast<std::uint8_t>(version), 0};
    bytes.push_back(static_cast<std::uint8_t>(dictionary.size() & 0xFFU));
    bytes.push_back(static_cast<std::uint8_t>(dictionary.size() >> 8U));
    if (version > 1) bytes.insert(bytes.end(), {0, 0});
    bytes.insert(bytes.end(), dictionary.begin(), dictionary.end());
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

std::string dictionary(const std::string& descr, const std::string& shape) {
    return "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
}

std::vector<std::int32_t> integers(const std::string& descr, const std::string& shape,
                                   const Bytes& data) {
    return NpyArray::from_bytes(npy(dictionary(descr, shape), data), "a").integers();
}

std::vector<float> reals(const std::string& descr, const std::string& shape, const Bytes& data) {
    return NpyArray::from_bytes(npy(dictionary(descr, shape), data), "a").reals();
}

std::string fault(const Bytes& bytes) {
    try {
        static_cast<void>(NpyArray::from_bytes(bytes, "a.npy"));
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

std::string fault_of(const std::string& dictionary_text) {
    return fault(npy(dictionary_text, Bytes(64, 0)));
}

}  // namespace

TEST_CASE("integers of every width and either byte order are read", "[io]") {
    using Values = std::vector<std::int32_t>;
    CHECK(integers("|i1", "(3,)", {1, 0xFF, 0x80}) == Values{1, -1, -128});
    CHECK(integers("|u1", "(2,)", {1, 0xFF}) == Values{1, 255});
    CHECK(integers("|b1", "(2,)", {1, 0}) == Values{1, 0});
    CHECK(integers("<i2", "(2,)", {0x34, 0x12, 0xFE, 0xFF}) == Values{0x1234, -2});
    CHECK(integers(">i2", "(2,)", {0x12, 0x34, 0xFF, 0xFE}) == Values{0x1234, -2});
    CHECK(integers("<u2", "(1,)", {0xFE, 0xFF}) == Values{0xFFFE});
    CHECK(integers("<i4", "(1,)", {0x78, 0x56, 0x34, 0x12}) == Values{0x12345678});
    CHECK(integers(">u4", "(1,)", {0x12, 0x34, 0x56, 0x78}) == Values{0x12345678});
    CHECK(integers("<i8", "(1,)", {0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}) == Values{-3});
    CHECK(integers(">u8", "(1,)", {0, 0, 0, 0, 0, 0, 1, 2}) == Values{258});
    CHECK_THROWS_WITH(integers("<u4", "(1,)", {0, 0, 0, 0x80}),
                      contains("a: entry 0 is 2147483648, expected an integer of 32 bits"));
    CHECK_THROWS_WITH(integers("<f4", "(1,)", {0, 0, 0, 0}),
                      contains("holds real numbers, expected integers"));
}

TEST_CASE("real numbers of either width and byte order are read as float32", "[io]") {
    using Values = std::vector<float>;
    CHECK(reals("<f4", "(2,)", {0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0}) == Values{1.5F, -2});
    CHECK(reals(">f4", "(1,)", {0x3F, 0xC0, 0, 0}) == Values{1.5F});
    CHECK(reals("<f8", "(1,)", {0, 0, 0, 0, 0, 0, 0xF8, 0x3F}) == Values{1.5F});
    CHECK(reals(">f8", "(1,)", {0x3F, 0xF8, 0, 0, 0, 0, 0, 0}) == Values{1.5F});
    CHECK(reals("|i1", "(1,)", {0xFF}) == Values{-1});
    CHECK(reals("<f8", "(1,)", {0, 0, 0, 0, 0, 0, 0xF0, 0x7F})[0] ==
          std::numeric_limits<float>::infinity());
    // 2 to the 200th.
    CHECK_THROWS_WITH(reals("<f8", "(1,)", {0, 0, 0, 0, 0, 0, 0x70, 0x4C}),
                      contains("expected a number within"));
}

TEST_CASE("shapes, versions and the ways of writing a header are understood", "[io]") {
    const Bytes six{1, 2, 3, 4, 5, 6};
    const Bytes bytes = npy(dictionary("|u1", "(3, 2)"), six);  // the array views them
    const auto table = NpyArray::from_bytes(bytes, "a");
    CHECK(table.shape() == std::vector<std::size_t>{3, 2});
    std::vector<std::int32_t> row(2);
    table.read(2, std::span(row));
    CHECK(row == std::vector<std::int32_t>{3, 4});
    for (const int version : {1, 2, 3})
        CHECK(NpyArray::from_bytes(npy(dictionary("|u1", "(6,)"), six, version), "a").size() == 6);
    CHECK(NpyArray::from_bytes(npy(dictionary("|u1", "()"), six), "a").size() == 1);
    CHECK(NpyArray::from_bytes(npy(dictionary("|u1", "(0, 9)"), {}), "a").size() == 0);
    CHECK(fault_of("{'shape':(2,3,),\"descr\":'<f4','fortran_order':False}") == "no error");
}

TEST_CASE("what is not read is refused by name", "[io]") {
    CHECK_THAT(fault({}), contains("a.npy: is not a .npy file"));
    CHECK_THAT(fault(Bytes(100, 'x')), contains("is not a .npy file"));
    CHECK_THAT(fault(npy(dictionary("<f4", "(1,)"), {}, 4)),
               contains("version 4, expected 1 to 3"));
    CHECK_THAT(fault_of("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }"),
               contains("Fortran order"));
    CHECK_THAT(fault_of(dictionary("|O", "(2,)")), contains("holds objects (\"|O\")"));
    CHECK_THAT(fault_of(dictionary("O", "(2,)")), contains("holds objects"));
    CHECK_THAT(fault_of(dictionary("<c8", "(2,)")), contains("holds complex numbers"));
    CHECK_THAT(fault_of(dictionary("<U3", "(2,)")), contains("holds strings"));
    CHECK_THAT(fault_of(dictionary("|V8", "(2,)")), contains("holds structures"));
    CHECK_THAT(fault_of(dictionary("<f2", "(2,)")), contains("an unsupported width"));
    CHECK_THAT(fault_of(dictionary("<i3", "(2,)")), contains("an unsupported width"));
    CHECK_THAT(fault_of(dictionary("<M8[ns]", "(2,)")), contains("holds an unsupported type"));
    CHECK_THAT(fault_of("{'descr': [('a', '<i4'), ('b', '<f4', (2,))], 'fortran_order': False, "
                        "'shape': (2,), }"),
               contains("holds structures, expected numbers"));
}

TEST_CASE("a header that is no such dictionary is refused, and nothing in it is evaluated",
          "[io]") {
    for (const char* text :
         {"", "{}", "{'descr': '<f4', 'fortran_order': False}", "{'descr': '<f4'",
          "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2**9,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': [1]}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} and more",
          "{'descr': '<\\x664', 'fortran_order': False, 'shape': (1,)}",
          "{'descr': [[], 'fortran_order': False, 'shape': (1,)}"}) {
        INFO(text);
        CHECK(fault_of(text) ==
              "a.npy: has a broken header, expected descr, fortran_order and shape");
    }
}

TEST_CASE("a shape that the file cannot hold is refused before memory is taken", "[io]") {
    CHECK(fault_of(dictionary("<f8", "(9,)")) ==
          "a.npy: is too short for its shape: it has 64 bytes of data, expected 72");
    CHECK_THAT(fault_of(dictionary("<f8", "(4294967296, 4294967296)")),
               contains("expected far more"));
    CHECK_THAT(fault_of(dictionary("<f8", "(2305843009213693952,)")),
               contains("expected far more"));
    Bytes cut = npy(dictionary("<f4", "(1,)"), {});
    cut.resize(20);
    CHECK_THAT(fault(cut), contains("ends within its header"));
    Bytes long_header = npy(dictionary("<f4", "(1,)"), {}, 2);
    long_header[11] = 0xFF;
    CHECK_THAT(fault(long_header), contains("ends within its header"));
}

TEST_CASE("native entries are viewed in place", "[io]") {
    alignas(64) const Bytes bytes = npy(dictionary("<i4", "(2,)"), {1, 0, 0, 0, 2, 0, 0, 0});
    const NpyArray integers = NpyArray::from_bytes(bytes, "a");
    CHECK(integers.item_size() == 4);
    CHECK_FALSE(integers.reals_in_place());
    if (const auto view = integers.integers_in_place()) CHECK((*view)[1] == 2);
    const Bytes swapped = npy(dictionary(">f4", "(1,)"), {0x3F, 0x80, 0, 0});
    CHECK_FALSE(NpyArray::from_bytes(swapped, "a").reals_in_place());
}
