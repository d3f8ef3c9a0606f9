class Robot:
    def speak(self):
        return "beep"


r = Robot
print(r.speak())
