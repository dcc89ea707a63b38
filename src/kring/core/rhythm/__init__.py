"""When a circle meets, who leads, and how long it keeps: series of dates, rota, path, shelf life."""
