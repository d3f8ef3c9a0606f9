def set_age(age):
    assert isinstance(age, int), f"age must be int, got {type(age).__name__}"
    assert age >= 0, "age must not be negative"
    return age


print(set_age(5))
set_age(-1)
