#include "app/export/export_dialog.h"

#include "app/canvas/canvas_model.h"
#include "app/export/export_preview.h"
#include "app/export/size_choice.h"
#include "app/messages/message_words.h"
#include "app/widgets/swatch.h"

#include <epochscope/export/formats.h>
#include <epochscope/model/playhead.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <cstddef>
#include <exception>
#include <utility>

namespace epochscope::app {

namespace {

/// Of more classes a legend is shown only on request.
constexpr std::size_t max_classes_in_legend = 20;

/// Offers the formats in a dialog; `filter` has %1 for their endings.
void offer(QFileDialog& dialog, const QString& filter, std::span<const ExportFormat> formats) {
    QStringList endings;
    for (const ExportFormat& format : formats)
        endings << '*' + QString::fromUtf8(format.ending.data(), qsizetype(format.ending.size()));
    dialog.setNameFilter(filter.arg(endings.join(' ')));
    dialog.setDefaultSuffix(endings.front().mid(2));
}

}  // namespace

ExportDialog::ExportDialog(const CanvasModel& model, Size canvas, double scale,
                           std::vector<ViewState> bookmarks, QWidget* parent)
    : QDialog(parent),
      model_(model),
      views_(std::move(bookmarks)),
      has_ffmpeg_(have_ffmpeg()),
      fields_(new QWidget(this)),
      form_(new QFormLayout(fields_)),
      kinds_(new QButtonGroup(this)),
      size_(new SizeChoice(canvas, scale, fields_)),
      title_(new QLineEdit(fields_)),
      epochs_(new QLineEdit(fields_)),
      bookmarks_(new QCheckBox(tr("Boo&kmarks"), fields_)),
      between_(new QSpinBox(fields_)),
      rate_(new QDoubleSpinBox(fields_)),
      texts_(new QCheckBox(tr("Include te&xt"), fields_)),
      names_(new QCheckBox(tr("Class &names"), fields_)),
      legend_(new QCheckBox(tr("&Legend of the classes"), fields_)),
      target_(new QLineEdit(fields_)),
      preview_(new ExportPreview(this)),
      message_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      export_(new QPushButton(tr("&Export"), this)),
      close_(new QPushButton(tr("Close"), this)),
      page_words_(&ExportDialog::words_on_page,
                  [this](const ExportPlan&, PageWords page) {
                      told_ = std::move(page);
                      refresh();
                  }),
      task_([this](const Outcome<QString>& outcome) { finish(outcome); },
            [this](double fraction) { progress_->setValue(static_cast<int>(fraction * 1000)); }) {
    setWindowTitle(tr("Export"));
    build_fields();
    lay_out();
    connect(size_, &SizeChoice::changed, this, &ExportDialog::refresh);
    for (QLineEdit* field : {epochs_, title_, target_})
        connect(field, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(between_, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    connect(rate_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::refresh);
    for (QCheckBox* box : {names_, legend_})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::refresh);
    for (QCheckBox* box : {bookmarks_, texts_})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::follow_kind);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(close_, &QPushButton::clicked, this, &ExportDialog::reject);
    follow_kind();
}

QWidget* ExportDialog::build_kinds() {
    auto* kinds = new QWidget(fields_);
    auto* row = new QHBoxLayout(kinds);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](ExportKind kind, const QString& words, const QString& tip) {
        auto* button = new QRadioButton(words, kinds);
        button->setToolTip(tip);
        kinds_->addButton(button, static_cast<int>(kind));
        row->addWidget(button);
        return button;
    };
    add(ExportKind::frame, tr("This &frame"),
        tr("The picture that the canvas shows, in pixels (PNG) or as shapes (SVG, PDF)"))
        ->setChecked(true);
    add(ExportKind::frames, tr("F&rames"), tr("A folder with one numbered picture for each frame"));
    auto* video = add(ExportKind::video, tr("&Video"), tr("One video file"));
    add(ExportKind::page, tr("Web pa&ge"),
        tr("One file that plays in any browser, without a network"));
    row->addStretch(1);
    video->setEnabled(has_ffmpeg_);
    connect(kinds_, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) follow_kind();
    });
    return kinds;
}

