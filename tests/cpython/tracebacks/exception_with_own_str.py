class MyErr(Exception):
    """doc"""
    def __str__(self):
        return "my string"
raise MyErr(1, 2)
