import warnings
def f(): warnings.warn("dep", DeprecationWarning, stacklevel=2)
f()
warnings.warn("user")
import datetime
datetime.datetime.utcnow()
import re
re.sub("a", "b", "c", 1)
