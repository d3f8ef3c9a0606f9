rows = [("apple", 3, 1.25), ("banana", 12, 0.5), ("dragon fruit", 1, 19.999)]
print(f"{'item':<15}{'qty':>5}{'price':>10}{'total':>12}")
print("=" * 42)
total = 0
for item, qty, price in rows:
    line = qty * price
    total += line
    print(f"{item:<15}{qty:>5d}{price:>10.2f}{line:>12,.2f}")
print("-" * 42)
print(f"{'total':<30}{total:>12.2f}")
for n in range(1, 6):
    print(f"{n:>2} {n**2:>4} {n**3:>5} {1/n:.4f} {n:04b} {n:#04x}")
for r in range(1, 4):
    print(" ".join(f"{r * c:3}" for c in range(1, 10)))
width = 20
for word in ("left", "right", "center"):
    print(f"|{word:<{width}}|{word:>{width}}|{word:^{width}}|")
for value in (0, 1, 0.5, 1234567, 0.000012345, 1e21, -3.7):
    print(f"{value:>12} {value:>12.2f} {value:>12.3e} {value:>12g} {value:>+12.1%}")
percent = 0.4567
print(f"[{'#' * int(percent * 20):<20}] {percent:.1%}")
seconds = 98765
print(f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}")
