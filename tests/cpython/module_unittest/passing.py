import unittest


def slugify(text):
    return "-".join(text.lower().split())


class TestSlug(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    def setUp(self):
        print("setUp", self._testMethodName)
        self.addCleanup(print, "cleanup")

    def tearDown(self):
        print("tearDown")

    def test_words(self):
        """Words are joined by dashes."""
        self.assertEqual(slugify("Hello Big World"), "hello-big-world")

    def test_empty(self):
        self.assertEqual(slugify(""), "")

    def test_subtests(self):
        for text, want in (("A", "a"), (" b ", "b")):
            with self.subTest(text=text):
                self.assertEqual(slugify(text), want)


unittest.main(verbosity=2)
