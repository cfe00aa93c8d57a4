#include "app/review/review_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QString>

#include <algorithm>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Review)
};

constexpr std::size_t most_keys = 10;

bool is_digit_name(const std::string& name) {
    return name.size() == 1 && name[0] >= '0' && name[0] <= '9';
}

std::optional<ReviewCommand> command_of(int key) {
    switch (key) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return ReviewCommand::accept;
        case Qt::Key_X:
            return ReviewCommand::keep;
        case Qt::Key_N:
            return ReviewCommand::next;
        case Qt::Key_Backspace:
        case Qt::Key_Left:
            return ReviewCommand::back;
        case Qt::Key_Right:
            return ReviewCommand::forward;
        case Qt::Key_T:
            return ReviewCommand::note;
        case Qt::Key_L:
            return ReviewCommand::choose;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<char> class_keys(const std::vector<std::string>& names, std::size_t count) {
    if (count > most_keys) return {};
    std::vector<char> keys;
    const bool by_name = std::all_of(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(count), is_digit_name);
    for (std::size_t i = 0; i < count; ++i)
        keys.push_back(by_name ? names[i][0] : static_cast<char>('0' + (i + 1) % most_keys));
    return keys;
}

std::optional<ReviewKey> review_key(const QKeyEvent& key, const std::vector<char>& class_keys) {
    const int code = key.key();
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier && code == Qt::Key_Z)
        return ReviewKey{ReviewCommand::undo};
    if ((modifiers == Qt::ControlModifier && code == Qt::Key_Y) ||
        (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && code == Qt::Key_Z))
        return ReviewKey{ReviewCommand::redo};
    if (modifiers != Qt::NoModifier) return std::nullopt;
    const auto found = std::ranges::find_if(class_keys, [&](char digit) { return digit == code; });
    if (found != class_keys.end())
        return ReviewKey{ReviewCommand::label,
                         static_cast<std::size_t>(found - class_keys.begin())};
    if (const auto command = command_of(code)) return ReviewKey{*command};
    return std::nullopt;
}

QString key_words(ReviewCommand command) {
    switch (command) {
        case ReviewCommand::accept:
            return Words::tr("Enter");
        case ReviewCommand::keep:
            return QStringLiteral("X");
        case ReviewCommand::next:
            return QStringLiteral("N");
        case ReviewCommand::back:
            return QStringLiteral("\u2190");
        case ReviewCommand::forward:
            return QStringLiteral("\u2192");
        case ReviewCommand::note:
            return QStringLiteral("T");
        case ReviewCommand::choose:
            return QStringLiteral("L");
        case ReviewCommand::undo:
            return QStringLiteral("Ctrl+Z");
        case ReviewCommand::redo:
            return QStringLiteral("Ctrl+Y");
        case ReviewCommand::label:
            return {};
    }
    return {};
}

}  // namespace epochscope::app
