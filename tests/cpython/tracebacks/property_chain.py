class A:
    @property
    def p(self):
        return self.q.r
A().p
