#include "app/project/project_dialog.h"

#include "app/project/live_preview.h"
#include "app/project/method_page.h"
#include "app/widgets/folder_field.h"
#include "app/widgets/swatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace epochscope::app {

ProjectDialog::ProjectDialog(const QString& recording, const Style& style, QWidget* parent)
    : QDialog(parent),
      fields_(new QWidget(this)),
      form_(new QFormLayout(fields_)),
      recording_(new FolderField(tr("Choose the recording's folder"), fields_)),
      method_(new QComboBox(fields_)),
      pages_(new QStackedWidget(fields_)),
      methods_(make_method_pages(pages_)),
      neighbours_(new QSpinBox(fields_)),
      distance_(new QComboBox(fields_)),
      landscape_(new QCheckBox(tr("Paint the &landscape of each epoch"), fields_)),
      format_(new QComboBox(fields_)),
      target_(new FolderField(tr("Choose an empty folder to write"), fields_)),
      resume_(new QCheckBox(tr("&Go on where it was left off"), fields_)),
      picture_(new LivePreview(style, this)),
      message_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      project_(new QPushButton(tr("&Project"), this)),
      close_(new QPushButton(tr("Close"), this)),
      job_(new ProjectJob(this)) {
    setWindowTitle(tr("Project a recording"));
    recording_->line()->setText(recording);
    build_method();
    build_fields();
    lay_out();
    connect_fields();
    follow_method();
}