QWidget* ExportDialog::build_epochs() {
    auto* fields = new QWidget(fields_);
    auto* row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(epochs_, 1);
    row->addWidget(bookmarks_);
    fields->setFocusProxy(epochs_);
    bookmarks_->setToolTip(views_.empty()
                               ? tr("There are no bookmarks of this view: Ctrl+D adds one")
                               : tr("Travel from each bookmark to the next, with so many frames "
                                    "between two (Alt+K)"));
    return fields;
}

QWidget* ExportDialog::build_texts() {
    const auto dataset = model_.dataset();
    const std::size_t classes = dataset ? dataset->series.class_count() : 0;
    texts_->setChecked(true);
    texts_->setToolTip(tr("Draw the epoch number and the numbers of the axes (Alt+X)"));
    names_->setChecked(model_.view().style.class_names);
    names_->setToolTip(tr("Draw the name of each class at its samples (Alt+N)"));
    legend_->setChecked(classes <= max_classes_in_legend);
    legend_->setToolTip(tr("Draw the colours and names of the classes (Alt+L)"));
    auto* texts = new QWidget(fields_);
    auto* row = new QHBoxLayout(texts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(texts_);
    for (QCheckBox* box : {names_, legend_}) {
        row->addWidget(box);
        connect(texts_, &QCheckBox::toggled, box, &QWidget::setEnabled);
    }
    row->addStretch(1);
    return texts;
}

QWidget* ExportDialog::build_target() {
    auto* target = new QWidget(fields_);
    auto* row = new QHBoxLayout(target);
    row->setContentsMargins(0, 0, 0, 0);
    auto* browse_button = new QPushButton(tr("&Browse\u2026"), target);
    browse_button->setToolTip(tr("Choose the file or folder to write (Alt+B)"));
    browse_button->setAutoDefault(false);
    row->addWidget(target_, 1);
    row->addWidget(browse_button);
    connect(browse_button, &QPushButton::clicked, this, &ExportDialog::browse);
    return target;
}

void ExportDialog::build_fields() {
    title_->setPlaceholderText(tr("none"));
    title_->setAccessibleName(tr("Title"));
    title_->setToolTip(tr("Drawn above the picture"));
    epochs_->setAccessibleName(tr("Epochs"));
    between_->setRange(1, 1000);
    between_->setValue(10);
    between_->setAccessibleName(tr("Frames between epochs"));
    between_->setToolTip(tr("The number of frames from each epoch to the next"));
    rate_->setRange(1, 120);
    rate_->setDecimals(1);
    rate_->setValue(30);
    rate_->setAccessibleName(tr("Frames a second"));
    rate_->setToolTip(tr("The frame rate of the video"));
    target_->setAccessibleName(tr("Target"));
    target_->setToolTip(tr("The file or folder to write"));
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Progress"));
    message_->setWordWrap(true);
    message_->setAccessibleName(tr("What will be written"));
    message_->setMinimumHeight(3 * fontMetrics().lineSpacing());
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    export_->setDefault(true);
    export_->setToolTip(tr("Write the export (Enter)"));
    close_->setAutoDefault(false);
}

void ExportDialog::lay_out() {
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->addRow(tr("What"), build_kinds());
    if (!has_ffmpeg_) {
        auto* missing = new QLabel(tr("A video needs the ffmpeg program, which is not installed "
                                      "(on Debian: apt install ffmpeg)."),
                                   fields_);
        missing->setWordWrap(true);
        form_->addRow(QString(), missing);
    }
    form_->addRow(tr("Size"), size_);
    form_->addRow(tr("E&pochs"), build_epochs());
    form_->addRow(tr("Frames bet&ween epochs"), between_);
    form_->addRow(tr("Frames a &second"), rate_);
    form_->addRow(QString(), build_texts());
    form_->addRow(tr("T&itle"), title_);
    form_->addRow(tr("&Target"), build_target());

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(progress_, 1);
    buttons->addStretch(0);
    buttons->addWidget(close_);
    buttons->addWidget(export_);
    auto* choices = new QVBoxLayout;
    choices->addWidget(fields_);
    choices->addWidget(message_, 1);
    // Side by side they fit on a low screen.
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(choices, 1);
    row->addWidget(preview_, 2);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addLayout(buttons);
    // Kept free, so that the buttons do not move when it is shown.
    QSizePolicy policy = progress_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(policy);
    progress_->hide();
}

ExportKind ExportDialog::kind() const { return static_cast<ExportKind>(kinds_->checkedId()); }

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.kind = kind();
    choice.size = size_->size();
    choice.paper = size_->paper();
    choice.scale = size_->scale();
    choice.epochs = epochs_->text();
    choice.between = between_->value();
    choice.along_bookmarks = bookmarks_->isChecked();
    choice.rate = rate_->value();
    choice.with_texts = texts_->isChecked();
    choice.with_class_names = names_->isChecked();
    choice.with_legend = legend_->isChecked();
    choice.title = title_->text();
    choice.target = target_->text();
    return choice;
}

