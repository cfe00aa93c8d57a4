#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
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
    // Whole real numbers; NaN stands for what is unknown.
    CHECK(integers("<f4", "(3,)", {0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0xC0, 0x7F}) ==
          Values{1, -2, -1});
    CHECK_THROWS_WITH(integers("<f4", "(1,)", {0, 0, 0xC0, 0x3F}),
                      contains("a: entry 0 is 1.5, expected a whole number of 32 bits"));
    CHECK_THROWS_WITH(integers("<f4", "(1,)", {0, 0, 0, 0x4F}), contains("is 2.14748e+09"));
    CHECK_THROWS_WITH(integers("|S1", "(1,)", {'a'}), contains("holds texts, expected numbers"));
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
    CHECK_THAT(fault_of(dictionary("|O", "(2,)")), contains("holds objects (\"|O\")"));
    CHECK_THAT(fault_of(dictionary("O", "(2,)")), contains("holds objects"));
    CHECK_THAT(fault_of(dictionary("<c8", "(2,)")), contains("holds complex numbers"));
    CHECK_THAT(fault_of(dictionary("<U0", "(2,)")), contains("texts of an unsupported length"));
    CHECK_THAT(fault_of(dictionary("<Ux", "(2,)")), contains("texts of an unsupported length"));
    CHECK_THAT(fault_of(dictionary("|S99999999999999999999", "(2,)")),
               contains("texts of an unsupported length"));
    CHECK_THAT(fault_of(dictionary("|V8", "(2,)")), contains("holds structures"));
    CHECK_THAT(fault_of(dictionary("<f1", "(2,)")), contains("an unsupported width"));
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

TEST_CASE("half precision is read", "[io]") {
    using Values = std::vector<float>;
    // 1.5, -2, the smallest number, the largest, and infinity.
    CHECK(reals("<f2", "(5,)", {0, 0x3E, 0, 0xC0, 1, 0, 0xFF, 0x7B, 0, 0x7C}) ==
          Values{1.5F, -2, 0x1p-24F, 65504, std::numeric_limits<float>::infinity()});
    CHECK(reals(">f2", "(2,)", {0x3E, 0, 0x80, 0}) == Values{1.5F, -0.0F});
    CHECK(std::isnan(reals("<f2", "(1,)", {1, 0x7C})[0]));
    CHECK(integers("<f2", "(2,)", {0, 0x3C, 0, 0x7E}) == std::vector<std::int32_t>{1, -1});
    // bfloat16, as ml_dtypes saves it and as a file name tells it.
    CHECK(reals("|V2", "(2,)", {0xC0, 0x3F, 0, 0xC0}) == Values{1.5F, -2});
    const Bytes bytes = npy(dictionary("<u2", "(1,)"), {0xC0, 0x3F});
    const auto named = NpyArray::from_bytes(bytes, "run/embeddings_BF16.npy");
    CHECK(named.reals() == Values{1.5F});
    CHECK(named.type_name() == "bfloat16");
    CHECK(NpyArray::from_bytes(bytes, "bf16/embeddings.npy").reals() == Values{0x3FC0});
}

TEST_CASE("Fortran order is read in C order", "[io]") {
    // (2, 3, 2) of which the entries are 0 to 11 in C order.
    const Bytes bytes = npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 2), }",
                            {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11});
    const auto array = NpyArray::from_bytes(bytes, "a");
    CHECK(array.integers() == std::vector<std::int32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    CHECK_FALSE(array.reals_in_place());
    std::vector<float> part(5);
    array.read(5, std::span(part));
    CHECK(part == std::vector<float>{5, 6, 7, 8, 9});
    CHECK(array.type_name() == "uint8 in Fortran order");
    const Bytes list = npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2,), }", {3, 4});
    CHECK(NpyArray::from_bytes(list, "a").integers() == std::vector<std::int32_t>{3, 4});
    const Bytes none = npy("{'descr': '|u1', 'fortran_order': True, 'shape': (0, 2), }", {});
    CHECK(NpyArray::from_bytes(none, "a").reals().empty());
}

