"""Does each method do, and refuse, what the real one does?"""
