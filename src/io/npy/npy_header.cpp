#include "io/npy/npy_header.h"

#include <charconv>

namespace epochscope {

namespace {

/// Parses `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }`.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    std::optional<NpyHeader> read() {
        NpyHeader header;
        bool seen[3] = {};
        if (!take("{")) return std::nullopt;
        while (!take("}")) {
            std::string key;
            if (!text(key) || !take(":")) return std::nullopt;
            const int index = key == "descr"           ? 0
                              : key == "fortran_order" ? 1
                              : key == "shape"         ? 2
                                                       : 3;
            if (index == 3 || seen[index] || !value(index, header)) return std::nullopt;
            seen[index] = true;
            if (take(",")) continue;
            if (!take("}")) return std::nullopt;
            break;
        }
        skip_space();
        if (!rest_.empty() || !seen[0] || !seen[1] || !seen[2]) return std::nullopt;
        return header;
    }

  private:
    bool value(int index, NpyHeader& header) {
        if (index == 0) return descriptor(header.descriptor);
        if (index == 2) return shape(header.shape);
        header.fortran_order = take("True");
        return header.fortran_order || take("False");
    }

    void skip_space() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    }

    bool take(std::string_view token) {
        skip_space();
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }

    /// A string in single or double quotation marks, without escapes.
    bool text(std::string& out) {
        skip_space();
        if (rest_.empty() || (rest_[0] != '\'' && rest_[0] != '"')) return false;
        const std::size_t end = rest_.find(rest_[0], 1);
        if (end == std::string_view::npos) return false;
        out = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        return out.find('\\') == std::string::npos;
    }

    /// A string, or the list of a structure, whose content is ignored.
    bool descriptor(std::string& out) {
        if (!take("[")) return text(out);
        for (int depth = 1; depth > 0;) {
            if (rest_.empty()) return false;
            if (rest_[0] == '[') ++depth;
            if (rest_[0] == ']') --depth;
            rest_.remove_prefix(1);
        }
        return true;
    }

    /// (), (3,), (3, 2) or (3, 2,).
    bool shape(std::vector<std::size_t>& out) {
        if (!take("(")) return false;
        while (!take(")")) {
            std::size_t length = 0;
            skip_space();
            const char* end = rest_.data() + rest_.size();
            const auto [stop, error] = std::from_chars(rest_.data(), end, length);
            if (error != std::errc{}) return false;
            rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
            out.push_back(length);
            if (take(",")) continue;
            // In Python, (3) is a number and not a tuple.
            return out.size() > 1 && take(")");
        }
        return true;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<NpyHeader> parse_npy_header(std::string_view text) { return Scanner(text).read(); }

}  // namespace epochscope
