import asyncio


class ServiceError(Exception):
    pass


async def connect():
    raise ConnectionRefusedError("port 5432")


async def query():
    try:
        await connect()
    except OSError as e:
        raise ServiceError("database is down") from e


async def main():
    try:
        await query()
    finally:
        print("cleaning up")


asyncio.run(main())
