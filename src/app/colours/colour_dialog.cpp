#include "app/colours/colour_dialog.h"

#include "app/colours/colour_chooser.h"
#include "app/datamap/signal_words.h"
#include "app/session/session.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/playhead.h>
#include <epochscope/query/sample_columns.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFont>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPalette>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <optional>

namespace epochscope::app {
namespace {

constexpr int name_role = Qt::UserRole;

/// A number in the user's way of writing or in that of programs.
std::optional<double> number_in(const QLineEdit& field) {
    bool good = false;
    double value = QLocale().toDouble(field.text(), &good);
    if (!good) value = QLocale::c().toDouble(field.text(), &good);
    return good ? std::optional(value) : std::nullopt;
}

bool is_wrong(const QLineEdit& field) {
    return !field.text().trimmed().isEmpty() && !number_in(field);
}

/// Counts are numbers, however few different ones there are.
ColourScale scale_for(const std::string& column) {
    return column == "flips" ? ColourScale::numbers : ColourScale::automatic;
}

void show_number(QLineEdit& field, std::optional<double> value) {
    if (field.hasFocus() || is_wrong(field)) return;
    field.setText(value ? QLocale().toString(*value, 'g', 6) : QString());
}

QTreeWidgetItem* item_of(const std::string& name, const QString& meaning) {
    auto* item = new QTreeWidgetItem({QString::fromStdString(name), meaning});
    item->setData(0, name_role, QString::fromStdString(name));
    item->setToolTip(0, item->text(0));
    item->setToolTip(1, meaning);
    return item;
}

}  // namespace

ColourDialog::ColourDialog(Session& session, ColourChooser& chooser, QWidget* parent)
    : QDialog(parent),
      session_(session),
      chooser_(chooser),
      words_(new QLineEdit(this)),
      columns_(new QTreeWidget(this)),
      scale_(new QComboBox(this)),
      log_(new QCheckBox(tr("&Logarithmic"), this)),
      robust_(new QCheckBox(tr("Without the lowest and highest &2 %"), this)),
      min_(new QLineEdit(this)),
      max_(new QLineEdit(this)),
      state_(new QLabel(this)) {
    setWindowTitle(tr("Colour by a column"));
    build();
    fill();
    connect(&chooser, &ColourChooser::changed, this, &ColourDialog::follow);
    connect(&session, &Session::dataset_changed, this, &QDialog::reject);
    follow();
    resize(520, 560);
}

/// Qt hides a dialog that is destroyed, and its fields lose the focus, when this is no ColourDialog
/// any more.
ColourDialog::~ColourDialog() {
    for (const QLineEdit* field : {min_, max_}) field->disconnect(this);
}

void ColourDialog::build() {
    words_->setPlaceholderText(tr("Find a column, or type one such as prediction_at(20)"));
    words_->setAccessibleName(tr("Find a column"));
    words_->setClearButtonEnabled(true);
    words_->installEventFilter(this);
    connect(words_, &QLineEdit::textChanged, this, &ColourDialog::search);
    columns_->setAccessibleName(tr("Columns"));
    columns_->setColumnCount(2);
    columns_->setHeaderHidden(true);
    columns_->setTextElideMode(Qt::ElideMiddle);
    connect(columns_, &QTreeWidget::itemClicked, this, &ColourDialog::choose_found);
    connect(columns_, &QTreeWidget::itemActivated, this, &ColourDialog::choose_found);
    scale_->addItems({tr("Automatic"), tr("Categories"), tr("Numbers")});
    scale_->setToolTip(tr("Automatic: categories for texts and up to 12 different whole numbers"));
    for (QLineEdit* field : {min_, max_}) {
        field->setPlaceholderText(tr("automatic"));
        connect(field, &QLineEdit::editingFinished, this, &ColourDialog::choose_look);
        connect(field, &QLineEdit::textEdited, this, &ColourDialog::follow);
    }
    min_->setAccessibleName(tr("Number of the first colour"));
    max_->setAccessibleName(tr("Number of the last colour"));
    connect(scale_, &QComboBox::activated, this, &ColourDialog::choose_look);
    connect(log_, &QCheckBox::clicked, this, &ColourDialog::choose_look);
    connect(robust_, &QCheckBox::clicked, this, &ColourDialog::choose_look);
    state_->setWordWrap(true);

    auto* range = new QHBoxLayout;
    range->addWidget(min_);
    range->addWidget(new QLabel(QStringLiteral("\u2013"), this));
    range->addWidget(max_);
    auto* form = new QFormLayout;
    form->addRow(tr("&Show as"), scale_);
    form->addRow(tr("Range"), range);
    form->addRow({}, log_);
    form->addRow({}, robust_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(columns_, 1);
    column->addLayout(form);
    column->addWidget(state_);
    column->addWidget(buttons);
}

void ColourDialog::fill() {
    const auto& columns = session_.columns();
    if (!columns) return;
    QList<QTreeWidgetItem*> metadata;
    QList<QTreeWidgetItem*> training;
    QList<QTreeWidgetItem*> compared;
    for (const ColumnInfo& info : columns->list()) {
        if (info.source == ColumnSource::metadata || info.name == "label") {
            metadata << item_of(info.name, {});
        } else if (info.source == ColumnSource::comparison) {
            compared << item_of(info.name, {});
        } else if (info.name == "flips") {
            training << item_of(info.name, tr("how often the prediction changed"));
        } else if (info.name == "first_correct") {
            training << item_of(info.name, tr("epoch of first learning"));
        } else if (const auto signal = signal_named(info.name)) {
            training << item_of(info.name, signal_words(*signal));
        }
    }
    const EpochSeries& series = session_.dataset()->series;
    const Epoch& epoch =
        series.epoch(moment_at(session_.playhead(), series.epoch_count()).reached());
    const std::string at = "(" + std::to_string(epoch.number) + ")";
    QList<QTreeWidgetItem*> now;
    if (!epoch.predictions.empty())
        now << item_of("prediction_at" + at, tr("predicted class"))
            << item_of("correct_at" + at, tr("whether the prediction is right"));
    if (!epoch.confidence.empty()) now << item_of("confidence_at" + at, tr("confidence"));
    if (session_.dataset()->preserved)
        now << item_of("kept_at" + at, tr("fraction of preserved neighbours"));
    const auto& trust = session_.dataset()->trust;
    if (trust && !trust->motion.empty())
        now << item_of("motion_at" + at,
                       tr("how much of the last move is the layout's (above 3) or not shown "
                          "(below -3)"));
    if (!compared.isEmpty())
        add_group(
            tr("Compared with %1").arg(QString::fromStdString(session_.dataset()->compared->other)),
            compared);
    add_group(tr("Metadata"), metadata);
    add_group(tr("Training signals"), training);
    add_group(tr("Epoch %1").arg(epoch.number), now);
    columns_->expandAll();
    columns_->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void ColourDialog::add_group(const QString& title, const QList<QTreeWidgetItem*>& items) {
    if (items.empty()) return;
    auto* group = new QTreeWidgetItem(columns_, {title});
    group->setFirstColumnSpanned(true);
    group->setFlags(Qt::ItemIsEnabled);
    group->addChildren(items);
}

void ColourDialog::search(const QString& words) {
    QTreeWidgetItem* first = nullptr;
    for (int g = 0; g < columns_->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = columns_->topLevelItem(g);
        bool any = false;
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem* item = group->child(k);
            const bool is_found = item->text(0).contains(words, Qt::CaseInsensitive) ||
                                  item->text(1).contains(words, Qt::CaseInsensitive);
            item->setHidden(!is_found);
            any = any || is_found;
            if (is_found && first == nullptr) first = item;
        }
        group->setHidden(!any);
    }
    columns_->setCurrentItem(first);
    if (first == nullptr && !words.trimmed().isEmpty())
        state_->setText(tr("No column of the list matches; Enter takes what is typed."));
    else
        follow();
}

/// Enter chooses what was found, up and down walk through the list.
bool ColourDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched != words_ || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose_found();
        return true;
    }
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        columns_->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ColourDialog::choose_found() {
    const QTreeWidgetItem* item = columns_->currentItem();
    const QString typed = words_->text().trimmed();
    const QString name = item != nullptr ? item->data(0, name_role).toString() : typed;
    if (!name.isEmpty()) choose_column(name.toStdString());
}

/// Another column has a range of its own.
void ColourDialog::choose_column(const std::string& name) {
    if (chooser_.wish().column == name && chooser_.problem().isEmpty()) return;
    min_->clear();
    max_->clear();
    chooser_.choose({.column = name, .scale = scale_for(name)});
}

void ColourDialog::choose_look() {
    if (chooser_.wish().column.empty() || mark_range()) return;
    const ColourWish wish{.column = chooser_.wish().column,
                          .scale = static_cast<ColourScale>(scale_->currentIndex()),
                          .is_log = log_->isChecked(),
                          .is_robust = robust_->isChecked(),
                          .min = number_in(*min_),
                          .max = number_in(*max_)};
    if (wish != chooser_.wish()) chooser_.choose(wish);
}

void ColourDialog::mark_column() {
    const QString used = QString::fromStdString(chooser_.wish().column);
    for (int g = 0; g < columns_->topLevelItemCount(); ++g) {
        QTreeWidgetItem* group = columns_->topLevelItem(g);
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem* item = group->child(k);
            const bool is_used = !used.isEmpty() && item->data(0, name_role).toString() == used;
            QFont font = columns_->font();
            font.setBold(is_used);
            item->setFont(0, font);
            // What one searches for is the current one then.
            if (is_used && words_->text().isEmpty()) columns_->setCurrentItem(item);
        }
    }
}

