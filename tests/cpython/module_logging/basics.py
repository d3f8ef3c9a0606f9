import logging
import sys

logging.debug("not shown")
logging.info("not shown")
logging.warning("root warning")
logging.error("root error %s", 5)
logging.critical("root %(a)s", {"a": "critical"})
log = logging.getLogger("app")
log.warning("from app")
log.setLevel(logging.DEBUG)
log.debug("debug: root handler takes it")
print(log.name, log.level, log.getEffectiveLevel(), logging.getLogger("app") is log, logging.getLogger("app.db").parent is log, log, logging.getLogger(), logging.getLevelName(30), logging.getLevelName("ERROR"), log.isEnabledFor(10))
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
log.addHandler(handler)
log.propagate = False


def work():
    log.info("inside %d and %s", 1, "two")
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
        log.error("with info", exc_info=True)


work()
handler.setLevel(logging.ERROR)
log.warning("filtered by handler")
log.error("passes")
log.log(45, "level 45")
logging.addLevelName(45, "LOUD")
log.log(45, "named level")
log.removeHandler(handler)
log.error("no handlers left but lastResort does not use propagate=False? it does")
child = logging.getLogger("app.child")
child.addHandler(handler)
child.error("child")
child.disabled = True
child.error("disabled")
logging.disable(logging.CRITICAL)
log.critical("all disabled")
