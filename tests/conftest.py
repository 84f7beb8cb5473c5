"""What do all tests share?"""

pytest_plugins = ["tests.browser", "tests.fixtures"]
