#pragma once

#include <QDialog>

#include <cstddef>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace epochscope::app {

/// Asks for the numbers of clusters, one or several.
class ClusterDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ClusterDialog(std::size_t samples, QWidget* parent = nullptr);

    /// The numbers, 1..samples; empty if the text is at fault.
    [[nodiscard]] std::vector<std::size_t> levels() const;

  private:
    void refresh();

    std::size_t samples_;
    QLineEdit* numbers_;
    QLabel* message_;
    QPushButton* compute_;
};

}  // namespace epochscope::app
