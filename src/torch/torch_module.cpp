#include <epochscope/torch/torch_interface.h>

#include <ATen/Parallel.h>
#include <dlfcn.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/python/update_graph_executor_opt.h>
#include <torch/csrc/jit/runtime/print_handler.h>
#include <torch/cuda.h>
#include <torch/script.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

struct EpochscopeTorchHead {
    // Asking changes nothing of it, but is no const method.
    mutable torch::jit::Module module;
    torch::Device device;
};

namespace {

void put(const std::string& text, EpochscopeTorchText into) {
    if (into.size == 0) return;
    const std::size_t count = std::min(text.size(), into.size - 1);
    std::memcpy(into.to, text.data(), count);
    into.to[count] = '\0';
}

/// What libtorch says without where it says so: of a traceback the last line.
std::string plain_words(const std::string& text) {
    std::istringstream lines(text);
    std::string last;
    std::string first;
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" ~^<-HERE") == std::string::npos) continue;
        if (first.empty()) first = line;
        last = line;
    }
    const bool is_trace = text.find("Traceback") != std::string::npos;
    std::string words = is_trace ? last : first;
    const std::string error = "RuntimeError: ";
    if (words.rfind(error, 0) == 0) words.erase(0, error.size());
    return words;
}

/// Does the work, which throws whatever libtorch throws.
template <typename Work>
bool tried(EpochscopeTorchText fault, const Work& work) {
    try {
        work();
        return true;
    } catch (const c10::Error& error) {
        put(plain_words(error.what_without_backtrace()), fault);
    } catch (const std::exception& error) {
        put(plain_words(error.what()), fault);
    } catch (...) {
        put("libtorch failed", fault);
    }
    return false;
}

torch::Device device_of(const char* name) {
    const torch::Device device(name);
    if (device.is_cpu()) return device;
    if (!device.is_cuda()) throw std::runtime_error("expected cpu, cuda or cuda:<number>");
    if (!torch::cuda::is_available())
        throw std::runtime_error("this libtorch finds no CUDA device, or was built without CUDA");
    if (device.has_index() &&
        static_cast<std::size_t>(device.index()) >= torch::cuda::device_count())
        throw std::runtime_error("there are " + std::to_string(torch::cuda::device_count()) +
                                 " CUDA devices, counted from 0");
    return device;
}

/// A head is asked by many threads at once, and twice the same must be the same.
void expect_pure(const torch::jit::Block& block) {
    for (const torch::jit::Node* node : block.nodes()) {
        const std::string name = node->kind().toQualString();
        if (node->kind() == c10::prim::SetAttr)
            throw std::runtime_error("the module changes itself when it is asked");
        if (name.rfind("aten::", 0) != 0 && name.rfind("prim::", 0) != 0)
            throw std::runtime_error("the module uses " + name +
                                     ", expected none but aten and prim");
        for (const torch::jit::Block* inner : node->blocks()) expect_pure(*inner);
    }
}

std::unique_ptr<EpochscopeTorchHead> loaded(const char* bytes, std::size_t size,
                                            const char* device) {
    std::istringstream in(std::string(bytes, size));
    const torch::Device at = device_of(device);
    torch::jit::Module module = torch::jit::load(in, at);
    module.eval();
    for (torch::Tensor parameter : module.parameters()) parameter.set_requires_grad(false);
    const auto method = module.find_method("forward");
    if (!method) throw std::runtime_error("the module has no forward");
    const auto graph = method->graph()->copy();
    torch::jit::Inline(*graph);
    expect_pure(*graph->block());
    return std::make_unique<EpochscopeTorchHead>(EpochscopeTorchHead{module, at});
}

torch::Tensor tensor_of(const float* values, std::size_t rows, std::size_t columns,
                        const torch::Device& device) {
    // Not written to: what asks for a pointer to write with is libtorch's signature.
    return torch::from_blob(const_cast<float*>(values),
                            {static_cast<std::int64_t>(rows), static_cast<std::int64_t>(columns)},
                            torch::kFloat)
        .clone()
        .to(device);
}

