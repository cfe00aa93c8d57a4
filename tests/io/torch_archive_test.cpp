#include "io/torch/torch_archive.h"

#include "io/recording/head_reader.h"
#include "io/zip/inflate.h"
#include "io/zip/zip_entries.h"
#include "io/zip_bytes.h"
#include "support/catch.h"

#include <epochscope/model/error.h>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Files = ZipFiles;
using Numbers = ZipNumbers;

Files module_of(const std::string& code) {
    return {{"head/data.pkl", "x"},
            {"head/code/__torch__.py", code},
            {"head/constants.pkl", "x"},
            {"head/version", "3\n"}};
}

/// What is wrong with a file; empty where nothing is.
std::string fault_of(const std::string& file) {
    const std::vector<std::uint8_t> bytes(file.begin(), file.end());
    try {
        expect_torch_archive(bytes, "head.pt");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

const std::string plain =
    "class Head(Module):\n  def forward(self: __torch__.Head,\n    x: Tensor) -> Tensor:\n"
    "    _0 = getattr(self, \"0\")\n    y = ops.prim.data(x)\n"
    "    return torch.relu((_0).forward(x, ))\n";

}  // namespace

TEST_CASE("a TorchScript archive is let through", "[torch_archive]") {
    CHECK(fault_of(zip_of(module_of(plain))).empty());
    CHECK(fault_of(zip_of(module_of("saved = self.saver.from_files\n"))).empty());
}

TEST_CASE("what is no TorchScript archive is refused by name", "[torch_archive]") {
    const std::string whole = zip_of(module_of(plain));
    const std::vector<std::pair<std::string, std::string>> table{
        {"", "head.pt: is empty"},
        {"\x80\x02}q", "is a pickle, as torch.save writes it"},
        {zip_of({{"archive/data.pkl", "x"}, {"archive/data/0", "x"}}),
         "is a pickle in a zip archive"},
        {"weights", "is not a zip archive"},
        {zip_of({{"a.txt", "x"}}), "without TorchScript in it"},
        {zip_of({}), "is not a zip archive"},
        {whole.substr(0, whole.size() - 1), "without an end; it was cut off"},
        {whole + "x", "without an end; it was cut off"},
        {whole.substr(0, 100), "without an end; it was cut off"},
    };
    for (const auto& [file, words] : table) {
        CAPTURE(words);
        CHECK_THAT(fault_of(file), contains(words));
    }
    // Where something else would do, it says what.
    CHECK_THAT(fault_of("\x80\x02}q"), contains("torch.jit.script(model.fc).save(\"head.pt\")"));
}

TEST_CASE("code that could reach files is refused before libtorch sees it", "[torch_archive]") {
    for (const std::string code :
         {"y = torch.from_file(\"/etc/passwd\")", "torch.save(x, \"/tmp/x\")",
          "y = ops.aten.from_file(x)", "def forward(self, x: Tensor=torch.from_file(\"a\"))",
          "y = ops.quantized.linear(x)", "y = ops .aten.relu(x)", "y = ops.#aten.\nimage.read(x)",
          "y = __torch__.torch.classes.dist_c10d.Store(x)", "y = getattr(torch, \"from\\137file\")",
          "y = getattr(torch, \"from\" \"_file\")", "y = getattr(torch, name)", "# save",
          "y = \"from_file\""}) {
        CAPTURE(code);
        CHECK_THAT(fault_of(zip_of(module_of(plain + "    " + code + "\n"))),
                   contains("is refused"));
    }
    // Whatever the ending's case, which libtorch does not look at.
    Files files = module_of(plain);
    files.emplace_back("head/code/other.PY", "torch.save(x)");
    CHECK_THAT(fault_of(zip_of(files)), contains("names save in its code"));
}

TEST_CASE("archives that lie about themselves are refused", "[torch_archive]") {
    const std::vector<std::pair<std::string, std::function<void(Numbers&)>>> table{
        {"are encrypted", [](Numbers& n) { n.flags = 1; }},
        {"compressed by another method", [](Numbers& n) { n.method = 12; }},
        {"a file with two sizes", [](Numbers& n) { n.unpacked += 1; }},
        {"has broken compressed data", [](Numbers& n) { n.method = 8; }},
        {"points outside", [](Numbers& n) { n.packed = n.unpacked = 100000; }},
        {"points outside", [](Numbers& n) { n.offset = 100000; }},
        {"points to wrong entries", [](Numbers& n) { n.offset += 1; }},
    };
    for (const auto& [words, bending] : table) {
        CAPTURE(words);
        const auto& bend = bending;
        const std::string file =
            zip_of(module_of(plain), [&](const std::string& name, Numbers& numbers) {
                if (name.ends_with(".py")) bend(numbers);
            });
        CHECK_THAT(fault_of(file), contains(words));
    }
}

TEST_CASE("an archive that unpacks to more than heads need is refused", "[torch_archive]") {
    const auto claiming = [](std::uint64_t size) {
        return zip_of(module_of(plain), [&](const std::string& name, Numbers& numbers) {
            if (!name.ends_with("data.pkl")) return;
            numbers.method = 8;
            numbers.unpacked = size;
        });
    };
    CHECK_THAT(fault_of(claiming(0xFFFFFFF0)), contains("unpacks to more than 268435456 bytes"));
    CHECK(fault_of(claiming(100000)).empty());
    // Files that share their bytes are as many as one likes.
    Files many = module_of(plain);
    for (int i = 0; i < 100; ++i) many.emplace_back("head/data/" + std::to_string(i), "x");
    const std::string large(3000, 'x');
    many.front().second = large;
    CHECK_THAT(fault_of(zip_of(many,
                               [&](const std::string& name, Numbers& numbers) {
                                   if (!name.starts_with("head/data/")) return;
                                   numbers.offset = 0;
                                   numbers.packed = numbers.unpacked = large.size();
                               })),
               contains("files that overlap"));
}

TEST_CASE("the reference BLAS is warned of, and no other", "[torch_archive]") {
    CHECK_THAT(words_on_blas("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"),
               contains("ten times slower than OpenBLAS"));
    for (const char* file :
         {"", "/usr/lib/x86_64-linux-gnu/openblas-serial/libblas.so.3",
          "/usr/lib/x86_64-linux-gnu/blis-serial/libblis.so.4", "/opt/libtorch/libtorch_cpu.so"})
        CHECK(words_on_blas(file).empty());
}

TEST_CASE("what deflate packed is unpacked to its size or not at all", "[torch_archive]") {
    // zlib.compressobj(wbits=-15) of b"head" * 5.
    const std::vector<std::uint8_t> packed{0xCB, 0x48, 0x4D, 0x4C, 0xC9, 0x40, 0xC3, 0x00};
    CHECK(inflated(packed, 20) == "headheadheadheadhead");
    CHECK_FALSE(inflated(packed, 19).has_value());
    CHECK_FALSE(inflated(packed, 21).has_value());
    CHECK_FALSE(inflated(std::span(packed).first(4), 20).has_value());
    CHECK_FALSE(inflated({}, 1).has_value());
}
