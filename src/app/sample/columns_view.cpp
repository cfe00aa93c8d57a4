#include "app/sample/columns_view.h"

#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"
#include "app/widgets/swatch.h"

#include <epochscope/io/named_pictures.h>
#include <epochscope/model/dataset.h>

#include <QDesktopServices>
#include <QEvent>
#include <QLocale>
#include <QMessageBox>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace epochscope::app {

namespace {

/// Longer texts are cut, as laying them out takes long.
constexpr std::size_t longest_text = 20'000;
/// Columns beyond these are not listed.
constexpr std::size_t most_columns = 200;
constexpr int least_lines = 3;
constexpr int most_lines = 12;

QString pictures_link() { return QStringLiteral("epochscope:pictures"); }

QString value_words(const Column& column, std::size_t sample) {
    if (!column.is_text()) return QString::fromStdString(column.words(sample));
    const std::string_view text = column.text(sample);
    std::string_view shown = text.substr(0, longest_text);
    // Not within a letter.
    while (shown.size() < text.size() && !shown.empty() &&
           (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
        shown.remove_suffix(1);
    QString words = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
    if (text.size() > longest_text) words += QChar(0x2026);
    return words;
}

/// Escaped, with the web addresses in it as links.
QString with_links(const QString& text) {
    static const QRegularExpression address(
        QStringLiteral(R"(\bhttps?://[^\s<>"']+[^\s<>"'.,;:!?)\]])"));
    QString html;
    qsizetype done = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        html += text.mid(done, match.capturedStart() - done).toHtmlEscaped();
        const QString link = match.captured().toHtmlEscaped();
        html += QStringLiteral("<a href=\"") + link + QStringLiteral("\">") + link +
                QStringLiteral("</a>");
        done = match.capturedEnd();
    }
    html += text.mid(done).toHtmlEscaped();
    return html.replace('\n', QStringLiteral("<br>"));
}

}  // namespace

ColumnsView::ColumnsView(Session& session, QWidget* parent)
    : QTextBrowser(parent), session_(session) {
    setAccessibleName(tr("Metadata of the sample"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(this, &QTextBrowser::anchorClicked, this, &ColumnsView::follow_link);
    connect(&session, &Session::dataset_changed, this, [this] { are_allowed_ = false; });
    hide();
}

void ColumnsView::set_sample(std::optional<std::size_t> sample) {
    sample_ = sample;
    fill();
}

QString ColumnsView::row_of(const QString& name, const QString& value) const {
    const QString faint = faint_colour(palette()).name();
    return QStringLiteral("<tr><td width=\"") + QString::number(name_width_) +
           QStringLiteral("\" style=\"color:") + faint + QStringLiteral("\">") +
           name.toHtmlEscaped() + QStringLiteral("</td><td>") + value +
           QStringLiteral("</td></tr>");
}

int ColumnsView::wanted_name_width() const {
    if (!session_.dataset() || !session_.dataset()->metadata) return 0;
    constexpr int gap = 12;
    constexpr int widest = 120;
    const auto& columns = session_.dataset()->metadata->columns;
    int longest = 0;
    for (const Column& column : std::span(columns).first(std::min(most_columns, columns.size())))
        longest = std::max(longest,
                           fontMetrics().horizontalAdvance(QString::fromStdString(column.name())));
    return std::min({longest + gap, widest + gap, width() * 2 / 5});
}

void ColumnsView::fill() {
    const auto& dataset = session_.dataset();
    const bool is_known = sample_ && dataset && dataset->metadata;
    setVisible(is_known);
    if (!is_known) return clear();
    const Metadata& metadata = *dataset->metadata;
    name_width_ = wanted_name_width();
    QString rows;
    std::size_t listed = 0;
    for (const Column& column : metadata.columns) {
        if (listed++ == most_columns) break;
        QString value = with_links(value_words(column, *sample_));
        if (value.isEmpty()) value = QChar(0x2014);
        if (column.name() == "image" && column.is_text() && !are_allowed_ &&
            leaves_folder(column.text(*sample_)))
            value += QStringLiteral(" <a href=\"") + pictures_link() + QStringLiteral("\">") +
                     tr("show pictures outside of the folder").toHtmlEscaped() +
                     QStringLiteral("</a>");
        rows += row_of(QString::fromStdString(column.name()), value);
    }
    if (metadata.columns.size() > most_columns)
        rows += row_of(QString(QChar(0x2026)), tr("and %1 more")
                                                   .arg(QLocale().toString(static_cast<qulonglong>(
                                                       metadata.columns.size() - most_columns)))
                                                   .toHtmlEscaped());
    setHtml(QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">") + rows +
            QStringLiteral("</table>"));
    updateGeometry();
}

QSize ColumnsView::sizeHint() const {
    const int lines = std::clamp(static_cast<int>(document()->size().height()) + 2,
                                 fontMetrics().lineSpacing() * least_lines,
                                 fontMetrics().lineSpacing() * most_lines);
    return {fontMetrics().averageCharWidth() * 20, lines};
}

QSize ColumnsView::minimumSizeHint() const {
    return {0, std::min(sizeHint().height(), fontMetrics().lineSpacing() * (least_lines + 2))};
}

void ColumnsView::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    // Of the whole width, which its own scroll bar does not change.
    if (sample_ && wanted_name_width() != name_width_) fill();
    updateGeometry();
}

void ColumnsView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && sample_) fill();
}

void ColumnsView::follow_link(const QUrl& link) {
    if (link.toString() == pictures_link())
        ask_for_pictures();
    else
        ask_to_open(link);
}

void ColumnsView::ask_for_pictures() {
    const auto dataset = session_.dataset();
    if (!dataset || !dataset->metadata) return;
    QMessageBox box(QMessageBox::Question, tr("Pictures of samples"),
                    tr("The metadata names pictures outside of this folder:\n%1\nShow them?")
                        .arg(QString::fromStdString(picture_outside(*dataset->metadata))),
                    QMessageBox::Yes | QMessageBox::No, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::No);
    if (box.exec() != QMessageBox::Yes || !session_.shows(*dataset)) return;
    are_allowed_ = true;
    session_.thumbnails().set_source(
        named_pictures(dataset->metadata, dataset->thumbnails, NamedPictures::anywhere));
    fill();
    emit pictures_allowed();
}

void ColumnsView::ask_to_open(const QUrl& link) {
    // What a folder says must not start other programs.
    if (link.scheme() != QStringLiteral("http") && link.scheme() != QStringLiteral("https")) return;
    QMessageBox box(QMessageBox::Question, tr("Open a link"),
                    tr("Open this address in the browser?\n%1").arg(link.toString()),
                    QMessageBox::Open | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Cancel);
    if (box.exec() == QMessageBox::Open) QDesktopServices::openUrl(link);
}

}  // namespace epochscope::app
