#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace epochscope::app {

/// The large area on which a folder can be dropped, with buttons for those who would rather click.
class DropArea : public QWidget {
    Q_OBJECT

  public:
    /// Offers an example if `has_example`.
    explicit DropArea(bool has_example, QWidget* parent = nullptr);

    /// Lights up while something is dragged over the window.
    void set_lit(bool lit);
    [[nodiscard]] bool is_lit() const { return is_lit_; }

  signals:
    void open_requested();
    void example_requested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* words_;
    bool is_lit_ = false;
};

}  // namespace epochscope::app
