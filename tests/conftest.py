"""What do all tests share?"""

pytest_plugins = ["tests.fixtures"]
