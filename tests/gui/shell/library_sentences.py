"""Finds the sentences in the library's source: what it throws, warns of and remarks.

    python3 library_sentences.py SOURCE_FOLDER

prints JSON: `sentences`, a list of [file:line, text] in which \\u0001 stands for a value, and
`literals`, all texts in quotes. A sentence is what is joined to one text: the arguments of Error
and fail, the operands of + and <<; each branch of ?: makes a sentence of its own.
"""

import json
import pathlib
import re
import sys

MODULES = "model compute io analysis projection opening query export render torch".split()
VALUE = "\x01"
MOST_BRANCHES = 64
JOINING_CALL = re.compile(r"(^|::)(Error|FileCutOff|fail|fail_at|refuse|warn|warn_of)$")
ERROR_CALL = re.compile(r"(^|::)(Error|FileCutOff)$")
TEXT_CLASSES = ("std::string", "std::string_view")

TOKEN = re.compile(
    r"""
      (?P<skipped>\s+ | //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:\\\n|[^\n])*)
    | R"(?P<mark>[^(]*)\((?P<raw>.*?)\)(?P=mark)"
    | (?:u8)?"(?P<text>(?:[^"\\\n]|\\.)*)"
    | '(?P<character>(?:[^'\\\n]|\\.)+)'
    | (?P<word>[A-Za-z_]\w*(?:::[A-Za-z_]\w*)* | \d[\w.']*)
    | (?P<sign><<|->|&&|\|\||==|!=|<=|>=|\+\+|\+=|::|.)
    """,
    re.X | re.S | re.M,
)
ESCAPES = {"n": "\n", "t": "\t", "0": "\0", "r": "\r"}


def unescaped(text):
    def character(match):
        code = match[1]
        if len(code) > 1:
            return chr(int(code[1:], 16))
        return ESCAPES.get(code, code)

    return re.sub(r"\\(x[0-9a-fA-F]+|u[0-9a-fA-F]{4}|.)", character, text)


def tokens_of(source):
    """(kind, content, line); adjoining texts are one."""
    tokens, line = [], 1
    for match in TOKEN.finditer(source):
        kind = match.lastgroup
        content = match[kind] if kind else ""
        if kind in ("text", "raw"):
            content = unescaped(content) if kind == "text" else content
            if tokens and tokens[-1][0] == "text":
                tokens[-1] = ("text", tokens[-1][1] + content, tokens[-1][2])
            else:
                tokens.append(("text", content, line))
        elif kind == "character":
            tokens.append(("text", unescaped(content), line))
        elif kind in ("word", "sign"):
            tokens.append((kind, content, line))
        line += match[0].count("\n")
    return tokens


def nested(tokens):
    """Brackets become ("(", contents, line)."""
    closing = {"(": ")", "[": "]", "{": "}"}
    stack = [("", [], 0)]
    for kind, content, line in tokens:
        if kind == "sign" and content in closing:
            stack.append((content, [], line))
        elif kind == "sign" and content in closing.values() and len(stack) > 1:
            group = stack.pop()
            stack[-1][1].append(group)
        else:
            stack[-1][1].append((kind, content, line))
    while len(stack) > 1:
        group = stack.pop()
        stack[-1][1].append(group)
    return stack[0][1]


def is_sign(token, *signs):
    return token[0] == "sign" and token[1] in signs


def parts_of(tokens, *signs):
    parts = [[]]
    for token in tokens:
        if is_sign(token, *signs):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


class Finder:
    def __init__(self):
        self.found = []

    def joined(self, expressions):
        texts = [""]
        for expression in expressions:
            texts = [a + b for a in texts for b in self.texts_of(expression)][:MOST_BRANCHES]
        return texts

    def texts_of(self, tokens):
        """The texts that an expression may be."""
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i][1] in ("return", "throw") or is_sign(tokens[i], "=", "+="):
                tokens = tokens[i + 1 :]
                break
        if not tokens:
            return [""]
        branches = self.branches_of(tokens)
        if branches:
            return branches
        operands = parts_of(tokens, "+", "<<")
        if len(operands) > 1:
            # The stream is no part of what is written to it.
            is_stream = is_sign(tokens[len(operands[0])], "<<")
            return self.joined(operands[1:] if is_stream else operands)
        first = tokens[0]
        if len(tokens) == 1 and first[0] == "text":
            return [first[1]]
        if len(tokens) == 1 and first[0] == "(":
            return self.texts_of(first[1])
        if len(tokens) == 2 and first[1] in TEXT_CLASSES and tokens[1][0] == "(":
            return self.texts_of(tokens[1][1])
        self.look_into(tokens)
        return [VALUE]

    def branches_of(self, tokens):
        question = next((i for i, t in enumerate(tokens) if is_sign(t, "?")), None)
        if question is None:
            return None
        depth = 0
        for i in range(question, len(tokens)):
            depth += is_sign(tokens[i], "?") - is_sign(tokens[i], ":")
            if is_sign(tokens[i], ":") and depth == 0:
                self.texts_of(tokens[:question])
                return self.texts_of(tokens[question + 1 : i]) + self.texts_of(tokens[i + 1 :])
        return None

    def look_into(self, tokens):
        """Sentences in the brackets of an expression that is itself a value."""
        for i, token in enumerate(tokens):
            if token[0] == "text":
                self.found.append((token[2], token[1]))
            if token[0] not in ("(", "[", "{"):
                continue
            if token[0] == "{" and any(is_sign(t, ";") for t in token[1]):
                self.block(token[1])
                continue
            arguments = parts_of(token[1], ",")
            called = tokens[i - 1][1] if i > 0 and tokens[i - 1][0] == "word" else ""
            if called == "static_assert":
                continue
            if JOINING_CALL.search(called):
                if ERROR_CALL.search(called) and len(arguments) > 1:
                    self.keep(arguments[0], token[2])
                    arguments = arguments[1:]
                self.found += [(token[2], text) for text in self.joined(arguments)]
            else:
                for argument in arguments:
                    self.keep(argument, token[2])

    def keep(self, tokens, line):
        line = tokens[0][2] if tokens else line
        self.found += [(line, text) for text in self.texts_of(tokens)]

    def block(self, tokens):
        """Statement by statement."""
        statement = []
        for token in tokens:
            if is_sign(token, ";"):
                self.keep(statement, 0)
                statement = []
            elif token[0] == "{" and self.begins_block(statement):
                self.keep(statement, 0)
                statement = []
                self.block(token[1])
            else:
                statement.append(token)
        self.keep(statement, 0)

    @staticmethod
    def begins_block(statement):
        if not statement:
            return True
        if statement[0][1] in ("namespace", "class", "struct", "enum", "template"):
            return True
        last = statement[-1]
        is_head = last[0] == "(" or last[1] in ("else", "do", "try", "const", "noexcept", "override")
        return is_head and not any(is_sign(t, "=") for t in statement)


def main():
    root = pathlib.Path(sys.argv[1])
    sentences, literals = {}, set()
    for folder in [root / base / m for base in ("src", "include/epochscope") for m in MODULES]:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".cpp", ".h"):
                continue
            tokens = tokens_of(path.read_text(encoding="utf-8"))
            literals.update(content for kind, content, _ in tokens if kind == "text")
            finder = Finder()
            finder.block(nested(tokens))
            for line, text in finder.found:
                sentences.setdefault(text.strip(), f"{path.relative_to(root)}:{line}")
    json.dump(
        {
            "sentences": [[place, text] for text, place in sentences.items()],
            "literals": sorted(literals),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
