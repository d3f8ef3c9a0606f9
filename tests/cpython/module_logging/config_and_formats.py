import logging
import sys
import io

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s: %(message)s", stream=sys.stdout)
logging.info("configured")
logging.debug("hidden")
logging.basicConfig(level=logging.DEBUG)
logging.debug("still hidden: basicConfig runs once")
logging.basicConfig(level=logging.DEBUG, format="{levelname} {message}", style="{", force=True, stream=sys.stdout)
logging.debug("forced")
stream = io.StringIO()
log = logging.getLogger("fmt")
log.propagate = False
for style, fmt in (("%", "%(name)s-%(levelname)s-%(message)s"), ("{", "{name}/{levelname:>8}/{message}"), ("$", "$name ${levelname} $message")):
    h = logging.StreamHandler(stream)
    h.setFormatter(logging.Formatter(fmt, style=style))
    log.addHandler(h)
log.warning("hello %s", "there")
print(stream.getvalue())


class Only(logging.Filter):
    def filter(self, record):
        record.extra = "added"
        return "keep" in record.getMessage()


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage(), record.args, record.levelno, getattr(record, "extra", None)))


c = Collect()
c.addFilter(Only())
log.handlers = [c]
log.info("keep %s", 1)
log.warning("drop")
log.warning("keep %s %s", 1, 2)
print(c.records, log.handlers == [c], log.hasHandlers())
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.warning("keep adapter")
print(c.records[-1])
log.handlers.clear()
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("%(message)s user=%(user)s"))
log.addHandler(h)
log.warning("with extra", extra={"user": "bob"})
try:
    logging.Formatter("%(x", style="%")
except ValueError as e:
    print(e)
try:
    log.setLevel("NOPE")
except ValueError as e:
    print(e)
