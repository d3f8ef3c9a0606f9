def größe(liste):
    return liste.länge


print(größe([1]))
