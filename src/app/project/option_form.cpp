#include "app/project/option_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <string>

namespace epochscope::app {
namespace {

/// A number of any size, with as few digits as it needs.
class NumberField : public QDoubleSpinBox {
  public:
    using QDoubleSpinBox::QDoubleSpinBox;
    [[nodiscard]] QString textFromValue(double value) const override {
        return locale().toString(value, 'g', 10);
    }
    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override {
        // 1e-5 is a number, too.
        bool is_number = false;
        const double value = locale().toDouble(text, &is_number);
        if (is_number && value >= minimum() && value <= maximum()) return QValidator::Acceptable;
        Q_UNUSED(position)
        return QValidator::Intermediate;
    }
    [[nodiscard]] double valueFromText(const QString& text) const override {
        return locale().toDouble(text);
    }
};

/// A field whose contents is any text, or any whole number.
QLineEdit* text_field(const Option& option, QWidget* parent) {
    auto* field = new QLineEdit(QString::fromStdString(text_of(option)), parent);
    if (std::holds_alternative<std::string*>(option.value)) return field;
    static const QRegularExpression digits(QStringLiteral("[0-9]{1,20}"));
    field->setValidator(new QRegularExpressionValidator(digits, field));
    return field;
}

bool is_basic(const Option& option) { return !option.advanced; }

}  // namespace

QString translated(std::string_view text) {
    return QCoreApplication::translate("epochscope::Option", std::string(text).c_str());
}

OptionForm::OptionForm(const QString& words, const std::vector<Option>& options,
                       const QString& taken, QWidget* parent)
    : QWidget(parent), taken_(taken) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    // Whatever else the dialog has to show, they are not cut off.
    label->setMinimumHeight(3 * fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(label);
    auto* basic = new QFormLayout;
    column->addLayout(basic);
    for (const Option& option : options)
        if (is_basic(option)) add(option, *basic);
    if (!std::ranges::all_of(options, is_basic)) {
        auto* unfold = new QToolButton(this);
        unfold->setText(tr("Advanced options"));
        unfold->setToolTip(tr("Options that rarely need a change"));
        unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        unfold->setArrowType(Qt::RightArrow);
        unfold->setCheckable(true);
        unfold->setAutoRaise(true);
        auto* folded = new QWidget(this);
        auto* advanced = new QFormLayout(folded);
        advanced->setContentsMargins(0, 0, 0, 0);
        for (const Option& option : options)
            if (option.advanced) add(option, *advanced);
        folded->hide();
        connect(unfold, &QToolButton::toggled, folded, &QWidget::setVisible);
        connect(unfold, &QToolButton::toggled, unfold,
                [unfold](bool on) { unfold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow); });
        column->addWidget(unfold);
        column->addWidget(folded);
    }
    column->addStretch(1);
    connect_needs(options);
}

void OptionForm::add(const Option& option, QFormLayout& form) {
    const QString name = translated(option.label);
    const QString title = option.advanced ? name : with_key(name);
    QWidget* const field = field_for(option, title);
    field->setObjectName(QString::fromStdString(std::string(option.id)));
    field->setAccessibleName(name);
    const QString key = QKeySequence::mnemonic(title).toString(QKeySequence::NativeText);
    const QString help = translated(option.help);
    field->setToolTip(key.isEmpty() ? help : help + " (" + key + ')');
    if (qobject_cast<QCheckBox*>(field) != nullptr) return form.addRow(field);
    auto* label = new QLabel(title, this);
    label->setBuddy(field);
    form.addRow(label, field);
}

template <typename Field, typename Signal, typename Text>
void OptionForm::follow(Field* field, Signal signal, const Option& option, Text text) {
    connect(field, signal, this, [this, field, option, text] {
        set_option(option, text(*field).toStdString());
        emit changed();
    });
}

QWidget* OptionForm::field_for(const Option& option, const QString& title) {
    const QString text = QString::fromStdString(text_of(option));
    const auto& [min, max, step] = option.range;
    if (std::holds_alternative<bool*>(option.value)) {
        auto* field = new QCheckBox(title, this);
        field->setChecked(text == QStringLiteral("true"));
        follow(field, &QCheckBox::toggled, option, [](const QCheckBox& box) {
            return box.isChecked() ? QStringLiteral("true") : QStringLiteral("false");
        });
        return field;
    }
    if (!option.choices.empty()) {
        auto* field = new QComboBox(this);
        for (const std::string_view choice : option.choices)
            field->addItem(translated(choice), QString::fromStdString(std::string(choice)));
        field->setCurrentIndex(field->findData(text));
        follow(field, &QComboBox::currentIndexChanged, option,
               [](const QComboBox& box) { return box.currentData().toString(); });
        return field;
    }
    if (std::holds_alternative<double*>(option.value)) {
        constexpr int digits = 15;
        auto* field = new NumberField(this);
        field->setDecimals(digits);
        field->setRange(min, max);
        field->setSingleStep(step);
        field->setValue(text.toDouble());
        follow(field, &QDoubleSpinBox::valueChanged, option,
               [](const QDoubleSpinBox& box) { return QString::number(box.value(), 'g', digits); });
        return field;
    }
    if (std::holds_alternative<std::string*>(option.value) ||
        max > std::numeric_limits<int>::max()) {
        auto* field = text_field(option, this);
        follow(field, &QLineEdit::textChanged, option,
               [](const QLineEdit& line) { return line.text(); });
        return field;
    }
    auto* field = new QSpinBox(this);
    field->setRange(static_cast<int>(min), static_cast<int>(max));
    field->setSingleStep(static_cast<int>(step));
    field->setValue(text.toInt());
    follow(field, &QSpinBox::valueChanged, option,
           [](const QSpinBox& box) { return QString::number(box.value()); });
    return field;
}

void OptionForm::connect_needs(const std::vector<Option>& options) const {
    const auto field = [this](std::string_view id) {
        return findChild<QWidget*>(QString::fromStdString(std::string(id)));
    };
    for (const Option& option : options) {
        auto* needed =
            qobject_cast<QCheckBox*>(option.needs.empty() ? nullptr : field(option.needs));
        if (needed == nullptr) continue;
        QWidget* const with = field(option.id);
        with->setEnabled(needed->isChecked());
        connect(needed, &QCheckBox::toggled, with, &QWidget::setEnabled);
    }
}

/// Marks the first letter that is no other field's key; languages of other letters get one in
/// brackets behind.
QString OptionForm::with_key(QString label) {
    for (qsizetype i = 0; i < label.size(); ++i) {
        const QChar key = label[i].toUpper();
        if (key < 'A' || key > 'Z' || taken_.contains(key)) continue;
        taken_ += key;
        return label.insert(i, '&');
    }
    for (char key = 'A'; key <= 'Z'; ++key) {
        if (taken_.contains(key)) continue;
        taken_ += key;
        return label + "(&" + key + ')';
    }
    return label;
}

}  // namespace epochscope::app
