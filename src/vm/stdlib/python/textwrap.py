import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]
_SPACES = "\t\n\v\f\r "
_words = re.compile(f"([{_SPACES}]+)")
# Where a word may be parted: after a hyphen between letters, and around a dash.
_hyphen = re.compile(r"""(?<=[^\W\d]{2}-)(?=[^\W\d]-?[^\W\d]) | (?<=[^\W\d]-[^\W\d]-)(?=[^\W\d]-?[^\W\d])
    | (?<=[\w!"'&.,?])(?=--+\w) | (?<=[\w!"'&.,?]--)(?<!---)(?=\w) | (?<=---)(?=\w)""", re.VERBOSE)


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
            fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
            max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent, self.tabsize = width, initial_indent, subsequent_indent, tabsize
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.break_on_hyphens, self.max_lines, self.placeholder = break_on_hyphens, max_lines, placeholder

    def _pieces(self, text):
        """Words and what is between them."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(dict.fromkeys(map(ord, _SPACES), " "))
        pieces = []
        for piece in _words.split(text):
            if self.break_on_hyphens and "-" in piece:
                pieces += _hyphenated(piece)
            elif piece:
                pieces.append(piece)
        if self.fix_sentence_endings:
            for i, piece in enumerate(pieces[:-1]):
                if pieces[i + 1] == " " and re.search(r"[a-z][.!?][\"']?\Z", piece):
                    pieces[i + 1] = "  "
        return pieces

    def wrap(self, text):
        pieces = self._pieces(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        most, more = self.max_lines, self.placeholder
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(more.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines, at = [], 0
        blank = lambda piece: self.drop_whitespace and not piece.strip()
        while at < len(pieces):
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if lines and blank(pieces[at]):
                at += 1
            line, size = [], 0
            while at < len(pieces) and size + len(pieces[at]) <= width:
                line.append(pieces[at])
                size += len(pieces[at])
                at += 1
            if at < len(pieces) and len(pieces[at]) > width:
                # A word that no line has room for.
                room = max(width - size, 1 if width < 1 else 0)
                if self.break_long_words:
                    head, pieces[at] = self._broken(pieces[at], room)
                    line.append(head)
                elif not line:
                    line.append(pieces[at])
                    at += 1
                size = sum(map(len, line))
            if line and blank(line[-1]):
                size -= len(line.pop())
            if not line:
                continue
            rest = pieces[at:]
            is_last = not rest or len(rest) == 1 and blank(rest[0])
            if most is None or len(lines) + 1 < most or is_last and size <= width:
                lines.append(indent + "".join(line))
                continue
            while line and not (line[-1].strip() and size + len(more) <= width):
                size -= len(line.pop())
            if line:
                lines.append(indent + "".join(line) + more)
            elif lines and len(lines[-1].rstrip()) + len(more) <= self.width:
                lines[-1] = lines[-1].rstrip() + more
            else:
                lines.append(indent + more.lstrip())
            break
        return lines

    def _broken(self, word, room):
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind("-", 0, room)
            if hyphen > 0 and word[:hyphen].strip("-"):
                room = hyphen + 1
        return word[:room], word[room:]

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _hyphenated(word):
    ends = [found.start() for found in _hyphen.finditer(word)] + [len(word)]
    return [word[start:end] for start, end in zip([0] + ends, ends) if start < end]


def wrap(text, width=70, **kwargs):
    return TextWrapper(width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width, max_lines=1, **kwargs).fill(" ".join(text.split()))


def dedent(text):
    try:
        lines = text.split("\n")
    except (AttributeError, TypeError):
        raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}") from None
    lines = [line if line.strip(" \t") else "" for line in lines]
    margins = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    if not margins:
        return "\n".join(lines)
    first, last = min(margins), max(margins)
    n = next((i for i, c in enumerate(first) if i == len(last) or c != last[i]), len(first))
    return "\n".join([line[n:] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = predicate or str.strip
    return "".join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
