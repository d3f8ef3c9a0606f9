class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


head = None
for i in range(200_000):
    head = Node(i, head)
total = 0
while head:
    total += head.value
    head = head.next
print(total)
