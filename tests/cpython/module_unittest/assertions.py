import unittest


class T(unittest.TestCase):
    def runTest(self): pass


t = T()
checks = {
    "equal": lambda: t.assertEqual(1, 2), "equal_str": lambda: t.assertEqual("abc", "abd"), "equal_list": lambda: t.assertEqual([1, 2, 3], [1, 5, 3]), "equal_dict": lambda: t.assertEqual({"a": 1}, {"a": 2}),
    "multi": lambda: t.assertMultiLineEqual("a\nb\n", "a\nc\n"), "not_equal": lambda: t.assertNotEqual(1, 1), "true": lambda: t.assertTrue(0), "false": lambda: t.assertFalse("x"), "is": lambda: t.assertIs(None, 5), "is_not": lambda: t.assertIsNot(None, None),
    "none": lambda: t.assertIsNone(3), "not_none": lambda: t.assertIsNotNone(None), "in": lambda: t.assertIn(1, [2]), "not_in": lambda: t.assertNotIn("a", "abc"), "isinstance": lambda: t.assertIsInstance(1, str), "not_isinstance": lambda: t.assertNotIsInstance(1, int),
    "greater": lambda: t.assertGreater(1, 2), "less_equal": lambda: t.assertLessEqual(3, 2), "almost": lambda: t.assertAlmostEqual(1.0, 1.1), "almost_ok": lambda: t.assertAlmostEqual(0.1 + 0.2, 0.3), "not_almost": lambda: t.assertNotAlmostEqual(1, 1.0000000001), "count": lambda: t.assertCountEqual([1, 2], [2, 3]),
    "regex": lambda: t.assertRegex("abc", r"\d"), "not_regex": lambda: t.assertNotRegex("a1", r"\d"), "set": lambda: t.assertSetEqual({1}, {2}), "tuple": lambda: t.assertTupleEqual((1,), (2,)), "msg": lambda: t.assertEqual(1, 2, "custom message"), "fail": lambda: t.fail("failed on purpose"),
    "skip": lambda: t.skipTest("why"), "length": lambda: t.assertEqual([1], [1, 2]), "delta": lambda: t.assertAlmostEqual(1, 2, delta=0.5),
}
for name, check in checks.items():
    try:
        check()
        print(name, "ok")
    except (AssertionError, unittest.SkipTest) as e:
        print(name, type(e).__name__, e)
with t.assertRaises(ValueError) as cm:
    int("x")
print(cm.exception)
try:
    with t.assertRaises(KeyError):
        pass
except AssertionError as e:
    print(e)
with t.assertRaisesRegex(ValueError, "invalid literal"):
    int("q")
try:
    with t.assertRaisesRegex(ValueError, "nothing like it"):
        int("q")
except AssertionError as e:
    print(e)
t.assertRaises(ZeroDivisionError, lambda a: a / 0, 5)
with t.assertWarns(UserWarning):
    import warnings
    warnings.warn("w")
with t.assertLogs("x", "INFO") as logs:
    import logging
    logging.getLogger("x").info("hello")
print(logs.output)
