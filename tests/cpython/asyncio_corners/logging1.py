import asyncio, logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(levelname)s:%(name)s:%(message)s')
async def w(n):
    log = logging.getLogger(f'w.{n}'); log.info('start %s', n); await asyncio.sleep(0.01*n); log.warning('end %d', n)
    try: 1/0
    except ZeroDivisionError: log.exception('oops')
async def bad(): raise ValueError('b')
async def main():
    await asyncio.gather(w(1), w(2)); asyncio.create_task(bad()); await asyncio.sleep(0.01)
    logging.getLogger('asyncio').error('mine'); asyncio.get_running_loop().call_exception_handler({'message':'m'})
asyncio.run(main())
