(lambda: (yield))().throw(ValueError("thrown"))
