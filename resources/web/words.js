"use strict";

/** What the page says, in each of its languages. `{}` stands for a value. */
const languages = {
  en: {
    other: "中文",
    otherTip: "中文",
    epoch: "Epoch {}",
    counts: "{} samples · {} epochs",
    right: "{} right",
    rightTip: "Predictions that are the label, at this epoch",
    play: "Play (Space)",
    pause: "Pause (Space)",
    speed: "Speed",
    time: "Epoch",
    fit: "Show everything (0)",
    wrong: "Ring wrong predictions (W)",
    theme: "Dark or light (D)",
    keys: "Keys (?)",
    classes: "Classes",
    classTip: "Click: hide or show. Double click: show this one alone.",
    all: "Show all",
    sample: "Sample {}",
    label: "Class",
    prediction: "Prediction",
    confidence: "Confidence",
    unknown: "unknown",
    absent: "Not there at this epoch",
    ribbon: "Prediction at each epoch",
    intra: "Nearest of its class",
    inter: "Nearest of other classes",
    plane: "Nearest in the picture",
    close: "Close (Esc)",
    hint: "Click a sample to see its neighbours",
    noWebGl: "This browser has no WebGL 2, which draws the samples. A newer one has it.",
    broken: "The data of this page cannot be read: {}",
    keyList: [
      ["Space", "play, pause"],
      ["← →", "epoch before, after"],
      ["Home End", "first, last epoch"],
      ["+ −", "zoom"],
      ["0", "show everything"],
      ["W", "ring wrong predictions"],
      ["D", "dark or light"],
      ["Esc", "clear the selection"],
    ],
    madeBy: "Made by Epochscope. This file works without a network.",
  },
  zh: {
    other: "EN",
    otherTip: "English",
    epoch: "轮次 {}",
    counts: "{} 个样本 · {} 个轮次",
    right: "正确 {}",
    rightTip: "该轮次预测与标签一致的比例",
    play: "播放（空格）",
    pause: "暂停（空格）",
    speed: "速度",
    time: "轮次",
    fit: "显示全部（0）",
    wrong: "圈出错误预测（W）",
    theme: "深色或浅色（D）",
    keys: "按键（?）",
    classes: "类别",
    classTip: "单击：隐藏或显示。双击：只显示这一类。",
    all: "全部显示",
    sample: "样本 {}",
    label: "类别",
    prediction: "预测",
    confidence: "置信度",
    unknown: "未知",
    absent: "该轮次没有此样本",
    ribbon: "各轮次的预测",
    intra: "同类近邻",
    inter: "异类近邻",
    plane: "图中最近的样本",
    close: "关闭（Esc）",
    hint: "单击样本查看其邻居",
    noWebGl: "此浏览器没有 WebGL 2，无法绘制样本。请使用较新的浏览器。",
    broken: "无法读取此页面的数据：{}",
    keyList: [
      ["空格", "播放、暂停"],
      ["← →", "上一轮次、下一轮次"],
      ["Home End", "第一个、最后一个轮次"],
      ["+ −", "缩放"],
      ["0", "显示全部"],
      ["W", "圈出错误预测"],
      ["D", "深色或浅色"],
      ["Esc", "取消选择"],
    ],
    madeBy: "由 Epochscope 生成。此文件无需网络即可使用。",
  },
};

/** The words of the chosen language. */
const words = {
  language: navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en",

  /** The sentence of a key, with values in place of its `{}`. */
  say(key, ...values) {
    let next = 0;
    const text = languages[this.language][key];
    return typeof text === "string" ? text.replace(/\{\}/g, () => values[next++]) : text;
  },
  number(value) {
    return value.toLocaleString(this.language);
  },
  /** A share 0..1 in per cent. */
  percent(share, digits = 1) {
    return share.toLocaleString(this.language, { style: "percent", maximumFractionDigits: digits });
  },
  toggle() {
    this.language = this.language === "zh" ? "en" : "zh";
  },
};
