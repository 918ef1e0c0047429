"""Ask over HTTP: `client` has the manners, a module for each registry knows its answers."""
