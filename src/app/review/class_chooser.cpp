#include "app/review/class_chooser.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

namespace epochscope::app {

ClassChooser::ClassChooser(QWidget* parent) : ReviewField(parent) {
    auto* completer = new QCompleter(this);
    completer->setModel(new QStringListModel(completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    connect(this, &ReviewField::entered, this, [this] { choose(text()); });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& words) { choose(words); });
}

void ClassChooser::set_classes(const QStringList& names) {
    names_ = names;
    static_cast<QStringListModel*>(completer()->model())->setStringList(names);
    clear();
}

std::optional<std::size_t> ClassChooser::class_of(const QString& words) const {
    if (words.isEmpty()) return std::nullopt;
    const auto found = [&](const auto& fits) -> std::optional<std::size_t> {
        for (qsizetype i = 0; i < names_.size(); ++i)
            if (fits(names_[i])) return static_cast<std::size_t>(i);
        return std::nullopt;
    };
    if (const auto same = found([&](const QString& name) { return name == words; })) return same;
    if (const auto begins =
            found([&](const QString& name) { return name.startsWith(words, Qt::CaseInsensitive); }))
        return begins;
    return found([&](const QString& name) { return name.contains(words, Qt::CaseInsensitive); });
}

void ClassChooser::choose(const QString& words) {
    const auto index = class_of(words.trimmed());
    if (!index) {
        emit missed(words);
        return;
    }
    completer()->popup()->hide();
    emit chosen(*index);
}

}  // namespace epochscope::app
