import collections
import contextlib
import functools
import logging
import re
import sys
import time
import types
import warnings
from _awaitscope import format_exception as _format_exception

__all__ = ["IsolatedAsyncioTestCase", "TestResult", "TestCase", "TestSuite", "TextTestRunner", "TestLoader",
    "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler", "addModuleCleanup",
    "doModuleCleanups", "enterModuleContext"]


class SkipTest(Exception):
    pass


class _Stop(Exception):
    """Ends a test whose failure is known already."""


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            function = item

            @functools.wraps(function)
            def item(*args, **kwargs):
                raise SkipTest(reason)
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    if isinstance(reason, types.FunctionType):
        function, reason = reason, ""
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def installHandler():
    pass


def registerResult(result):
    pass


def removeResult(result):
    return False


def removeHandler(method=None):
    return method


# What a test shows of values.

def _safe_repr(obj):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def _cut(s, begin, end):
    skipped = len(s) - begin - end
    return f"{s[:begin]}[{skipped} chars]{s[len(s) - end:]}" if skipped > 12 else s


def _reprs(*args):
    """The reprs, in 80 characters if what they share can be left out."""
    args = [_safe_repr(arg) for arg in args]
    longest = max(map(len, args))
    if longest <= 80:
        return tuple(args)
    same = 0
    while same < min(map(len, args)) and len({arg[same] for arg in args}) == 1:
        same += 1
    common = 80 - (longest - same + 5 + 12)
    if common > 5:
        prefix = _cut(args[0][:same], 5, common)
        return tuple(prefix + arg[same:] for arg in args)
    prefix = _cut(args[0][:same], 5, 5)
    return tuple(prefix + _cut(arg[same:], 41, 5) for arg in args)


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


# How a test goes.

class _Outcome:
    def __init__(self, result=None):
        self.result, self.success, self.expecting, self.expected = result, True, False, None
        self.subtests = hasattr(result, "addSubTest")

    def part(self, test, sub=False):
        return _Part(self, test, sub)


class _Part:
    """A piece of a test: what it raises is recorded."""

    def __init__(self, outcome, test, sub):
        self.outcome, self.test, self.sub = outcome, test, sub

    def __enter__(self):
        self.before, self.outcome.success = self.outcome.success, True

    def __exit__(self, kind, exc, tb):
        outcome, test, result = self.outcome, self.test, self.outcome.result
        if kind is None:
            if self.sub and outcome.success:
                result.addSubTest(test.test_case, test, None)
        elif issubclass(kind, KeyboardInterrupt):
            return False
        elif issubclass(kind, SkipTest):
            outcome.success = False
            result.addSkip(test, str(exc))
        elif not issubclass(kind, _Stop):
            if outcome.expecting:
                outcome.expected = kind, exc, tb
            else:
                outcome.success = False
                if self.sub:
                    result.addSubTest(test.test_case, test, (kind, exc, tb))
                elif issubclass(kind, test.failureException):
                    result.addFailure(test, (kind, exc, tb))
                else:
                    result.addError(test, (kind, exc, tb))
        outcome.success = outcome.success and self.before
        return True


def _clean_up(cleanups, errors):
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception:
            errors.append(sys.exc_info())


def _enter(cm, add):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    result = enter(cm)
    add(leave, cm, None, None, None)
    return result


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    errors = []
    _clean_up(_module_cleanups, errors)
    if errors:
        raise errors[0][1]


class _Expect:
    """`with self.assertRaises(…)` and its like; also does what they do with a callable."""

    def __init__(self, expected, case, name, base, word, regex=None):
        self.expected, self.case, self.name, self.word = expected, case, name, word
        self.expected_regex = re.compile(regex) if isinstance(regex, (str, bytes)) else regex
        self.obj_name = self.msg = None
        kinds = expected if isinstance(expected, tuple) else (expected,)
        if not all(isinstance(kind, type) and issubclass(kind, base) for kind in kinds):
            what = "an exception type or tuple of exception types" if base is BaseException else \
                "a warning type or tuple of warning types"
            raise TypeError(f"{name}() arg 1 must be {what}")

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def missing(self):
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        self.fail(f"{name} not {self.word}" + (f" by {self.obj_name}" if self.obj_name else ""))

    def matches(self, value):
        return self.expected_regex is None or self.expected_regex.search(str(value)) is not None

    def mismatch(self, value):
        self.fail(f'"{self.expected_regex.pattern}" does not match "{value}"')


