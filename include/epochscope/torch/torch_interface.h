#pragma once

#include <cstddef>

/// What `epochscope_torch.so` and the program have in common: plain C, so that libtorch may be
/// built by any compiler, and no exception comes across. Texts are cut off where they do not fit
/// and always end with a zero.
extern "C" {

struct EpochscopeTorchHead;

struct EpochscopeTorchText {
    char* to;
    std::size_t size;
};

/// Rows of numbers, one behind the other, of a head: `count` of `dimension`, and of `classes`.
struct EpochscopeTorchShape {
    std::size_t count;
    std::size_t dimension;
    std::size_t classes;
};

struct EpochscopeTorch {
    /// epochscope_torch_version of what it was built from; says whether the rest can be relied on.
    int version;
    /// False, and why, where there is no such device.
    bool (*has_device)(const char* device, EpochscopeTorchText fault);
    /// Null, and why, where the bytes are no module.
    EpochscopeTorchHead* (*load)(const char* bytes, std::size_t size, const char* device,
                                 EpochscopeTorchText fault);
    void (*free)(EpochscopeTorchHead* head);
    /// False, and why, where it fails. From any thread.
    bool (*write_logits)(const EpochscopeTorchHead* head, EpochscopeTorchShape shape,
                         const float* rows, float* logits, EpochscopeTorchText fault);
    /// The gradient along the rows of the sum of logits times weights.
    bool (*write_gradients)(const EpochscopeTorchHead* head, EpochscopeTorchShape shape,
                            const float* rows, const float* weights, float* slopes,
                            EpochscopeTorchText fault);
    /// The file whose matrix products libtorch uses; empty where that is not known.
    void (*name_blas)(EpochscopeTorchText text);
};

inline constexpr int epochscope_torch_version = 1;

/// The one symbol that is looked for.
const EpochscopeTorch* epochscope_torch();
}
