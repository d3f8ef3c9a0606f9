print({**d for d in [{}]})