bool ColourDialog::mark_range() {
    for (QLineEdit* field : {min_, max_}) {
        QPalette colours = palette();
        if (is_wrong(*field)) colours.setColor(QPalette::Text, bad_colour(colours));
        field->setPalette(colours);
    }
    return is_wrong(*min_) || is_wrong(*max_);
}

void ColourDialog::follow() {
    mark_column();
    const ColourWish& wish = chooser_.wish();
    const auto& colouring = session_.view().colouring;
    const bool is_shown = session_.view().style.colour_by == ColourBy::column && colouring;
    scale_->setCurrentIndex(static_cast<int>(wish.scale));
    log_->setChecked(wish.is_log);
    robust_->setChecked(wish.is_robust);
    show_number(*min_, wish.min);
    show_number(*max_, wish.max);
    const bool has_numbers = is_shown && !colouring->is_categorical();
    for (QWidget* of_numbers : {static_cast<QWidget*>(log_), static_cast<QWidget*>(robust_),
                                static_cast<QWidget*>(min_), static_cast<QWidget*>(max_)})
        of_numbers->setEnabled(has_numbers);
    scale_->setEnabled(!wish.column.empty());
    if (mark_range()) {
        const QLineEdit& wrong = is_wrong(*min_) ? *min_ : *max_;
        state_->setText(tr("“%1” is not a number").arg(wrong.text()));
    } else if (!chooser_.problem().isEmpty()) {
        state_->setText(chooser_.problem());
    } else if (chooser_.is_working()) {
        state_->setText(tr("Finding the colours of %1…").arg(QString::fromStdString(wish.column)));
    } else if (has_numbers && wish.is_log && !colouring->is_log) {
        state_->setText(tr("Not logarithmic: the range must be above 0"));
    } else {
        state_->clear();
    }
}

}  // namespace epochscope::app