QString ExportDialog::suggested_target() const {
    const auto dataset = model_.dataset();
    if (!dataset) return {};
    QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QDir(folder).exists()) folder = QDir::homePath();
    const QString name = QString::fromStdString(dataset->name);
    const double epoch = epoch_number_at(dataset->series, model_.view().playhead);
    switch (kind()) {
        case ExportKind::frame:
            return QDir(folder).filePath(
                tr("%1-epoch-%2.png").arg(name, QString::number(epoch, 'g', 8)));
        case ExportKind::frames:
            return QDir(folder).filePath(tr("%1-frames").arg(name));
        case ExportKind::video:
            return QDir(folder).filePath(name + ".mp4");
        case ExportKind::page:
            return QDir(folder).filePath(name + ".html");
    }
    return {};
}

void ExportDialog::follow_kind() {
    const bool is_frame = kind() == ExportKind::frame;
    const bool is_page = kind() == ExportKind::page;
    const bool is_travel = kind() == ExportKind::frames || kind() == ExportKind::video;
    size_->setEnabled(!is_page);
    epochs_->setPlaceholderText(is_frame ? tr("the one shown") : tr("all"));
    epochs_->setToolTip(is_frame ? tr("Epochs side by side in one picture, such as 1,5,10,20")
                                 : tr("All epochs, or a list such as 1,3,5..9"));
    bookmarks_->setEnabled(is_travel && !views_.empty());
    epochs_->setEnabled(!(is_travel && bookmarks_->isChecked()));
    between_->setEnabled(is_travel);
    rate_->setEnabled(kind() == ExportKind::video);
    title_->setEnabled(is_frame && texts_->isChecked());
    for (QWidget* field : {static_cast<QWidget*>(size_), static_cast<QWidget*>(between_),
                           static_cast<QWidget*>(rate_), static_cast<QWidget*>(title_)})
        form_->labelForField(field)->setEnabled(field->isEnabled());
    texts_->parentWidget()->setEnabled(!is_page);
    if (target_->text() == suggested_) {
        suggested_ = suggested_target();
        target_->setText(suggested_);
    }
    refresh();
}

void ExportDialog::refresh() {
    if (task_.is_running()) return;
    const ExportPlan plan = plan_export(model_, choice(), views_);
    export_->setEnabled(plan.problem.isEmpty());
    preview_->show_plan(plan);
    if (!plan.problem.isEmpty()) return show_message(plan.problem, true);
    if (plan.kind == ExportKind::page) return measure_page(plan);
    show_message(tr("Writes %1.").arg(plan.promise), false);
}

