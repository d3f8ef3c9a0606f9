class LCG:
    def __init__(self, seed):
        self.state = seed

    def __next__(self):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state >> 16

    def __iter__(self):
        return self


rng = LCG(42)
print([next(rng) for _ in range(6)], [x % 6 + 1 for x, _ in zip(rng, range(10))])


class Brainfuck:
    def __init__(self, source):
        self.source, self.jumps, stack = source, {}, []
        for i, ch in enumerate(source):
            if ch == "[":
                stack.append(i)
            elif ch == "]":
                j = stack.pop()
                self.jumps[i], self.jumps[j] = j, i

    def run(self):
        tape, ptr, pc, out = [0] * 100, 0, 0, []
        while pc < len(self.source):
            match self.source[pc]:
                case ">": ptr += 1
                case "<": ptr -= 1
                case "+": tape[ptr] = (tape[ptr] + 1) % 256
                case "-": tape[ptr] = (tape[ptr] - 1) % 256
                case ".": out.append(chr(tape[ptr]))
                case "[" if not tape[ptr]: pc = self.jumps[pc]
                case "]" if tape[ptr]: pc = self.jumps[pc]
            pc += 1
        return "".join(out)


hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(Brainfuck(hello).run(), end="")


class VM:
    def __init__(self, program):
        self.program, self.stack, self.pc, self.calls = program, [], 0, 0

    def run(self):
        while True:
            op, *args = self.program[self.pc]
            self.pc += 1
            self.calls += 1
            if op == "halt":
                return self.stack
            getattr(self, "op_" + op)(*args)

    def op_push(self, x): self.stack.append(x)
    def op_add(self): self.stack.append(self.stack.pop() + self.stack.pop())
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_print(self): print("out:", self.stack[-1])

    def op_jump_if_less(self, limit, target):
        if self.stack[-1] < limit:
            self.pc = target


vm = VM([("push", 1), ("dup",), ("add",), ("print",), ("jump_if_less", 50, 1), ("halt",)])
print(vm.run(), vm.calls)
try:
    VM([("nope",)]).run()
except AttributeError as e:
    print(e)
position, velocity, log = 0.0, 12.0, []
for tick in range(8):
    log.append(f"{position:6.2f}")
    velocity -= 9.8 * 0.25
    position = max(0, position + velocity * 0.25)
print(" ".join(log))
population = {"rabbits": 40, "foxes": 9}
for year in range(5):
    r, f = population.values()
    population = {"rabbits": int(r + 0.4 * r - 0.02 * r * f), "foxes": int(f - 0.3 * f + 0.01 * r * f)}
    print(year, population)
state, tape, table = "A", {0: 0}, {("A", 0): (1, 1, "B"), ("A", 1): (1, -1, "B"), ("B", 0): (1, -1, "A"), ("B", 1): (1, 1, "H")}
pos = steps = 0
while state != "H":
    write, move, state = table[state, tape.get(pos, 0)]
    tape[pos] = write
    pos += move
    steps += 1
print(steps, [tape.get(i, 0) for i in range(min(tape), max(tape) + 1)])
