import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-7s %(name)-10s %(message)s")
log = logging.getLogger("shop")
orders = logging.getLogger("shop.orders")
payments = logging.getLogger("shop.payments")
payments.setLevel(logging.WARNING)


def checkout(cart, money):
    orders.info("checking out %d items", len(cart))
    total = 0
    for name, price in cart.items():
        orders.debug("item %r costs %.2f", name, price)
        total += price
    payments.info("this is below the level of the logger")
    if total > money:
        payments.warning("not enough money: %.2f > %.2f", total, money)
        return False
    try:
        change = money - total
        ratio = total / change
    except ZeroDivisionError:
        payments.exception("no change to give")
        return True
    log.info("done, ratio %s", ratio)
    return True


print(checkout({"tea": 2.5, "bun": 1.25}, 10))
print(checkout({"cake": 20}, 5))
print(checkout({"tea": 2.5}, 2.5))
log.setLevel("ERROR")
orders.info("inherits ERROR now")
orders.error("error %s %s", "a", "b")
log.critical("critical: %(x)d", {"x": 5})
print(orders.getEffectiveLevel(), payments.getEffectiveLevel(), log.isEnabledFor(logging.INFO), orders.parent.name, orders.handlers, len(logging.getLogger().handlers))
logging.getLogger("other").debug("root level applies")
log.log(logging.ERROR, "with %s", "log()")
