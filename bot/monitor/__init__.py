"""Is the coach well, and what does it do? For who runs it: /health, /ready and /metrics on a port of their own."""
