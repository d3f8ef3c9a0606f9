from collections import namedtuple

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
    "context_diff", "unified_diff", "Match"]
Match = namedtuple("Match", "a b size")


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a, self._blocks, self._codes = a, None, None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b, self._blocks, self._codes, self._counts = b, None, None, None
        self.b2j = where = {}
        for i, x in enumerate(b):
            where.setdefault(x, []).append(i)
        self.bjunk = {x for x in where if self.isjunk(x)} if self.isjunk else set()
        for x in self.bjunk:
            del where[x]
        n = len(b)
        self.bpopular = {x for x, at in where.items() if len(at) > n // 100 + 1} if self.autojunk and n >= 200 else set()
        for x in self.bpopular:
            del where[x]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i, j, size = alo, blo, 0
        # How long the match is that ends with this item of a and the item of b at each index.
        before = {}
        for at in range(alo, ahi):
            now = {}
            for k in self.b2j.get(a[at], ()):
                if k >= bhi:
                    break
                if k >= blo:
                    n = now[k] = before.get(k - 1, 0) + 1
                    if n > size:
                        i, j, size = at - n + 1, k - n + 1, n
            before = now
        for in_junk in (False, True):
            while i > alo and j > blo and (b[j - 1] in junk) == in_junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and (b[j + size] in junk) == in_junk and a[i + size] == b[j + size]:
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        if self._blocks is None:
            found, todo = [], [(0, len(self.a), 0, len(self.b))]
            while todo:
                alo, ahi, blo, bhi = todo.pop()
                i, j, n = match = self.find_longest_match(alo, ahi, blo, bhi)
                if n:
                    found.append(match)
                    if alo < i and blo < j:
                        todo.append((alo, i, blo, j))
                    if i + n < ahi and j + n < bhi:
                        todo.append((i + n, ahi, j + n, bhi))
            self._blocks = blocks = []
            for i, j, n in sorted(found):
                if blocks and (last := blocks[-1]).a + last.size == i and last.b + last.size == j:
                    blocks[-1] = Match(last.a, last.b, last.size + n)
                else:
                    blocks.append(Match(i, j, n))
            blocks.append(Match(len(self.a), len(self.b), 0))
        return self._blocks

    def get_opcodes(self):
        if self._codes is None:
            self._codes, a, b = [], 0, 0
            for i, j, n in self.get_matching_blocks():
                if a < i or b < j:
                    self._codes.append(("replace" if a < i and b < j else "delete" if a < i else "insert", a, i, b, j))
                a, b = i + n, j + n
                if n:
                    self._codes.append(("equal", i, a, j, b))
        return self._codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        codes = list(codes)
        tag, i, i2, j, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i, i2 - n), i2, max(j, j2 - n), j2
        tag, i, i2, j, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i, min(i2, i + n), j, min(j2, j + n)
        group = []
        for tag, i, i2, j, j2 in codes:
            if tag == "equal" and i2 - i > 2 * n:
                group.append((tag, i, i + n, j, j + n))
                yield group
                group, i, j = [], i2 - n, j2 - n
            group.append((tag, i, i2, j, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def _ratio(self, matches):
        total = len(self.a) + len(self.b)
        return 2.0 * matches / total if total else 1.0

    def ratio(self):
        return self._ratio(sum(block.size for block in self.get_matching_blocks()))

    def quick_ratio(self):
        if self._counts is None:
            self._counts = {}
            for x in self.b:
                self._counts[x] = self._counts.get(x, 0) + 1
        left, matches = dict(self._counts), 0
        for x in self.a:
            n = left.get(x, 0)
            left[x] = n - 1
            matches += n > 0
        return self._ratio(matches)

    def real_quick_ratio(self):
        return self._ratio(min(len(self.a), len(self.b)))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found, s = [], SequenceMatcher(b=word)
    for x in possibilities:
        s.set_seq1(x)
        if s.real_quick_ratio() >= cutoff and s.quick_ratio() >= cutoff and (ratio := s.ratio()) >= cutoff:
            found.append((ratio, x))
    return [x for _, x in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, i, i2, j, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replace(a, i, i2, b, j, j2)
            else:
                mark, lines = ("+", b[j:j2]) if tag == "insert" else ("-" if tag == "delete" else " ", a[i:i2])
                for line in lines:
                    yield f"{mark} {line}"

    def _plain(self, removed, added):
        # The shorter block goes first.
        blocks = [("-", removed), ("+", added)]
        if len(added) < len(removed):
            blocks.reverse()
        for mark, lines in blocks:
            for line in lines:
                yield f"{mark} {line}"

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Two blocks that differ: the lines that are most alike are shown against each other, what is before and after
        them likewise."""
        if alo == ahi or blo == bhi:
            yield from self._plain(a[alo:ahi], b[blo:bhi])
            return
        best, at, same = 0.74, None, None
        s = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            s.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                s.set_seq1(a[i])
                if s.real_quick_ratio() > best and s.quick_ratio() > best and s.ratio() > best:
                    best, at = s.ratio(), (i, j)
        if best < 0.75:
            if same is None:
                yield from self._plain(a[alo:ahi], b[blo:bhi])
                return
            at = same
        i, j = at
        yield from self._replace(a, alo, i, b, blo, j)
        if a[i] == b[j]:
            yield f"  {a[i]}"
        else:
            yield from self._guided(a[i], b[j], s)
        yield from self._replace(a, i + 1, ahi, b, j + 1, bhi)

    def _guided(self, a, b, s):
        marks = ["", ""]
        s.set_seqs(a, b)
        for tag, i, i2, j, j2 in s.get_opcodes():
            marks[0] += {"replace": "^", "delete": "-", "insert": "", "equal": " "}[tag] * (i2 - i)
            marks[1] += {"replace": "^", "delete": "", "insert": "+", "equal": " "}[tag] * (j2 - j)
        for sign, line, guide in (("-", a, marks[0]), ("+", b, marks[1])):
            yield f"{sign} {line}"
            guide = "".join(c if m == " " and c.isspace() else m for c, m in zip(line, guide)).rstrip()
            if guide:
                yield f"? {guide}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        prefixes = {1: ("- ", "  "), 2: ("+ ", "  ")}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in prefixes:
            yield line[2:]


def _range(start, stop, context=False):
    n = stop - start
    if context:
        return str(stop) if n <= 1 and n else str(start) if not n else f"{start + 1},{stop}"
    return str(start + 1) if n == 1 else f"{start + (n > 0)},{n}"


def _head(marks, names, dates, end):
    return [f"{mark} {name}{f'{chr(9)}{date}' if date else ''}{end}" for mark, name, date in zip(marks, names, dates)]


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    head = _head(("---", "+++"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from head
        head = ()
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, i, i2, j, j2 in group:
            if tag == "equal":
                for line in a[i:i2]:
                    yield " " + line
            else:
                for line in a[i:i2]:
                    yield "-" + line
                for line in b[j:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    head = _head(("***", "---"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        yield from head
        head = ()
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        for lines, lo, hi, rule, other in ((a, 1, 2, "***", "insert"), (b, 3, 4, "---", "delete")):
            yield f"{rule} {_range(first[lo], last[hi], True)} {rule + rule[0]}{lineterm}"
            if any(code[0] not in ("equal", other) for code in group):
                for code in group:
                    if code[0] != other:
                        for line in lines[code[lo]:code[hi]]:
                            yield marks[code[0]] + line
