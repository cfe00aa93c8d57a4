#pragma once

#include <QDialog>

#include <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace epochscope::app {

class ColourChooser;
class Session;

/// Chooses the column that colours samples, from a list that is searched by words, and how: as
/// categories or numbers, their range, logarithms. Every choice is seen at once.
class ColourDialog : public QDialog {
    Q_OBJECT

  public:
    ColourDialog(Session& session, ColourChooser& chooser, QWidget* parent = nullptr);
    ~ColourDialog() override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void fill();
    void add_group(const QString& title, const QList<QTreeWidgetItem*>& items);
    void search(const QString& words);
    void choose_column(const std::string& name);
    /// The column that the list has as its current one, or else the one that was typed.
    void choose_found();
    void choose_look();
    /// Emphasizes the column in use.
    void mark_column();
    /// Marks the fields of the range that hold no number; whether there are some.
    bool mark_range();
    void follow();

    Session& session_;
    ColourChooser& chooser_;
    QLineEdit* words_;
    QTreeWidget* columns_;
    QComboBox* scale_;
    QCheckBox* log_;
    QCheckBox* robust_;
    QLineEdit* min_;
    QLineEdit* max_;
    QLabel* state_;
};

}  // namespace epochscope::app
