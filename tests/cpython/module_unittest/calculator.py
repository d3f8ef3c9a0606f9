import unittest


class Calculator:
    def add(self, a, b): return a + b
    def div(self, a, b):
        if b == 0:
            raise ValueError("cannot divide by zero")
        return a / b


class TestCalculator(unittest.TestCase):
    def setUp(self): self.calc = Calculator()
    def test_add(self): self.assertEqual(self.calc.add(2, 3), 5)
    def test_add_negative(self): self.assertEqual(self.calc.add(-1, -1), -2)
    def test_div(self): self.assertAlmostEqual(self.calc.div(1, 3), 0.3333333, places=5)

    def test_div_zero(self):
        with self.assertRaises(ValueError) as cm:
            self.calc.div(1, 0)
        self.assertIn("zero", str(cm.exception))


class TestStrings(unittest.TestCase):
    def test_upper(self): self.assertEqual("foo".upper(), "FOO")
    def test_isupper(self):
        self.assertTrue("FOO".isupper())
        self.assertFalse("Foo".isupper())

    def test_split(self):
        s = "hello world"
        self.assertEqual(s.split(), ["hello", "world"])
        with self.assertRaises(TypeError):
            s.split(2)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestCalculator)
print(suite.countTestCases())
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), result.wasSuccessful())
if __name__ == "__main__":
    unittest.main()
