import sched
import time


s=sched.scheduler(time.monotonic,time.sleep); out=[]
s.enter(0.02,1,out.append,("b",)); s.enter(0.01,1,out.append,argument=("a",)); e=s.enter(0.03,1,out.append,("z",)); s.cancel(e); s.run(); print(out, s.empty())