/// What the module makes of rows, once it is known to be what was asked for.
torch::Tensor answer(const EpochscopeTorchHead& head, const torch::Tensor& rows,
                     const EpochscopeTorchShape& shape) {
    // Each thread has its own mind of that; optimizing at run time would change last bits.
    torch::jit::setGraphExecutorOptimize(false);
    const c10::IValue value = head.module.forward({rows});
    if (!value.isTensor())
        throw std::runtime_error("the module gives a " + value.tagKind() + ", expected a tensor");
    const torch::Tensor& tensor = value.toTensor();
    const std::vector<std::int64_t> expected{static_cast<std::int64_t>(shape.count),
                                             static_cast<std::int64_t>(shape.classes)};
    if (tensor.sizes() != c10::IntArrayRef(expected)) {
        std::ostringstream words;
        words << "the module gives a tensor of " << tensor.sizes() << " for " << shape.count
              << " rows, expected " << c10::IntArrayRef(expected)
              << ": a logit for each class of each row";
        throw std::runtime_error(words.str());
    }
    return tensor;
}

void copy_out(const torch::Tensor& tensor, float* to) {
    const torch::Tensor plain = tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
    std::memcpy(to, plain.data_ptr<float>(),
                static_cast<std::size_t>(plain.numel()) * sizeof(float));
}

bool has_device(const char* device, EpochscopeTorchText fault) {
    return tried(fault, [&] { (void)device_of(device); });
}

EpochscopeTorchHead* load(const char* bytes, std::size_t size, const char* device,
                          EpochscopeTorchText fault) {
    std::unique_ptr<EpochscopeTorchHead> head;
    tried(fault, [&] { head = loaded(bytes, size, device); });
    return head.release();
}

void free_head(EpochscopeTorchHead* head) {
    const std::unique_ptr<EpochscopeTorchHead> owned(head);
}

bool write_logits(const EpochscopeTorchHead* head, EpochscopeTorchShape shape, const float* rows,
                  float* logits, EpochscopeTorchText fault) {
    return tried(fault, [&] {
        const c10::InferenceMode guard;
        copy_out(answer(*head, tensor_of(rows, shape.count, shape.dimension, head->device), shape),
                 logits);
    });
}

bool write_gradients(const EpochscopeTorchHead* head, EpochscopeTorchShape shape, const float* rows,
                     const float* weights, float* slopes, EpochscopeTorchText fault) {
    return tried(fault, [&] {
        const torch::AutoGradMode guard(true);
        const torch::Tensor at =
            tensor_of(rows, shape.count, shape.dimension, head->device).set_requires_grad(true);
        const torch::Tensor logits = answer(*head, at, shape);
        if (!logits.requires_grad()) {
            // They do not depend on the rows.
            std::fill_n(slopes, shape.count * shape.dimension, 0.0F);
            return;
        }
        const torch::Tensor by =
            tensor_of(weights, shape.count, shape.classes, head->device).to(logits.scalar_type());
        copy_out(torch::autograd::grad({logits}, {at}, {by})[0], slopes);
    });
}

void name_blas(EpochscopeTorchText text) {
    put("", text);
    // As libtorch's own products are found: what the program has, then what libtorch brings.
    void* product = dlsym(RTLD_DEFAULT, "sgemm_");
    if (product == nullptr) {
        Dl_info torch{};
        if (dladdr(reinterpret_cast<const void*>(&at::get_num_threads), &torch) == 0) return;
        void* library = dlopen(torch.dli_fname, RTLD_NOW | RTLD_NOLOAD);
        if (library == nullptr) return;
        product = dlsym(library, "sgemm_");
        dlclose(library);
    }
    Dl_info info{};
    if (product == nullptr || dladdr(product, &info) == 0) return;
    const std::unique_ptr<char, decltype(&std::free)> real(realpath(info.dli_fname, nullptr),
                                                           &std::free);
    put(real ? real.get() : info.dli_fname, text);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const EpochscopeTorch* epochscope_torch() {
    static const EpochscopeTorch torch_interface = [] {
        // Threads are the program's, and so is standard output.
        at::set_num_threads(1);
        torch::jit::setPrintHandler([](const std::string&) {});
        return EpochscopeTorch{
            epochscope_torch_version, &has_device, &load, &free_head, &write_logits,
            &write_gradients,         &name_blas};
    }();
    return &torch_interface;
}
