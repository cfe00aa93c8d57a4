#pragma once

#include <epochscope/model/option.h>

#include <QString>
#include <QWidget>

#include <vector>

class QFormLayout;
class QToolButton;

namespace epochscope::app {

/// A text of a table of options or methods, in the user's language.
QString translated(std::string_view text);

/// Fields for options of a table, which they set at once: basic ones, and the others folded away
/// below. A field's accessible name is its label, its tooltip the help and its key.
class OptionForm : public QWidget {
    Q_OBJECT

  public:
    /// `words` stand above the fields. The values must outlive it. `taken` are the keys of other
    /// fields ("RM..."), which this adds its own to if it shares the window with later ones.
    OptionForm(const QString& words, const std::vector<Option>& options, const QString& taken,
               QWidget* parent = nullptr);

  signals:
    void changed();

  private:
    void add(const Option& option, QFormLayout& form);
    [[nodiscard]] QWidget* field_for(const Option& option, const QString& title);
    template <typename Field, typename Signal, typename Text>
    void follow(Field* field, Signal signal, const Option& option, Text text);
    void connect_needs(const std::vector<Option>& options) const;
    [[nodiscard]] QString with_key(QString label);

    QString taken_;
};

}  // namespace epochscope::app
