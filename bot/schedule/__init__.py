"""When is it looked at what is due? APScheduler ticks; rows decide, so a restart loses nothing."""