void ProjectDialog::build_method() {
    for (MethodPage* page : methods_) {
        method_->addItem(page->title());
        pages_->addWidget(page);
    }
    method_->setAccessibleName(tr("Method"));
    method_->setToolTip(tr("How places in the plane are found (Alt+M)"));
    pages_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void ProjectDialog::build_fields() {
    recording_->line()->setAccessibleName(tr("Recording"));
    recording_->line()->setToolTip(
        tr("The folder with dataset/labels.npy and epochs/epoch_<k>/embeddings.npy (Alt+R)"));
    neighbours_->setRange(0, 1000);
    neighbours_->setValue(static_cast<int>(ProjectOptions{}.neighbours));
    neighbours_->setSpecialValueText(tr("none"));
    neighbours_->setAccessibleName(tr("Neighbours"));
    neighbours_->setToolTip(
        tr("How many nearest neighbours in feature space are listed for each "
           "sample, of its own and of other classes each (Alt+N)"));
    distance_->addItems({tr("Euclidean"), tr("Cosine: by the angle between embeddings")});
    distance_->setAccessibleName(tr("Distance"));
    distance_->setToolTip(tr("What near means among neighbours (Alt+D)"));
    landscape_->setToolTip(
        tr("Writes what is predicted where in the plane as backgrounds. The "
           "window paints it coarsely where a folder has none (Alt+L)"));
    format_->addItems({tr("Arrays (.npy): open at once whatever their size"),
                       tr("Sequence-Scatter (data.json)")});
    format_->setAccessibleName(tr("Format"));
    format_->setToolTip(tr("How the folder is written (Alt+F)"));
    target_->line()->setAccessibleName(tr("Folder to write"));
    target_->line()->setToolTip(
        tr("It must not be there yet, or be empty; it is there when it is whole, "
           "and not before (Alt+W)"));
    resume_->setChecked(true);
    resume_->setToolTip(
        tr("Beside the folder lies what was learned by a run of the same settings that was "
           "cancelled; otherwise it begins anew, and that is lost (Alt+G)"));
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Progress"));
    message_->setWordWrap(true);
    message_->setAccessibleName(tr("What happens"));
    message_->setMinimumHeight(3 * fontMetrics().lineSpacing());
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    message_->setTextFormat(Qt::PlainText);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    project_->setDefault(true);
    project_->setToolTip(tr("Project it, write the folder and open it (Enter)"));
    close_->setAutoDefault(false);
}

void ProjectDialog::lay_out() {
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [this](const QString& title, QWidget* field, QWidget* buddy) {
        auto* label = new QLabel(title, fields_);
        label->setBuddy(buddy);
        form_->addRow(label, field);
    };
    add(tr("&Recording"), recording_, recording_->line());
    add(tr("&Method"), method_, method_);
    form_->addRow(QString(), pages_);
    add(tr("&Neighbours"), neighbours_, neighbours_);
    add(tr("&Distance"), distance_, distance_);
    form_->addRow(QString(), landscape_);
    add(tr("&Format"), format_, format_);
    add(tr("&Write to"), target_, target_->line());
    form_->addRow(QString(), resume_);

    auto* left = new QVBoxLayout;
    left->addWidget(fields_);
    left->addStretch(1);
    left->addWidget(message_);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addLayout(left, 3);
    top->addWidget(picture_, 2);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(progress_, 1);
    buttons->addStretch(0);
    buttons->addWidget(close_);
    buttons->addWidget(project_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(top, 1);
    column->addLayout(buttons);
    picture_->setMinimumSize(320, 320);
    fields_->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    // Kept free, so that the buttons do not move when it is shown.
    QSizePolicy policy = progress_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(policy);
    progress_->hide();
}

void ProjectDialog::connect_fields() {
    connect(recording_->line(), &QLineEdit::textChanged, this, &ProjectDialog::suggest);
    connect(target_->line(), &QLineEdit::textChanged, this, &ProjectDialog::refresh);
    for (const MethodPage* each : methods_)
        connect(each, &MethodPage::changed, this, &ProjectDialog::refresh);
    connect(method_, &QComboBox::currentIndexChanged, this, &ProjectDialog::follow_method);
    connect(neighbours_, &QSpinBox::valueChanged, this,
            [this](int count) { distance_->setEnabled(count > 0); });
    connect(project_, &QPushButton::clicked, this, &ProjectDialog::begin);
    connect(close_, &QPushButton::clicked, this, &ProjectDialog::reject);
    connect(job_, &ProjectJob::progressed, this, &ProjectDialog::show_progress);
    connect(job_, &ProjectJob::began, this, [this](const QString& stage) { say(stage, false); });
    connect(job_, &ProjectJob::formed, picture_, &LivePreview::show_places);
    connect(job_, &ProjectJob::ended, this, &ProjectDialog::finish);
}

const MethodPage& ProjectDialog::page() const {
    return *methods_[static_cast<std::size_t>(method_->currentIndex())];
}

ProjectChoice ProjectDialog::choice() const {
    ProjectChoice choice;
    choice.recording = recording_->line()->text();
    page().fill(choice);
    choice.options.neighbours = static_cast<std::size_t>(neighbours_->value());
    choice.options.distance =
        distance_->currentIndex() == 1 ? Distance::cosine : Distance::euclidean;
    choice.landscape = landscape_->isChecked();
    choice.format = format_->currentIndex() == 1 ? DatasetFormat::json : DatasetFormat::npy;
    choice.target = target_->line()->text();
    choice.resumed = resume_->isChecked();
    return choice;
}

void ProjectDialog::follow_method() {
    pages_->setCurrentIndex(method_->currentIndex());
    suggest();
}

void ProjectDialog::suggest() {
    if (target_->line()->text() == suggested_) {
        suggested_ = suggested_target(recording_->line()->text(), page().name());
        target_->line()->setText(suggested_);
    }
    refresh();
}

void ProjectDialog::refresh() {
    if (job_->is_running()) return;
    const ProjectChoice chosen = choice();
    const ProjectPlan plan = plan_projection(chosen);
    target_->begin_at(chosen.recording);
    resume_->setVisible(has_checkpoint(plan));
    project_->setEnabled(plan.problem.isEmpty());
    // A field that nobody has filled in yet is no fault.
    const bool begun =
        !chosen.recording.isEmpty() && (!chosen.map_is_kept || !chosen.map.isEmpty());
    const bool fault = !plan.problem.isEmpty() && begun;
    say(plan.problem.isEmpty() ? tr("Writes the folder, then opens it.") : plan.problem, fault);
}

void ProjectDialog::begin() {
    const ProjectPlan plan = plan_projection(choice());
    if (job_->is_running() || !plan.problem.isEmpty()) return refresh();
    progress_->setValue(0);
    progress_->setFormat(QStringLiteral("%p%"));
    clock_.start();
    left_ = {};
    picture_->clear();
    job_->start(plan);
    set_running(true);
    say(tr("Opening the recording…"), false);
}

void ProjectDialog::set_running(bool running) {
    fields_->setEnabled(!running);
    project_->setEnabled(!running);
    progress_->setVisible(running);
    close_->setText(running ? tr("Cancel") : tr("Close"));
}

void ProjectDialog::show_progress(double share) {
    constexpr double minute = 60;
    constexpr double milliseconds = 1000;
    progress_->setValue(static_cast<int>(share * 1000));
    const auto left = left_.at(static_cast<double>(clock_.elapsed()) / milliseconds, share);
    if (!left) return;
    const QString time = *left < 2 * minute ? tr("%1 s").arg(std::lround(*left))
                                            : tr("%1 min").arg(std::lround(*left / minute));
    progress_->setFormat(tr("%p%, about %1 left").arg(time));
}

void ProjectDialog::finish(ProjectJob::End end, const QString& message, const QStringList& remarks,
                           const QStringList& warnings) {
    set_running(false);
    switch (end) {
        case ProjectJob::End::done:
            emit projected(QDir::cleanPath(target_->line()->text()), remarks, warnings);
            accept();
            break;
        case ProjectJob::End::cancelled:
            picture_->clear();
            refresh();
            say(resume_->isVisible() ? tr("Cancelled. What was learned is kept beside the folder.")
                                     : tr("Cancelled. Nothing was written."),
                false);
            break;
        case ProjectJob::End::failed:
            picture_->clear();
            resume_->setVisible(has_checkpoint(plan_projection(choice())));
            say(message, true);
            break;
    }
}

void ProjectDialog::say(const QString& words, bool fault) {
    QPalette colours = palette();
    if (fault) colours.setColor(QPalette::WindowText, bad_colour(colours));
    message_->setPalette(colours);
    message_->setText(words);
}

void ProjectDialog::reject() {
    if (!job_->is_running()) return QDialog::reject();
    job_->cancel();
    say(tr("Cancelling…"), false);
}

}  // namespace epochscope::app