TEST_CASE("axes of length 1 are left out, but for the first", "[io]") {
    const Bytes six{0, 1, 2, 3, 4, 5};
    const auto squeezed = [&](const std::string& shape) {
        const Bytes bytes = npy(dictionary("|u1", shape), six);
        return NpyArray::from_bytes(bytes, "a").squeezed().shape();
    };
    using Shape = std::vector<std::size_t>;
    CHECK(squeezed("(3, 2, 1, 1)") == Shape{3, 2});
    CHECK(squeezed("(3, 1, 2)") == Shape{3, 2});
    CHECK(squeezed("(6, 1)") == Shape{6, 1});
    CHECK(squeezed("(1, 6)") == Shape{1, 6});
    CHECK(squeezed("(1, 1, 1)") == Shape{1, 1});
    CHECK(squeezed("(6,)") == Shape{6});
    CHECK(squeezed("()") == Shape{});
}

TEST_CASE("texts are read", "[io]") {
    using Texts = std::vector<std::string>;
    const Bytes wide = npy(dictionary("<U2", "(2,)"), {'a', 0, 0, 0, 0xE9, 0, 0, 0,  //
                                                       0x2D, 0x4E, 0, 0, 0, 0, 0, 0});
    CHECK(NpyArray::from_bytes(wide, "a").texts() == Texts{"a\xC3\xA9", "\xE4\xB8\xAD"});
    const Bytes odd = npy(dictionary(">U1", "(2,)"), {0, 1, 0xF6, 0, 0, 0, 0xD8, 0});
    CHECK(NpyArray::from_bytes(odd, "a").texts() == Texts{"\xF0\x9F\x98\x80", "\xEF\xBF\xBD"});
    const Bytes narrow = npy(dictionary("|S3", "(2,)"), {'c', 'a', 't', 'x', 0, 0});
    CHECK(NpyArray::from_bytes(narrow, "a").texts() == Texts{"cat", "x"});
    CHECK_THROWS_WITH(NpyArray::from_bytes(narrow, "a").reals(), contains("holds texts"));
    const Bytes numbers = npy(dictionary("|u1", "(1,)"), {0});
    CHECK_THROWS_WITH(NpyArray::from_bytes(numbers, "a").texts(), contains("holds numbers"));
}

TEST_CASE("a file that was cut off is told from a broken one", "[io]") {
    const Bytes whole = npy(dictionary("<f4", "(2,)"), Bytes(8, 0));
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{9}, std::size_t{30}, whole.size() - 1}) {
        CAPTURE(size);
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_THROWS_AS(NpyArray::from_bytes(cut, "a"), FileCutOff);
    }
    CHECK_NOTHROW(NpyArray::from_bytes(whole, "a"));
}

TEST_CASE("arrays need no file that stays open, and still notice a file that shrinks", "[io]") {
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a.npy";
    const Bytes bytes = npy(dictionary("<i4", "(2,)"), {1, 0, 0, 0, 2, 0, 0, 0});
    const auto write = [&](std::size_t count) {
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()),
                   static_cast<std::streamsize>(count));
    };
    write(bytes.size());
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit few = before;
    few.rlim_cur = std::min<rlim_t>(before.rlim_cur, 100);
    setrlimit(RLIMIT_NOFILE, &few);
    std::vector<NpyArray> arrays;
    for (int i = 0; i < 500; ++i) arrays.push_back(NpyArray::open(file));
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK(arrays.back().integers() == std::vector<std::int32_t>{1, 2});
    CHECK_FALSE(arrays.front().fault());
    std::filesystem::resize_file(file, bytes.size() - 4);
    CHECK(arrays.front().fault());
    // One that takes its place is another.
    std::filesystem::remove(file);
    write(bytes.size() - 4);
    CHECK_FALSE(arrays.front().fault());
}
