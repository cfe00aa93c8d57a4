#include "io/recording/head_reader.h"

#include "support/catch.h"
#include "support/data.h"
#include "torch/heads.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/model/error.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

const std::vector<float> probe{0.5F, 2, -1, 1};

std::string fault_of(const fs::path& file, const HeadShape& shape = {2, 3}) {
    const std::vector<float> rows(2 * shape.dimension, 1.0F);
    try {
        (void)read_head(file, "head.pt", shape, shape.dimension == 2 ? probe : rows);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::vector<float> logits_of_probe(const fs::path& file) {
    std::vector<float> logits(6);
    read_head(file, "head.pt", {2, 3}, probe)->write_logits(probe, logits);
    return logits;
}

}  // namespace

TEST_CASE("TorchScript modules make logits of rows") {
    const auto heads = torch_heads();
    if (!heads) return;
    // x, y + 0.5 and 1 - x - y.
    CHECK(logits_of_probe(*heads / "linear.pt") ==
          std::vector<float>{0.5F, 2.5F, -1.5F, -1, 1.5F, 1});
    CHECK(logits_of_probe(*heads / "two_layers.pt") ==
          std::vector<float>{0.5F, 2.5F, 0, 0, 1.5F, 1});
    CHECK(logits_of_probe(*heads / "circle.pt") ==
          std::vector<float>{-3.25F, 0, -103.25F, -1, 0, -101});
    // Dropout is for training.
    CHECK(logits_of_probe(*heads / "in_training.pt") ==
          std::vector<float>{0.5F, 2, 0.5F, -1, 1, -1});
    CHECK(logits_of_probe(*heads / "printing.pt") == logits_of_probe(*heads / "in_training.pt"));
    const auto head = read_head(*heads / "circle.pt", "head.pt", {2, 3}, probe);
    CHECK(head->file() == (*heads / "circle.pt").string());
}

TEST_CASE("the slopes of a module are its gradient") {
    const auto heads = torch_heads();
    if (!heads) return;
    std::vector<float> slopes(4);
    const std::vector<float> weights{2, 5, 0, 1, 0, 1};
    // Of 1 - x^2 - y^2, twice and once, and of the same again.
    read_head(*heads / "circle.pt", "head.pt", {2, 3}, probe)
        ->write_gradients(probe, weights, slopes);
    CHECK(slopes == std::vector<float>{-2, -8, 4, -4});
    read_head(*heads / "linear.pt", "head.pt", {2, 3}, probe)
        ->write_gradients(probe, weights, slopes);
    CHECK(slopes == std::vector<float>{2, 5, 0, -1});
}

TEST_CASE("a module says the same on any thread") {
    const auto heads = torch_heads();
    if (!heads) return;
    const Head head(read_head(*heads / "two_layers.pt", "head.pt", {2, 3}, probe));
    std::vector<float> rows(6000);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<float>(i % 977) / 77;
    const std::vector<double> expected = logits_of(head, {rows, 2}, 1);
    CHECK(logits_of(head, {rows, 2}, 2) == expected);
    std::array<std::vector<double>, 4> found;
    std::vector<std::thread> threads;
    threads.reserve(found.size());
    for (auto& logits : found)
        threads.emplace_back([&] { logits = logits_of(head, {rows, 2}, 1); });
    for (std::thread& thread : threads) thread.join();
    for (const auto& logits : found) CHECK(logits == expected);
}

TEST_CASE("modules that are no heads are refused by name") {
    const auto heads = torch_heads();
    if (!heads) return;
    const std::vector<std::pair<std::string, std::string>> table{
        {"tuple", "the module gives a Tuple, expected a tensor"},
        {"narrow", "the module gives a tensor of [2, 2] for 2 rows, expected [2, 3]"},
        {"nan", "head.pt: gives logits that are not finite"},
        {"random", "gives other logits for the same features each time"},
        {"mixing", "gives a sample other logits when others are asked about with it"},
        {"changing", "the module changes itself when it is asked"},
        {"throwing", "too few"},
        {"wide", "fails at rows of 2 features (mat1 and mat2 shapes cannot be multiplied"},
        {"without_forward", "the module has no forward"},
        {"reading", "names from_file in its code"},
        {"writing", "names save in its code"},
    };
    for (const auto& [name, words] : table) {
        CAPTURE(name);
        CHECK_THAT(fault_of(*heads / (name + ".pt")), contains(words));
    }
    CHECK_FALSE(fs::exists("head-was-here"));
    CHECK_THAT(fault_of(*heads / "linear.pt", {2, 4}),
               contains("[2, 3] for 2 rows, expected [2, 4]"));
    CHECK_THAT(fault_of(*heads / "linear.pt", {5, 3}), contains("fails at rows of 5 features"));
}

TEST_CASE("files that are no modules are refused by name") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "head.pt";
    CHECK_THAT(fault_of(file), contains("head.pt"));
    CHECK_THAT(fault_of(folder.path()), contains("regular file"));
    fs::copy_file(*heads / "linear.pt", file);
    const auto whole = fs::file_size(file);
    for (const auto size : {std::uintmax_t{0}, std::uintmax_t{1}, whole / 2, whole - 1}) {
        fs::copy_file(*heads / "linear.pt", file, fs::copy_options::overwrite_existing);
        fs::resize_file(file, size);
        CHECK_FALSE(fault_of(file).empty());
    }
    // Without room for it to be read.
    fs::resize_file(file, std::uintmax_t{max_head_file} + 1);
    CHECK_THAT(fault_of(file), contains("head.pt"));
    // What lies in it is no longer what libtorch wrote; every byte of code and numbers in turn.
    for (std::uintmax_t at = 0; at < whole; at += 13) {
        fs::copy_file(*heads / "linear.pt", file, fs::copy_options::overwrite_existing);
        std::fstream(file).seekp(static_cast<std::streamoff>(at)).put('\x5A');
        (void)fault_of(file);
    }
}

TEST_CASE("without libtorch a head says what it needs") {
    const auto heads = torch_heads();
    if (!heads) return;
    const TemporaryFolder folder;
    const auto fault_in = [&](const fs::path& place) -> std::string {
        try {
            (void)read_head(*heads / "linear.pt", "head.pt", {2, 3}, probe, {.folders = {place}});
        } catch (const Error& error) {
            return error.what();
        }
        return {};
    };
    CHECK_THAT(fault_in(folder.path()),
               contains("head.pt: needs libtorch, and this program was built without libtorch"));
    // Never from where one happens to be.
    CHECK_THAT(fault_in("."), contains("built without libtorch"));
    std::ofstream(folder.path() / "epochscope_torch.so") << "no library";
    CHECK_THAT(fault_in(folder.path()), contains("libtorch cannot be loaded"));
}
