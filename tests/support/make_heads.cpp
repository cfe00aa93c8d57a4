// Writes TorchScript modules for the tests into the folder it is given: without Python, and apart
// from the tests, which shall not start libtorch by themselves.
#include <torch/script.h>

#include <filesystem>
#include <iostream>
#include <string>

namespace {

using torch::jit::Module;

/// Two features to three logits, as tests/torch/torch_test.cpp has them.
Module linear() {
    Module module("Linear");
    module.register_parameter("weight", torch::tensor({{1.0F, 0.0F}, {0.0F, 1.0F}, {-1.0F, -1.0F}}),
                              false);
    module.register_parameter("bias", torch::tensor({0.0F, 0.5F, 1.0F}), false);
    module.define("def forward(self, x):\n    return torch.linear(x, self.weight, self.bias)\n");
    return module;
}

/// As torch.nn.Sequential is written: other modules by number.
Module two_layers() {
    Module module("Sequential");
    module.register_module("0", linear());
    module.define(
        "def forward(self, x):\n    return torch.relu(getattr(self, \"0\").forward(x))\n");
    return module;
}

/// The first of three classes inside the unit circle.
const char* const circle =
    "def forward(self, x):\n"
    "    first = 1. - torch.sum(x * x, 1)\n"
    "    return torch.stack([first, torch.zeros_like(first), first - 100.], 1)\n";

Module of(const std::string& code) {
    Module module("Head");
    module.define(code);
    return module;
}

/// A head that is asked for `x` and returns an expression of it.
Module returning(const std::string& expression) {
    return of("def forward(self, x):\n    y = torch.cat([x, x], 1)[:, 0:3]\n    return " +
              expression + "\n");
}

Module changing() {
    Module module("Head");
    module.register_attribute("count", c10::IntType::get(), 0);
    module.define(
        "def forward(self, x):\n    self.count = self.count + 1\n"
        "    return torch.cat([x, x], 1)[:, 0:3] * float(self.count)\n");
    return module;
}

Module in_training() {
    Module module("Head");
    module.register_attribute("training", c10::BoolType::get(), true);
    module.define(
        "def forward(self, x):\n    y = torch.cat([x, x], 1)[:, 0:3]\n"
        "    return torch.dropout(y, 0.5, self.training)\n");
    return module;
}

void write_all(const std::string& folder) {
    const auto save = [&](const std::string& name, const Module& module) {
        module.save(folder + "/" + name + ".pt");
    };
    save("linear", linear());
    save("two_layers", two_layers());
    save("circle", of(circle));
    save("in_training", in_training());
    save("changing", changing());
    save("tuple", returning("(y, y)"));
    save("narrow", returning("y[:, 0:2]"));
    save("nan", returning("y / torch.zeros_like(y) * 0."));
    save("random", returning("torch.rand_like(y)"));
    save("mixing", returning("y - torch.mean(y, 0, True)"));
    save("printing", of("def forward(self, x):\n    print(\"heard\")\n"
                        "    return torch.cat([x, x], 1)[:, 0:3]\n"));
    save("throwing", of("def forward(self, x):\n    assert x.size(0) > 99, \"too few\"\n"
                        "    return x\n"));
    save("wide", of("def forward(self, x):\n    return x @ torch.ones([7, 3])\n"));
    save("without_forward", of("def other(self, x):\n    return x\n"));
    save("reading", of("def forward(self, x):\n    y = torch.from_file(\"/etc/passwd\", False, 4)\n"
                       "    return torch.cat([x, x], 1)[:, 0:3] + y[0]\n"));
    save("writing", of("def forward(self, x):\n    torch.save(x, \"head-was-here\")\n"
                       "    return torch.cat([x, x], 1)[:, 0:3]\n"));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        std::filesystem::create_directories(argv[1]);
        write_all(argv[1]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
