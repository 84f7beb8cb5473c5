"""How fast is the coach beside bots that understand and keep nothing?"""
