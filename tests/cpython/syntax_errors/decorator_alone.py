@staticmethod
x = 5
