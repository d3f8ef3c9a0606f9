SALES = """\
date,product,units,price
2024-01-05,tea,3,4.50
2024-01-05,coffee,2,6.00
2024-01-06,tea,1,4.50
2024-01-07,cake,x,3.20
2024-01-07,coffee,5,6.25

2024-01-08,cake,4,3.20
"""


def parse(text):
    header, *lines = text.splitlines()
    names = header.split(",")
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        row = dict(zip(names, line.split(",")))
        try:
            row["units"] = int(row["units"])
            row["price"] = float(row["price"])
        except ValueError as e:
            print(f"line {number}: {e}")
            continue
        yield row


totals, days = {}, {}
for row in parse(SALES):
    amount = row["units"] * row["price"]
    totals[row["product"]] = totals.get(row["product"], 0) + amount
    days.setdefault(row["date"], []).append((row["product"], amount))
print(f"{'product':<10}|{'total':>10}")
print("-" * 10 + "+" + "-" * 10)
for product, total in sorted(totals.items(), key=lambda kv: kv[1], reverse=True):
    print(f"{product:<10}|{total:>10.2f}")
print("=" * 21)
print(f"{'all':<10}|{sum(totals.values()):>10.2f}")
for day, entries in days.items():
    best, amount = max(entries, key=lambda e: e[1])
    print(f"{day}: best {best} with {amount:.1f} of {sum(a for _, a in entries):.1f}")
longest = max(len(p) for p in totals)
scale = max(totals.values()) / 20
for product in totals:
    print(product.rjust(longest), "#" * round(totals[product] / scale))
print({p: f"{t / sum(totals.values()):.0%}" for p, t in totals.items()})
