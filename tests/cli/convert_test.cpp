#include "cli/call.h"
#include "cli/folder.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace epochscope;
using namespace epochscope::tests;
using nlohmann::json;

TEST_CASE("convert writes what info says the same of") {
    const SmallFolder folder;
    folder.write("samples.csv", "id,text,n\na,\"x, y\",1\nb,,2\nc,z,\n");
    const Outcome npy =
        call({"convert", folder.path(), "--to", "npy", "--out", folder.beside("arrays")});
    CHECK(npy.code == 0);
    CHECK(npy.out.empty());
    CHECK_THAT(npy.err, contains("3 epochs of 3 samples in "));
    CHECK(call({"convert", folder.beside("arrays"), "--to", "json", "--out", folder.beside("json")})
              .code == 0);
    const auto facts = [](const std::string& path) {
        json all = json::parse(call({"info", path, "--json"}).out);
        for (const char* own : {"name", "path", "format", "reasons"}) all.erase(own);
        return all;
    };
    const json expected = facts(folder.path());
    CHECK(expected["accuracy"].size() == 3);
    CHECK(expected["columns"].size() == 3);
    CHECK(facts(folder.beside("arrays")) == expected);
    CHECK(facts(folder.beside("json")) == expected);
    const json arrays = json::parse(call({"info", folder.beside("arrays"), "--json"}).out);
    CHECK(arrays["format"] == "arrays");
}

TEST_CASE("a call of convert that is at fault says how") {
    const SmallFolder folder;
    const std::string out = folder.beside("out");
    const auto fault = [](const std::vector<std::string>& arguments, int code) {
        const Outcome outcome = call(arguments);
        CHECK(outcome.code == code);
        CHECK(outcome.out.empty());
        return outcome.err;
    };
    CHECK_THAT(fault({"convert", folder.path(), "--out", out}, 2), contains("--to is required"));
    CHECK_THAT(fault({"convert", folder.path(), "--to", "npy"}, 2), contains("--out is required"));
    CHECK_THAT(fault({"convert", folder.path(), "--to", "csv", "--out", out}, 2),
               contains("is \"csv\", expected json or npy"));
    CHECK_THAT(fault({"convert", folder.path(), "--to", "npy", "--out", folder.path()}, 2),
               contains("is what is read, expected another path"));
    CHECK_THAT(fault({"convert", folder.beside("none"), "--to", "npy", "--out", out}, 1),
               contains("cannot be opened"));
    CHECK_FALSE(std::filesystem::exists(out));
}
