// A module that workers load, that goes on living, and never calls `serveSearch`.
setInterval(() => undefined, 1000)
