print("waiting")
time.sleep(1)