ExportDialog::PageWords ExportDialog::words_on_page(const ExportPlan& plan,
                                                    const std::stop_token& stop) {
    try {
        const HtmlPage page = make_page(plan, {.progress = {}, .stop = stop});
        QStringList words{tr("Writes %1, %2.")
                              .arg(plan.promise, QLocale().formattedDataSize(
                                                     static_cast<qint64>(page.text.size()), 1,
                                                     QLocale::DataSizeSIFormat))};
        for (const std::string& note : page.notes) words << message_words(note);
        return {words.join('\n'), {}};
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return {{}, message_words(error.what())};
    }
}

/// The size of a page is known once it is made.
void ExportDialog::measure_page(const ExportPlan& plan) {
    const bool is_asked = page_.makes_same_page(plan);
    const bool is_known = is_asked && page_words_.is_settled();
    export_->setEnabled(is_known && told_.problem.isEmpty());
    if (is_known && !told_.problem.isEmpty()) return show_message(told_.problem, true);
    if (is_known) return show_message(told_.words, false);
    show_message(tr("Writes %1; finding its size\u2026").arg(plan.promise), false);
    if (is_asked) return;
    page_ = plan;
    page_words_.ask(plan);
}

void ExportDialog::show_message(const QString& text, bool is_problem) {
    QPalette colours = palette();
    if (is_problem) colours.setColor(QPalette::WindowText, bad_colour(colours));
    message_->setPalette(colours);
    message_->setText(text);
}

void ExportDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Export to"), target_->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Asked when the export begins, whichever way the target was named.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (kind() == ExportKind::frames) {
        dialog->setAcceptMode(QFileDialog::AcceptOpen);
        dialog->setFileMode(QFileDialog::Directory);
    } else if (kind() == ExportKind::page) {
        offer(*dialog, tr("Web pages (%1)"), page_formats());
    } else if (kind() == ExportKind::frame) {
        offer(*dialog, tr("Pictures (%1)"), picture_formats());
    } else {
        offer(*dialog, tr("Videos (%1)"), video_formats());
    }
    connect(dialog, &QFileDialog::fileSelected, target_, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::begin() {
    const ExportPlan plan = plan_export(model_, choice(), views_);
    if (task_.is_running() || !plan.problem.isEmpty()) return;
    if (!plan.overwrites()) {
        start(plan);
        return;
    }
    const QString question =
        plan.kind == ExportKind::frames
            ? tr("This folder already contains frames. Overwrite those with the same numbers?")
            : tr("This file exists. Overwrite it?");
    auto* box =
        new QMessageBox(QMessageBox::Question, windowTitle(), question, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(target_->text());
    auto* overwrite = box->addButton(tr("&Overwrite"), QMessageBox::AcceptRole);
    connect(overwrite, &QPushButton::clicked, this, [this, plan] { start(plan); });
    box->open();
}

void ExportDialog::start(const ExportPlan& plan) {
    if (task_.is_running()) return;
    progress_->setValue(0);
    task_.start([plan, written = tr("Written to %1.").arg(target_->text())](const Job& job) {
        const QString note = carry_out(plan, job);
        return note.isEmpty() ? written : written + ' ' + note;
    });
    set_running(true);
    show_message(tr("Writing %1\u2026").arg(plan.promise), false);
}

void ExportDialog::set_running(bool running) {
    fields_->setEnabled(!running);
    export_->setEnabled(!running);
    progress_->setVisible(running);
    close_->setText(running ? tr("Cancel") : tr("Close"));
}

void ExportDialog::finish(const Outcome<QString>& outcome) {
    set_running(false);
    if (outcome.result) return show_message(*outcome.result, false);
    if (!outcome.is_cancelled()) return show_message(outcome.problem, true);
    show_message(kind() == ExportKind::frames
                     ? tr("Cancelled. The finished frames stay in the folder.")
                     : tr("Cancelled. Nothing was written."),
                 false);
}

void ExportDialog::reject() {
    if (task_.is_running())
        task_.cancel();
    else
        QDialog::reject();
}

}  // namespace epochscope::app