class _Raises(_Expect):
    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        if kind is None:
            self.missing()
        if not issubclass(kind, self.expected):
            return False
        self.exception = exc.with_traceback(None)
        if not self.matches(exc):
            self.mismatch(exc)
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


class _Warns(_Expect):
    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, exc, tb):
        self.manager.__exit__(kind, exc, tb)
        if kind is not None:
            return
        first = None
        for found in self.warnings:
            if isinstance(found.message, self.expected):
                first = first or found.message
                if self.matches(found.message):
                    self.warning, self.filename, self.lineno = found.message, found.filename, found.lineno
                    return
        if first is not None:
            self.mismatch(first)
        self.missing()


_Watcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _Capture(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = _Watcher([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class _Logs:
    def __init__(self, case, logger, level, no_logs):
        self.case, self.name, self.no_logs, self.msg = case, logger, no_logs, None
        self.level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO

    def __enter__(self):
        self.logger = logger = self.name if isinstance(self.name, logging.Logger) else logging.getLogger(self.name)
        handler = _Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.watcher = handler.watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, kind, exc, tb):
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        fail = lambda text: self.case.fail(self.case._formatMessage(self.msg, text))
        if self.no_logs:
            if self.watcher.records:
                fail(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.watcher.records:
            fail(f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}")


class TestCase:
    failureException = AssertionError
    longMessage, maxDiff, _diffThreshold = True, 640, 2 ** 16

    def __init_subclass__(cls, *args, **kwargs):
        cls.__unittest_skip__ = getattr(cls, "__unittest_skip__", False)
        cls._class_cleanups, cls.tearDown_exceptions = [], []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._outcome, self._cleanups, self._subtest = methodName, None, [], None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._type_equality_funcs = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        _clean_up(cls._class_cleanups, cls.tearDown_exceptions)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        return f"{_class_name(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{_class_name(self.__class__)} testMethod={self._testMethodName}>"

    @contextlib.contextmanager
    def subTest(self, msg=..., **params):
        outcome, parent = self._outcome, self._subtest
        if outcome is None or not outcome.subtests:
            yield
            return
        params = collections.ChainMap(params) if parent is None else parent.params.new_child(params)
        self._subtest = _SubTest(self, msg, params)
        try:
            with outcome.part(self._subtest, True):
                yield
            if not outcome.success and outcome.result.failfast or outcome.success and outcome.expected:
                raise _Stop
        finally:
            self._subtest = parent

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stop = None
        if result is None:
            result = self.defaultTestResult()
            if hasattr(result, "startTestRun"):
                result.startTestRun()
                stop = result.stopTestRun
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (self.__class__, method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                    return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or \
                getattr(method, "__unittest_expecting_failure__", False)
            self._outcome = outcome = _Outcome(result)
            started = time.perf_counter()
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting = expecting
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            if hasattr(result, "addDuration"):
                result.addDuration(self, time.perf_counter() - started)
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected:
                    result.addExpectedFailure(self, outcome.expected)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)
            if stop is not None:
                stop()

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, text):
        if not self.longMessage:
            return msg or text
        return text if msg is None else f"{text} : {msg}"

    def _no(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._no(msg, f"{_safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._no(msg, f"{_safe_repr(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if function is not None:
            if isinstance(function, str):
                function = getattr(self, function)
            function(first, second, msg=msg)
        elif not first == second:
            self.fail(self._formatMessage(msg, "%s != %s" % _reprs(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._no(msg, f"{_safe_repr(first)} == {_safe_repr(second)}")

    def _near(self, first, second, places, delta):
        """Whether they are, and what to say of it."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {_safe_repr(delta)} delta ({_safe_repr(difference)} difference)", ""
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places", f" ({_safe_repr(difference)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first != second:
            near, text, more = self._near(first, second, places, delta)
            if not near:
                self._no(msg, f"{_safe_repr(first)} != {_safe_repr(second)} {text}{more}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, text, _ = self._near(first, second, places, delta)
        if near and delta is None or delta is not None and not (first != second and not near):
            self._no(msg, f"{_safe_repr(first)} == {_safe_repr(second)} {text}")

    def _diff(self, msg, text, a, b, join="\n"):
        import difflib
        diff = "\n" + join.join(difflib.ndiff(a, b))
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."
        self.fail(self._formatMessage(msg, text + diff))

    def _pretty_diff(self, msg, text, a, b):
        from pprint import pformat
        self._diff(msg, text, pformat(a).splitlines(), pformat(b).splitlines())

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence" if seq_type is None else seq_type.__name__
        for which, seq in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f"{which} sequence is not a {name}: {_safe_repr(seq)}")
            try:
                len(seq)
            except (TypeError, NotImplementedError):
                self._no(msg, f"{which} {name} has no length.    Non-sequence?")
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % (name.capitalize(), *_reprs(seq1, seq2))
        n1, n2 = len(seq1), len(seq2)
        for i in range(min(n1, n2)):
            if seq1[i] != seq2[i]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *_reprs(seq1[i], seq2[i]))
                break
        else:
            if n1 == n2 and seq_type is None and type(seq1) is not type(seq2):
                return
        if n1 != n2:
            which, longer, n = ("First", seq1, n2) if n1 > n2 else ("Second", seq2, n1)
            text += f"\n{which} {name} contains {abs(n1 - n2)} additional elements.\n" \
                f"First extra element {n}:\n{_reprs(longer[n])[0]}\n"
        self._pretty_diff(msg, text, seq1, seq2)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, a, b in (("first set but not the second", set1, set2), ("second set but not the first", set2, set1)):
            try:
                only = a.difference(b)
            except (TypeError, AttributeError) as e:
                text = "invalid type when attempting set difference" if isinstance(e, TypeError) else \
                    "first argument does not support set difference"
                self.fail(f"{text}: {e}")
            if only:
                lines += [f"Items in the {which}:", *map(repr, only)]
        if lines:
            self._no(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._pretty_diff(msg, "%s != %s" % _reprs(d1, d2), d1, d2)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            text = "%s != %s" % _reprs(first, second)
            if max(len(first), len(second)) > self._diffThreshold:
                self.fail(self._formatMessage(msg, text))
            if first and second:
                first, second = (s if s[-1] == "\n" else s + "\n" for s in (first, second))
            self._diff(msg, text, first.splitlines(True), second.splitlines(True), "")

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            counts = collections.Counter(first), collections.Counter(second)
            if counts[0] == counts[1]:
                return
            items = list(dict.fromkeys(first + second))
            found = [(counts[0][x], counts[1][x], x) for x in items]
        except TypeError:
            items = []
            for x in first + second:
                if x not in items:
                    items.append(x)
            found = [(first.count(x), second.count(x), x) for x in items]
        lines = [f"First has {a}, Second has {b}:  {x!r}" for a, b, x in found if a != b]
        if lines:
            self._no(msg, "Element counts were not equal:\n" + "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._no(msg, f"{_safe_repr(member)} not found in {_safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._no(msg, f"{_safe_repr(member)} unexpectedly found in {_safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._no(msg, f"{_safe_repr(expr1)} is not {_safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._no(msg, f"unexpectedly identical: {_safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._no(msg, f"{_safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._no(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._no(msg, f"{_safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._no(msg, f"{_safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._no(msg, f"{_safe_repr(a)} not less than {_safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._no(msg, f"{_safe_repr(a)} not less than or equal to {_safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._no(msg, f"{_safe_repr(a)} not greater than {_safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._no(msg, f"{_safe_repr(a)} not greater than or equal to {_safe_repr(b)}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._no(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            self._no(msg, f"Regex matched: {found[0]!r} matches {unexpected_regex.pattern!r} in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self, "assertRaises", BaseException, "raised").handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, "assertRaisesRegex", BaseException, "raised", expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(expected_warning, self, "assertWarns", Warning, "triggered").handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(expected_warning, self, "assertWarnsRegex", Warning, "triggered", expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions, self._description = (testFunc, setUp, tearDown), description

    def setUp(self):
        if self._functions[1] is not None:
            self._functions[1]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[0]()

    def id(self):
        return self._functions[0].__name__

    def __str__(self):
        return f"{_class_name(self.__class__)} ({self.id()})"

    def shortDescription(self):
        doc = self._functions[0].__doc__
        return self._description or (doc and doc.split("\n")[0].strip()) or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _shown(self):
        parts = [] if self._message is ... else [f"[{self._message}]"]
        if self.params:
            parts.append(f"({', '.join(f'{k}={v!r}' for k, v in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._shown()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._shown()}"


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        import contextvars
        self._asyncioRunner, self._asyncioTestContext = None, contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._call(method) is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._call(function, *args, **kwargs)

    def _call(self, func, /, *args, **kwargs):
        import inspect  # for IsolatedAsyncioTestCase
        if inspect.iscoroutinefunction(func):
            return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def run(self, result=None):
        import asyncio
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            self._asyncioRunner.close()

    def debug(self):
        import asyncio
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            super().debug()
        finally:
            self._asyncioRunner.close()


# Results, and how they are shown.

class TestResult:
    _previousTestClass = None
    _module_failed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast, self.shouldStop, self.buffer, self.tb_locals, self.testsRun = False, False, False, False, 0
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def addError(self, test, err):
        self._failed(self.errors, test, err)

    def addFailure(self, test, err):
        self._failed(self.failures, test, err)

    def _failed(self, where, test, err):
        where.append((test, _format_exception(err[1])))
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._failed(self.failures if issubclass(err[0], test.failureException) else self.errors, subtest, err)

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, _format_exception(err[1])))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return f"<{_class_name(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"


class _Lines:
    """A stream with `writeln`."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, text=""):
        self.stream.write(f"{text}\n")


class TextTestResult(TestResult):
    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots, self._newline = verbosity > 1, verbosity == 1, True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f"{test}\n{doc}" if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f"{self.getDescription(test)} ... ")
            self.stream.flush()
            self._newline = False

    def _status(self, test, text, dot):
        if self.showAll:
            sub = isinstance(test, _SubTest)
            if sub or self._newline:
                if not self._newline:
                    self.stream.writeln()
                self.stream.write(f"{'  ' * sub}{self.getDescription(test)} ... ")
            self.stream.writeln(text)
            self._newline = True
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._status(subtest, *(("FAIL", "F") if failed else ("ERROR", "E")))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._status(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._status(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._status(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._status(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._status(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._status(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
        self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
            warnings=None, *, tb_locals=False, durations=None):
        self.stream = _Lines(stream if stream is not None else sys.stderr)
        self.descriptions, self.verbosity, self.failfast, self.buffer = descriptions, verbosity, failfast, buffer
        self.tb_locals, self.durations, self.warnings = tb_locals, durations, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity, durations=self.durations)
        except TypeError:
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast, result.buffer = self.failfast, self.buffer
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            if hasattr(result, "startTestRun"):
                result.startTestRun()
            try:
                test(result)
            finally:
                if hasattr(result, "stopTestRun"):
                    result.stopTestRun()
            took = time.perf_counter() - started
        result.printErrors()
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        n = result.testsRun
        self.stream.writeln(f"Ran {n} test{'' if n == 1 else 's'} in {took:.3f}s")
        self.stream.writeln()
        infos = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            infos = [f"{name}={len(found)}" for name, found in (("failures", result.failures), ("errors", result.errors)) if found]
        else:
            self.stream.write("NO TESTS RAN" if n == 0 and not result.skipped else "OK")
        infos += [f"{name}={len(found)}" for name, found in (("skipped", result.skipped),
            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)) if found]
        self.stream.writeln(f" ({', '.join(infos)})" if infos else "")
        self.stream.flush()
        return result


# Suites, and where tests come from.

class _Failed:
    """Stands for a class or module whose fixture failed."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f"<{_class_name(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = object.__hash__

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite):
                cls = test.__class__
                previous = result._previousTestClass
                if cls is not previous:
                    self._leave(result, previous, cls)
                    self._enter(result, previous, cls)
                result._previousTestClass = cls
                if getattr(cls, "_classSetupFailed", False) or result._module_failed:
                    continue
            test(result)
        if top:
            self._leave(result, result._previousTestClass, None)
            result._testRunEntered = False
            result._previousTestClass = None
        return result

    def _fixture(self, result, name, where, function):
        """Calls a fixture; whether it went well."""
        try:
            function()
            return True
        except Exception as e:
            holder = _Failed(f"{name} ({where})")
            if isinstance(e, SkipTest):
                result.addSkip(holder, str(e))
            else:
                result.addError(holder, sys.exc_info())
            return False

    def _enter(self, result, previous, cls):
        module = sys.modules.get(cls.__module__)
        if previous is None or previous.__module__ != cls.__module__:
            result._module_failed = False
            setup = getattr(module, "setUpModule", None)
            if setup is not None and not self._fixture(result, "setUpModule", cls.__module__, setup):
                result._module_failed = True
                self._fixture(result, "setUpModule", cls.__module__, doModuleCleanups)
        if result._module_failed or getattr(cls, "__unittest_skip__", False):
            return
        cls._classSetupFailed = False
        setup = getattr(cls, "setUpClass", None)
        if setup is not None and not self._fixture(result, "setUpClass", _class_name(cls), setup):
            cls._classSetupFailed = True
            self._class_cleanups(result, cls, "setUpClass")

    def _class_cleanups(self, result, cls, name):
        if hasattr(cls, "doClassCleanups"):
            cls.doClassCleanups()
            for error in cls.tearDown_exceptions:
                result.addError(_Failed(f"{name} ({_class_name(cls)})"), error)

    def _leave(self, result, previous, cls):
        if previous is None:
            return
        if not (getattr(previous, "_classSetupFailed", False) or result._module_failed
                or getattr(previous, "__unittest_skip__", False)):
            teardown = getattr(previous, "tearDownClass", None)
            if teardown is not None:
                self._fixture(result, "tearDownClass", _class_name(previous), teardown)
            self._class_cleanups(result, previous, "tearDownClass")
        if (cls is None or cls.__module__ != previous.__module__) and not result._module_failed:
            teardown = getattr(sys.modules.get(previous.__module__), "tearDownModule", None)
            if teardown is not None:
                self._fixture(result, "tearDownModule", previous.__module__, teardown)
            self._fixture(result, "tearDownModule", previous.__module__, doModuleCleanups)


BaseTestSuite = TestSuite


class TestLoader:
    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase) and obj not in (TestCase, FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        obj = module or __import__(name.split(".")[0])
        parent = None
        for part in name.split(".") if module else name.split(".")[1:]:
            parent, obj = obj, getattr(obj, part)
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(obj.__name__)])
        if isinstance(obj, TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, TestSuite):
                return test
            if isinstance(test, TestCase):
                return self.suiteClass([test])
            raise TypeError(f"calling {obj} returned {test}, not a test")
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
            exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
            durations=None):
        self.module = __import__(module) if isinstance(module, str) else module
        self.exit, self.verbosity, self.failfast, self.buffer = exit, verbosity, bool(failfast), bool(buffer)
        self.testLoader, names = testLoader, []
        for arg in (sys.argv if argv is None else argv)[1:]:
            if arg in ("-v", "--verbose"):
                self.verbosity = 2
            elif arg in ("-q", "--quiet"):
                self.verbosity = 0
            elif arg in ("-f", "--failfast"):
                self.failfast = True
            elif not arg.startswith("-"):
                names.append(arg)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = testRunner or TextTestRunner
        if isinstance(runner, type):
            try:
                runner = runner(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                    warnings="default" if warnings is None and not sys.warnoptions else warnings)
            except TypeError:
                runner = runner()
        self.result = runner.run(self.test)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
