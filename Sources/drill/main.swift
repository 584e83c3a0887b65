print("drill")
