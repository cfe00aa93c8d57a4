#include "io/recording/head_reader.h"

#include "io/torch/torch_archive.h"
#include "io/torch/torch_library.h"

#include <epochscope/io/file.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The first line of a libtorch message.
class Words {
  public:
    [[nodiscard]] EpochscopeTorchText room() { return {text_.data(), text_.size()}; }
    [[nodiscard]] std::string text() const { return text_.data(); }

  private:
    std::array<char, 512> text_{};
};

class TorchHead : public ClassifierHead {
  public:
    TorchHead(const EpochscopeTorch& torch, std::span<const std::uint8_t> bytes, std::string name,
              std::string file, const HeadShape& shape, const std::string& device)
        : torch_(torch),
          head_(nullptr, torch.free),
          name_(std::move(name)),
          file_(std::move(file)),
          shape_(shape) {
        Words why;
        head_.reset(torch.load(reinterpret_cast<const char*>(bytes.data()), bytes.size(),
                               device.c_str(), why.room()));
        if (!head_) throw Error(name_, "libtorch cannot read it (", why.text(), ")");
    }

    [[nodiscard]] std::size_t dimension() const override { return shape_.dimension; }
    [[nodiscard]] std::size_t class_count() const override { return shape_.classes; }
    [[nodiscard]] std::string file() const override { return file_; }

    void write_logits(std::span<const float> rows, std::span<float> logits) const override {
        Words why;
        if (!torch_.write_logits(head_.get(), shape_of(rows), rows.data(), logits.data(),
                                 why.room()))
            fail(why);
    }
    void write_gradients(std::span<const float> rows, std::span<const float> weights,
                         std::span<float> gradients) const override {
        Words why;
        if (!torch_.write_gradients(head_.get(), shape_of(rows), rows.data(), weights.data(),
                                    gradients.data(), why.room()))
            fail(why);
    }

  private:
    [[nodiscard]] EpochscopeTorchShape shape_of(std::span<const float> rows) const {
        return {rows.size() / shape_.dimension, shape_.dimension, shape_.classes};
    }
    [[noreturn]] void fail(const Words& why) const {
        throw Error(name_, "fails at rows of ", shape_.dimension, " features (", why.text(), ")");
    }

    const EpochscopeTorch& torch_;
    std::unique_ptr<EpochscopeTorchHead, void (*)(EpochscopeTorchHead*)> head_;
    std::string name_;
    std::string file_;
    HeadShape shape_;
};

/// The tolerance for last bits, which may depend on the number of rows.
bool are_close(float a, float b) {
    constexpr float fraction = 1e-3F;
    return std::abs(a - b) <= fraction * (1 + std::abs(a) + std::abs(b));
}

/// Rejects heads with random or batch-dependent results.
void expect_function(const ClassifierHead& head, std::span<const float> probe,
                     const std::string& name) {
    const std::size_t rows = std::min<std::size_t>(probe.size() / head.dimension(), 2);
    const std::span<const float> asked = probe.first(rows * head.dimension());
    std::vector<float> once(rows * head.class_count());
    std::vector<float> twice(once.size());
    head.write_logits(asked, once);
    if (!std::ranges::all_of(once, [](float value) { return std::isfinite(value); }))
        throw Error(name, "gives logits that are not finite");
    head.write_logits(asked, twice);
    if (once != twice)
        throw Error(name, "gives other logits for the same features each time it is asked");
    std::vector<float> alone(head.class_count());
    head.write_logits(asked.first(head.dimension()), alone);
    if (!std::equal(alone.begin(), alone.end(), once.begin(), are_close))
        throw Error(name, "gives a sample other logits when others are asked about with it");
    std::vector<float> gradients(asked.size());
    head.write_gradients(asked, once, gradients);
}

const EpochscopeTorch& library_for(const std::string& name, const HeadLoading& loading) {
    try {
        return torch_library(loading.folders);
    } catch (const Error& error) {
        throw Error(name, "needs libtorch, and ", error.what());
    }
}

std::vector<std::uint8_t> bytes_of(const fs::path& file, const std::string& name) {
    try {
        return read_file(file, max_head_file);
    } catch (const Error& error) {
        throw Error(name, error.what());
    }
}

}  // namespace

std::shared_ptr<const ClassifierHead> read_head(const fs::path& file, const std::string& name,
                                                const HeadShape& shape,
                                                std::span<const float> probe,
                                                const HeadLoading& loading) {
    const std::vector<std::uint8_t> bytes = bytes_of(file, name);
    expect_torch_archive(bytes, name);
    std::error_code ignored;
    const EpochscopeTorch& torch = library_for(name, loading);
    auto head = std::make_shared<const TorchHead>(
        torch, bytes, name, fs::absolute(file, ignored).string(), shape, loading.device);
    expect_function(*head, probe, name);
    return head;
}

std::string words_on_blas(std::string_view file) {
    // No warning if unknown; libtorch from pytorch.org brings its own library.
    constexpr std::array<std::string_view, 6> fast{"openblas", "blis",  "mkl",
                                                   "atlas",    "torch", "armpl"};
    const auto is_named = [&](std::string_view name) { return file.find(name) != file.npos; };
    if (file.empty() || std::ranges::any_of(fast, is_named)) return {};
    return "libtorch multiplies matrices by " + std::string(file) +
           ", which seems to be the reference BLAS and is ten times slower than OpenBLAS (Debian: "
           "apt install libopenblas0)";
}

std::string words_on_products(const HeadLoading& loading) {
    Words file;
    torch_library(loading.folders).name_blas(file.room());
    return words_on_blas(file.text());
}

void expect_device(const HeadLoading& loading) {
    const std::string name = "device " + loading.device;
    const EpochscopeTorch& torch = library_for(name, loading);
    Words why;
    if (!torch.has_device(loading.device.c_str(), why.room())) throw Error(name, why.text());
}

}  // namespace epochscope
