$name = "php"
