#include <epochscope/projection/methods.h>

#include <cstddef>
#include <utility>

namespace epochscope {

std::vector<Method> methods() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector<Method>{std::variant_alternative_t<I, Method>{}...};
    }
    (std::make_index_sequence<std::variant_size_v<Method>>{});
}

std::optional<Method> find_method(std::string_view id) {
    for (Method& method : methods())
        if (about(method).id == id) return std::move(method);
    return std::nullopt;
}

MethodText about(const Method& method) {
    return std::visit([](const auto& options) { return about(options); }, method);
}

std::vector<Option> options_of(Method& method) {
    return std::visit([](auto& options) { return options_of(options); }, method);
}

Settings settings_of(Method method) {
    Settings settings = texts_of(options_of(method));
    settings["method"] = about(method).id;
    return settings;
}

}  // namespace epochscope
