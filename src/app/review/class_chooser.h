#pragma once

#include "app/review/review_field.h"

#include <QStringList>

#include <cstddef>
#include <optional>

namespace epochscope::app {

/// A field for the name of a class, which is completed while one types.
class ClassChooser : public ReviewField {
    Q_OBJECT

  public:
    explicit ClassChooser(QWidget* parent = nullptr);

    void set_classes(const QStringList& names);
    /// The class of this name, or the first whose name begins with it or contains it.
    [[nodiscard]] std::optional<std::size_t> class_of(const QString& words) const;

  signals:
    void chosen(std::size_t index);
    /// No class is called so.
    void missed(const QString& words);

  private:
    void choose(const QString& words);

    QStringList names_;
};

}  // namespace epochscope::app
