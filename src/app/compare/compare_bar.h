#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace epochscope::app {

class ElidedLabel;

/// The bar over one of two canvases: what it shows.
class CompareBar : public QWidget {
    Q_OBJECT

  public:
    /// `name` is what it is called for screen readers.
    explicit CompareBar(const QString& name, QWidget* parent = nullptr);

    /// The words, and a tooltip of so many lines.
    void tell(const QString& words, const QStringList& more);
    /// Where widgets can be added behind the words.
    [[nodiscard]] QHBoxLayout& row() { return *row_; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QHBoxLayout* row_;
    ElidedLabel* words_;
};

}  // namespace epochscope::app
