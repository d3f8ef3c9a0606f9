import unittest, sys

class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("SUC")
    @classmethod
    def tearDownClass(cls): print("TDC")
    def setUp(self): print("setup")
    def tearDown(self): print("teardown")
    def test_sub(self):
        "doc of sub"
        for i in range(4):
            with self.subTest(i=i, msg2="x"):
                self.assertEqual(i % 2, 0)
        with self.subTest("hello"):
            raise ValueError("in sub")
    def test_err(self): raise KeyError("k")
    @unittest.skipIf(True, "cond")
    def test_skip(self): pass
    def test_skip_inside(self): self.skipTest("inside")
    @unittest.expectedFailure
    def test_unexp(self): pass
    @unittest.expectedFailure
    def test_exp(self): self.fail("x")
    def test_chain(self):
        try: 1/0
        except ZeroDivisionError as e: raise RuntimeError("wrapped") from e
    def test_logs(self):
        import logging
        with self.assertLogs(level="INFO") as cm:
            logging.getLogger("a.b").info("hey")
        self.assertEqual(cm.output, ["INFO:a.b:hey"])
        with self.assertNoLogs():
            logging.error("bad")
    def test_print(self): print("out"); self.assertIs(1, 2, msg="m")
    def test_dict(self): self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3], "c": 4})
    def test_str(self): self.assertEqual("hello\nworld\n", "hello\nthere\n")
    def test_raises(self): 
        with self.assertRaises(ValueError): pass
    def test_raises2(self):
        with self.assertRaises(ValueError): raise TypeError("t")
    def test_sets(self): self.assertEqual({1,2}, {2,3})
    def test_tuple(self): self.assertEqual((1,2),(1,3))
    def test_exit(self): raise SystemExit(3) if False else AssertionError()
@unittest.skip("whole")
class B(unittest.TestCase):
    def test_x(self): pass
class C(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("class setup")
    def test_x(self): pass
class D(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.x = 1
    async def test_a(self): self.assertEqual(self.x, 1)
    async def test_b(self): self.assertEqual(self.x, 2)
    def test_c(self): self.fail()
class E(unittest.TestCase):
    def tearDown(self): raise ValueError("td")
    def test_y(self): self.assertTrue(False)
if __name__ == "__main__":
    unittest.main(verbosity=2)
