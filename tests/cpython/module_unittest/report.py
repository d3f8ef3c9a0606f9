import unittest


class TestMath(unittest.TestCase):
    def setUp(self):
        self.values = [1, 2, 3]

    def test_sum(self):
        self.assertEqual(sum(self.values), 6)

    def test_wrong(self):
        self.assertEqual(sum(self.values), 7)

    def test_error(self):
        self.values["x"]

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_message(self):
        self.assertIn(5, self.values, "five is missing")


if __name__ == "__main__":
    unittest.main()
