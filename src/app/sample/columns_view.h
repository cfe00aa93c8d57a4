#pragma once

#include <QString>
#include <QTextBrowser>

#include <cstddef>
#include <optional>

class QUrl;

namespace epochscope::app {

class Session;

/// What is known of a sample beside its label: the columns of the metadata, one a row, with texts
/// that wrap and can be selected. Links in them are opened only after asking, and so are pictures
/// outside of the folder. Hidden where there is no metadata.
class ColumnsView : public QTextBrowser {
    Q_OBJECT

  public:
    explicit ColumnsView(Session& session, QWidget* parent = nullptr);

    /// Nothing: hidden.
    void set_sample(std::optional<std::size_t> sample);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    /// Pictures outside of the folder may be shown from now on.
    void pictures_allowed();

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();
    /// Of the names: as wide as the longest, but the values get most of the width.
    [[nodiscard]] int wanted_name_width() const;
    [[nodiscard]] QString row_of(const QString& name, const QString& value) const;
    void follow_link(const QUrl& link);
    void ask_for_pictures();
    void ask_to_open(const QUrl& link);

    Session& session_;
    std::optional<std::size_t> sample_;
    /// Of the column of names, in pixels.
    int name_width_ = 0;
    /// Whether pictures outside of the folder are shown.
    bool are_allowed_ = false;
};

}  // namespace epochscope::app
